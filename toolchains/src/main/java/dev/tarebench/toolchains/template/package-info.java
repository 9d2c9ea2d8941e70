/** Argument lists with placeholders: how a catalogue file says what to run, without a shell ever reading it. */
@NullMarked
package dev.tarebench.toolchains.template;

import org.jspecify.annotations.NullMarked;
