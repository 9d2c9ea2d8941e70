package dev.tarebench.toolchains.handlers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarebench.toolchains.catalogue.CatalogueFile;
import dev.tarebench.toolchains.catalogue.Problem;
import dev.tarebench.toolchains.catalogue.Problems;
import dev.tarebench.toolchains.catalogue.ResourceFolder;
import dev.tarebench.toolchains.containers.Ability;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HandlerCatalogueTest {

    private static final ResourceFolder FOLDER = ResourceFolder.beside(Handler.class, "tare/handlers");

    private final Problems problems = new Problems();

    private Handler ours(String id) {
        Map<String, Handler> handlers = HandlerCatalogue.read(FOLDER.tomlFiles(), problems);
        assertThat(problems.found()).isEmpty();
        return Optional.ofNullable(handlers.get(id)).orElseThrow();
    }

    private static Stream<String> targets(Handler handler) {
        return handler.fronts().stream()
                .flatMap(front -> handler.formsFor(front).stream().map(form -> handler.target(front, form)));
    }

    @Test
    void aTargetNamesItsFrontOnlyWhereThatIsNotTheUsualOne() {
        assertThat(targets(ours("crun-wasmedge")))
                .containsExactly("crun-wasmedge", "crun-wasmedge-aot", "ctr-crun-wasmedge", "ctr-crun-wasmedge-aot");
    }

    @Test
    void dockerIsGivenNoArtifactsSinceItDoesNotRunThem() {
        assertThat(targets(ours("runwasi-wasmtime")))
                .containsExactly(
                        "runwasi-wasmtime",
                        "runwasi-wasmtime-aot",
                        "runwasi-wasmtime-artifact",
                        "docker-runwasi-wasmtime",
                        "docker-runwasi-wasmtime-aot");
    }

    @Test
    void dockerAsksForThePlatformByNameAndContainerdForLinux() {
        Handler shim = ours("runwasi-wasmtime");
        Form module = shim.formsFor("docker").get(0);

        assertThat(shim.packaging("docker", module)).isEqualTo(Packaging.WASI);
        assertThat(shim.packaging("ctr", module)).isEqualTo(Packaging.LINUX);
    }

    @Test
    void aShimAsksForADaemonThatKnowsShimsAndAnArtifactForMore() {
        Handler shim = ours("runwasi-wasmtime");
        Handler crun = ours("crun-wasmtime");

        assertThat(shim.forms().values())
                .extracting(shim::asks)
                .containsExactly(
                        List.of(Ability.SHIMS), List.of(Ability.SHIMS), List.of(Ability.SHIMS, Ability.ARTIFACTS));
        assertThat(crun.forms().values()).extracting(crun::asks).containsOnly(List.of());
    }

    @Test
    void whatAHandlerLacksHoldsForAllOfItsForms() {
        assertThat(ours("crun-wasmer").forms().values())
                .isNotEmpty()
                .allSatisfy(form -> assertThat(form.lacks()).containsKeys("env", "files"));
    }

    @Test
    void everyMistakeIsFoundInOnePass() {
        String mistaken = FOLDER.tomlFiles().stream()
                .filter(file -> file.stem().equals("runwasi-wasmtime"))
                .map(CatalogueFile::text)
                .findFirst()
                .orElseThrow()
                .replace("carrier = \"shim\"", "carrier = \"shin\"")
                .replace("preopened = \"root\"", "preopened = \"rot\"")
                .replace("\"{compiled}\"]", "\"{compield}\"]")
                .replace("artifact = true", "artefact = true");

        HandlerCatalogue.read(List.of(new CatalogueFile("handlers/mistaken.toml", mistaken)), problems);

        assertThat(problems.found())
                .extracting(Problem::key)
                .contains("carrier", "preopened", "forms.aot.compile", "forms.artifact.artefact");
    }
}
