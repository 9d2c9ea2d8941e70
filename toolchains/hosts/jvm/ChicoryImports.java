package dev.tarebench.hosts;

import com.dylibso.chicory.runtime.HostFunction;
import com.dylibso.chicory.runtime.Instance;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Chicory's own WASI with a guard before each call that names a path: Chicory 1.7.5 follows symbolic links out of the
 * preopened folder.
 */
final class ChicoryImports {
    private static final long SUCCESS = 0;
    private static final long NOT_CAPABLE = 76;
    private static final int FOLLOWS_LINKS = 1;
    private static final int NEVER = -1;

    /** Where among a call's arguments a path stands: its folder, its address (the length follows), its lookup flags. */
    private record Place(int folder, int address, int flags) {}

    private static final Map<String, List<Place>> PATHS = Map.of(
            "path_open", List.of(new Place(0, 2, 1)),
            "path_filestat_get", List.of(new Place(0, 2, 1)),
            "path_filestat_set_times", List.of(new Place(0, 2, 1)),
            "path_link", List.of(new Place(0, 2, 1), new Place(4, 5, NEVER)),
            "path_rename", List.of(new Place(0, 1, NEVER), new Place(3, 4, NEVER)),
            "path_symlink", List.of(new Place(2, 3, NEVER)),
            "path_readlink", List.of(new Place(0, 1, NEVER)),
            "path_create_directory", List.of(new Place(0, 1, NEVER)),
            "path_remove_directory", List.of(new Place(0, 1, NEVER)),
            "path_unlink_file", List.of(new Place(0, 1, NEVER)));

    private final FolderGuard guard;

    ChicoryImports(FolderGuard guard) {
        this.guard = guard;
    }

    HostFunction[] around(HostFunction[] functions) {
        return Arrays.stream(functions).map(this::around).toArray(HostFunction[]::new);
    }

    private HostFunction around(HostFunction function) {
        boolean renumbers = function.name().equals("fd_renumber");
        if (!renumbers && !PATHS.containsKey(function.name())) {
            return function;
        }
        return new HostFunction(
                function.module(),
                function.name(),
                function.functionType(),
                (instance, words) -> renumbers
                        ? renumber(function, instance, words)
                        : guarded(function, instance, words));
    }

    private long[] renumber(HostFunction function, Instance instance, long[] words) {
        long[] error = function.handle().apply(instance, words);
        if (error[0] == SUCCESS) {
            guard.renumbered((int) words[0], (int) words[1]);
        }
        return error;
    }

    private long[] guarded(HostFunction function, Instance instance, long[] words) {
        for (Place place : PATHS.get(function.name())) {
            boolean follow = place.flags() != NEVER && (words[place.flags()] & FOLLOWS_LINKS) != 0;
            if (!guard.allows((int) words[place.folder()], path(instance, words, place.address()), follow)) {
                return new long[] {NOT_CAPABLE};
            }
        }
        long[] error = function.handle().apply(instance, words);
        if (error[0] == SUCCESS && function.name().equals("path_open")) {
            int opened = instance.memory().readInt((int) words[8]);
            guard.opened(opened, (int) words[0], path(instance, words, 2));
        }
        return error;
    }

    private static String path(Instance instance, long[] words, int address) {
        return instance.memory().readString((int) words[address], (int) words[address + 1]);
    }
}
