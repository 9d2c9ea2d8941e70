/** How it is measured: the plan, the JMH benchmarks and the command line. */
@NullMarked
package dev.tarebench.benchmarks;

import org.jspecify.annotations.NullMarked;
