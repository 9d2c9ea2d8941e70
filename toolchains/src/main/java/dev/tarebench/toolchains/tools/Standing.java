package dev.tarebench.toolchains.tools;

/** Where a tool stands before anything is installed. */
public sealed interface Standing {

    /** It is here. */
    record Present(Tool tool) implements Standing {}

    /** It is not here but comes by itself, cheaply, when a cell needs it. */
    record Obtainable(ToolDescription description) implements Standing {}

    /** It is not here and does not come by itself. */
    record Absent(String reason, String remedy) implements Standing {}
}
