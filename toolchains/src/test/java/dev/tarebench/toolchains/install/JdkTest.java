package dev.tarebench.toolchains.install;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JdkTest {

    @ParameterizedTest
    @CsvSource({"17.0.15, 17", "25, 25", "25.0.1, 25", "1.8.0_292, 8"})
    void theFeatureReleaseIsTheFirstNumberThatCounts(String version, int feature) {
        assertThat(Jdk.feature("IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"%s\"\nOS_ARCH=\"x86_64\"\n".formatted(version)))
                .contains(feature);
    }

    @Test
    void aFolderOfAnotherKindHasNone() {
        assertThat(Jdk.feature("PRETTY_NAME=\"Debian\"")).isEmpty();
    }
}
