/** From ready cells to executions: preparing, launching through JMH, verifying, and splitting into phases. */
@NullMarked
package dev.tarebench.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
