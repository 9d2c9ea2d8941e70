package dev.tarebench.hosts;

import com.dylibso.chicory.compiler.Cache;
import com.dylibso.chicory.compiler.InterpreterFallback;
import com.dylibso.chicory.compiler.MachineFactoryCompiler;
import com.dylibso.chicory.runtime.HostFunction;
import com.dylibso.chicory.runtime.ImportValues;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.wasi.WasiExitException;
import com.dylibso.chicory.wasi.WasiOptions;
import com.dylibso.chicory.wasi.WasiPreview1;
import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Gives Chicory, which is a library, a command line. Modes: {@code interpreter}, {@code compiler}, {@code compiled}. */
final class ChicoryHost {
    /** As other engines answer to a trap: 128 + SIGABRT. */
    private static final int TRAPPED = 134;

    private static final int MISUSED = 2;

    /** The guest's calls are the JVM's calls; only the pages that are used count. */
    private static final long STACK_BYTES = 512L << 20;

    private ChicoryHost() {}

    public static void main(String[] words) throws InterruptedException, IOException {
        if (List.of(words).equals(List.of("--version"))) {
            System.out.println("chicory " + version());
            return;
        }
        HostArguments arguments;
        try {
            arguments = HostArguments.parse(words);
        } catch (IllegalArgumentException problem) {
            System.err.println("chicory host: " + problem.getMessage());
            System.exit(MISUSED);
            return;
        }
        AtomicInteger code = new AtomicInteger();
        Thread guest = new Thread(null, () -> code.set(execute(arguments)), "guest", STACK_BYTES);
        guest.start();
        guest.join();
        System.exit(code.get());
    }

    private static String version() throws IOException {
        Properties properties = new Properties();
        try (InputStream maven = Instance.class.getResourceAsStream(
                "/META-INF/maven/com.dylibso.chicory/runtime/pom.properties")) {
            properties.load(maven);
        }
        return properties.getProperty("version");
    }

    private static int execute(HostArguments arguments) {
        try {
            WasmModule module = Parser.parse(arguments.module());
            if (arguments.compile().isPresent()) {
                compile(module, new WrittenCode(arguments.compile().get()));
                return 0;
            }
            run(module, arguments);
            return 0;
        } catch (WasiExitException exit) {
            return exit.exitCode();
        } catch (IOException | RuntimeException | StackOverflowError trap) {
            System.err.println("chicory host: " + trap);
            return TRAPPED;
        }
    }

    private static void run(WasmModule module, HostArguments arguments) throws IOException {
        WasiPreview1 wasi = WasiPreview1.builder().withOptions(options(arguments)).build();
        FolderGuard guard = new FolderGuard(arguments.directories().values());
        HostFunction[] imports = new ChicoryImports(guard).around(wasi.toHostFunctions());
        Instance.Builder instance = Instance.builder(module)
                .withImportValues(ImportValues.builder().addFunction(imports).build());
        switch (arguments.mode()) {
            case "interpreter" -> {}
            case "compiler" -> instance.withMachineFactory(compile(module, new NoCode()));
            case "compiled" -> instance.withMachineFactory(
                    compile(module, new ReadCode(arguments.compiled().orElseThrow())));
            default -> throw new IllegalArgumentException("unknown mode '" + arguments.mode() + "'");
        }
        instance.build();
    }

    private static Function<Instance, Machine> compile(WasmModule module, Cache cache) {
        return MachineFactoryCompiler.builder(module)
                // A function beyond the JVM's 64 KiB would be interpreted, and a slow run look like a compiled one.
                .withInterpreterFallback(InterpreterFallback.FAIL)
                .withCache(cache)
                .compile();
    }

    private static WasiOptions options(HostArguments arguments) {
        WasiOptions.Builder options = WasiOptions.builder()
                // Straight to the descriptors: System.out would encode and lock every byte.
                .withStdin(new FileInputStream(FileDescriptor.in), false)
                .withStdout(new FileOutputStream(FileDescriptor.out), false)
                .withStderr(new FileOutputStream(FileDescriptor.err), false)
                .withArguments(arguments.guestArguments());
        arguments.environment().forEach(options::withEnvironment);
        arguments.directories().forEach(options::withDirectory);
        return options.build();
    }

    /** Compiles every time. */
    private record NoCode() implements Cache {
        @Override
        public byte[] get(String key) {
            return null;
        }

        @Override
        public void putIfAbsent(String key, byte[] code) {}
    }

    /** Keeps the classes that the compiler makes: Chicory's build-time compilation without its Maven plugin. */
    private record WrittenCode(Path file) implements Cache {
        @Override
        public byte[] get(String key) {
            return null;
        }

        @Override
        public void putIfAbsent(String key, byte[] code) throws IOException {
            Files.write(file, code);
        }
    }

    /** Gives the kept classes back; that the compiler wants to store something would mean that it ran after all. */
    private record ReadCode(Path file) implements Cache {
        @Override
        public byte[] get(String key) throws IOException {
            return Files.readAllBytes(file);
        }

        @Override
        public void putIfAbsent(String key, byte[] code) {
            throw new IllegalStateException(file + " was not used: the module was compiled again");
        }
    }
}
