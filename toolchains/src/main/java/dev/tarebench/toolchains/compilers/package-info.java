/** What turns guest sources into programs and modules, one file each. */
@NullMarked
package dev.tarebench.toolchains.compilers;

import org.jspecify.annotations.NullMarked;
