package dev.tarebench.toolchains.compilers;

import dev.tarebench.toolchains.install.Obstacle;
import dev.tarebench.toolchains.install.OtherTools;
import dev.tarebench.toolchains.tools.Standing;
import dev.tarebench.toolchains.tools.Tool;
import dev.tarebench.toolchains.tools.Toolbox;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Lends the catalogue's compilers to engines that are built from source, or that compile a guest to a program. */
public final class LentCompilers implements OtherTools {

    private final Toolbox toolbox;
    private final Map<String, Compiler> compilers;
    private final Path clients;
    private final Map<String, Borrowed> lent = new ConcurrentHashMap<>();

    /** @param toolbox one that needs no other tools itself */
    public LentCompilers(Toolbox toolbox, Map<String, Compiler> compilers, Path clients) {
        this.toolbox = toolbox;
        this.compilers = Map.copyOf(compilers);
        this.clients = clients;
    }

    @Override
    public Optional<Obstacle> obstacle(String id) {
        Optional<Compiler> compiler = Optional.ofNullable(compilers.get(id));
        if (compiler.isEmpty()) {
            return Optional.of(new Obstacle(
                    "no compiler of the catalogue is called " + id, "add compilers/%s.toml".formatted(id)));
        }
        return toolbox.look(compiler.get().tool()) instanceof Standing.Absent absent
                ? Optional.of(new Obstacle(absent.reason(), absent.remedy()))
                : Optional.empty();
    }

    @Override
    public List<String> identity(String id) {
        return Optional.ofNullable(compilers.get(id))
                .map(compiler -> toolbox.identity(compiler.tool()))
                .orElse(List.of(id));
    }

    @Override
    public Optional<Borrowed> present(String id) {
        Optional<Borrowed> known = Optional.ofNullable(lent.get(id));
        return known.or(() -> Optional.ofNullable(compilers.get(id))
                .flatMap(compiler -> toolbox.look(compiler.tool()) instanceof Standing.Present present
                        ? Optional.of(lend(compiler, present.tool()))
                        : Optional.empty()));
    }

    @Override
    public Borrowed obtain(String id) {
        return present(id).orElseGet(() -> {
            Compiler compiler = Optional.ofNullable(compilers.get(id))
                    .orElseThrow(() -> new IllegalStateException("no compiler of the catalogue is called " + id));
            return lend(compiler, toolbox.obtain(compiler.tool()));
        });
    }

    private Borrowed lend(Compiler compiler, Tool tool) {
        Borrowed borrowed = new Borrowed(tool.file(), environment(compiler));
        lent.put(compiler.id(), borrowed);
        return borrowed;
    }

    /** As when it builds a guest: its cache is the same one, so that its libraries are built once. */
    private Map<String, String> environment(Compiler compiler) {
        String cache = clients.resolve(compiler.id()).toString();
        Map<String, String> environment = new HashMap<>();
        compiler.builds().values().stream()
                .flatMap(languages -> languages.values().stream())
                .forEach(build -> build.environment()
                        .forEach((name, value) -> environment.put(name, value.replace("{cache}", cache))));
        return environment;
    }
}
