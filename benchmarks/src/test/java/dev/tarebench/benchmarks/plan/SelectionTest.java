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
        assertThat(chosen("matmul-go~go-asm@.*"))
                .contains("functions/matmul-go~go-asm@native", "functions/matmul-go~go-asm@docker-scratch")
                .noneMatch(id -> id.matches(".*@.*(wasm|wamr|wazero|node|chicory|graal).*"));
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
    void aNameStandsForTheNineConfigurationsOfAnother() {
        assertThat(chosen("@p3"))
                .containsExactlyInAnyOrder(
                        "density/startup/resident-c@ctr-crun-wamr",
                        "density/startup/resident-c@ctr-crun-wasmedge",
                        "density/startup/resident-c@ctr-crun-wasmer",
                        "density/startup/resident-c@ctr-crun-wasmtime",
                        "density/startup/resident-c@runwasi-wasmedge",
                        "density/startup/resident-c@runwasi-wasmer",
                        "density/startup/resident-c@runwasi-wasmtime",
                        "density/startup/resident-python@ctr-python",
                        "density/startup/resident-python@ctr-crun-python");
    }

    @Test
    void putsOnlyWhatIsInterpretedOnABaseWithAnInterpreter() {
        assertThat(chosen("density/startup/resident.*@ctr-.*"))
                .filteredOn(id -> id.contains("python"))
                .allMatch(id -> id.startsWith("density/startup/resident-python@") && id.endsWith("-python"));
        assertThatThrownBy(() -> chosen("hello-c@ctr-python")).isInstanceOf(Unusable.class);
    }

    @Test
    void putsAnotherRuntimeBelowAFrontThatTakesOne() {
        assertThat(chosen("hello-c@.*-crun-scratch")).containsExactly("startup/hello-c@ctr-crun-scratch");
    }

    @Test
    void weighsAnImageOnceAndPullsItByEachFront() {
        assertThat(chosen("images/size/startup/hello-c@.*-scratch"))
                .containsExactly("images/size/startup/hello-c@docker-scratch");
        assertThat(chosen("images/pull/startup/hello-c@.*-(scratch|wasm)"))
                .contains(
                        "images/pull/startup/hello-c@ctr-scratch",
                        "images/pull/startup/hello-c@ctr-wasm",
                        "images/pull/startup/hello-c@docker-scratch",
                        "images/pull/startup/hello-c@docker-wasm");
    }

    @Test
    void weighsPolybenchAndPullsNoneOfIt() {
        assertThat(chosen("images/.*"))
                .contains("images/size/polybench/gemm@docker-debian")
                .noneMatch(id -> id.startsWith("images/pull") && id.contains("polybench"));
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
