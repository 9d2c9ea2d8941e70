package dev.tarebench.toolchains.handlers;

import dev.tarebench.toolchains.containers.Ability;
import dev.tarebench.toolchains.containers.ExitCode;
import dev.tarebench.toolchains.tools.ToolDescription;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An engine inside a container runtime.
 *
 * @param engine the engine's id, under which figures outside a container are found
 * @param fronts the fronts that can reach it; the first is the usual one, which targets do not name
 * @param runtime the name by which it is chosen: a shim's runtime, or crun's handler
 * @param joinsArguments whether a guest gets all its arguments in one, with blanks between them
 * @param library part of the name of a file that a process maps if and only if this engine runs in it
 */
public record Handler(
        ToolDescription tool,
        String engine,
        Carrier carrier,
        List<String> fronts,
        String runtime,
        boolean joinsArguments,
        Preopened preopened,
        ExitCode exitCode,
        String library,
        Map<String, Form> forms) {

    /** By this annotation crun chooses a handler; a name that it was not built with is an error, not another engine. */
    public static final String ANNOTATION = "run.oci.handler";

    private static final String DOCKER = "docker";

    public Handler {
        fronts = List.copyOf(fronts);
        forms = Collections.unmodifiableMap(new LinkedHashMap<>(forms));
    }

    public String id() {
        return tool.id();
    }

    /** The id of the target that this front makes of the form. */
    public String target(String front, Form form) {
        return (front.equals(fronts.get(0)) ? "" : front + "-") + id() + form.suffix();
    }

    /** The forms that this front can be given: Docker does not run Wasm artifacts. */
    public List<Form> formsFor(String front) {
        return forms.values().stream()
                .filter(form -> !(form.artifact() && front.equals(DOCKER)))
                .toList();
    }

    /** What the front's daemon must be able to do so that the handler can be given the form. */
    public List<Ability> asks(Form form) {
        return Stream.of(
                        carrier == Carrier.SHIM ? Stream.of(Ability.SHIMS) : Stream.<Ability>empty(),
                        form.artifact() ? Stream.of(Ability.ARTIFACTS) : Stream.<Ability>empty())
                .flatMap(abilities -> abilities)
                .toList();
    }

    /** How the module is packed for this front. */
    public Packaging packaging(String front, Form form) {
        if (form.artifact()) {
            return Packaging.ARTIFACT;
        }
        return front.equals(DOCKER) ? Packaging.WASI : Packaging.LINUX;
    }
}
