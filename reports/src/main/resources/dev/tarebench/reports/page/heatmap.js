/* Target by program: where the ratios of a suite come from. */
"use strict";

(() => {
  const { model, format, chart } = tare;
  const ROWS_IN_SIGHT = 45;
  const WIDEST = 130;
  /** How wide a letter is, about: it decides whether the names of targets fit side by side. */
  const LETTER = 6.9;

  const withRatio = () => model.select().inSection.filter(i => model.figure("ratio", i) !== null);

  const build = () => {
    const c = tare.theme.colours();
    const indices = withRatio();
    const order = tare.means.order();
    const targets = [...new Set(indices.map(model.target))].sort((a, b) => order.indexOf(a) - order.indexOf(b));
    const programs = [...new Set(indices.map(model.program))];
    const column = new Map(targets.map((target, x) => [target, x]));
    const line = new Map(programs.map((program, y) => [program, y]));
    const short = chart.shorten(programs);
    const width = document.getElementById("chart-heatmap").clientWidth;
    // A few targets need not fill the page: fields much wider than high read as bars.
    const spare = Math.max(0, width - 220 - WIDEST * targets.length);
    const field = Math.min(WIDEST, width / (targets.length + 3));
    const shown = Math.min(programs.length, ROWS_IN_SIGHT);
    const level = Math.max(...targets.map(target => target.length)) * LETTER < field;
    return chart.frame({
      height: (level ? 82 : 186) + 24 * shown,
      points: indices.length,
      grid: { left: 16, right: spare + (programs.length > shown ? 44 : 8), top: 18, bottom: 34, containLabel: true },
      tooltip: {
        formatter: ({ data }) => {
          const i = data.cell;
          return chart.tip(model.id(i), [
            ["ratio", `${format.ratio(model.figure("ratio", i))} ×`],
            ["95 % interval", interval(i)],
            ["median", format.inUnit(model.figure("median", i), model.unit(i))],
            ["verdict", model.word(model.cells().verdict, i)],
          ]);
        },
      },
      xAxis: chart.axis({
        type: "category", data: targets, position: "top", splitLine: { show: false },
        axisLabel: { color: c.ink, rotate: level ? 0 : 55, interval: 0, width: 150, overflow: "truncate", hideOverlap: false },
      }),
      yAxis: chart.names(programs, {
        axisLabel: { formatter: short },
      }),
      dataZoom: programs.length > shown
        ? [
          { type: "slider", yAxisIndex: 0, right: spare + 6, width: 14, startValue: 0, endValue: shown - 1, minValueSpan: shown - 1,
            maxValueSpan: shown - 1, brushSelect: false, showDetail: false, showDataShadow: false, borderColor: c.line,
            fillerColor: c.line, handleSize: 0, moveHandleSize: 0, backgroundColor: "transparent" },
          { type: "inside", yAxisIndex: 0, zoomOnMouseWheel: "shift", moveOnMouseWheel: false },
        ]
        : [],
      visualMap: {
        // The middle colour is a third of the way up, where 1 lies between a tenth and a hundred.
        type: "continuous", dimension: 2, min: -1, max: 2, calculable: false, orient: "horizontal",
        left: 0, bottom: 0, itemWidth: 10, itemHeight: 180, text: ["100 ×", "0.1 ×"], textGap: 8,
        textStyle: { color: c.muted },
        inRange: { color: c.ramp },
      },
      series: [{
        type: "heatmap", progressive: 4000,
        data: indices.map(i => {
          const ratio = model.figure("ratio", i);
          const height = Math.log10(ratio);
          return {
            value: [column.get(model.target(i)), line.get(model.program(i)), height], cell: i,
            label: { color: height > 1.2 || height < -0.6 ? c.paper : c.ink },
          };
        }),
        itemStyle: { borderColor: c.paper, borderWidth: 1.5 },
        label: {
          show: field > 36 && indices.length < 3000, fontSize: 11,
          formatter: ({ data }) => format.ratio(model.figure("ratio", data.cell)),
        },
        emphasis: { itemStyle: { borderColor: c.ink, borderWidth: 1.5 } },
      }],
      onClick: ({ data }) => {
        model.change({ program: model.familyOf(data.cell) });
        document.getElementById("program-section").scrollIntoView({ behavior: "smooth" });
      },
    });
  };

  const interval = i => {
    const low = model.figure("ratioLow", i);
    return low === null ? "" : `${format.ratio(low)} to ${format.ratio(model.figure("ratioHigh", i))}`;
  };

  chart.define("chart-heatmap", () => withRatio().length > 0, build);
})();
