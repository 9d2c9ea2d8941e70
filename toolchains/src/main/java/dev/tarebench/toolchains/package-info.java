/** With what: compilers, engines, container runtimes, the launcher and the machine. */
@NullMarked
package dev.tarebench.toolchains;

import org.jspecify.annotations.NullMarked;
