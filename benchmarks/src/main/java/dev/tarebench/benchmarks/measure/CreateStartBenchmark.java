package dev.tarebench.benchmarks.measure;

/** The start of a container that was created before. */
public class CreateStartBenchmark extends CellBenchmark {}
