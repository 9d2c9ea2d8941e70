package dev.tarebench.benchmarks.measure;

/** Many containers of one program at once: what each of them costs while it does nothing. */
public class DensityBenchmark extends CellBenchmark {}
