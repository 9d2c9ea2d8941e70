/** Runs tools, probes and compilers, which nobody weighs; what is weighed goes through the launcher instead. */
@NullMarked
package dev.tarebench.toolchains.command;

import org.jspecify.annotations.NullMarked;
