/** The Wasm runtimes and each way to use them, one file each. */
@NullMarked
package dev.tarebench.toolchains.engines;

import org.jspecify.annotations.NullMarked;
