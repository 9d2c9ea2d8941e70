/** Answers from raw samples: robust summaries, rank tests, bootstrap intervals; knows numbers only. */
@NullMarked
package dev.tarebench.reports.statistics;

import org.jspecify.annotations.NullMarked;
