/** The one folder of the user's that Tare writes to: entries are made whole, proved by hash, and shared by all runs. */
@NullMarked
package dev.tarebench.toolchains.cache;

import org.jspecify.annotations.NullMarked;
