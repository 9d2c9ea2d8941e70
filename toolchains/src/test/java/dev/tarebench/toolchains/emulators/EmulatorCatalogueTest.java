package dev.tarebench.toolchains.emulators;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarebench.toolchains.catalogue.CatalogueFile;
import dev.tarebench.toolchains.catalogue.Problem;
import dev.tarebench.toolchains.catalogue.Problems;
import dev.tarebench.toolchains.images.Platform;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EmulatorCatalogueTest {

    private final Problems problems = new Problems();

    private Optional<Emulator> read(String platforms) {
        String text = """
                id = "emulator"
                name = "An emulator"
                version = { args = ["--version"], pattern = "(.*)" }
                install = { kind = "path", file = "emulator", remedy = "install it" }
                """ + platforms;
        return Optional.ofNullable(
                EmulatorCatalogue.read(List.of(new CatalogueFile("emulators/emulator.toml", text)), problems)
                        .get("emulator"));
    }

    private List<String> mistakes() {
        return problems.found().stream().map(Problem::toString).toList();
    }

    @Test
    void eachPlatformHasItsOwnCommand() {
        Emulator emulator = read("""
                [platforms.arm64]
                run = ["{emulator}", "{program}", "{args}"]
                [platforms.riscv64]
                run = ["{install}/other", "{program}", "{args}"]
                """).orElseThrow();

        assertThat(mistakes()).isEmpty();
        assertThat(emulator.platforms()).containsOnlyKeys(Platform.LINUX_ARM64, Platform.LINUX_RISCV64);
        assertThat(emulator.platforms())
                .hasEntrySatisfying(
                        Platform.LINUX_RISCV64,
                        run -> assertThat(run.arguments()).startsWith("{install}/other"));
    }

    @Test
    void anArchitectureThatImagesDoNotKnowIsAMistake() {
        read("[platforms.arm46]\nrun = ['{emulator}', '{program}']\n");

        assertThat(mistakes()).anySatisfy(each -> assertThat(each).contains("arm46"));
    }

    @Test
    void aPlaceholderThatNothingStandsForIsAMistake() {
        read("[platforms.arm64]\nrun = ['{emulator}', '{module}']\n");

        assertThat(mistakes()).anySatisfy(each -> assertThat(each).contains("{module}"));
    }
}
