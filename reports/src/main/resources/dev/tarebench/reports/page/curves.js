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
      series: groups.slice(0, LINES).map(({ name, data }, k) => ({
        name, data, type: "line", color: c.series[k % c.series.length],
        symbolSize: 6, showSymbol: data.length < 30, lineStyle: { width: 1.8 },
      })),
    });
  };

  const axes = (xName, show, tick, log) => ({
    tooltip: {
      trigger: "axis",
      formatter: items => chart.tip(`${format.number(items[0].value[0])} ${xName}`,
        items.map(item => [item.seriesName, show(item.value[1])])),
    },
    xAxis: chart.axis({ type: log ? "log" : "value", name: xName, nameLocation: "end", nameGap: 4, minInterval: 1,
      axisLabel: { formatter: format.number },
      nameTextStyle: { align: "right", verticalAlign: "top", padding: [22, 0, 0, 0], color: tare.theme.colours().muted } }),
    yAxis: chart.axis({ type: log ? "value" : "log", axisLabel: { formatter: tick } }),
  });

  /** The curves of the chosen program, or of the first that has any: those of several would cross without a meaning. */
  const warmups = () => {
    const found = matching(model.run().warmup);
    const chosen = model.state.program.split("\n")[0].replace(/^prolonged\//, "");
    const own = found.filter(({ program }) => work(program) === chosen);
    return own.length > 0 ? own : found.filter(({ program }) => program === found[0].program);
  };
  const work = program => program.replace(/^prolonged\//, "");

  const warmup = () => {
    const found = warmups();
    const rest = found.length > LINES ? `, the first ${LINES} of ${found.length} targets` : "";
    document.getElementById("warmup-program").textContent = `, ${work(found[0].program)}${rest}`;
    return lines(axes("repetitions", format.milliseconds, format.axisTime, false),
      found.map(({ target, ms }) => ({ name: target, data: ms.map((value, k) => [k + 1, value]) })));
  };

  const densities = metric => matching(model.run().density).filter(point => point[metric] !== undefined);

  /** One line for each target, or for each program on it where there are several. */
  const byTarget = metric => {
    const groups = new Map();
    const oneProgram = new Set(densities(metric).map(({ program }) => program)).size === 1;
    for (const point of densities(metric)) {
      const name = oneProgram ? point.target : `${point.program.replace(/^density\//, "")}@${point.target}`;
      if (!groups.has(name)) groups.set(name, { name, data: [] });
      groups.get(name).data.push([point.containers, point[metric]]);
    }
    groups.forEach(group => group.data.sort((a, b) => a[0] - b[0]));
    return [...groups.values()];
  };

  const ready = () => lines(axes("containers", format.milliseconds, format.axisTime, true), byTarget("ready"));

  const INSTRUMENTS = [["eachCgroup", "by cgroup"], ["eachPss", "by proportional set"], ["eachFree", "by free memory"]];

  /** The three instruments side by side, to one scale: what they differ by is what each does not see. */
  const density = () => {
    const c = tare.theme.colours();
    const kinds = INSTRUMENTS.filter(([id]) => densities(id).length > 0);
    const targets = [...new Set(kinds.flatMap(([id]) => byTarget(id).map(group => group.name)))].slice(0, LINES);
    const points = kinds.flatMap(([id]) => densities(id));
    const most = Math.max(...points.flatMap(point => kinds.map(([id]) => point[id] ?? 0)));
    const numbers = points.map(point => point.containers);
    const width = 100 / kinds.length;
    return chart.frame({
      height: 340,
      legend: chart.legend({ data: targets }),
      title: kinds.map(([, title], k) => ({
        text: title, left: `${k * width + 6 + (width - 8) / 2}%`, top: 30, textAlign: "center",
        textStyle: { color: c.muted, fontSize: 12, fontWeight: "normal" },
      })),
      grid: kinds.map((kind, k) => ({ left: `${k * width + 6}%`, width: `${width - 8}%`, top: 58, bottom: 42 })),
      tooltip: {
        trigger: "item",
        formatter: ({ seriesName, value, seriesIndex }) => chart.tip(seriesName, [
          ["containers", String(value[0])], [kinds[Math.floor(seriesIndex / targets.length)][1], format.mebibytes(value[1])],
        ]),
      },
      xAxis: kinds.map((kind, k) => chart.axis({ type: "log", gridIndex: k, min: Math.min(...numbers), max: Math.max(...numbers),
        axisLabel: { formatter: format.number },
        name: k === kinds.length - 1 ? "containers" : "", nameLocation: "end", nameGap: 4,
        nameTextStyle: { align: "right", verticalAlign: "top", padding: [22, 0, 0, 0], color: c.muted } })),
      yAxis: kinds.map((kind, k) => chart.axis({ type: "value", gridIndex: k, min: 0, max: niceMost(most),
        axisLabel: { formatter: format.axisSize } })),
      series: kinds.flatMap(([id], k) => {
        const groups = new Map(byTarget(id).map(group => [group.name, group.data]));
        return targets.map((name, t) => ({
          name, type: "line", xAxisIndex: k, yAxisIndex: k, color: c.series[t % c.series.length], symbolSize: 7,
          lineStyle: { width: 1.8 }, data: groups.get(name) ?? [],
        }));
      }),
    });
  };

  const niceMost = value => {
    const power = 10 ** Math.floor(Math.log10(value));
    return power * [1, 1.5, 2, 3, 4, 5, 6, 8, 10].find(step => step * power >= value);
  };

  chart.define("chart-warmup", () => warmups().length > 0, warmup);
  chart.define("chart-ready", () => densities("ready").length > 0, ready);
  chart.define("chart-density", () => INSTRUMENTS.some(([id]) => densities(id).length > 0), density);
})();
