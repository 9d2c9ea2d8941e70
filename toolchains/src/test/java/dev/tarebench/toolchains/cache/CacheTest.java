package dev.tarebench.toolchains.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tarebench.toolchains.Progress;
import dev.tarebench.toolchains.SetupFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class CacheTest {

    @TempDir
    Path root;

    private final AtomicInteger made = new AtomicInteger();

    private Entry obtain(String text) {
        return obtain(Cache.openAt(root, Progress.silent()), text);
    }

    private Entry obtain(Cache cache, String text) {
        return cache.obtain("kind", "key", folder -> {
            made.incrementAndGet();
            return List.of(Files.writeString(folder.resolve("file"), text, StandardCharsets.UTF_8));
        });
    }

    private List<String> leftovers() throws IOException {
        try (Stream<Path> files = Files.list(root.resolve("kind"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("key"))
                    .toList();
        }
    }

    @Test
    void anEntryIsMadeOnce() {
        obtain("first");

        assertThat(obtain("second").file("file")).hasContent("first");
        assertThat(made).hasValue(1);
    }

    @Test
    void anEntryThatWasChangedIsMadeAgain() throws IOException {
        Files.writeString(obtain("first").file("file"), "tampered");

        assertThat(obtain("second").file("file")).hasContent("second");
    }

    @Test
    void anEntryThatLostAFileIsMadeAgain() throws IOException {
        Files.delete(obtain("first").file("file"));

        assertThat(obtain("second").file("file")).hasContent("second");
    }

    @Test
    void anEntryWhoseManifestIsCutShortIsMadeAgain() throws IOException {
        Files.writeString(obtain("first").manifest(), "3f");

        assertThat(obtain("second").file("file")).hasContent("second");
    }

    @Test
    void whoeverMakesAnEntryKnowsWhereItWillStand() {
        Entry entry = Cache.openAt(root, Progress.silent()).obtain("kind", "a-key", folder -> {
            Files.writeString(folder.resolve("file"), Cache.destination(folder).toString());
            return List.of(folder.resolve("file"));
        });

        assertThat(entry.file("file")).hasContent(entry.directory().toString());
    }

    @Test
    void lookingMakesNothing() {
        assertThat(Cache.openAt(root, Progress.silent()).find("kind", "key")).isEmpty();
        assertThat(root.resolve("kind")).doesNotExist();
    }

    @Test
    void aMakerThatFailsLeavesNothing() throws IOException {
        Cache cache = Cache.openAt(root, Progress.silent());

        assertThatThrownBy(() -> cache.obtain("kind", "key", folder -> {
                    Files.writeString(folder.resolve("file"), "half");
                    throw new IOException("the network is gone");
                }))
                .isInstanceOf(SetupFailure.class)
                .hasMessageContaining("the network is gone");
        assertThat(leftovers()).isEmpty();
        assertThat(obtain("whole").file("file")).hasContent("whole");
    }

    @Test
    void aCacheThatSharesAFolderLeavesWhatIsBeingMadeThere(@TempDir Path other) throws IOException {
        Files.createDirectories(root.resolve("kind"));
        Files.createSymbolicLink(other.resolve("kind"), root.resolve("kind"));
        Cache sharing = Cache.openAt(other, Progress.silent());

        Entry entry = Cache.openAt(root, Progress.silent()).obtain("kind", "key", folder -> {
            assertThat(sharing.removeLeftovers()).isZero();
            return List.of(Files.writeString(folder.resolve("file"), "whole"));
        });

        assertThat(entry.file("file")).hasContent("whole");
    }

    @Test
    void aMakerThatWasKilledLeavesNothingToTripOver() throws IOException, InterruptedException {
        try (CachingJvm other = CachingJvm.halfWayThrough(root, "key")) {
            other.kill();
        }
        assertThat(leftovers()).hasSize(1);

        assertThat(obtain("whole").file("file")).hasContent("whole");
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void twoProcessesDoNotMakeTheSameEntryTwice() throws IOException {
        try (CachingJvm other = CachingJvm.halfWayThrough(root, "key")) {
            Cache waiting = Cache.openAt(root, line -> other.goOn());

            assertThat(obtain(waiting, "made here").file("file")).hasContent("made by the other");
            assertThat(made).hasValue(0);
        }
    }

    @Test
    @Timeout(60)
    void aWaitThatIsInterruptedLeavesNobodyWaiting() throws IOException, InterruptedException, ExecutionException {
        try (CachingJvm other = CachingJvm.halfWayThrough(root, "key")) {
            Cache impatient = Cache.openAt(root, line -> Thread.currentThread().interrupt());
            assertThatThrownBy(() -> obtain(impatient, "never")).isNotNull();
            assertThat(Thread.interrupted()).isTrue();
            other.kill();
        }
        FutureTask<Entry> next = new FutureTask<>(() -> obtain("whole"));
        new Thread(next, "next").start();

        assertThat(next.get().file("file")).hasContent("whole");
    }

    @Test
    @Timeout(60)
    void twoThreadsDoNotMakeTheSameEntryTwiceAndSayNothingOfWaiting() throws InterruptedException, ExecutionException {
        List<String> said = new CopyOnWriteArrayList<>();
        Cache cache = Cache.openAt(root, said::add);
        CountDownLatch making = new CountDownLatch(1);
        FutureTask<Entry> second = new FutureTask<>(() -> obtain(cache, "second"));
        Thread waiting = new Thread(second, "second");
        FutureTask<Entry> first = new FutureTask<>(() -> cache.obtain("kind", "key", folder -> {
            making.countDown();
            while (waiting.getState() != Thread.State.WAITING && waiting.getState() != Thread.State.TERMINATED) {
                Thread.onSpinWait();
            }
            return List.of(Files.writeString(folder.resolve("file"), "first"));
        }));
        new Thread(first, "first").start();
        making.await();
        waiting.start();

        assertThat(second.get()).isEqualTo(first.get());
        assertThat(second.get().file("file")).hasContent("first");
        assertThat(made).hasValue(0);
        assertThat(said).isEmpty();
    }

    @Test
    void aFolderThatCannotBeWrittenIsASetupFailureWithItsRemedy() throws IOException {
        Path file = Files.writeString(root.resolve("file"), "in the way");

        assertThatThrownBy(() -> Cache.openAt(file.resolve("cache"), Progress.silent()))
                .isInstanceOfSatisfying(
                        SetupFailure.class,
                        failure -> assertThat(failure.remedy()).contains("TARE_HOME"))
                .hasMessageContaining("cannot be written");
    }

    @Test
    void theCacheLiesWhereTheEnvironmentSays() {
        assertThat(Cache.place(Map.of("TARE_HOME", "/t", "XDG_CACHE_HOME", "/x", "HOME", "/h")))
                .isEqualTo(Path.of("/t"));
        assertThat(Cache.place(Map.of("TARE_HOME", " ", "XDG_CACHE_HOME", "/x", "HOME", "/h")))
                .isEqualTo(Path.of("/x/tare"));
        assertThat(Cache.place(Map.of("HOME", "/h"))).isEqualTo(Path.of("/h/.cache/tare"));
    }
}
