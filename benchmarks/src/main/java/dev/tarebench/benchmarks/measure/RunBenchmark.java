package dev.tarebench.benchmarks.measure;

/** A program from its start to its end. */
public class RunBenchmark extends CellBenchmark {}
