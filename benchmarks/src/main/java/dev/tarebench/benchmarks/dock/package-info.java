/** The container side of one run: which fronts answer, the images in their stores, and nothing of it left afterwards. */
@NullMarked
package dev.tarebench.benchmarks.dock;

import org.jspecify.annotations.NullMarked;
