/** What runs Wasm modules in containers: containerd shims and crun's handlers, one file each, with their limits. */
@NullMarked
package dev.tarebench.toolchains.handlers;

import org.jspecify.annotations.NullMarked;
