/** Renders answers as text: Markdown, CSV, LaTeX and a terminal's columns, the same bytes in every locale. */
@NullMarked
package dev.tarebench.reports.text;

import org.jspecify.annotations.NullMarked;
