/** Asks the launcher for what is known already, so that what it says of the unknown can be believed. */
@NullMarked
package dev.tarebench.benchmarks.selftest;

import org.jspecify.annotations.NullMarked;
