package dev.tarebench.toolchains.install;

import dev.tarebench.toolchains.catalogue.Table;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the {@code [install]} table of a tool's file: its kind decides which keys are known. */
public final class InstallReader {

    private static final Map<String, Function<Table, Install>> KINDS = Map.of(
            "build", BuildInstall::read,
            "cargo-path", CargoPathInstall::read,
            "go", GoInstall::read,
            "maven", MavenInstall::read,
            "path", PathInstall::read,
            "pip", PipInstall::read);

    private InstallReader() {}

    /** A kind that is not known is one mistake, and not one more for each of its keys. */
    public static Install read(Table tool) {
        Table table = tool.table("install");
        Optional<Function<Table, Install>> kind = table.word("kind", KINDS);
        if (kind.isEmpty()) {
            return new PathInstall("", "", new HostSources(java.util.List.of()));
        }
        Install install = kind.get().apply(table);
        table.finish();
        return install;
    }
}
