/** Sets cells side by side and judges the differences; every answer is a ratio with its interval. */
@NullMarked
package dev.tarebench.reports.comparison;

import org.jspecify.annotations.NullMarked;
