/** Turns guest sources into artifacts, each once, content-addressed by everything that could change its bytes. */
@NullMarked
package dev.tarebench.workloads.build;

import org.jspecify.annotations.NullMarked;
