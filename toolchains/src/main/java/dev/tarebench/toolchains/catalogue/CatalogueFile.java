package dev.tarebench.toolchains.catalogue;

/** One file of a catalogue folder as text: reading it is apart from understanding it. */
public record CatalogueFile(String path, String text) {

    /** The file's name without folder and ending: what the thing it describes must be called. */
    public String stem() {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
