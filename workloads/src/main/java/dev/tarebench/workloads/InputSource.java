package dev.tarebench.workloads;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Where the content of an input file comes from: made from a seed, or taken from a package. */
public interface InputSource {

    /** Whatever makes one content differ from another. */
    List<String> identity();

    /** Writes the content. */
    void writeTo(Path file) throws IOException;
}
