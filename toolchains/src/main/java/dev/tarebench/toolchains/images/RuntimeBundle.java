package dev.tarebench.toolchains.images;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/** Writes the bundle that runc and crun run: the runtime specification's config.json beside a shared root. */
public final class RuntimeBundle {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> CAPABILITIES = List.of(
            "CAP_CHOWN",
            "CAP_DAC_OVERRIDE",
            "CAP_FOWNER",
            "CAP_KILL",
            "CAP_NET_BIND_SERVICE",
            "CAP_SETGID",
            "CAP_SETUID");
    private static final List<String> NAMESPACES = List.of("pid", "network", "ipc", "uts", "mount");
    private static final List<String> MASKED =
            List.of("/proc/kcore", "/proc/keys", "/proc/timer_list", "/sys/firmware");

    private RuntimeBundle() {}

    public static void write(BundleSettings settings, Path bundle) throws IOException {
        Files.createDirectories(bundle);
        Files.write(bundle.resolve("config.json"), configuration(settings));
    }

    static byte[] configuration(BundleSettings settings) {
        ObjectNode document = JSON.createObjectNode().put("ociVersion", "1.0.2");
        process(document.putObject("process"), settings);
        document.putObject("root")
                .put("path", settings.rootFilesystem().toString())
                .put("readonly", true);
        document.put("hostname", "tare");
        mounts(document.putArray("mounts"), settings);
        limits(document.putObject("linux"), settings);
        ObjectNode annotations = document.putObject("annotations");
        new TreeMap<>(settings.annotations()).forEach(annotations::put);
        return ImageWriter.bytes(document);
    }

    private static void process(ObjectNode process, BundleSettings settings) {
        process.put("terminal", false);
        process.putObject("user").put("uid", 0).put("gid", 0);
        settings.command().forEach(process.putArray("args")::add);
        ArrayNode environment = process.putArray("env");
        new TreeMap<>(settings.environment()).forEach((name, value) -> environment.add(name + "=" + value));
        process.put("cwd", settings.directory());
        ObjectNode capabilities = process.putObject("capabilities");
        for (String set : List.of("bounding", "effective", "permitted")) {
            CAPABILITIES.forEach(capabilities.putArray(set)::add);
        }
        process.put("noNewPrivileges", true);
    }

    private static void mounts(ArrayNode mounts, BundleSettings settings) {
        mount(mounts, "/proc", "proc", "proc", List.of("nosuid", "noexec", "nodev"));
        mount(mounts, "/dev", "tmpfs", "tmpfs", List.of("nosuid", "strictatime", "mode=755", "size=65536k"));
        mount(mounts, "/sys", "sysfs", "sysfs", List.of("nosuid", "noexec", "nodev", "ro"));
        for (BindMount bind : settings.mounts()) {
            mount(
                    mounts,
                    bind.guest(),
                    "bind",
                    bind.host().toString(),
                    List.of("rbind", bind.readOnly() ? "ro" : "rw"));
        }
    }

    private static void mount(ArrayNode mounts, String guest, String type, String source, List<String> options) {
        ObjectNode mount =
                mounts.addObject().put("destination", guest).put("type", type).put("source", source);
        options.forEach(mount.putArray("options")::add);
    }

    private static void limits(ObjectNode linux, BundleSettings settings) {
        settings.controlGroup().ifPresent(path -> linux.put("cgroupsPath", path));
        ObjectNode resources = linux.putObject("resources");
        resources.putArray("devices").addObject().put("allow", false).put("access", "rwm");
        settings.cpus().ifPresent(cpus -> resources.putObject("cpu").put("cpus", cpus));
        settings.memoryBytes()
                .ifPresent(bytes ->
                        resources.putObject("memory").put("limit", bytes).put("swap", bytes));
        ArrayNode namespaces = linux.putArray("namespaces");
        NAMESPACES.forEach(type -> namespaces.addObject().put("type", type));
        MASKED.forEach(linux.putArray("maskedPaths")::add);
    }
}
