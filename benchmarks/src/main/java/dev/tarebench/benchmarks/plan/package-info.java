/** From a regular expression to the cells that will be measured, and the ones that cannot be, each with its reason. */
@NullMarked
package dev.tarebench.benchmarks.plan;

import org.jspecify.annotations.NullMarked;
