/** Loads what was measured, whoever wrote it, into samples by cell. */
@NullMarked
package dev.tarebench.reports.results;

import org.jspecify.annotations.NullMarked;
