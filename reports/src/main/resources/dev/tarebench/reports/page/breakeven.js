/* From how much work on a target with a slow start but a fast run beats one with a fast start but a slow run. */
"use strict";

tare.breakeven = (() => {
  const { model, format, chart } = tare;
  const MOST = 1e6;
  /** Who changes places before a hundredth of the work has never been behind, but for noise. */
  const LEAST = 0.01;
  const LINES = 8;
  const SENTENCES = 12;

  /** Overhead and time per unit of work; one execution of the program is one unit. */
  const costs = () => tare.program.cells()
    .filter(i => model.figure("startup", i) !== null && model.figure("run", i) > 0)
    .map(i => ({
      target: model.target(i),
      tier: model.tier(i),
      overhead: model.figure("startup", i) + (model.figure("teardown", i) ?? 0),
      rate: model.figure("run", i),
    }));

  /** The amount of work at which two costs are equal; null where one is better throughout. */
  const crossing = (a, b) => {
    const work = (a.overhead - b.overhead) / (b.rate - a.rate);
    return Number.isFinite(work) && work > 0 ? work : null;
  };

  /** Every pair whose order changes with the amount of work, the late winner first in each. */
  const crossings = lines => {
    const found = [];
    for (const late of lines) {
      for (const early of lines) {
        const work = late.rate < early.rate ? crossing(late, early) : null;
        if (work !== null && work >= LEAST && work <= MOST) found.push({ late: late.target, early: early.target, work });
      }
    }
    return found.sort((a, b) => a.work - b.work);
  };

  const build = () => {
    const c = tare.theme.colours();
    const all = costs();
    const lines = all.slice(0, LINES);
    const baseline = all.find(line => line.target === model.run().baseline);
    const marks = crossings(lines).map(cross => cross.work);
    const low = chart.roundDown(Math.max(1e-3, Math.min(0.01, ...marks.map(work => work / 3))));
    const high = chart.roundUp(Math.max(100, ...marks.map(work => work * 3)));
    const steps = Array.from({ length: 121 }, (_, k) => low * (high / low) ** (k / 120));
    const time = (line, work) => line.overhead + work * line.rate;
    // Against the baseline the lines lie apart; absolute times would all be one steep line.
    const height = (line, work) => time(line, work) / (baseline ? time(baseline, work) : 1);
    const show = baseline ? format.axisRatio : format.axisTime;
    const ends = lines.flatMap(line => [height(line, low), height(line, high)]);
    document.getElementById("breakeven-unit").textContent = baseline ? `, divided by ${baseline.target}’s` : "";
    const rest = all.length - lines.length;
    document.getElementById("breakeven-rest").textContent = rest > 0 ? `The fastest ${LINES}; the filter chooses among the other ${rest}.` : "";
    list(lines);
    return chart.frame({
      height: 400,
      grid: { left: 8, right: 24, top: 40, bottom: 28, containLabel: true },
      legend: chart.legend(),
      tooltip: {
        trigger: "axis", order: "valueAsc",
        formatter: items => chart.tip(`${format.rough(items[0].value[0])} × the work`,
          items.map(item => [item.seriesName, `${format.milliseconds(time(lines[item.seriesIndex], item.value[0]))}`])),
      },
      xAxis: chart.axis({
        type: "log", min: low, max: high, axisLabel: { formatter: format.axisRatio },
      }),
      yAxis: chart.axis({
        type: "log", min: chart.roundDown(Math.min(...ends)), max: chart.roundUp(Math.max(...ends)), axisLabel: { formatter: show },
        minorSplitLine: { show: true, lineStyle: { color: c.line, opacity: 0.45 } },
        minorTick: { show: false, splitNumber: 10 },
      }),
      series: lines.map((line, k) => ({
        name: line.target, type: "line", showSymbol: false, color: c.series[k % c.series.length],
        lineStyle: { width: 2 },
        data: steps.map(work => [work, height(line, work)]),
      })),
    });
  };

  const item = (...parts) => {
    const element = document.createElement("li");
    element.append(...parts);
    return element;
  };

  const strong = text => Object.assign(document.createElement("b"), { textContent: text });

  const list = lines => {
    const found = crossings(lines);
    const items = found.slice(0, SENTENCES).map(({ late, early, work }) =>
      item(strong(late), " beats ", strong(early), ` from ${format.rough(work)} × on`));
    if (found.length > SENTENCES) items.push(item(`and ${found.length - SENTENCES} more`));
    if (found.length === 0) items.push(item("No two change places: whichever starts faster also runs faster."));
    document.getElementById("breakeven-list").replaceChildren(...items);
  };

  chart.define("chart-breakeven", () => costs().length > 1, build);
  return { crossing };
})();
