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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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
    void twoThreadsDoNotMakeTheSameEntryTwice() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        CountDownLatch waiting = new CountDownLatch(1);
        CountDownLatch making = new CountDownLatch(1);
        Cache cache = Cache.openAt(root, line -> waiting.countDown());
        try {
            Future<Entry> first = threads.submit(() -> cache.obtain("kind", "key", folder -> {
                making.countDown();
                await(waiting);
                return List.of(Files.writeString(folder.resolve("file"), "first"));
            }));
            await(making);
            Future<Entry> second = threads.submit(() -> obtain(cache, "second"));

            assertThat(second.get()).isEqualTo(first.get());
            assertThat(second.get().file("file")).hasContent("first");
            assertThat(made).hasValue(0);
        } finally {
            threads.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
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
