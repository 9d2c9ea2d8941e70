package dev.tarebench.toolchains.emulators;

import dev.tarebench.toolchains.catalogue.CatalogueFile;
import dev.tarebench.toolchains.catalogue.Problems;
import dev.tarebench.toolchains.catalogue.Table;
import dev.tarebench.toolchains.catalogue.TomlReader;
import dev.tarebench.toolchains.images.Platform;
import dev.tarebench.toolchains.template.ArgumentTemplate;
import dev.tarebench.toolchains.template.TemplateReader;
import dev.tarebench.toolchains.tools.ToolDescription;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code emulators/*.toml}: adding an emulator is adding a file. */
public final class EmulatorCatalogue {

    private static final Set<String> TOOL = Set.of("emulator", "install", "hosts");
    private static final Set<String> RUN = Set.of("emulator", "install", "hosts", "program", "args");
    private static final Map<String, Platform> ARCHITECTURES =
            Map.of("arm64", Platform.LINUX_ARM64, "riscv64", Platform.LINUX_RISCV64);

    private EmulatorCatalogue() {}

    public static Map<String, Emulator> read(List<CatalogueFile> files, Problems problems) {
        return TomlReader.readAll(files, problems, EmulatorCatalogue::emulator, Emulator::id);
    }

    private static Emulator emulator(Table table) {
        ToolDescription tool = ToolDescription.read(table, "emulator", TOOL);
        Map<Platform, ArgumentTemplate> platforms = new LinkedHashMap<>();
        Table all = table.table("platforms");
        ARCHITECTURES.forEach((architecture, platform) -> all.optionalTable(architecture)
                .ifPresent(one -> {
                    platforms.put(platform, TemplateReader.required(one, "run", RUN));
                    one.finish();
                }));
        all.finish();
        return new Emulator(tool, platforms);
    }
}
