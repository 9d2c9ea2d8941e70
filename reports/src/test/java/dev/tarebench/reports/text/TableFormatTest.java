package dev.tarebench.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableFormatTest {
    private static final String HOSTILE = "<b>|`x`\n=cmd()_{%}\u001b[31m";

    @Test
    void aNameIsNeverMarkup() {
        Table table = new Table("", List.of(Table.Column.text("cell")), List.of(List.of(HOSTILE)), List.of());

        assertThat(TableFormat.MARKDOWN.render(table)).contains("&lt;b&gt;\\|\\`x\\` =cmd()\\_{%} \\[31m |\n");
        assertThat(TableFormat.LATEX.render(table))
                .contains("\\textless{}b\\textgreater{}|`x` =cmd()\\_\\{\\%\\} [31m");
        assertThat(TableFormat.CONSOLE.render(table)).isEqualTo("cell\n<b>|`x` =cmd()_{%} [31m\n");
    }

    @Test
    void aSpreadsheetGetsNoFormulaAndEveryFieldWhole() {
        Table table = new Table(
                "",
                List.of(Table.Column.text("a"), Table.Column.text("b")),
                List.of(List.of("=1+1", "say \"no\", twice"), List.of("-1.5", "plain")),
                List.of());

        assertThat(TableFormat.CSV.render(table))
                .isEqualTo("a,b\r\n\" =1+1\",\"say \"\"no\"\", twice\"\r\n-1.5,plain\r\n");
    }
}
