package dev.tarebench.toolchains.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tarebench.toolchains.template.ArgumentTemplate.Bindings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArgumentTemplateTest {

    private static final List<String> AWKWARD = List.of(
            "",
            " ",
            "a b",
            "\"",
            "'",
            "\\",
            "\n",
            "\t",
            "$HOME",
            "`id`",
            "*",
            "{args}",
            "{module}",
            "{",
            "}",
            "{}",
            "grüße",
            "日本",
            "🎈",
            "--",
            "-x",
            "a=b",
            "a::b",
            "\u00a0");

    private static ArgumentTemplate template(String... arguments) {
        return new ArgumentTemplate(List.of(arguments));
    }

    private static List<String> render(ArgumentTemplate template, Map<String, String> values, List<String> arguments) {
        return template.render(new Bindings(values, Map.of("args", Bindings.plain(arguments))));
    }

    @Test
    void aPlaceholderInsideAnArgumentIsReplacedInPlace() {
        assertThat(render(
                        template("--compile={compiled}", "{module}"),
                        Map.of("compiled", "c d", "module", "m"),
                        List.of()))
                .containsExactly("--compile=c d", "m");
    }

    @Test
    void noArgumentsBecomeNoArgument() {
        assertThat(render(template("run", "{args}"), Map.of(), List.of())).containsExactly("run");
    }

    @Test
    void aListWithABodyIsRepeatedForEachItem() {
        Bindings bindings = new Bindings(
                Map.of(),
                Map.of("dirs", List.of(Map.of("host", "/a b", "guest", "/"), Map.of("host", "/c", "guest", "/d"))));

        assertThat(template("{dirs:--dir={host}::{guest}}").render(bindings))
                .containsExactly("--dir=/a b::/", "--dir=/c::/d");
    }

    @Test
    void bracesThatBeginNoPlaceholderStayAsTheyAre() {
        assertThat(render(template("{\"json\": {}}", "{A}", "{1}"), Map.of(), List.of()))
                .containsExactly("{\"json\": {}}", "{A}", "{1}");
    }

    @Test
    void aPlaceholderThatNothingStandsForIsAnError() {
        ArgumentTemplate template = template("{module}");

        assertThatThrownBy(() -> render(template, Map.of(), List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("{module}");
    }

    /** Whatever the values hold, each argument comes out once, whole, in its place, and is not read as a template again. */
    @Test
    void noValueIsEverSplitOrJoined() {
        for (long seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            List<String> arguments = texts(random);
            String module = text(random);
            String name = text(random);
            String value = text(random);
            Bindings bindings = new Bindings(
                    Map.of("module", module),
                    Map.of("args", Bindings.plain(arguments), "env", List.of(Map.of("name", name, "value", value))));
            List<String> expected = new ArrayList<>(List.of("run", "--m=" + module, "--env=" + name + "=" + value));
            expected.addAll(arguments);
            expected.add("end");

            assertThat(template("run", "--m={module}", "{env:--env={name}={value}}", "{args}", "end")
                            .render(bindings))
                    .as("seed %d", seed)
                    .isEqualTo(expected);
        }
    }

    private static List<String> texts(Random random) {
        return IntStream.range(0, random.nextInt(6))
                .mapToObj(index -> text(random))
                .toList();
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int parts = random.nextInt(4); parts > 0; parts--) {
            text.append(AWKWARD.get(random.nextInt(AWKWARD.size())));
        }
        return text.toString();
    }
}
