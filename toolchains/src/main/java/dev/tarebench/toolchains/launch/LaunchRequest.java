package dev.tarebench.toolchains.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes an invocation in the form that the native launcher reads; {@code launcher/request.h} describes it. */
final class LaunchRequest {

    private static final Duration LONGEST = Duration.ofDays(365);

    private final ByteArrayOutputStream body = new ByteArrayOutputStream(4096);

    private LaunchRequest() {}

    /** @throws IllegalArgumentException if a string holds a NUL, which no operating system can pass on */
    static byte[] of(Invocation invocation, String program) {
        LaunchRequest request = new LaunchRequest();
        Duration timeout = invocation.timeout().compareTo(LONGEST) > 0 ? LONGEST : invocation.timeout();
        request.number(timeout.toNanos());
        request.number(invocation.outputLimitBytes());
        request.count(invocation.cpus().size());
        invocation.cpus().forEach(request::count);
        request.strings(invocation.cgroups().stream()
                .map(folder -> absolute(folder.resolve("cgroup.procs")))
                .toList());
        request.string(program);
        request.string(absolute(invocation.directory()));
        request.string(invocation.standardInput().map(LaunchRequest::absolute).orElse(""));
        request.string(absolute(invocation.standardOutput()));
        request.string(absolute(invocation.standardError()));
        request.strings(invocation.command());
        request.strings(variables(invocation));
        return request.framed();
    }

    /** Sorted: the order of variables moves the child's stack as their length does, and a map of Java's has none. */
    private static List<String> variables(Invocation invocation) {
        List<String> variables = new ArrayList<>();
        for (Map.Entry<String, String> variable : new TreeMap<>(environment(invocation)).entrySet()) {
            variables.add(variable.getKey() + "=" + variable.getValue());
        }
        return variables;
    }

    /** The child's whole environment. */
    static Map<String, String> environment(Invocation invocation) {
        Map<String, String> environment = new TreeMap<>(invocation.environment());
        environment.put(Invocation.PADDING_VARIABLE, "x".repeat(invocation.environmentPaddingBytes()));
        return environment;
    }

    private static String absolute(Path path) {
        return path.toAbsolutePath().toString();
    }

    private void strings(List<String> strings) {
        count(strings.size());
        strings.forEach(this::string);
    }

    private void string(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a NUL character in '%s'".formatted(text.replace('\0', '?')));
        }
        byte[] bytes = text.getBytes(UTF_8);
        count(bytes.length);
        body.writeBytes(bytes);
        body.write(0);
    }

    private void count(int value) {
        body.writeBytes(ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.nativeOrder())
                .putInt(value)
                .array());
    }

    private void number(long value) {
        body.writeBytes(ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.nativeOrder())
                .putLong(value)
                .array());
    }

    private byte[] framed() {
        return ByteBuffer.allocate(Integer.BYTES + body.size())
                .order(ByteOrder.nativeOrder())
                .putInt(body.size())
                .put(body.toByteArray())
                .array();
    }
}
