package dev.tarebench.benchmarks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/faults.md} to the faults that are injected. */
final class FaultTableTest {

    /** Tests run in their module's folder. */
    private static final Path PAGE = Path.of("..", "docs", "faults.md");

    @Test
    void theDocumentationIsWhatIsTested() throws IOException {
        if (System.getProperty("golden.update") != null) {
            Files.writeString(PAGE, FaultTable.markdown());
        }

        assertThat(PAGE)
                .as("rewrite it by -Dgolden.update -Dtest=FaultTableTest")
                .hasContent(FaultTable.markdown());
    }

    @Test
    void everyFaultIsTheOnlyOneOfItsName() {
        List<String> names = FaultTable.all().values().stream()
                .flatMap(List::stream)
                .map(Fault::what)
                .toList();

        assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThan(40);
    }
}
