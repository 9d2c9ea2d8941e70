"""Makes the reference table that the statistics are tested against.

    python -m venv somewhere && somewhere/bin/pip install scipy==1.17.1 numpy==2.4.6 diptest==0.12.0
    somewhere/bin/python reference.py > ../resources/dev/tarebench/reports/statistics/scipy.json

Every figure is SciPy's, NumPy's or diptest's, at full precision; Holm's method, which SciPy lacks, is spelled out here.
The bootstrap is compared with the exact bootstrap distribution, enumerated over all resamples of small samples.
"""

import itertools
import json
import sys

import diptest
import numpy as np
import scipy
from scipy import stats


def samples(rng, kind, n):
    if kind == "normal":
        return rng.normal(100, 5, n)
    if kind == "lognormal":
        return rng.lognormal(3, 0.4, n)
    if kind == "tied":
        return rng.integers(1, 6, n).astype(float)
    if kind == "bimodal":
        return np.where(rng.random(n) < 0.5, rng.normal(10, 1, n), rng.normal(20, 1, n))
    if kind == "outliers":
        values = rng.normal(50, 1, n)
        values[:: max(2, n // 3)] *= 3
        return values
    raise ValueError(kind)


def describe(x):
    median = np.median(x)
    mad = stats.median_abs_deviation(x)
    test = stats.quantile_test(x, q=median, p=0.5)
    interval = test.confidence_interval(0.95)
    return {
        "x": x.tolist(),
        "mean": np.mean(x),
        "median": median,
        "mad": mad,
        "min": x.min(),
        "max": x.max(),
        "q05": np.quantile(x, 0.05),
        "q25": np.quantile(x, 0.25),
        "q75": np.quantile(x, 0.75),
        "q99": np.quantile(x, 0.99),
        "interval": None if np.isnan([interval.low, interval.high]).any() else [interval.low, interval.high],
        "outliers": [int(i) for i in np.flatnonzero(np.abs(x - median) * 0.6744897501960817 > 3.5 * mad)] if mad > 0 else [],
        "dip": diptest.dipstat(x),
    }


def two(x, y):
    entry = {"x": x.tolist(), "y": y.tolist()}
    tied = len(np.unique(np.concatenate([x, y]))) < len(x) + len(y)
    methods = ["asymptotic"] if tied else ["asymptotic", "exact"]
    for method in methods:
        r = stats.mannwhitneyu(x, y, method=method, use_continuity=True)
        entry["mannwhitney_" + method] = [r.statistic, r.pvalue]
    entry["cliff"] = 2 * stats.mannwhitneyu(x, y).statistic / (len(x) * len(y)) - 1
    return entry


def paired(x, y):
    d = x - y
    entry = {"x": x.tolist(), "y": y.tolist()}
    nonzero = d[d != 0]
    tied = len(np.unique(np.abs(nonzero))) < len(nonzero) or len(nonzero) < len(d)
    r = stats.wilcoxon(x, y, zero_method="pratt", correction=True, method="asymptotic")
    entry["asymptotic"] = r.pvalue
    if not tied:
        entry["exact"] = stats.wilcoxon(x, y, method="exact").pvalue
    if len(d) <= 10:
        every = stats.PermutationMethod(n_resamples=np.inf)
        entry["permutation"] = stats.wilcoxon(x, y, zero_method="pratt", method=every).pvalue
    return entry


def holm(p):
    m = len(p)
    adjusted = [0.0] * m
    largest = 0.0
    for rank, index in enumerate(sorted(range(m), key=lambda i: p[i])):
        largest = max(largest, min(1.0, (m - rank) * p[index]))
        adjusted[index] = largest
    return adjusted


def exact_bootstrap(x, y, pair):
    """All resamples of both samples, each with the same weight: the quantiles that a bootstrap only estimates."""
    n = len(x)
    draws = list(itertools.product(range(n), repeat=n))
    mx = np.median(np.array(x)[np.array(draws)], axis=1)
    my = np.median(np.array(y)[np.array(draws)], axis=1)
    ratios = mx / my if pair else np.divide.outer(mx, my).ravel()
    ratios.sort()
    return {
        "x": list(x),
        "y": list(y),
        "paired": pair,
        "mean_log": float(np.mean(np.log(ratios))),
        "cdf_at_ratio": float(np.mean(ratios <= np.median(x) / np.median(y))),
        "sd_log": float(np.std(np.log(ratios))),
    }


def main():
    rng = np.random.default_rng(20261121)
    kinds = ["normal", "lognormal", "tied", "bimodal", "outliers"]
    table = {
        "made": {"by": "reference.py", "scipy": scipy.__version__, "numpy": np.__version__, "diptest": diptest.__version__},
        "describe": [describe(samples(rng, k, n)) for k in kinds for n in (1, 2, 5, 6, 9, 10, 20, 31, 100)],
        "two": [two(samples(rng, k, n), samples(rng, k, m) * f)
                for k in kinds for n, m in ((3, 3), (5, 8), (10, 10), (20, 20), (30, 45)) for f in (1.0, 1.2)],
        "paired": [paired(samples(rng, k, n), samples(rng, k, n) * f)
                   for k in kinds for n in (6, 10, 20, 40) for f in (1.0, 1.2)],
        "kruskal": [],
        "holm": [],
        "bootstrap": [exact_bootstrap([3.0, 5.0, 4.0, 7.0, 6.5], [2.0, 2.5, 3.5, 2.2, 3.0], pair) for pair in (True, False)]
        + [exact_bootstrap([10.0, 11.0, 14.0, 12.0], [5.0, 6.0, 5.5, 7.0], pair) for pair in (True, False)],
        "geometric": [],
    }
    for k in kinds:
        for groups in (2, 3, 5):
            xs = [samples(rng, k, 6 + 3 * g) for g in range(groups)]
            r = stats.kruskal(*xs)
            table["kruskal"].append({"groups": [x.tolist() for x in xs], "statistic": r.statistic, "p": r.pvalue})
    for m in (1, 2, 5, 20):
        p = rng.random(m) ** 3
        table["holm"].append({"p": p.tolist(), "adjusted": holm(p.tolist())})
    for n in (1, 2, 30):
        x = samples(rng, "lognormal", n)
        table["geometric"].append({"x": x.tolist(), "mean": stats.gmean(x)})
    json.dump(table, sys.stdout, indent=None, separators=(",", ":"))
    sys.stdout.write("\n")


main()
