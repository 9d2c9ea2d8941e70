package dev.tarebench.workloads.inputs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Where the content of an input comes from: made from a seed, or taken from a package. */
public sealed interface InputSource
        permits LiteralText, Montage, PackageFile, Picture, SeededBytes, SeededFolder, SeededText {

    /** Whatever makes one content differ from another. */
    List<String> identity();

    /** Makes the content, a file or a folder; the store has what it is made of. */
    void writeTo(Path place, InputStore store) throws IOException;
}
