/** Everything that can go wrong, done for real: what becomes of it, and that nothing is left behind. */
@NullMarked
package dev.tarebench.benchmarks.faults;

import org.jspecify.annotations.NullMarked;
