package dev.tarebench.benchmarks.command;

import dev.tarebench.benchmarks.plan.Unusable;
import dev.tarebench.reports.UnreadableResult;
import dev.tarebench.toolchains.SetupFailure;
import dev.tarebench.toolchains.catalogue.Suggestion;
import dev.tarebench.workloads.Size;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The root of all commands, and the one place where an exception becomes a message and an exit code. */
@Command(
        name = "benchmarks.jar",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Weighs what it costs to run the same program natively, in a container, and as WebAssembly.")
public final class TareCommand implements Runnable {

    @Spec
    CommandSpec spec = CommandSpec.create();

    /** In the order in which the help shows them. */
    private static Map<String, Callable<Integer>> commands() {
        Map<String, Callable<Integer>> commands = new LinkedHashMap<>();
        commands.put("list", new ListCommand());
        commands.put("doctor", new DoctorCommand());
        commands.put("provision", new ProvisionCommand());
        commands.put("selftest", new SelftestCommand());
        commands.put("run", new RunCommand());
        commands.put("dump", new DumpCommand());
        commands.put("report", new ReportCommand());
        commands.put("compare", new CompareCommand());
        commands.put("gate", new GateCommand());
        commands.put("clean", new CleanCommand());
        commands.put("bench", new BenchCommand());
        return commands;
    }

    /** Runs the command line and returns the exit code. */
    public static int execute(String... arguments) {
        return commandLine(arguments.length == 0 ? "" : arguments[0])
                .setExecutionExceptionHandler(TareCommand::failed)
                .setParameterExceptionHandler(TareCommand::misused)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(Size.class, new SizeWord())
                .registerConverter(Duration.class, new DurationText())
                .registerConverter(Percentage.class, new Percentage.Converter())
                .execute(arguments);
    }

    /** Picocli reflects for milliseconds on each command that it knows, so it is told of the one that is called alone. */
    private static CommandLine commandLine(String called) {
        CommandLine line = new CommandLine(new TareCommand());
        Map<String, Callable<Integer>> all = commands();
        all.forEach((name, command) -> {
            if (name.equals(called) || !all.containsKey(called)) {
                line.addSubcommand(name, command);
            }
        });
        return line;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    private static int misused(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        PrintWriter err = command.getErr();
        String hint = "";
        if (failure instanceof UnmatchedArgumentException unmatched) {
            hint = Suggestion.didYouMean(unmatched.getUnmatched().get(0), words(command));
        }
        err.println("error: " + failure.getMessage() + hint);
        err.println("try:   " + command.getCommandSpec().qualifiedName() + " --help");
        err.flush();
        return ExitCode.USAGE.code();
    }

    /** What may be said at this place. */
    private static Set<String> words(CommandLine command) {
        return command.getSubcommands().isEmpty()
                ? command.getCommandSpec().optionsMap().keySet()
                : command.getSubcommands().keySet();
    }

    private static int failed(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        err.println("error: " + message(failure));
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            // Further lines are where a parser stood, which the failure tells in its own words.
            String reason = message(cause).lines().findFirst().orElse("");
            if (!message(failure).contains(reason)) {
                err.println("because: " + reason);
            }
        }
        remedy(failure).ifPresent(remedy -> err.println("try:   " + remedy));
        if (parsed.expandedArgs().contains("--verbose")) {
            failure.printStackTrace(err);
        }
        err.flush();
        return exitCode(failure).code();
    }

    private static String message(Throwable failure) {
        String message = failure.getMessage();
        if (failure instanceof FileSystemException file && file.getReason() == null) {
            return message + ": " + fault(file);
        }
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
    }

    /** The platform says which file, and leaves what is wrong with it to the exception's name. */
    private static String fault(FileSystemException failure) {
        if (failure instanceof NoSuchFileException) {
            return "no such file or folder";
        }
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        return failure instanceof FileAlreadyExistsException
                ? "is there already, and no folder"
                : failure.getClass().getSimpleName();
    }

    private static Optional<String> remedy(Throwable failure) {
        return failure instanceof SetupFailure setup && !setup.remedy().isBlank()
                ? Optional.of(setup.remedy())
                : Optional.empty();
    }

    private static ExitCode exitCode(Throwable failure) {
        return failure instanceof Unusable || failure instanceof UnreadableResult ? ExitCode.USAGE : ExitCode.SETUP;
    }
}
