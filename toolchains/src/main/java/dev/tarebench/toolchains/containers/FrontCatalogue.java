package dev.tarebench.toolchains.containers;

import dev.tarebench.toolchains.catalogue.CatalogueFile;
import dev.tarebench.toolchains.catalogue.Problems;
import dev.tarebench.toolchains.catalogue.Suggestion;
import dev.tarebench.toolchains.catalogue.Table;
import dev.tarebench.toolchains.catalogue.TomlReader;
import dev.tarebench.toolchains.template.ArgumentTemplate;
import dev.tarebench.toolchains.template.TemplateReader;
import dev.tarebench.toolchains.tools.LeastVersion;
import dev.tarebench.toolchains.tools.ToolDescription;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code containers/*.toml}: adding a front is adding a file. */
public final class FrontCatalogue {

    private static final Set<String> ALWAYS = Set.of("front", "socket", "state");

    private FrontCatalogue() {}

    public static Map<String, ContainerFront> read(List<CatalogueFile> files, Problems problems) {
        return TomlReader.readAll(files, problems, FrontCatalogue::front, ContainerFront::id);
    }

    private static ContainerFront front(Table table) {
        ToolDescription tool = ToolDescription.read(table, "front", Set.of("front", "install"));
        Optional<Runs> runs = table.word("runs", Runs.WORDS);
        Optional<ExitCode> exitCode = table.word("exit-code", ExitCode.WORDS);
        Optional<ContainerFront.Socket> socket = table.optionalTable("socket").map(FrontCatalogue::socket);
        Optional<ContainerFront.Server> server = table.optionalTable("server").flatMap(FrontCatalogue::server);
        Table commands = table.table("commands");
        Set<Option> createWithout = createWithout(commands);
        ContainerFront front = new ContainerFront(
                tool,
                runs.orElse(Runs.REFERENCE),
                exitCode.orElse(ExitCode.KEPT),
                socket,
                server,
                options(table),
                commands(commands),
                createWithout,
                table.optionalStrings("runtimes"),
                table.has("advice") ? table.pattern("advice") : Optional.empty(),
                table.has("hybrid-cgroups")
                        && table.word("hybrid-cgroups", Map.of("refused", true)).isPresent());
        if (!front.runtimes().isEmpty() && !front.options().containsKey(Option.PROGRAM)) {
            table.problem("runtimes", "needs the option 'program', by which a runtime is named");
        }
        if (front.socket().isEmpty()) {
            front.commands().values().stream()
                    .filter(command -> command.placeholders().contains("socket"))
                    .findFirst()
                    .ifPresent(command -> table.problem("socket", "is missing, but commands use {socket}"));
        }
        return front;
    }

    private static ContainerFront.Socket socket(Table table) {
        ContainerFront.Socket socket = new ContainerFront.Socket(table.string("variable"), table.strings("places"));
        table.finish();
        return socket;
    }

    private static Optional<ContainerFront.Server> server(Table table) {
        ArgumentTemplate command = TemplateReader.required(table, "command", ALWAYS);
        Map<Ability, LeastVersion> since = new EnumMap<>(Ability.class);
        table.optionalTable("since").ifPresent(releases -> {
            for (Ability ability : Ability.values()) {
                LeastVersion.read(releases, ability.key()).ifPresent(least -> since.put(ability, least));
            }
            releases.finish();
        });
        Optional<ContainerFront.Server> server =
                table.pattern("pattern").map(pattern -> new ContainerFront.Server(command, pattern, since));
        table.finish();
        return server;
    }

    private static Map<Option, ArgumentTemplate> options(Table front) {
        Map<Option, ArgumentTemplate> options = new EnumMap<>(Option.class);
        front.optionalTable("options").ifPresent(table -> {
            for (Option option : Option.values()) {
                TemplateReader.optional(table, option.key(), option.placeholders())
                        .ifPresent(template -> options.put(option, template));
            }
            table.finish();
        });
        return options;
    }

    private static Map<Verb, ArgumentTemplate> commands(Table table) {
        Map<Verb, ArgumentTemplate> commands = new EnumMap<>(Verb.class);
        for (Verb verb : Verb.values()) {
            if (verb.required()) {
                commands.put(verb, TemplateReader.required(table, verb.key(), verb.placeholders()));
            } else {
                TemplateReader.optional(table, verb.key(), verb.placeholders())
                        .ifPresent(template -> commands.put(verb, template));
            }
        }
        table.finish();
        return commands;
    }

    private static Set<Option> createWithout(Table commands) {
        Set<Option> without = EnumSet.noneOf(Option.class);
        for (String key : commands.optionalStrings("create-without")) {
            Option.of(key)
                    .ifPresentOrElse(
                            without::add,
                            () -> commands.problem(
                                    "create-without",
                                    "'%s' is no option%s".formatted(key, Suggestion.didYouMean(key, Option.keys()))));
        }
        return without;
    }
}
