/** What guests find in their working directories: made from seeds or taken from packages, once, and proved by hash. */
@NullMarked
package dev.tarebench.workloads.inputs;

import org.jspecify.annotations.NullMarked;
