package dev.tarebench.toolchains.install;

import dev.tarebench.toolchains.catalogue.Table;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the {@code [install]} table of a tool's file: its kind decides which keys are known. */
public final class InstallReader {

    private static final Map<String, Function<Table, Install>> KINDS = Map.of(
            "path", table -> new PathInstall(table.string("file"), table.string("remedy")),
            "pip",
                    table -> new PipInstall(
                            table.string("package"), table.string("version"), table.string("file"), cost(table)),
            "maven",
                    table -> new MavenInstall(
                            (int) table.integer("java"), table.strings("jars"), table.strings("sources"), cost(table)));

    private InstallReader() {}

    public static Install read(Table tool) {
        Table table = tool.table("install");
        Optional<Function<Table, Install>> kind = table.word("kind", KINDS);
        if (kind.isEmpty()) {
            return new PathInstall("", "");
        }
        table.optionalString("host");
        table.optionalString("remedy");
        table.optionalString("cost");
        table.optionalNumber("minutes");
        Install install = kind.get().apply(table);
        table.finish();
        return install;
    }

    private static Cost cost(Table table) {
        boolean slow = table.word("cost", Map.of("cheap", false, "slow", true)).orElse(false);
        double minutes = table.optionalNumber("minutes").orElse(0.5);
        return new Cost(slow, Duration.ofMillis(Math.round(minutes * 60_000)));
    }
}
