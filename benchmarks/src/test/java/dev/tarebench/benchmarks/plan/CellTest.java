package dev.tarebench.benchmarks.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarebench.workloads.Size;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CellTest {

    private static Cell cell(String id) {
        return Catalogue.load(Optional.empty()).cells().stream()
                .filter(cell -> cell.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "native, linux/amd64",
        "native-v3, linux/amd64",
        "wasmtime-cranelift, linux/amd64",
        "native-arm64, linux/arm64-emulated",
        "native-riscv64, linux/riscv64-emulated"
    })
    void anEmulatedRowCarriesAPlatformOfItsOwn(String target, String platform) {
        assertThat(cell("startup/hello-c@" + target)
                        .describe(Size.MINI, "linux/amd64")
                        .platform())
                .isEqualTo(platform);
    }
}
