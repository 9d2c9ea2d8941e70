/** The machine that the figures belong to, without which none of them means anything. */
@NullMarked
package dev.tarebench.toolchains.machine;

import org.jspecify.annotations.NullMarked;
