/** Reads the one-file-per-thing folders that the matrix is computed from, strictly and with all mistakes at once. */
@NullMarked
package dev.tarebench.toolchains.catalogue;

import org.jspecify.annotations.NullMarked;
