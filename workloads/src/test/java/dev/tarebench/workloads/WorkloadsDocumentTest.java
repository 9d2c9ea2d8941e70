package dev.tarebench.workloads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarebench.toolchains.catalogue.CatalogueFile;
import dev.tarebench.toolchains.catalogue.Problems;
import dev.tarebench.toolchains.catalogue.ResourceFolder;
import dev.tarebench.toolchains.catalogue.Table;
import dev.tarebench.toolchains.catalogue.TomlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps docs/workloads.md what the workloads' own files say; {@code -Dgolden.update} writes it anew. */
final class WorkloadsDocumentTest {

    private static final Path PAGE = Path.of("../docs/workloads.md");

    /** In the order in which a reader meets them, with what they have in common. */
    private static final Map<String, String> SUITES = suites();

    private static Map<String, String> suites() {
        Map<String, String> suites = new LinkedHashMap<>();
        suites.put("startup", "Programs that do next to nothing, so that what remains is the place where they run.");
        suites.put("workloads", "The same work in several languages.");
        suites.put("functions", "Serverless functions, six in Rust and seven in Go.");
        return suites;
    }

    private static List<Table> descriptions() {
        ResourceFolder folder = ResourceFolder.beside(WorkloadCatalogue.class, "tare/workloads");
        Problems problems = new Problems();
        List<Table> tables = folder.list().stream()
                .filter(name -> name.endsWith("/workload.toml"))
                .sorted()
                .map(name -> new CatalogueFile(name, new String(folder.read(name), StandardCharsets.UTF_8)))
                .flatMap(file -> TomlReader.parse(file, problems).stream())
                .toList();
        problems.throwIfAny();
        return tables;
    }

    @Test
    void thePageSaysWhatTheFilesSay() throws IOException {
        String page = page();
        if (System.getProperty("golden.update") != null) {
            Files.writeString(PAGE, page, StandardCharsets.UTF_8);
        }

        assertThat(page)
                .as("%s; after a look at the difference, -Dgolden.update accepts it", PAGE)
                .isEqualTo(Files.readString(PAGE, StandardCharsets.UTF_8));
    }

    private static String page() {
        List<Table> all = descriptions();
        List<String> lines = new ArrayList<>(List.of("""
                # Workloads

                What is measured beside the 30 kernels of PolyBench, generated from the `workload.toml` of each folder below \
                `workloads/` (`mvn -pl workloads -am test -Dtest=WorkloadsDocumentTest \
                -Dsurefire.failIfNoSpecifiedTests=false -Dgolden.update`).

                A program's id is `suite/workload-language`, with `~variant` where it is another program or has other \
                arguments. All languages of a workload give one answer, unless a method is named. The sizes `small` to \
                `extralarge` take natively about 0.01, 0.1, 1 and 5 s of processor time; `paper` is what the paper ran. \
                [INPUTS.md](../workloads/INPUTS.md) says how inputs are made and whose photographs they are.

                The origins, whose programs these are written after, and none is copied from:

                * P0: S. Kakati and M. Brorsson, *Performance and Usability Implications of Multiplatform and \
                WebAssembly Containers*
                * P1: V. Kjorveziroski and S. Filiposka, *WebAssembly as an Enabler for Next Generation Serverless \
                Computing*
                * P2: F. Eriksson and others, *Containerizing WebAssembly*
                * P3: M. Jansen, *Memory Efficient WebAssembly Containers*
                * P4: a study of PolyBench/C under Wasmtime, WAMR's compilers and Docker, with prolonged execution
                """.strip()));
        SUITES.forEach((suite, about) -> {
            List<Table> members = all.stream()
                    .filter(table -> table.string("suite").equals(suite))
                    .toList();
            lines.addAll(List.of("", "## Suite `%s`".formatted(suite), "", about, ""));
            lines.addAll(
                    List.of("| workload | languages | what it does | stresses | origin |", "|---|---|---|---|---|"));
            members.forEach(table -> lines.add(summary(table)));
            lines.addAll(sizes(members));
        });
        return String.join("\n", lines) + "\n";
    }

    private static String summary(Table table) {
        return row(
                "`%s`".formatted(table.string("id")),
                languages(table),
                table.string("title") + variants(table),
                table.string("stresses"),
                table.string("origin"));
    }

    private static String languages(Table table) {
        Table languages = table.table("languages");
        return languages.names().stream()
                .map(name -> name
                        + languages
                                .table(name)
                                .optionalString("method")
                                .map(" (%s)"::formatted)
                                .orElse(""))
                .collect(Collectors.joining(", "));
    }

    private static String variants(Table table) {
        Table variants = table.optionalTable("variants").orElse(table);
        return !table.has("variants")
                ? ""
                : variants.names().stream()
                        .map(name -> "; `~%s`: %s"
                                .formatted(name, variants.table(name).string("title")))
                        .collect(Collectors.joining());
    }

    private static List<String> sizes(List<Table> members) {
        List<Table> sized = members.stream()
                .filter(table -> !table.table("sizes").has("every"))
                .toList();
        if (sized.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(List.of("", "Arguments and made inputs by size:", ""));
        Stream<String> head = Stream.concat(Stream.of("workload"), Size.words().keySet().stream());
        lines.add(row(head.toArray(String[]::new)));
        lines.add("|" + "---|".repeat(1 + Size.values().length));
        for (Table table : sized) {
            Table sizes = table.table("sizes");
            Stream<String> cells = Size.words().keySet().stream().map(size -> size(sizes.table(size)));
            lines.add(row(Stream.concat(Stream.of("`%s`".formatted(table.string("id"))), cells)
                    .toArray(String[]::new)));
        }
        return lines;
    }

    private static String size(Table size) {
        Optional<Table> inputs = size.optionalTable("inputs");
        String made = inputs.stream()
                .flatMap(all -> all.names().stream().flatMap(name -> bytes(all.table(name))))
                .map(", %s"::formatted)
                .collect(Collectors.joining());
        return String.join(" ", size.strings("arguments")) + made;
    }

    private static Stream<String> bytes(Table input) {
        return input.optionalInteger("bytes").stream().map(WorkloadsDocumentTest::inWords);
    }

    private static String inWords(long bytes) {
        if (bytes % (1 << 20) == 0) {
            return "%d MiB".formatted(bytes >> 20);
        }
        return bytes % (1 << 10) == 0
                ? "%d KiB".formatted(bytes >> 10)
                : String.format(Locale.ROOT, "%,d bytes", bytes);
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |";
    }
}
