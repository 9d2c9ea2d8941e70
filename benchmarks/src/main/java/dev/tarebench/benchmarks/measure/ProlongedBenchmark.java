package dev.tarebench.benchmarks.measure;

/** A program that does its work many times in one process: where a tiering engine overtakes shows in its repetitions. */
public class ProlongedBenchmark extends CellBenchmark {}
