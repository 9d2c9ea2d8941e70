/** Starting in less time than the shortest measurement lasts: a JVM with the right options in place of one without. */
@NullMarked
package dev.tarebench.benchmarks.quickstart;

import org.jspecify.annotations.NullMarked;
