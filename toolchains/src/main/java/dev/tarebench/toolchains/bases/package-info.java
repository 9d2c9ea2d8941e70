/** What images are built on: the public image where it can be had, else an equivalent of the distribution's packages. */
@NullMarked
package dev.tarebench.toolchains.bases;

import org.jspecify.annotations.NullMarked;
