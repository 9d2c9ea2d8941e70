/* Geometric means by target: the one picture of a suite. */
"use strict";

tare.means = (() => {
  const { model, format, chart } = tare;

  /** The prepared means with their intervals, or plain ones over whatever the filter leaves. */
  const rows = () => {
    const { inSection } = model.select();
    if (!model.state.pattern) {
      const found = model.run().means.filter(mean => sectionName(mean) === model.state.section);
      const tiers = new Map(inSection.map(i => [model.target(i), model.tier(i)]));
      return found.map(mean => ({ ...mean, tier: tiers.get(mean.target) }));
    }
    const byTarget = new Map();
    for (const i of inSection) {
      const ratio = model.figure("ratio", i);
      if (ratio === null) continue;
      const target = model.target(i);
      if (!byTarget.has(target)) byTarget.set(target, { target, tier: model.tier(i), sum: 0, programs: 0 });
      const entry = byTarget.get(target);
      entry.sum += Math.log(ratio);
      entry.programs++;
    }
    return [...byTarget.values()].map(entry => ({ ...entry, mean: Math.exp(entry.sum / entry.programs) }));
  };

  const sectionName = mean =>
    [mean.suite, mean.operation === "run" ? "" : mean.operation, mean.size, mean.platform].filter(part => part !== "" && part !== "unspecified").join(" · ");

  const sorted = () => rows().sort((a, b) => a.mean - b.mean);

  const build = () => {
    const c = tare.theme.colours();
    const data = sorted();
    const tiers = [...new Set(data.map(row => row.tier))];
    const most = Math.max(...data.map(row => row.programs));
    const low = Math.min(1, ...data.map(row => row.low ?? row.mean));
    const high = Math.max(1, ...data.map(row => row.high ?? row.mean));
    return chart.frame({
      height: 92 + 25 * data.length,
      grid: { left: 16, right: 84, top: 40, bottom: 4, containLabel: true },
      legend: chart.legend({ data: tiers.map(tier => ({ name: tier })) }),
      tooltip: {
        trigger: "item",
        formatter: ({ data: { row } }) => {
          return chart.tip(row.target, [
            ["geometric mean", `${format.ratio(row.mean)} ×`],
            ["95 % interval", row.low ? `${format.ratio(row.low)} to ${format.ratio(row.high)}` : ""],
            ["programs", `${row.programs}${row.programs < most ? ` of ${most}: do not compare` : ""}`],
            ["tier", row.tier],
          ]);
        },
      },
      xAxis: chart.axis({
        type: "log", position: "top", min: chart.roundDown(low), max: chart.roundUp(high),
        axisLabel: { formatter: format.axisRatio },
        minorTick: { show: false, splitNumber: 10 }, minorSplitLine: { show: true, lineStyle: { color: c.line, opacity: 0.45 } },
      }),
      yAxis: chart.names(data.map(row => row.target)),
      series: [
        ...tiers.map((tier, k) => ({
          name: tier, type: "scatter", symbolSize: 9, z: 6, color: c.tier(tier),
          data: data.flatMap((row, y) => (row.tier === tier
            ? [{ value: [row.mean, y], row, itemStyle: { opacity: row.programs < most ? 0.45 : 1 } }]
            : [])),
          markLine: k > 0 ? undefined : {
            silent: true, symbol: "none", label: { show: false },
            lineStyle: { color: c.muted, type: "solid", width: 1 }, data: [{ xAxis: 1 }],
          },
        })),
        chart.labels(data.map((row, y) => [
          row.high ?? row.mean, y,
          format.ratio(row.mean) + (row.programs < most ? `, ${row.programs} of ${most}` : ""), row.programs < most,
        ])),
        chart.whiskers(data.flatMap((row, y) => (row.low ? [[row.low, row.high, y]] : [])), c.muted),
      ],
    });
  };

  chart.define("chart-means", () => rows().length > 0, build);
  return { order: () => sorted().map(row => row.target) };
})();
