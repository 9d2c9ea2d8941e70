package dev.tarebench.toolchains.engines;

import dev.tarebench.toolchains.catalogue.Table;
import java.util.Map;

/** Something that an engine truly cannot do, with the reason and where its makers say so. */
public record Lack(String reason, String reference) {

    /** Reads {@code [lacks]}: capability to reason and reference. */
    public static Map<String, Lack> read(Table table) {
        return table.entries("lacks", lack -> new Lack(lack.string("reason"), lack.string("reference")));
    }
}
