package dev.tarebench.benchmarks.command;

import dev.tarebench.benchmarks.plan.Catalogue;
import dev.tarebench.toolchains.Progress;
import dev.tarebench.toolchains.cache.Cache;
import dev.tarebench.toolchains.catalogue.ResourceFolder;
import dev.tarebench.toolchains.compilers.LentCompilers;
import dev.tarebench.toolchains.install.OtherTools;
import dev.tarebench.toolchains.install.Workshop;
import dev.tarebench.toolchains.tools.ToolDescription;
import dev.tarebench.toolchains.tools.Toolbox;
import dev.tarebench.workloads.build.ArtifactBuilder;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What every command that touches tools opens first, in the order in which it can fail. */
public record Session(Catalogue catalogue, Cache cache, Toolbox toolbox, ArtifactBuilder builder) {

    public static Session open(Optional<Path> ownCatalogue, Progress progress) {
        Map<String, String> environment = System.getenv();
        Catalogue catalogue = Catalogue.load(ownCatalogue);
        Cache cache = Cache.open(environment, progress);
        Workshop workshop = new Workshop(
                environment,
                ResourceFolder.beside(ToolDescription.class, "tare/hosts"),
                Path.of(System.getProperty("java.home")),
                cache.root().resolve("clients"),
                OtherTools.none(),
                progress);
        Toolbox compilersOnly = new Toolbox(cache, workshop);
        Toolbox toolbox = new Toolbox(
                cache, workshop.with(new LentCompilers(compilersOnly, catalogue.compilers(), workshop.clients())));
        return new Session(
                catalogue,
                cache,
                toolbox,
                new ArtifactBuilder(cache, toolbox, catalogue.compilers().values()));
    }
}
