package dev.tarebench.toolchains.machine;

import dev.tarebench.toolchains.cache.Digest;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;
import oshi.hardware.HardwareAbstractionLayer;
import oshi.software.os.OperatingSystem;

/**
 * What is known of this machine, by dotted paths ({@code cpu.model}).
 *
 * @param facts what holds for the whole run
 * @param fingerprint equal on two machines exactly when their absolute figures may be compared
 */
public record Machine(SortedMap<String, Object> facts, String fingerprint) {

    public Machine {
        facts = new TreeMap<>(facts);
    }

    /** Looks at the machine; takes a few hundred milliseconds and must not run while anything is timed. */
    public static Machine look() {
        SystemInfo system = new SystemInfo();
        SortedMap<String, Object> facts = new TreeMap<>();
        hardware(system.getHardware(), facts);
        software(system.getOperatingSystem(), facts);
        kernelFiles(new SystemFiles(Path.of("/")), facts);
        return new Machine(facts, fingerprint(facts));
    }

    private static void hardware(HardwareAbstractionLayer hardware, Map<String, Object> facts) {
        CentralProcessor processor = hardware.getProcessor();
        facts.put("cpu.model", processor.getProcessorIdentifier().getName().strip());
        facts.put("cpu.vendor", processor.getProcessorIdentifier().getVendor());
        facts.put("cpu.microarchitecture", processor.getProcessorIdentifier().getMicroarchitecture());
        facts.put("cpu.identifier", processor.getProcessorIdentifier().getIdentifier());
        facts.put("cpu.cores", processor.getPhysicalProcessorCount());
        facts.put("cpu.logical", processor.getLogicalProcessorCount());
        facts.put("cpu.available", Runtime.getRuntime().availableProcessors());
        facts.put("memory.totalBytes", hardware.getMemory().getTotal());
        facts.put("swap.totalBytes", hardware.getMemory().getVirtualMemory().getSwapTotal());
        facts.put("hardware.manufacturer", hardware.getComputerSystem().getManufacturer());
        facts.put("hardware.model", hardware.getComputerSystem().getModel());
    }

    private static void software(OperatingSystem system, Map<String, Object> facts) {
        facts.put("os", system.toString());
        facts.put("architecture", System.getProperty("os.arch", "unknown"));
        facts.put("java", "%s %s".formatted(System.getProperty("java.vm.name"), Runtime.version()));
    }

    private static void kernelFiles(SystemFiles files, Map<String, Object> facts) {
        files.text("proc/sys/kernel/osrelease").ifPresent(text -> facts.put("kernel", text));
        files.text("proc/sys/kernel/randomize_va_space").ifPresent(text -> facts.put("aslr", text));
        files.text("sys/devices/system/cpu/smt/active").ifPresent(text -> facts.put("cpu.smt", text));
        files.text("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor")
                .ifPresent(text -> facts.put("cpu.governor", text));
        files.text("sys/devices/system/cpu/intel_pstate/no_turbo")
                .ifPresent(text -> facts.put("cpu.turbo", text.equals("0") ? "on" : "off"));
        files.text("sys/devices/system/cpu/cpufreq/boost")
                .ifPresent(text -> facts.put("cpu.turbo", text.equals("1") ? "on" : "off"));
        files.text("sys/devices/system/clocksource/clocksource0/current_clocksource")
                .ifPresent(text -> facts.put("clocksource", text));
        files.text("sys/kernel/mm/transparent_hugepage/enabled").ifPresent(text -> facts.put("memory.hugepages", text));
        facts.put("cgroup.version", cgroupVersion(files));
        files.text("proc/cpuinfo").ifPresent(text -> {
            cpuField(text, "microcode").ifPresent(value -> facts.put("cpu.microcode", value));
            cpuField(text, "flags").ifPresent(flags -> facts.put("virtualised", flags.contains(" hypervisor")));
        });
        load(files).ifPresent(load -> facts.put("load.before", load));
    }

    private static String cgroupVersion(SystemFiles files) {
        if (files.has("sys/fs/cgroup/cgroup.controllers")) {
            return "2";
        }
        return files.has("sys/fs/cgroup/unified") ? "1 (hybrid)" : files.has("sys/fs/cgroup/memory") ? "1" : "none";
    }

    /** The first value of a field in the text of /proc/cpuinfo. */
    static Optional<String> cpuField(String cpuinfo, String field) {
        return cpuinfo.lines()
                .filter(line -> line.startsWith(field))
                .map(line -> line.substring(line.indexOf(':') + 1))
                .map(String::strip)
                .findFirst();
    }

    /** The load of the last minute. */
    public static Optional<Double> load() {
        return load(new SystemFiles(Path.of("/")));
    }

    private static Optional<Double> load(SystemFiles files) {
        return files.text("proc/loadavg").map(text -> Double.valueOf(text.split(" ", 2)[0]));
    }

    private static String fingerprint(Map<String, Object> facts) {
        Digest digest = new Digest();
        Arrays.asList(
                        "cpu.model",
                        "cpu.identifier",
                        "cpu.microcode",
                        "cpu.logical",
                        "memory.totalBytes",
                        "kernel",
                        "os")
                .forEach(key -> digest.text(String.valueOf(facts.get(key))));
        return digest.hex().substring(0, 16);
    }
}
