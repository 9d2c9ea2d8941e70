/** What runs containers: each front as one file, found on this machine, told what to run, and swept after any ending. */
@NullMarked
package dev.tarebench.toolchains.containers;

import org.jspecify.annotations.NullMarked;
