/** What containers promise to a run, and what a run must not leave in them. */
@NullMarked
package dev.tarebench.benchmarks.containers;

import org.jspecify.annotations.NullMarked;
