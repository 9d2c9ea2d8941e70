/** The jar as a user runs it. */
@NullMarked
package dev.tarebench.benchmarks.endtoend;

import org.jspecify.annotations.NullMarked;
