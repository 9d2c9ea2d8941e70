/** The command line: one class a command, and what they share. */
@NullMarked
package dev.tarebench.benchmarks.command;

import org.jspecify.annotations.NullMarked;
