/** What: guest programs with fixed inputs and known answers. */
@NullMarked
package dev.tarebench.workloads;

import org.jspecify.annotations.NullMarked;
