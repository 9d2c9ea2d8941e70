/* The chosen program in containers and, of the same kind, outside: what is between the two points is the container's. */
"use strict";

(() => {
  const { model, format, chart } = tare;

  const pairs = metric => {
    const chosen = new Set(tare.program.cells().map(model.id));
    return model.run().contained
      .filter(pair => chosen.has(pair.inside) && pair[metric] !== undefined)
      .sort((a, b) => a[metric][0] - b[metric][0]);
  };

  const target = id => id.slice(id.lastIndexOf("@") + 1);

  const build = (metric, show, tick) => () => {
    const c = tare.theme.colours();
    const list = pairs(metric);
    const all = list.flatMap(pair => pair[metric]);
    const wide = chart.isWide(all);
    const point = (k, y) => [list[y][metric][k], y];
    const sign = value => (value > 0 ? `+${show(value)}` : show(value));
    return chart.frame({
      height: 78 + 27 * list.length,
      grid: { left: 16, right: 84, top: 38, bottom: 4, containLabel: true },
      legend: chart.legend({ data: ["outside", "in a container"] }),
      tooltip: {
        formatter: ({ data }) => {
          const pair = list[data[1]];
          const [inside, outside] = pair[metric];
          return chart.tip(pair.inside, [
            ["in the container", show(inside)], [pair.outside, show(outside)], ["difference", sign(inside - outside)],
          ]);
        },
      },
      xAxis: chart.axis({ type: wide ? "log" : "value", position: "top", splitNumber: 4, scale: wide,
        ...(wide ? { min: chart.roundDown(Math.min(...all)), max: chart.roundUp(Math.max(...all)) } : { min: 0 }),
        axisLabel: { formatter: tick } }),
      yAxis: chart.names(list.map(pair => target(pair.inside))),
      series: [
        { name: "outside", type: "scatter", symbolSize: 9, z: 6, color: c.muted, data: list.map((pair, y) => point(1, y)) },
        { name: "in a container", type: "scatter", symbolSize: 9, z: 6, color: c.tier("container"), data: list.map((pair, y) => point(0, y)) },
        chart.whiskers(list.map((pair, y) => [Math.min(...pair[metric]), Math.max(...pair[metric]), y]), c.line, 3),
        chart.labels(list.map((pair, y) => [Math.max(...pair[metric]), y, sign(pair[metric][0] - pair[metric][1])])),
      ],
    });
  };

  chart.define("chart-contained", () => pairs("wall").length > 0, build("wall", format.milliseconds, format.axisTime));
  chart.define("chart-contained-memory", () => pairs("cgroupPeak").length > 0, build("cgroupPeak", format.mebibytes, format.axisSize));
})();
