/** The result format: what a run writes line by line, and what everything else is made from. */
@NullMarked
package dev.tarebench.reports.journal;

import org.jspecify.annotations.NullMarked;
