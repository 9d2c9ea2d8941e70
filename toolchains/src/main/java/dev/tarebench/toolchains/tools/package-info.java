/** Tools that are located, told apart by version and hash, or brought: what engines and compilers have in common. */
@NullMarked
package dev.tarebench.toolchains.tools;

import org.jspecify.annotations.NullMarked;
