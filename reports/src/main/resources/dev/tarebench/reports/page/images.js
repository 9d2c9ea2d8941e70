/* Images as best practice has them beside the fat kind: sizes and pull times. */
"use strict";

(() => {
  const { model, format, chart } = tare;
  const ROWS_IN_SIGHT = 30;

  const operation = i => model.word(model.cells().operation, i);
  const isFat = i => model.word(model.cells().variant, i) === "fat";
  const name = i => model.id(i).replace(/^images\/[a-z-]+\//, "").replace("~fat@", "@");
  const key = i => `${name(i)}\n${model.word(model.cells().size, i)}\n${model.word(model.cells().platform, i)}`;

  /** One row for each image: the index of each kind, and of each with its base present; any of them may be missing. */
  const rows = wanted => {
    const found = new Map();
    for (const i of model.select().matching) {
      const shared = operation(i) === `${wanted}-shared`;
      if ((!shared && operation(i) !== wanted) || model.figure("median", i) === null) continue;
      if (!found.has(key(i))) found.set(key(i), { name: name(i) });
      found.get(key(i))[(isFat(i) ? "fat" : "practice") + (shared ? "Shared" : "")] = i;
    }
    return [...found.values()];
  };

  const of = (metric, i) => (i === undefined ? null : model.figure(metric, i));
  const sorted = (list, metric) =>
    list.filter(row => of(metric, row.practice) !== null || of(metric, row.fat) !== null)
      .sort((a, b) => (of(metric, a.practice) ?? of(metric, a.fat)) - (of(metric, b.practice) ?? of(metric, b.fat)));

  /** The figure itself, and what is saved of the fat kind's. */
  const label = (metric, row, show) => [show(of(metric, row.practice)), saved(metric, row)].filter(Boolean).join(", ");

  const saved = (metric, row) => {
    const practice = of(metric, row.practice);
    const fat = of(metric, row.fat);
    return practice === null || !fat ? "" : `${(100 * (1 - practice / fat)).toFixed(practice / fat < 0.01 ? 1 : 0)} % less`;
  };

  const slider = shown => {
    const c = tare.theme.colours();
    return [{ type: "slider", yAxisIndex: 0, right: 4, width: 14, startValue: 0, endValue: shown - 1, brushSelect: false,
      showDetail: false, showDataShadow: false, borderColor: c.line, fillerColor: c.line, handleSize: 0,
      moveHandleSize: 0, backgroundColor: "transparent" }];
  };

  /** Bars of one row lie over each other from zero, the longest lowest, so that what is saved is what sticks out. */
  const build = (wanted, bars, metric, [show, tick], more) => () => {
    const list = sorted(rows(wanted), metric);
    const shown = Math.min(list.length, ROWS_IN_SIGHT);
    const short = chart.shorten(list.map(row => row.name));
    const values = bars.map(bar => list.map(row => of(bar.metric, row[bar.kind])));
    const present = bars.filter((bar, k) => values[k].some(value => value !== null));
    const longest = list.map((row, y) => Math.max(...values.map(column => column[y] ?? 0)));
    return chart.frame({
      height: 76 + 27 * shown,
      grid: { left: 16, right: 128, top: 36, bottom: 4, containLabel: true },
      legend: chart.legend({ data: present.map(bar => bar.title) }),
      tooltip: {
        trigger: "axis", axisPointer: { type: "none" },
        formatter: items => {
          const row = list[items[0].dataIndex];
          return chart.tip(row.name, [
            ...present.map(bar => [bar.title, show(of(bar.metric, row[bar.kind]))]),
            ["saved", saved(metric, row)],
            ...more(row),
          ]);
        },
      },
      xAxis: chart.axis({ type: "value", min: 0, position: "top", splitNumber: 3, axisLabel: { formatter: tick } }),
      yAxis: chart.names(list.map(row => row.name), { axisLabel: { formatter: short, width: 230 } }),
      dataZoom: list.length > shown ? slider(shown) : [],
      series: [...present.map((bar, k) => ({
        name: bar.title, type: "bar", barWidth: 11, barGap: "-100%", z: 2 + k,
        itemStyle: { color: tare.theme.colours()[bar.colour] ?? tare.theme.colours().series[bar.colour], borderRadius: [0, 2, 2, 0] },
        data: values[bars.indexOf(bar)].map(value => value ?? "-"),
      })), chart.labels(list.map((row, y) => [longest[y], y, label(metric, row, show)]))],
    });
  };

  const layers = row => [
    ["layers", row.practice === undefined ? "" : String(of("layers", row.practice) ?? "")],
    ["layers, fat", row.fat === undefined ? "" : String(of("layers", row.fat) ?? "")],
  ];
  const sizes = metric => [
    { metric, kind: "fat", title: "fat: compiler and sources inside", colour: "line" },
    { metric, kind: "practice", title: "best practice", colour: metric === "imageSize" ? 2 : 0 },
  ];
  const pulls = [
    { metric: "pull", kind: "fat", title: "fat, fresh", colour: "line" },
    { metric: "pull", kind: "practice", title: "fresh", colour: 0 },
    { metric: "pullShared", kind: "practiceShared", title: "base present", colour: 1 },
  ];
  const SIZE = [format.mebibytes, format.axisSize];
  const TIME = [format.milliseconds, format.axisTime];
  const any = (wanted, metric) => () => sorted(rows(wanted), metric).length > 0;

  chart.define("chart-unpacked", any("size", "imageSize"), build("size", sizes("imageSize"), "imageSize", SIZE, layers));
  chart.define("chart-sizes", any("size", "compressedSize"), build("size", sizes("compressedSize"), "compressedSize", SIZE, layers));
  chart.define("chart-pulls", any("pull", "pull"), build("pull", pulls, "pull", TIME, () => []));
})();
