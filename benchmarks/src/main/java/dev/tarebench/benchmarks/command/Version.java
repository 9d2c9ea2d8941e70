package dev.tarebench.benchmarks.command;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version that results carry, from the jar's manifest. */
final class Version implements IVersionProvider {

    static String text() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("unpackaged");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"Tare " + text()};
    }
}
