package dev.tarebench.workloads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarebench.toolchains.catalogue.Problem;
import dev.tarebench.toolchains.catalogue.Problems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WorkloadCatalogueTest {

    private static final String ANSWER = "46f919455c2b99cdb0e6dfd10ed81ec247351dbcc3d20936f4ee49dbbcfad7c1";

    @TempDir
    Path own;

    private List<WorkloadVariant> read(String toml) throws IOException {
        Problems problems = new Problems();
        List<WorkloadVariant> all = readWith(toml, problems);
        assertThat(problems.found()).isEmpty();
        return all.stream().filter(variant -> variant.workload().equals("mine")).toList();
    }

    private List<String> mistakes(String toml) throws IOException {
        Problems problems = new Problems();
        readWith(toml, problems);
        return problems.found().stream().map(Problem::toString).toList();
    }

    private List<WorkloadVariant> readWith(String toml, Problems problems) throws IOException {
        Path folder = Files.createDirectories(own.resolve("workloads/mine"));
        Files.writeString(folder.resolve("workload.toml"), toml, StandardCharsets.UTF_8);
        for (String source : List.of("c/mine.c", "go/go.mod", "go/mine.go", "rust/Cargo.toml", "rust/src/main.rs")) {
            Files.createDirectories(folder.resolve(source).getParent());
            Files.writeString(folder.resolve(source), mention(source), StandardCharsets.UTF_8);
        }
        return WorkloadCatalogue.read(Optional.of(own), problems);
    }

    private static String mention(String source) {
        return switch (source) {
            case "c/mine.c" -> "#include \"tare.h\"\n";
            case "go/go.mod" -> "replace tarebench.dev/tare => ../../shared/go\n";
            default -> "\n";
        };
    }

    private static String workload(String rest) {
        return """
                id = "mine"
                suite = "workloads"
                title = "a title"
                stresses = "nothing"
                origin = "a test"
                needs = []
                """ + rest;
    }

    private static String everySize() {
        return """
                [sizes.every]
                arguments = []
                stdout = "%s"
                """.formatted(ANSWER);
    }

    @Test
    void ourOwnWorkloadsHaveNoMistake() {
        Problems problems = new Problems();

        List<WorkloadVariant> ours = WorkloadCatalogue.read(Optional.empty(), problems);

        assertThat(problems.found()).isEmpty();
        assertThat(ours)
                .extracting(WorkloadVariant::id)
                .doesNotHaveDuplicates()
                .contains(
                        "startup/noop-rust",
                        "workloads/matrix-tinygo",
                        "workloads/face-detection-cpp~simd",
                        "functions/zip-compression-rust~stored");
    }

    @Test
    void aLanguageIsAProgramOfItsOwn() throws IOException {
        assertThat(read(workload("[languages.c]\n[languages.go]\n" + everySize())))
                .extracting(WorkloadVariant::id)
                .containsExactly("workloads/mine-c", "workloads/mine-go");
    }

    @Test
    void whatIsTheSameAtEverySizeIsSaidOnce() throws IOException {
        assertThat(read(workload("[languages.c]\n" + everySize())).get(0).sizes())
                .containsOnlyKeys(Size.values());
    }

    @Test
    void theSharedSourceLiesTwoLevelsAboveTheGuest() throws IOException {
        GuestSource go = read(workload("[languages.go]\n" + everySize())).get(0).source();

        assertThat(go.folder()).isEqualTo("mine/go");
        assertThat(go.files()).containsKeys("mine/go/go.mod", "shared/go/tare.go");
    }

    @Test
    void theSharedSourceOfCIsCompiledWithTheGuest() throws IOException {
        GuestSource c = read(workload("[languages.c]\n" + everySize())).get(0).source();

        assertThat(c.compiled()).containsExactly("mine.c", "../../shared/c/tare.c");
        assertThat(c.flagsFor("native-v3")).containsExactly("-I../../shared/c");
    }

    @Test
    void aGuestWithoutTheSharedSourceMarksNothing() throws IOException {
        List<WorkloadVariant> programs = read(workload("[languages.c]\n[languages.rust]\n" + everySize()));

        assertThat(programs).extracting(WorkloadVariant::marked).containsExactly(true, false);
    }

    @Test
    void aVariantReplacesWhatItNamesAndLeavesTheRest() throws IOException {
        WorkloadVariant variant = read(workload("""
                [languages.go]
                arguments = ["first"]
                flags = ["-a"]
                native-flags = ["-b"]
                [variants.other]
                title = "another"
                languages = ["go"]
                only = "native"
                needs = ["simd"]
                flags = ["-c"]
                """ + everySize())).get(1);

        assertThat(variant.id()).isEqualTo("workloads/mine-go~other");
        assertThat(variant.source().flagsFor("native")).containsExactly("-c", "-b");
        assertThat(variant.source().flagsFor("wasm")).containsExactly("-c");
        assertThat(variant.sizes().get(Size.MINI))
                .extracting(SizedRun::arguments)
                .isEqualTo(List.of("first"));
        assertThat(variant.needs()).containsExactlyInAnyOrder("simd", "stack");
        assertThat(variant.reach().includes("native-v3")).isTrue();
        assertThat(variant.reach().includes("wasm")).isFalse();
    }

    @Test
    void answersAreLookedUpByVariantAndThenByLanguage() throws IOException {
        String second = ANSWER.replace('4', '5');
        List<WorkloadVariant> programs = read(workload("""
                [languages.go]
                [languages.c]
                [variants.other]
                title = "another"
                languages = ["go", "c"]
                [sizes.mini]
                arguments = []
                stdout = { go = "%1$s", c = "%1$s", "go~other" = "%2$s" }
                """.formatted(ANSWER, second)));

        assertThat(programs)
                .extracting(program -> program.sizes().get(Size.MINI))
                .extracting(SizedRun::expectedSha256)
                .containsExactly(ANSWER, second, ANSWER, ANSWER);
    }

    @Test
    void inputsOfTheWorkloadOfALanguageAndOfASizeComeTogether() throws IOException {
        WorkloadVariant program = read(workload("""
                [inputs]
                "a.txt" = { kind = "literal", text = "a" }
                [languages.c.inputs]
                "b.txt" = { kind = "text", seed = 1, bytes = 10 }
                [sizes.mini]
                arguments = []
                inputs = { "c" = { kind = "folder", seed = 1, files = 2, bytes = 10 } }
                outputs = { "d.txt" = "%1$s" }
                stdout = "%1$s"
                """.formatted(ANSWER))).get(0);

        SizedRun run = Optional.ofNullable(program.sizes().get(Size.MINI)).orElseThrow();

        assertThat(run.inputs()).extracting(input -> input.name()).containsExactly("a.txt", "c", "b.txt");
        assertThat(run.outputs()).containsOnlyKeys("d.txt");
    }

    @Test
    void everyMistakeIsFoundInOnePass() throws IOException {
        assertThat(mistakes("""
                id = "other"
                suite = "workloads"
                titel = "a title"
                stresses = "nothing"
                origin = "a test"
                needs = ["file"]
                operations = ["densty"]
                [languages.c]
                flag = []
                [variants.v]
                title = "a variant"
                languages = ["rst"]
                only = "natve"
                [sizes.huge]
                arguments = []
                stdout = "?"
                inputs = { "../x" = { kind = "text", seed = 1 }, "y" = { kind = "txet" } }
                outputs = { "z" = "1234" }
                """))
                .anySatisfy(each -> assertThat(each).contains("id: 'other' must be the name of its folder, 'mine'"))
                .anySatisfy(each -> assertThat(each).contains("title: is missing"))
                .anySatisfy(each -> assertThat(each).contains("titel: is not a key that is known here"))
                .anySatisfy(each -> assertThat(each).contains("needs: 'file' is not known; did you mean 'files'?"))
                .anySatisfy(each -> assertThat(each).contains("'densty' is not known; did you mean 'density'?"))
                .anySatisfy(each -> assertThat(each).contains("languages.c.flag: is not a key that is known here"))
                .anySatisfy(each -> assertThat(each).contains("'rst' is no language of this workload"))
                .anySatisfy(each -> assertThat(each).contains("only: 'natve' is not known; did you mean 'native'?"))
                .anySatisfy(each -> assertThat(each).contains("'huge' is no size"))
                .anySatisfy(each -> assertThat(each).contains("stdout: '?' is not a SHA-256 in hexadecimal"))
                .anySatisfy(each -> assertThat(each).contains("'../x' does not lie in the working directory"))
                .anySatisfy(each -> assertThat(each).contains("bytes: is missing"))
                .anySatisfy(each -> assertThat(each).contains("'txet' is not known; did you mean 'text'?"))
                .anySatisfy(each -> assertThat(each).contains("'1234' is not a SHA-256 in hexadecimal"));
    }

    @Test
    void anAnswerThatALanguageLacksIsAMistake() throws IOException {
        assertThat(mistakes(workload("""
                [languages.c]
                [languages.go]
                [sizes.mini]
                arguments = []
                stdout = { c = "%s" }
                """.formatted(ANSWER))))
                .anySatisfy(each -> assertThat(each).contains("sizes.mini.stdout: has no answer for 'go'"));
    }

    @Test
    void aLanguageWithoutSourcesIsAMistake() throws IOException {
        assertThat(mistakes(workload("[languages.cpp]\n" + everySize())))
                .anySatisfy(each -> assertThat(each).contains("there are no sources in mine/cpp"));
    }

    @Test
    void aMontageIsMadeOfPicturesOnly() throws IOException {
        assertThat(mistakes(workload("""
                [inputs]
                "a.txt" = { kind = "literal", text = "a" }
                "m.ppm" = { kind = "montage", of = ["a.txt"], sha256 = "%s" }
                [languages.c]
                """.formatted(ANSWER) + everySize())))
                .anySatisfy(each -> assertThat(each).contains("'a.txt', which is no picture among the inputs"));
    }
}
