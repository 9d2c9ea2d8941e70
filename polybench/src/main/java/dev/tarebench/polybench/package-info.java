/** What: the 30 PolyBench kernels and one table of their answers. */
@NullMarked
package dev.tarebench.polybench;

import org.jspecify.annotations.NullMarked;
