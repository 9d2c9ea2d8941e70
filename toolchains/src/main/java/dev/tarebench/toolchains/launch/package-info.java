/** Starts one process at a time and weighs it exactly; everything that is measured goes through here. */
@NullMarked
package dev.tarebench.toolchains.launch;

import org.jspecify.annotations.NullMarked;
