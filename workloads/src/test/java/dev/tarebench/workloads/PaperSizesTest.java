package dev.tarebench.workloads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarebench.toolchains.catalogue.Problems;
import dev.tarebench.workloads.inputs.InputFile;
import dev.tarebench.workloads.inputs.LiteralText;
import dev.tarebench.workloads.inputs.SeededBytes;
import dev.tarebench.workloads.inputs.SeededText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the size {@code paper} to what the papers say that they ran. */
final class PaperSizesTest {

    private static final Map<String, WorkloadVariant> PROGRAMS =
            WorkloadCatalogue.read(Optional.empty(), new Problems()).stream()
                    .collect(Collectors.toMap(WorkloadVariant::id, program -> program));

    private static SizedRun paper(String id) {
        return Optional.ofNullable(PROGRAMS.get(id))
                .flatMap(program -> Optional.ofNullable(program.sizes().get(Size.PAPER)))
                .orElseThrow();
    }

    private static InputFile onlyInput(String id) {
        List<InputFile> inputs = paper(id).inputs();
        assertThat(inputs).hasSize(1);
        return inputs.get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "workloads/matrix-cpp, 100",
        "workloads/matrix-rust, 100",
        "workloads/matrix-go, 100",
        "functions/prime-numbers-rust, 100",
        "functions/n-body-rust, 1000",
        "functions/audio-sine-wave-rust, tone.wav 1 1",
        "functions/fuzzysearch-rust, text.txt Hamlet 1",
        "functions/whatlang-rust, 1 The quick brown fox jumps over the lazy dog",
        "functions/zip-compression-rust, deflated folder folder.zip",
        "functions/zip-compression-rust~stored, stored folder folder.zip",
        "functions/matmul-go, 500",
        "functions/float-operation-go, 10000000",
        "functions/linear-equations-go, 500",
        "functions/checksum-go, content.bin 1",
        "functions/aes-go, 1000 100",
        "functions/diskio-go, 100000",
        "functions/imageprocessing-go, astronaut.png picture.png 800 1"
    })
    void hasThePapersArguments(String id, String arguments) {
        assertThat(String.join(" ", paper(id).arguments())).isEqualTo(arguments);
    }

    @Test
    void sortsTenNamesOfFruitIn75Bytes() {
        LiteralText fruits = (LiteralText) onlyInput("workloads/sort-cpp").source();

        assertThat(fruits.text().getBytes(StandardCharsets.UTF_8)).hasSize(75);
        assertThat(fruits.text().lines()).hasSize(10);
    }

    @Test
    void sumsAFileOf50MiB() {
        SeededBytes content = (SeededBytes) onlyInput("functions/checksum-go").source();

        assertThat(content.bytes()).isEqualTo(50L << 20);
    }

    @Test
    void searchesATextAsLongAsThePlay() {
        SeededText text = (SeededText) onlyInput("functions/fuzzysearch-rust").source();

        assertThat(text.bytes()).isEqualTo(180_000);
    }
}
