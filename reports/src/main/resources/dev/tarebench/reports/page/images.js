/* Image sizes and pull times. */
"use strict";

(() => {
  const { model, format, chart } = tare;
  const ROWS_IN_SIGHT = 30;

  const having = ids => model.select().matching.filter(i => ids.some(id => model.figure(id, i) !== null))
    .sort((a, b) => model.figure(ids[0], a) - model.figure(ids[0], b));

  const name = i => model.id(i).replace(/^images\/(size|pull)\//, "");

  const build = (kinds, show) => () => {
    const c = tare.theme.colours();
    const indices = having(kinds.map(([id]) => id));
    const shown = Math.min(indices.length, ROWS_IN_SIGHT);
    const short = chart.shorten(indices.map(name));
    return chart.frame({
      height: 76 + 27 * shown,
      grid: { left: 16, right: 46, top: 36, bottom: 4, containLabel: true },
      legend: kinds.length > 1 ? chart.legend({ data: kinds.map(([, title]) => title) }) : undefined,
      tooltip: {
        trigger: "axis", axisPointer: { type: "none" },
        formatter: items => {
          const i = indices[items[0].dataIndex];
          const layers = model.figure("layers", i);
          return chart.tip(model.id(i), [
            ...kinds.map(([id, title]) => [title, show(model.figure(id, i))]),
            ["layers", layers === null ? "" : String(layers)],
          ]);
        },
      },
      xAxis: chart.axis({ type: "value", position: "top", splitNumber: 3, axisLabel: { formatter: show } }),
      yAxis: chart.names(indices.map(name), { axisLabel: { formatter: short, width: 230 } }),
      dataZoom: indices.length > shown
        ? [{ type: "slider", yAxisIndex: 0, right: 4, width: 14, startValue: 0, endValue: shown - 1, brushSelect: false,
          showDetail: false, showDataShadow: false, borderColor: c.line, fillerColor: c.line, handleSize: 0,
          moveHandleSize: 0, backgroundColor: "transparent" }]
        : [],
      series: kinds.map(([id, title], k) => ({
        name: title, type: "bar", barWidth: kinds.length > 1 ? 7 : 11, barGap: "20%",
        itemStyle: { color: [c.series[0], c.series[2]][k], borderRadius: [0, 2, 2, 0] },
        data: indices.map(i => model.figure(id, i) ?? "-"),
      })),
    });
  };

  const SIZES = [["compressedSize", "compressed, as pulled"], ["imageSize", "unpacked"]];
  chart.define("chart-sizes", () => having(SIZES.map(([id]) => id)).length > 0, build(SIZES, format.mebibytes));
  chart.define("chart-pulls", () => having(["pull"]).length > 0, build([["pull", "pull"]], format.milliseconds));
})();
