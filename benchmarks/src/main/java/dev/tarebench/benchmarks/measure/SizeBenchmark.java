package dev.tarebench.benchmarks.measure;

/** How large an image is: JMH times the reading of it, and the figures are bytes. */
public class SizeBenchmark extends CellBenchmark {}
