/* One program on all its targets: medians, samples, phases, memory. */
"use strict";

tare.program = (() => {
  const { model, format, chart } = tare;
  const ROW = 27;

  /** The cells of the chosen program that have samples, fastest first. */
  const cells = () => {
    const { inSection } = model.select();
    return inSection.filter(i => model.familyOf(i) === model.state.program && model.figure("median", i) !== null)
      .sort((a, b) => model.figure("median", a) - model.figure("median", b));
  };

  /** What can be said about all targets at once. */
  const note = () => {
    const [first] = cells();
    const p = first === undefined ? null : model.figure("familyP", first);
    if (p === null) return "";
    return `${p < 0.05 ? "The targets differ" : "No difference between the targets is shown"} (Kruskal-Wallis, p ${format.probability(p)}).`;
  };

  const label = i => model.target(i);
  const height = (count, extra) => extra + ROW * count;
  const unit = indices => model.unit(indices[0]);

  const valueAxis = (indices, values, wide) => chart.axis({
    type: wide ? "log" : "value", position: "top", scale: wide,
    ...(wide ? { min: chart.roundDown(Math.min(...values)), max: chart.roundUp(Math.max(...values)) } : { min: 0 }),
    axisLabel: { formatter: format.axisUnit(unit(indices)) },
    splitNumber: 4,
  });

  const grid = top => ({ left: 16, right: 62, top, bottom: 6, containLabel: true });

  const bars = () => {
    const c = tare.theme.colours();
    const indices = cells();
    const medians = indices.map(i => model.figure("median", i));
    const ends = indices.flatMap(i => [model.figure("low", i), model.figure("high", i)].filter(v => v !== null));
    const wide = chart.isWide(medians);
    return chart.frame({
      height: height(indices.length, 44),
      grid: grid(8),
      tooltip: {
        formatter: ({ dataIndex }) => {
          const i = indices[dataIndex];
          const figure = name => format.inUnit(model.figure(name, i), model.unit(i));
          return chart.tip(model.id(i), [
            ["median", figure("median")],
            ["95 % interval", model.figure("low", i) === null ? "" : `${figure("low")} to ${figure("high")}`],
            ["range", `${figure("min")} to ${figure("max")}`],
            ["samples", String(model.figure("n", i))],
            ["outliers", model.figure("outliers", i) ? String(model.figure("outliers", i)) : ""],
          ]);
        },
      },
      xAxis: valueAxis(indices, [...medians, ...ends], wide),
      yAxis: chart.names(indices.map(label)),
      series: [
        {
          type: wide ? "scatter" : "bar", barWidth: 11, symbolSize: 9,
          data: indices.map((i, y) => ({
            value: wide ? [medians[y], y] : medians[y],
            itemStyle: { color: c.tier(model.tier(i)), borderRadius: [0, 2, 2, 0] },
          })),
        },
        chart.labels(indices.map((i, y) => [model.figure("high", i) ?? medians[y], y, format.inUnit(medians[y], unit(indices))])),
        chart.whiskers(
          indices.flatMap((i, y) => {
            const low = model.figure("low", i);
            return low === null ? [] : [[low, model.figure("high", i), y]];
          }), c.ink, 1.2),
      ],
    });
  };

  /** Steady scatter of the points across their row, so that a redraw does not make them dance. */
  const jitter = k => (((k * 0.6180339887) % 1) - 0.5) * 0.6;

  const strips = () => {
    const c = tare.theme.colours();
    const indices = cells();
    const raw = indices.map(i => model.figure("raw", i));
    const all = raw.flat();
    const wide = chart.isWide(all);
    return chart.frame({
      height: height(indices.length, 44),
      points: all.length,
      grid: grid(8),
      tooltip: {
        formatter: ({ data }) =>
          chart.tip(label(data.cell), [["sample", format.inUnit(data.value[0], unit(indices))], ["in order", `${data.k + 1}`]]),
      },
      xAxis: wide ? valueAxis(indices, all, true) : chart.axis({
        type: "value", position: "top", scale: true, splitNumber: 4,
        axisLabel: { formatter: format.axisUnit(unit(indices)) },
      }),
      yAxis: [
        chart.names(indices.map(label)),
        { type: "value", show: false, inverse: true, min: -0.5, max: indices.length - 0.5 },
      ],
      series: [
        {
          type: "scatter", yAxisIndex: 1, symbolSize: 5, large: all.length > 5000,
          data: indices.flatMap((i, y) => raw[y].map((value, k) => ({
            value: [value, y + jitter(k)], cell: i, k,
            itemStyle: { color: c.tier(model.tier(i)), opacity: 0.55 },
          }))),
        },
        { type: "scatter", data: [], silent: true },
      ],
    });
  };

  const PHASES = [["startup", "start-up"], ["run", "run"], ["teardown", "teardown"]];
  const withPhases = () => cells().filter(i => PHASES.some(([id]) => model.figure(id, i) !== null));

  const phases = () => {
    const c = tare.theme.colours();
    const indices = withPhases();
    const shades = [c.series[1], c.series[0], c.muted];
    const total = i => PHASES.reduce((sum, [id]) => sum + (model.figure(id, i) ?? 0), 0);
    // Absolute times of targets that lie far apart would leave all but the slowest invisible.
    const shares = chart.isWide(indices.map(total));
    document.getElementById("phases-caption").textContent = shares
      ? "Start-up, run and teardown, as shares of each target’s time"
      : "Start-up, run and teardown";
    const shown = (id, i) => {
      const value = model.figure(id, i);
      return value === null ? "-" : shares ? 100 * value / total(i) : value;
    };
    return chart.frame({
      height: height(indices.length, 74),
      grid: grid(34),
      legend: chart.legend({ data: PHASES.map(([, name]) => name) }),
      tooltip: {
        trigger: "axis", axisPointer: { type: "none" },
        formatter: items => chart.tip(label(indices[items[0].dataIndex]),
          PHASES.map(([id, name]) => [name, format.milliseconds(model.figure(id, indices[items[0].dataIndex]))])),
      },
      xAxis: chart.axis({ type: "value", position: "top", splitNumber: 4, max: shares ? 100 : null, interval: shares ? 25 : null, axisLabel: { formatter: value => (shares ? `${value} %` : format.axisTime(value)) } }),
      yAxis: chart.names(indices.map(label)),
      series: PHASES.map(([id, name], k) => ({
        name, type: "bar", stack: "phases", barWidth: 11,
        itemStyle: { color: shades[k] },
        data: indices.map(i => shown(id, i)),
      })),
    });
  };

  const MEMORY = [["maxRss", "resident, one process"], ["cgroupPeak", "cgroup, with page cache"]];
  const withMemory = () => cells().filter(i => MEMORY.some(([id]) => model.figure(id, i) !== null));

  const memory = () => {
    const c = tare.theme.colours();
    const indices = cells();
    const kinds = MEMORY.filter(([id]) => indices.some(i => model.figure(id, i) !== null));
    const both = indices.some(i => kinds.length > 1 && kinds.every(([id]) => model.figure(id, i) !== null));
    const sampled = i => (model.figure("sampled", i) ? "≥ " : "");
    return chart.frame({
      height: height(indices.length, 74),
      grid: grid(34),
      legend: chart.legend({ data: kinds.map(([, name]) => name) }),
      tooltip: {
        trigger: "axis", axisPointer: { type: "none" },
        formatter: items => {
          const i = indices[items[0].dataIndex];
          return chart.tip(label(i), kinds.map(([id, name]) => {
            const figure = format.mebibytes(model.figure(id, i));
            return [name, figure && (id === "maxRss" ? sampled(i) : "") + figure];
          }));
        },
      },
      xAxis: chart.axis({ type: "value", position: "top", splitNumber: 4, axisLabel: { formatter: format.axisSize } }),
      yAxis: chart.names(indices.map(label)),
      series: [...kinds.map(([id, name], k) => ({
        name, type: "bar", barWidth: both ? 7 : 11, barGap: both ? "20%" : "-100%",
        itemStyle: { color: [c.series[2], c.series[4]][k], borderRadius: [0, 2, 2, 0] },
        data: indices.map(i => model.figure(id, i) ?? "-"),
      })), chart.labels(indices.flatMap((i, y) => (kinds.some(([id]) => model.figure(id, i) !== null) ? [] : [[0, y, "no figure", true]])))],
    });
  };

  chart.define("chart-bars", () => cells().length > 0, bars);
  chart.define("chart-strips", () => cells().length > 0, strips);
  chart.define("chart-phases", () => withPhases().length > 0, phases);
  chart.define("chart-memory", () => withMemory().length > 0, memory);
  return { cells, note };
})();
