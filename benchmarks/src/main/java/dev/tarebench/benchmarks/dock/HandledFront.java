package dev.tarebench.benchmarks.dock;

import dev.tarebench.toolchains.Availability;
import dev.tarebench.toolchains.containers.ChosenRuntime;
import dev.tarebench.toolchains.containers.ContainerEngine;
import dev.tarebench.toolchains.containers.ContainerFront;
import dev.tarebench.toolchains.containers.Runs;
import dev.tarebench.toolchains.engines.Engine;
import dev.tarebench.toolchains.handlers.Carrier;
import dev.tarebench.toolchains.handlers.Form;
import dev.tarebench.toolchains.handlers.Handler;
import dev.tarebench.toolchains.handlers.Packaging;
import dev.tarebench.toolchains.handlers.Preopened;
import dev.tarebench.toolchains.tools.Tool;
import java.util.Map;
import java.util.Optional;

/**
 * A front that reaches a handler.
 *
 * @param tool the handler's own program on this machine
 */
public record HandledFront(ContainerFront front, Handler handler, Tool tool) {

    Availability<ContainerEngine> find(Fronts fronts) {
        return front.runs() == Runs.BUNDLE ? fronts.find(front, tool) : fronts.find(front);
    }

    String target(Form form) {
        return handler.target(front.id(), form);
    }

    Packaging packaging(Form form) {
        return handler.packaging(front.id(), form);
    }

    Manner manner(Packaging packaging) {
        Optional<String> platform = packaging == Packaging.LINUX
                ? Optional.empty()
                : Optional.of(packaging.platform().toString());
        Map<String, String> environment = handler.preopened() == Preopened.ROOT
                ? Map.of(Engine.FOLDER_VARIABLE, ProgramImages.DIRECTORY)
                : Map.of();
        return new Manner(runtime(), platform, environment, handler.exitCode());
    }

    private ChosenRuntime runtime() {
        if (handler.carrier() == Carrier.SHIM) {
            return ChosenRuntime.shim(handler.runtime());
        }
        Map<String, String> annotations = Map.of(Handler.ANNOTATION, handler.runtime());
        return front.runs() == Runs.BUNDLE
                ? new ChosenRuntime(Optional.empty(), Optional.empty(), annotations)
                : new ChosenRuntime(Optional.empty(), Optional.of(tool.start().get(0)), annotations);
    }
}
