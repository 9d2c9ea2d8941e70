package dev.tarebench.benchmarks.command;

import dev.tarebench.toolchains.Progress;
import dev.tarebench.toolchains.cache.Cache;
import dev.tarebench.toolchains.cache.Tree;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows what the cache holds and how much; removes it, or only what a dead run left. */
@Command(name = "clean", mixinStandardHelpOptions = true, description = "Shows the cache, or removes it.")
final class CleanCommand implements Callable<Integer> {

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    SharedOptions shared = new SharedOptions();

    @Option(names = "--all", description = "remove everything that Tare ever put into its cache")
    boolean all;

    @Option(names = "--old", description = "remove tools in other builds than this Tare asks for")
    boolean old;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Cache cache = Cache.open(System.getenv(), Progress.silent());
        Session session = Session.open(shared.catalogue, spec.commandLine().getErr()::println);
        int leftovers = cache.removeLeftovers() + session.sweepContainers();
        out.println("removed %d leftover(s) of runs that are no more".formatted(leftovers));
        List<Path> others = session.toolbox().others(session.catalogue().tools());
        if (old) {
            for (Path tool : others) {
                say(out, true, Tree.bytes(tool), tool);
                Tree.delete(tool);
            }
        }
        // Layers lie in several folders by several names, and on the disk once.
        Set<Object> counted = new HashSet<>();
        for (Path folder : folders(cache.root())) {
            long bytes = Tree.bytes(folder, counted);
            if (all) {
                Tree.delete(folder);
            }
            say(out, all, bytes, folder);
        }
        if (!others.isEmpty() && !old && !all) {
            out.println("%d tool(s) are there in other builds than this Tare asks for; 'clean --old' removes those"
                    .formatted(others.size()));
        }
        out.flush();
        return ExitCode.COMPLETED.code();
    }

    private static void say(PrintWriter out, boolean removed, long bytes, Path folder) {
        out.println(String.format(
                Locale.ROOT, "%s %8.1f MiB  %s", removed ? "removed" : "holds  ", bytes / 1048576.0, folder));
    }

    private static List<Path> folders(Path root) throws IOException {
        try (Stream<Path> entries = Files.list(root)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        }
    }
}
