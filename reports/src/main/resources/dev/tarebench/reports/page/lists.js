/* What failed, what could not run and why, and what it all ran on. */
"use strict";

tare.lists = (() => {
  const { model, format } = tare;
  const SHOWN = 300;

  const cell = (tag, text, className) => {
    const element = document.createElement(tag);
    element.textContent = text;
    if (className) element.className = className;
    return element;
  };

  /** A plain table; long ones end in a count of the rest. */
  const fill = (id, headings, rows, codes) => {
    const place = document.getElementById(id);
    const section = place.closest("section");
    if (section.id === `${id}-section`) section.hidden = rows.length === 0;
    if (rows.length === 0) {
      place.replaceChildren();
      return;
    }
    const table = document.createElement("table");
    const head = table.createTHead().insertRow();
    const kept = headings.map((heading, k) => k).filter(k => rows.some(fields => fields[k] !== ""));
    // Figures stand to the right, where their digits can be compared.
    const figure = k => /^[-+]?\d+(\.\d+)?( [a-zµA-Z%]+)?$/.test(rows.find(fields => fields[k] !== "")?.[k] ?? "") && !codes.includes(k);
    const figures = headings.map((heading, k) => figure(k));
    kept.forEach(k => head.append(Object.assign(cell("th", headings[k], figures[k] ? "figure" : ""), { scope: "col" })));
    const body = table.createTBody();
    for (const fields of rows.slice(0, SHOWN)) {
      const row = body.insertRow();
      kept.forEach(k => row.append(cell("td", fields[k], codes.includes(k) ? "code" : figures[k] ? "figure" : "")));
    }
    place.replaceChildren(table);
    if (rows.length > SHOWN) place.append(cell("p", `and ${rows.length - SHOWN} more; the filter narrows them down`, "more"));
  };

  const sides = (pair, metric, show) => {
    if (!pair[metric]) return ["", "", ""];
    const [inside, outside] = pair[metric];
    return [show(inside), show(outside), (inside > outside ? "+" : "") + show(inside - outside)];
  };

  const contained = pair =>
    [pair.inside, pair.outside, ...sides(pair, "wall", format.milliseconds), ...sides(pair, "cgroupPeak", format.mebibytes)];

  const density = point => [
    point.program.replace(/^density\//, ""), point.target, String(point.containers),
    format.milliseconds(point.ready), format.milliseconds(point.stop),
    format.mebibytes(point.eachCgroup), format.mebibytes(point.eachPss), format.mebibytes(point.eachFree),
  ];

  const starts = () => model.select().matching
    .filter(i => model.figure("create", i) !== null || model.figure("start", i) !== null)
    .map(i => [model.id(i), ...["create", "start", "startup", "run", "teardown"].map(id => format.milliseconds(model.figure(id, i)))]);

  const refresh = () => {
    const run = model.run();
    const expression = model.state.pattern ? model.compile(model.state.pattern) : /(?:)/;
    const matching = rows => rows.filter(([id]) => expression.test(id));
    fill("failed", ["cell", "outcome", "times", "reason"], matching(run.failures), [0]);
    fill("untouched", ["cell"], matching(run.untouched.map(id => [id])), [0]);
    fill("unavailable", ["cell", "reason", "what to do"], matching(run.unavailable), [0, 2]);
    fill("starts", ["cell", "create", "start", "to main", "run", "teardown"], starts(), [0]);
    fill("contained", ["inside", "outside", "wall inside", "outside", "difference", "cgroup inside", "outside", "difference"],
      matching(run.contained.map(contained)), [0]);
    fill("density", ["program", "target", "containers", "to the last main", "to stop all", "each by cgroup", "by proportional set", "by free memory"],
      run.density.filter(point => expression.test(point.id)).map(density), [0, 1]);
    fill("tools", ["tool", "version", "expected", "sha256"], run.tools, [3]);
    fill("machine", ["fact", "value"], Object.entries(run.machine), [1]);
    fill("artifacts", ["cell", "bytes", "sha256"], matching(run.artifacts), [0, 2]);
    document.getElementById("artifacts-details").hidden = run.artifacts.length === 0;
    document.getElementById("machine-section").hidden = run.tools.length + Object.keys(run.machine).length === 0;
  };

  return { refresh };
})();
