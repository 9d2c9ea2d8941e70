/** containerd and Docker of our own: which daemons a run uses, started for it and ended with it, however it ends. */
@NullMarked
package dev.tarebench.toolchains.daemons;

import org.jspecify.annotations.NullMarked;
