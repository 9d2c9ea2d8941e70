package dev.tarebench.benchmarks.command;

import dev.tarebench.benchmarks.dock.Fronts;
import dev.tarebench.toolchains.Availability;
import dev.tarebench.toolchains.containers.ContainerEngine;
import dev.tarebench.toolchains.containers.ContainerFront;
import dev.tarebench.toolchains.containers.ControlGroups;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the doctor says of containers: each front with its versions, or what it lacks and what brings it. */
final class ContainerLines {

    private static final String LINE = "%-12s %s";

    private ContainerLines() {}

    static List<String> of(Session session) {
        Fronts fronts = session.fronts();
        List<String> lines = new ArrayList<>();
        for (ContainerFront front : session.catalogue().fronts().values()) {
            lines.add(LINE.formatted(front.id(), front(fronts.find(front))));
        }
        session.catalogue()
                .bases()
                .values()
                .forEach(base -> fronts.obstacle(base)
                        .ifPresent(missing -> lines.add(LINE.formatted(base.id(), missing(missing)))));
        fronts.registryObstacle().ifPresent(missing -> lines.add(LINE.formatted("registry", missing(missing))));
        if (ControlGroups.find() instanceof Availability.Unavailable<ControlGroups> missing) {
            lines.add(LINE.formatted("memory", missing(missing)));
        }
        return lines;
    }

    private static String missing(Availability.Unavailable<?> missing) {
        return "missing: %s; %s".formatted(missing.reason(), missing.remedy());
    }

    private static String front(Availability<ContainerEngine> found) {
        if (found instanceof Availability.Unavailable<ContainerEngine> missing) {
            return missing(missing);
        }
        ContainerEngine engine = ((Availability.Ready<ContainerEngine>) found).value();
        return "client %s, %s%s%s, control groups by %s"
                .formatted(
                        engine.tool().version(),
                        engine.tool().file(),
                        engine.server().map(version -> ", server " + version).orElse(""),
                        engine.socket().map(place -> " at " + place).orElse(""),
                        Fronts.driver(engine).name().toLowerCase(Locale.ROOT));
    }
}
