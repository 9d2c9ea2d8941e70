package dev.tarebench.toolchains.containers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarebench.toolchains.catalogue.CatalogueFile;
import dev.tarebench.toolchains.catalogue.Problem;
import dev.tarebench.toolchains.catalogue.Problems;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrontCatalogueTest {

    @Test
    void everyFrontOfOursIsReadWithoutAMistake() {
        assertThat(Fronts.ours()).containsOnlyKeys("crun", "ctr", "docker", "podman", "runc");
    }

    @Test
    void aFrontOnABundleHasNoOptionsBecauseItsSettingsStandInTheBundle() {
        assertThat(Fronts.ours().values())
                .filteredOn(front -> front.runs() == Runs.BUNDLE)
                .isNotEmpty()
                .allSatisfy(front -> assertThat(front.options()).isEmpty());
    }

    @Test
    void everyFrontOnImagesCanPullLoadListAndForgetThem() {
        assertThat(Fronts.ours().values())
                .filteredOn(front -> front.runs() == Runs.REFERENCE)
                .isNotEmpty()
                .allSatisfy(front ->
                        assertThat(front.commands()).containsKeys(Verb.PULL, Verb.LOAD, Verb.IMAGES, Verb.FORGET));
    }

    @Test
    void everyMistakeIsFoundInOnePass() {
        String mistaken = Fronts.text("docker")
                .replace("runs = \"reference\"", "runs = \"referance\"")
                .replace("[socket]", "[sokket]")
                .replace("cpus = [\"--cpuset-cpus={cpus}\"]", "cpus = [\"--cpuset-cpus={cpu}\"]")
                .replace("start = [", "strat = [");

        assertThat(problems(mistaken))
                .extracting(Problem::key)
                .contains("runs", "sokket", "socket", "options.cpus", "commands.start", "commands.strat");
    }

    @Test
    void aMistypedWordIsAnsweredWithTheRightOne() {
        String mistaken = Fronts.text("runc").replace("exit-code = \"kept\"", "exit-code = \"kep\"");

        assertThat(problems(mistaken))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("did you mean 'kept'?"));
    }

    @Test
    void anOptionThatCreatingCannotLackIsRefused() {
        String mistaken = Fronts.text("ctr").replace("[\"cgroup\", \"platform\"]", "[\"cgruop\"]");

        assertThat(problems(mistaken))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("did you mean 'cgroup'?"));
    }

    @Test
    void aReleaseStandsBesideAnAbilityThatIsKnown() {
        String mistaken = Fronts.text("ctr").replace("artifacts = \"1.7.7\"", "artefacts = \"1.7.7\"");

        assertThat(problems(mistaken)).singleElement().satisfies(problem -> {
            assertThat(problem.key()).isEqualTo("server.since.artefacts");
            assertThat(problem.message()).contains("did you mean 'artifacts'?");
        });
    }

    @Test
    void aReleaseIsAVersion() {
        String mistaken = Fronts.text("docker").replace("shims = \"23.0\"", "shims = \"newer\"");

        assertThat(problems(mistaken)).extracting(Problem::key).containsExactly("server.since.shims");
    }

    private static List<Problem> problems(String text) {
        Problems problems = new Problems();
        FrontCatalogue.read(List.of(new CatalogueFile("containers/mistaken.toml", text)), problems);
        return problems.found();
    }
}
