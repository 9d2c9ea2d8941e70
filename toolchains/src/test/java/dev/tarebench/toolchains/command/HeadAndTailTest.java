package dev.tarebench.toolchains.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeadAndTailTest {

    @Test
    void shortOutputIsKeptWhole() {
        HeadAndTail output = new HeadAndTail(5, 5);

        write(output, "12345");
        write(output, "6789");

        assertThat(output.text()).isEqualTo("123456789");
    }

    @Test
    void theMiddleOfLongOutputIsLeftOutAndCounted() {
        HeadAndTail output = new HeadAndTail(3, 4);

        for (int i = 0; i < 100; i++) {
            write(output, "0123456789");
        }

        assertThat(output.text().lines()).containsExactly("012", "[993 bytes left out]", "6789");
    }

    @Test
    void aCharacterOnTheBorderOfHeadAndTailStaysWhole() {
        HeadAndTail output = new HeadAndTail(1, 10);

        write(output, "\u00e9\u00e9");

        assertThat(output.text()).isEqualTo("\u00e9\u00e9");
    }

    private static void write(HeadAndTail output, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        output.write(bytes, 0, bytes.length);
    }
}
