/** Makes the report page: one file that opens from disk, with everything it needs inside. */
@NullMarked
package dev.tarebench.reports.page;

import org.jspecify.annotations.NullMarked;
