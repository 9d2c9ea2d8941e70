package dev.tarebench.toolchains.cache;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** A lock that two processes, and two threads of one, cannot hold at once; the kernel frees it when its holder dies. */
public final class FileLock implements AutoCloseable {

    /** Java refuses a second lock of one file within one process instead of waiting, so threads queue here first. */
    private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

    private final ReentrantLock thread;
    private final FileChannel channel;

    private FileLock(ReentrantLock thread, FileChannel channel) {
        this.thread = thread;
        this.channel = channel;
    }

    /** Waits for the lock; {@code onWait} is told once if another process holds it. */
    public static FileLock acquire(Path file, Runnable onWait) throws IOException {
        ReentrantLock thread = threadLock(file);
        thread.lock();
        FileLock lock = new FileLock(thread, open(file, thread));
        try {
            if (lock.channel.tryLock() == null) {
                onWait.run();
                lock.channel.lock();
            }
            return lock;
        } catch (IOException | RuntimeException e) {
            // An interrupted wait, say: the other threads would queue for ever behind a lock that nobody holds.
            lock.close();
            throw e;
        }
    }

    /** The lock if nobody holds it. */
    public static Optional<FileLock> tryAcquire(Path file) throws IOException {
        ReentrantLock thread = threadLock(file);
        if (thread.isHeldByCurrentThread() || !thread.tryLock()) {
            return Optional.empty();
        }
        FileChannel channel = open(file, thread);
        if (channel.tryLock() == null) {
            channel.close();
            thread.unlock();
            return Optional.empty();
        }
        return Optional.of(new FileLock(thread, channel));
    }

    private static ReentrantLock threadLock(Path file) {
        return THREADS.computeIfAbsent(file.toAbsolutePath().normalize(), path -> new ReentrantLock());
    }

    private static FileChannel open(Path file, ReentrantLock thread) throws IOException {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            thread.unlock();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        thread.unlock();
    }
}
