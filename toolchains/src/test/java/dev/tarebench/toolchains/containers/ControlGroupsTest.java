package dev.tarebench.toolchains.containers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarebench.toolchains.Availability.Ready;
import dev.tarebench.toolchains.Availability.Unavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kernel's files are played by plain ones in a folder. */
class ControlGroupsTest {

    private static final ContainerId ID = new ContainerId(new ProcessIdentity(7, 1_700_000_000_000L), 3);
    private static final String MOUNT = "30 24 0:26 / %s rw,relatime shared:4 - %s cgroup rw,%s%n";

    @TempDir
    private Path folder;

    @Test
    void versionOneIsReadFromOneHierarchyPerController() throws IOException {
        ControlGroups groups = versionOne();
        ControlGroup group = groups.create(ID);
        Files.writeString(folder.resolve("memory/tare/%s/memory.max_usage_in_bytes".formatted(ID)), "67108864\n");
        Files.writeString(folder.resolve("cpuacct/tare/%s/cpuacct.usage".formatted(ID)), "1500000\n");

        assertThat(group.path()).isEqualTo("/tare/" + ID);
        assertThat(group.peakBytes()).isEqualTo(OptionalLong.of(64L << 20));
        assertThat(group.cpuTime()).contains(Duration.ofNanos(1_500_000));
    }

    @Test
    void aNewGroupOfVersionOneGetsTheProcessorsOfTheOneAbove() throws IOException {
        versionOne().create(ID);

        assertThat(folder.resolve("cpuset/tare/%s/cpuset.cpus".formatted(ID))).hasContent("0-3");
        assertThat(folder.resolve("cpuset/tare/%s/cpuset.mems".formatted(ID))).hasContent("0");
    }

    @Test
    void versionTwoIsReadFromItsOneHierarchy() throws IOException {
        ControlGroup group = versionTwo("memory cpu").create(ID);
        Files.writeString(folder.resolve("tare/%s/memory.peak".formatted(ID)), "67108864\n");
        Files.writeString(folder.resolve("tare/%s/cpu.stat".formatted(ID)), "nr_periods 0\nusage_usec 1500\n");

        assertThat(group.peakBytes()).isEqualTo(OptionalLong.of(64L << 20));
        assertThat(group.cpuTime()).contains(Duration.ofNanos(1_500_000));
    }

    @Test
    void versionTwoHandsDownOnlyTheControllersThatThereAre() throws IOException {
        versionTwo("memory").create(ID);

        assertThat(folder.resolve("cgroup.subtree_control")).hasContent("+memory");
    }

    @Test
    void aPeakThatTheKernelDoesNotKeepIsAbsent() throws IOException {
        assertThat(versionTwo("memory").create(ID).peakBytes()).isEmpty();
        assertThat(versionOne().create(ID).cpuTime()).isEmpty();
    }

    @Test
    void aClosedGroupIsGoneFromEveryHierarchy() throws IOException {
        ControlGroups groups = versionOneWithoutProcessors();
        ControlGroup group = groups.create(ID);
        Files.createDirectories(folder.resolve("blkio/tare/%s/made-by-a-runtime".formatted(ID)));

        group.close();

        assertThat(folder.resolve("memory/tare")).doesNotExist();
        assertThat(folder.resolve("blkio/tare")).doesNotExist();
    }

    @Test
    void onlyGroupsOfDeadOwnersAreSwept() throws IOException {
        ControlGroups groups = versionOneWithoutProcessors();
        ContainerId living = new ContainerId(ProcessIdentity.current(), 1);
        groups.create(ID);
        groups.create(living);
        Files.createDirectories(folder.resolve("memory/tare/something-else"));

        groups.sweep();

        assertThat(folder.resolve("memory/tare").resolve(ID.toString())).doesNotExist();
        assertThat(folder.resolve("memory/tare").resolve(living.toString())).exists();
        assertThat(folder.resolve("memory/tare/something-else")).exists();
    }

    @Test
    void aMachineWithoutControlGroupsSaysSo() {
        assertThat(ControlGroups.find(MountTable.parse("")))
                .isInstanceOfSatisfying(
                        Unavailable.class,
                        missing -> assertThat(missing.reason()).contains("memory controller"));
    }

    @Test
    void aSliceIsNamedSoThatSystemdPutsItBelowOurs() {
        String name = SystemdSlice.name(ID);

        assertThat(name).isEqualTo("tare-tare_7_1700000000000_3.slice");
        assertThat(SystemdSlice.place(name)).hasToString("tare.slice/" + name);
        assertThat(SystemdSlice.id(name)).contains(ID);
    }

    private ControlGroups versionOne() throws IOException {
        Path cpuset = Files.createDirectories(folder.resolve("cpuset"));
        Files.writeString(cpuset.resolve("cpuset.cpus"), "0-3\n");
        Files.writeString(cpuset.resolve("cpuset.mems"), "0\n");
        return found(hierarchy("memory") + hierarchy("cpuacct") + hierarchy("cpuset"));
    }

    private ControlGroups versionOneWithoutProcessors() throws IOException {
        return found(hierarchy("memory") + hierarchy("blkio"));
    }

    private ControlGroups versionTwo(String controllers) throws IOException {
        Files.writeString(folder.resolve("cgroup.controllers"), controllers + "\n");
        return found(MOUNT.formatted(folder, "cgroup2", "nsdelegate"));
    }

    private String hierarchy(String controller) throws IOException {
        return MOUNT.formatted(Files.createDirectories(folder.resolve(controller)), "cgroup", controller);
    }

    private static ControlGroups found(String mounts) {
        assertThat(ControlGroups.find(MountTable.parse(mounts))).isInstanceOf(Ready.class);
        return ((Ready<ControlGroups>) ControlGroups.find(MountTable.parse(mounts))).value();
    }
}
