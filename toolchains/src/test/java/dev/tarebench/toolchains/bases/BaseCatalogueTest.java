package dev.tarebench.toolchains.bases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarebench.toolchains.catalogue.CatalogueFile;
import dev.tarebench.toolchains.catalogue.Problem;
import dev.tarebench.toolchains.catalogue.Problems;
import dev.tarebench.toolchains.catalogue.ResourceFolder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BaseCatalogueTest {

    @Test
    void everyBaseOfOursIsReadWithoutAMistake() {
        Problems problems = new Problems();
        Map<String, Base> bases = BaseCatalogue.read(
                ResourceFolder.beside(Base.class, "tare/bases").tomlFiles(), problems);

        assertThat(problems.found()).isEmpty();
        assertThat(bases).containsOnlyKeys("alpine", "debian", "distroless", "python", "scratch");
        assertThat(bases)
                .hasEntrySatisfying(
                        "scratch", base -> assertThat(base.equivalent()).isEqualTo(new BaseRecipe.Empty()));
        assertThat(bases)
                .hasEntrySatisfying("debian", base -> assertThat(base.libc()).isEqualTo(Libc.GLIBC));
    }

    @Test
    void aBaseIsNamedByAVariableOfItsOwn() {
        Base base = new Base(
                "rhel-ubi", "UBI", Libc.GLIBC, Optional.empty(), new BaseRecipe.Empty(), Optional.empty(), Map.of());

        assertThat(base.variable()).isEqualTo("TARE_BASE_RHEL_UBI");
    }

    @Test
    void everyMistakeIsFoundInOnePass() {
        String mistaken = """
                id = "Debian"
                name = "Debian"
                libc = "glib"
                [equivalent]
                kind = "packages"
                suit = "trixie"
                packages = "libc6"
                """;
        Problems problems = new Problems();

        BaseCatalogue.read(List.of(new CatalogueFile("bases/mistaken.toml", mistaken)), problems);

        assertThat(problems.found())
                .extracting(Problem::key)
                .contains("id", "libc", "equivalent.suite", "equivalent.suit", "equivalent.packages");
    }
}
