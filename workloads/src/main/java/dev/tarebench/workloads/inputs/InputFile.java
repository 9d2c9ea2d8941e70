package dev.tarebench.workloads.inputs;

/** A file or folder that a guest finds in its working directory; what its content is, the source knows. */
public record InputFile(String name, InputSource source) {}
