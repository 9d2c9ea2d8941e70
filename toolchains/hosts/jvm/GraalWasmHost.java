package dev.tarebench.hosts;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.EnvironmentAccess;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.io.IOAccess;

/**
 * Gives GraalWasm, which is a library of the polyglot API, a command line. Modes: {@code interpreter} and
 * {@code compiled}; that the JVM has what the mode needs is checked, since Truffle falls back in silence.
 */
final class GraalWasmHost {
    /** As other engines answer to a trap: 128 + SIGABRT. */
    private static final int TRAPPED = 134;

    private static final int MISUSED = 2;

    /** The guest's calls are the JVM's calls; only the pages that are used count. */
    private static final long STACK_BYTES = 512L << 20;

    private GraalWasmHost() {}

    public static void main(String[] words) throws InterruptedException, IOException {
        if (List.of(words).equals(List.of("--version"))) {
            System.out.println("graalwasm " + version());
            return;
        }
        HostArguments arguments;
        try {
            arguments = HostArguments.parse(words);
        } catch (IllegalArgumentException problem) {
            System.err.println("graalwasm host: " + problem.getMessage());
            System.exit(MISUSED);
            return;
        }
        AtomicInteger code = new AtomicInteger();
        Thread guest = new Thread(null, () -> code.set(execute(arguments)), "guest", STACK_BYTES);
        guest.start();
        guest.join();
        System.exit(code.get());
    }

    /** The polyglot API's own file: its getVersion() tells "Development Build" where a stock JDK runs it. */
    private static String version() throws IOException {
        try (InputStream file =
                Engine.class.getResourceAsStream("/META-INF/graalvm/org.graalvm.polyglot/version")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    private static int execute(HostArguments arguments) {
        try (Engine engine = Engine.newBuilder("wasm").option("engine.WarnInterpreterOnly", "false").build()) {
            boolean interprets = engine.getImplementationName().equals("Interpreted");
            if (interprets != arguments.mode().equals("interpreter")) {
                System.err.println("graalwasm host: mode " + arguments.mode() + " on the implementation "
                        + engine.getImplementationName());
                return MISUSED;
            }
            return run(engine, arguments);
        } catch (IOException problem) {
            System.err.println("graalwasm host: " + problem);
            return TRAPPED;
        }
    }

    private static int run(Engine engine, HostArguments arguments) throws IOException {
        Source module = Source.newBuilder("wasm", arguments.module().toFile()).name("guest").build();
        try (Context context = context(engine, arguments)) {
            context.eval(module).newInstance().getMember("exports").invokeMember("_start");
            return 0;
        } catch (PolyglotException problem) {
            if (problem.isExit()) {
                return problem.getExitStatus();
            }
            System.err.println("graalwasm host: " + problem.getMessage());
            return TRAPPED;
        }
    }

    private static Context context(Engine engine, HostArguments arguments) throws IOException {
        FolderGuard guard = new FolderGuard(arguments.directories().values());
        Context.Builder context = Context.newBuilder("wasm")
                .engine(engine)
                .in(new FileInputStream(FileDescriptor.in))
                // Straight to the descriptors: System.out would encode and lock every byte.
                .out(new FileOutputStream(FileDescriptor.out))
                .err(new FileOutputStream(FileDescriptor.err))
                .arguments("wasm", arguments.guestArguments().toArray(String[]::new))
                .environment(arguments.environment())
                .allowEnvironmentAccess(EnvironmentAccess.NONE)
                .allowIO(IOAccess.newBuilder().fileSystem(new GuardedFiles(guard)).build())
                .option("wasm.Builtins", "wasi_snapshot_preview1");
        if (!arguments.directories().isEmpty()) {
            context.option("wasm.WasiMapDirs", mappings(arguments));
        }
        return context.build();
    }

    private static String mappings(HostArguments arguments) {
        return arguments.directories().entrySet().stream()
                .map(folder -> folder.getKey() + "::" + folder.getValue())
                .collect(Collectors.joining(","));
    }
}
