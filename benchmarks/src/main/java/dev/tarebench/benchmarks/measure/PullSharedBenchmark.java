package dev.tarebench.benchmarks.measure;

/** An image on its way from a registry into a store that holds the base that it shares with others. */
public class PullSharedBenchmark extends CellBenchmark {}
