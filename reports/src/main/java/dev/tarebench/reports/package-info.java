/** The answers: result format, statistics, charts, comparison; knows no engine and no container. */
@NullMarked
package dev.tarebench.reports;

import org.jspecify.annotations.NullMarked;
