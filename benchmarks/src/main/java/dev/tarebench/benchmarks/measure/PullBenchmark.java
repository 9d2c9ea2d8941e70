package dev.tarebench.benchmarks.measure;

/** An image on its way from a registry into a store that holds nothing of it. */
public class PullBenchmark extends CellBenchmark {}
