/** Holds every engine mode that is here to what it promises a workload, with one small guest per promise. */
@NullMarked
package dev.tarebench.benchmarks.conformance;

import org.jspecify.annotations.NullMarked;
