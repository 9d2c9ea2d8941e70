/* Time against memory, every cell once. */
"use strict";

(() => {
  const { model, format, chart } = tare;

  const indices = () => model.select().matching.filter(i =>
    model.figure("maxRss", i) > 0 && model.figure("median", i) > 0 && model.unit(i) === "ms");

  const build = () => {
    const c = tare.theme.colours();
    const found = indices();
    const tiers = [...new Set(found.map(model.tier))];
    const times = found.map(i => model.figure("median", i));
    const sizes = found.map(i => model.figure("maxRss", i));
    return chart.frame({
      height: 460,
      points: found.length,
      grid: { left: 8, right: 24, top: 40, bottom: 30, containLabel: true },
      legend: chart.legend({ data: tiers }),
      tooltip: {
        formatter: ({ data }) => chart.tip(model.id(data[2]), [
          ["median", format.milliseconds(data[0])], ["peak resident", format.mebibytes(data[1])],
        ]),
      },
      xAxis: chart.axis({
        type: "log", min: chart.roundDown(Math.min(...times)), max: chart.roundUp(Math.max(...times)),
        axisLabel: { formatter: format.axisTime },
      }),
      yAxis: chart.axis({
        type: "log", min: chart.roundDown(Math.min(...sizes)), max: chart.roundUp(Math.max(...sizes)),
        axisLabel: { formatter: format.axisSize },
      }),
      series: tiers.map(tier => ({
        name: tier, type: "scatter", symbolSize: found.length > 2000 ? 4 : 7, color: c.tier(tier),
        itemStyle: { opacity: 0.7 },
        data: found.filter(i => model.tier(i) === tier).map(i => [model.figure("median", i), model.figure("maxRss", i), i]),
      })),
      onClick: ({ data }) => model.change({ section: model.sectionOf(data[2]), program: model.familyOf(data[2]) }),
    });
  };

  chart.define("chart-scatter", () => indices().length > 1, build);
})();
