/* Warm-up by repetition, density by number of containers. */
"use strict";

(() => {
  const { model, format, chart } = tare;
  const LINES = 16;

  const matching = list => {
    if (!model.state.pattern) return list;
    const expression = model.compile(model.state.pattern);
    return list.filter(entry => expression.test(entry.id));
  };

  const lines = (option, groups) => {
    const c = tare.theme.colours();
    return chart.frame({
      height: 340,
      grid: { left: 8, right: 34, top: 40, bottom: 40, containLabel: true },
      legend: chart.legend(),
      ...option,
      series: groups.slice(0, LINES).map(({ name, data, dashed }, k) => ({
        name, data, type: "line", color: c.series[k % c.series.length],
        symbolSize: 6, showSymbol: data.length < 60, lineStyle: { width: 1.8, type: dashed ? "dashed" : "solid" },
      })),
    });
  };

  const axes = (xName, show, log) => ({
    tooltip: {
      trigger: "axis",
      formatter: items => chart.tip(`${format.number(items[0].value[0])} ${xName}`,
        items.map(item => [item.seriesName, show(item.value[1])])),
    },
    xAxis: chart.axis({ type: log ? "log" : "value", name: xName, nameLocation: "end", nameGap: 4, minInterval: 1,
      nameTextStyle: { align: "right", verticalAlign: "top", padding: [22, 0, 0, 0], color: tare.theme.colours().muted } }),
    yAxis: chart.axis({ type: log ? "value" : "log", axisLabel: { formatter: show } }),
  });

  const warmups = () => matching(model.run().warmup);
  const warmup = () => {
    const found = warmups();
    const oneProgram = new Set(found.map(({ program }) => program)).size === 1;
    return lines(axes("repetitions", format.milliseconds, false), found.map(({ id, target, ms }) => ({
      name: oneProgram ? target : id.replace(/^prolonged\//, ""),
      data: ms.map((value, k) => [k + 1, value]),
    })));
  };

  const densities = metric => matching(model.run().density).filter(point => point[metric] !== undefined);

  const byTarget = (metric, suffix, dashed) => {
    const groups = new Map();
    for (const point of densities(metric)) {
      const name = point.target + suffix;
      if (!groups.has(name)) groups.set(name, { name, data: [], dashed });
      groups.get(name).data.push([point.containers, point[metric]]);
    }
    groups.forEach(group => group.data.sort((a, b) => a[0] - b[0]));
    return [...groups.values()];
  };

  const ready = () => lines(axes("containers", format.milliseconds, true), byTarget("ready", "", false));
  const density = () => lines(axes("containers", format.mebibytes, true),
    [...byTarget("eachPss", ", proportional", false), ...byTarget("eachCgroup", ", cgroup", true)]);

  chart.define("chart-warmup", () => warmups().length > 0, warmup);
  chart.define("chart-ready", () => densities("ready").length > 0, ready);
  chart.define("chart-density", () => densities("eachPss").length + densities("eachCgroup").length > 0, density);
})();
