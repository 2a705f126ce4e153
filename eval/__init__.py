"""Known answers, the scorer that judges against them, the baseline that may not sink, and the benchmarks."""
