package dev.tarebench.workloads.inputs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A text that is short enough to stand in the workload's file. */
public record LiteralText(String text) implements InputSource {

    @Override
    public List<String> identity() {
        return List.of("literal", text);
    }

    @Override
    public void writeTo(Path place, InputStore store) throws IOException {
        Files.writeString(place, text, StandardCharsets.UTF_8);
    }
}
