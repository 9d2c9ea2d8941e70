/** What runs programs of another architecture on this one. */
@NullMarked
package dev.tarebench.toolchains.emulators;

import org.jspecify.annotations.NullMarked;
