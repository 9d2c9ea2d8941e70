package dev.tarebench.toolchains.install;

import dev.tarebench.toolchains.cache.Cache;
import dev.tarebench.toolchains.cache.Digest;
import dev.tarebench.toolchains.cache.Entry;
import dev.tarebench.toolchains.cache.Making;
import dev.tarebench.toolchains.cache.Tree;
import dev.tarebench.toolchains.catalogue.Table;
import dev.tarebench.toolchains.command.Command;
import dev.tarebench.toolchains.template.ArgumentTemplate;
import dev.tarebench.toolchains.template.ArgumentTemplate.Bindings;
import dev.tarebench.toolchains.template.TemplateReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A tool that is made by commands, one after the other, of packages and of our own sources.
 *
 * @param hosts the only ones of our hosts that {@code {hosts}} holds while the steps run
 * @param start what starts the tool when its program alone does not
 * @param program what such a tool is called on the PATH, where others may have brought it
 * @param file the program
 */
public record BuildInstall(
        HostSources hosts,
        List<BuildPackage> packages,
        List<ArgumentTemplate> steps,
        Optional<ArgumentTemplate> start,
        Optional<String> program,
        String file,
        Terms terms)
        implements Install {

    private static final String INSTALL = "install";
    private static final String HOSTS = "hosts";
    private static final String JOBS = "jobs";

    /** Where the folder will stand once it is whole, for programs into which that must be written. */
    private static final String PLACE = "place";

    /** A folder that outlives the build: what one has compiled, another of the same sources need not. */
    private static final String KEPT = "kept";

    private static final Set<String> STEP = Set.of(INSTALL, HOSTS, JOBS, PLACE, KEPT, OtherTools.ZIG);
    private static final String RECIPE = "recipe";

    public BuildInstall {
        packages = List.copyOf(packages);
        steps = List.copyOf(steps);
    }

    static BuildInstall read(Table table) {
        List<BuildPackage> packages = new ArrayList<>();
        table.optionalTable("debian").map(DebianTree::read).ifPresent(packages::add);
        table.optionalTable("debian-source").map(DebianSource::read).ifPresent(packages::add);
        table.optionalTable("pip-source").map(PipSource::read).ifPresent(packages::add);
        table.optionalTable("pip-wheel").map(PipWheel::read).ifPresent(packages::add);
        table.optionalTable("cargo-source").map(CargoSource::read).ifPresent(packages::add);
        return new BuildInstall(
                HostSources.read(table),
                packages,
                TemplateReader.steps(table, "steps", STEP),
                TemplateReader.optional(table, "start", Set.of(INSTALL)),
                table.optionalString("program"),
                table.string("file"),
                Terms.read(table));
    }

    @Override
    public String what() {
        List<String> parts =
                new ArrayList<>(packages.stream().map(BuildPackage::what).toList());
        hosts.folders().stream().findFirst().ifPresent(host -> parts.add("our host " + host));
        return String.join(" and ", parts);
    }

    @Override
    public Cost cost() {
        return terms.cost();
    }

    @Override
    public Optional<Obstacle> obstacle(Workshop workshop) {
        List<String> clients =
                packages.stream().flatMap(each -> each.clients().stream()).toList();
        return hosts.obstacle(workshop)
                .or(() -> terms.obstacle(clients, workshop))
                .or(() -> usesZig() ? workshop.otherTools().obstacle(OtherTools.ZIG) : Optional.empty());
    }

    @Override
    public List<String> identity(Workshop workshop) {
        List<String> identity = new ArrayList<>(List.of("build", file));
        packages.forEach(each -> identity.addAll(each.identity()));
        steps.forEach(step -> identity.addAll(step.arguments()));
        start.ifPresent(arguments -> identity.addAll(arguments.arguments()));
        identity.addAll(hosts.identity(workshop));
        if (usesZig()) {
            identity.addAll(workshop.otherTools().identity(OtherTools.ZIG));
        }
        return identity;
    }

    @Override
    public List<Path> into(Path folder, Workshop workshop) throws IOException {
        for (BuildPackage each : packages) {
            each.into(folder, workshop, terms.timeout());
        }
        Path copies = folder.resolve(HOSTS);
        hosts.copyTo(copies, workshop);
        runSteps(folder, copies, workshop);
        Tree.delete(copies);
        Path program = folder.resolve(file);
        if (!Files.isRegularFile(program)) {
            throw new IOException("its steps did not make " + file);
        }
        Digest recipe = new Digest();
        identity(workshop).forEach(recipe::text);
        Files.writeString(folder.resolve(RECIPE), recipe.hex(), StandardCharsets.US_ASCII);
        return vouched(folder, program);
    }

    private void runSteps(Path folder, Path copies, Workshop workshop) throws IOException {
        Map<String, String> values = new HashMap<>(Map.of(
                INSTALL, folder.toString(),
                HOSTS, copies.toString(),
                PLACE, Cache.destination(folder).toString(),
                KEPT, workshop.client("kept").toString(),
                JOBS, Integer.toString(Runtime.getRuntime().availableProcessors())));
        Map<String, String> environment = new HashMap<>();
        if (usesZig()) {
            OtherTools.Borrowed zig = workshop.otherTools().obtain(OtherTools.ZIG);
            values.put(OtherTools.ZIG, zig.program().toString());
            environment.putAll(zig.environment());
        }
        for (ArgumentTemplate step : steps) {
            Command.of(step.render(new Bindings(values, Map.of())))
                    .inDirectory(folder)
                    .withEnvironment(Making.environment(folder))
                    .withEnvironment(environment)
                    .withTimeout(terms.timeout())
                    .withHint("see the last lines; a full disk looks like this too")
                    .runChecked();
        }
    }

    /** The program, the libraries that it loads, and what else the steps made; neither headers nor sources of others. */
    private static List<Path> vouched(Path folder, Path program) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.equals(program) || counts(folder.relativize(file)))
                    .sorted()
                    .toList();
        }
    }

    private static boolean counts(Path file) {
        String top = file.getName(0).toString();
        boolean library = file.getFileName().toString().contains(".so");
        return library || !Set.of("tree", "source").contains(top);
    }

    private boolean usesZig() {
        return steps.stream().anyMatch(step -> step.placeholders().contains(OtherTools.ZIG));
    }

    @Override
    public List<String> start(Path folder, Workshop workshop) {
        return start.map(arguments -> arguments.render(new Bindings(Map.of(INSTALL, folder.toString()), Map.of())))
                .orElseGet(() -> List.of(folder.resolve(file).toString()));
    }

    /** The list of all files and the recipe: the program alone says nothing of the libraries that it loads. */
    @Override
    public Path mainFile(Path folder) {
        return new Entry(folder).manifest();
    }
}
