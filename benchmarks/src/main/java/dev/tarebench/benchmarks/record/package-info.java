/** What a run leaves behind: its folder, its journal, JMH's JSON, and the machine that it was made on. */
@NullMarked
package dev.tarebench.benchmarks.record;

import org.jspecify.annotations.NullMarked;
