package dev.tarebench.benchmarks.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SelectionTest {

    private static final List<Cell> CELLS = Catalogue.load(Optional.empty()).cells();

    private static List<String> chosen(String regex) {
        return Selection.of(regex).from(CELLS).stream().map(Cell::id).toList();
    }

    @Test
    void isSearchedForAnywhereInTheId() {
        assertThat(chosen("gemm")).contains("polybench/gemm@native", "polybench/gemm@wasmtime-cranelift");
    }

    @Test
    void matchesToTheEndWhereItHoldsAnAt() {
        assertThat(chosen("polybench/gemm@native")).containsExactly("polybench/gemm@native");
    }

    @Test
    void bindsTheEndToEveryAlternative() {
        assertThat(chosen("hello-c@native|noop-c@native"))
                .containsExactlyInAnyOrder("startup/hello-c@native", "startup/noop-c@native");
    }

    @Test
    void takesProlongedRunsOnlyByTheirName() {
        assertThat(chosen("matrix-go@native")).containsExactly("workloads/matrix-go@native");
        assertThat(chosen("prolonged/workloads/matrix-go@native"))
                .containsExactly("prolonged/workloads/matrix-go@native");
    }

    @Test
    void prolongsOnlyWhatCanRepeatItself() {
        assertThat(chosen("prolonged/startup/.*-c@native")).containsExactly("prolonged/startup/hello-c@native");
    }

    @Test
    void runsNothingThatNeverEnds() {
        assertThatThrownBy(() -> chosen("startup/resident-c@native")).isInstanceOf(Unusable.class);
    }

    @Test
    void knowsAVariantOnlyWhereItDiffers() {
        assertThat(chosen("matmul-go~go-asm@.*")).isNotEmpty().allMatch(id -> id.contains("@native"));
    }

    @Test
    void takesEmulatedArchitecturesOnlyByTheirName() {
        assertThat(chosen("hello-c@native.*"))
                .contains("startup/hello-c@native-v3")
                .noneMatch(id -> id.contains("64"));
        assertThat(chosen("hello-c@native-(arm64|riscv64)"))
                .containsExactly("startup/hello-c@native-arm64", "startup/hello-c@native-riscv64");
    }

    @Test
    void aNameStandsForTheEightEnvironmentsOfAPaper() {
        assertThat(chosen("@p1").stream().map(id -> id.substring(id.indexOf('@'))))
                .containsOnly(
                        "@crun-wasmedge",
                        "@crun-wasmedge-aot",
                        "@crun-wasmtime",
                        "@crun-wasmtime-aot",
                        "@crun-wasmer",
                        "@crun-wasmer-aot",
                        "@crun-distroless",
                        "@crun-debian");
    }

    @Test
    void namesThePositionOfAnExpressionThatDoesNotCompile() {
        assertThatThrownBy(() -> Selection.of("gemm("))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining("'gemm('")
                .hasMessageContaining("Unclosed group");
    }

    @Test
    void offersTheNearestIdsWhenNothingMatches() {
        assertThatThrownBy(() -> chosen("polybench/gem@native"))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining("matches no cell")
                .hasMessageContaining("polybench/gemm@native");
    }

    @Test
    void everyIdIsOneWordAndComesOnce() {
        assertThat(CELLS)
                .extracting(Cell::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> !id.contains(" ") && !id.contains("="));
    }
}
