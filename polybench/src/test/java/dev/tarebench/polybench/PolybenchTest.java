package dev.tarebench.polybench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tarebench.workloads.Size;
import org.junit.jupiter.api.Test;

final class PolybenchTest {

    private final Polybench polybench = new Polybench();

    @Test
    void hasThirtyKernels() {
        assertThat(polybench.workloads()).hasSize(30);
    }

    @Test
    void knowsTheAnswerOfEveryKernelAtEverySizeUpToLarge() {
        assertThat(polybench.workloads())
                .allSatisfy(kernel ->
                        assertThat(kernel.sizes()).containsOnlyKeys(Size.MINI, Size.SMALL, Size.MEDIUM, Size.LARGE));
    }

    @Test
    void saysWhatEachKernelComputes() {
        assertThat(polybench.workloads())
                .allSatisfy(kernel -> assertThat(kernel.title()).startsWith(kernel.workload() + ":"));
    }

    @Test
    void refusesATableWithABrokenRow() {
        assertThatThrownBy(() -> AnswerTable.parse("kernel\tsize\tanswer\tdump\tbytes\tdump17\ngemm\tmini\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("broken row: gemm");
    }
}
