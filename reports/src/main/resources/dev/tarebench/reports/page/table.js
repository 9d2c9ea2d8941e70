/* Every cell in a table of which only the rows in sight exist: 20,000 must scroll like 20. */
"use strict";

tare.table = (() => {
  const { model, format } = tare;
  const HEIGHT = 30;
  const MARGIN = 10;
  const PRINTED = 400;

  const numeric = name => i => model.figure(name, i) ?? NaN;
  const range = (low, high) => (low === "" ? "" : `${low} – ${high}`);
  const inUnit = (name, i) => format.inUnit(model.figure(name, i), model.unit(i));
  const spread = i => (model.figure("n", i) ? (model.figure("max", i) - model.figure("min", i)) / model.figure("median", i) : NaN);
  const memoryText = i => {
    const resident = model.figure("maxRss", i);
    return resident === null ? "" : (model.figure("sampled", i) ? "≥ " : "") + format.mebibytes(resident);
  };

  const verdict = i => [
    model.word(model.cells().verdict, i) || (model.isBaseline(i) ? "baseline" : ""),
    model.figure("multimodal", i) ? "several modes" : "",
    model.figure("outliers", i) ? `${model.figure("outliers", i)} outlying` : "",
    model.figure("failed", i) ? `${model.figure("failed", i)} failed` : "",
  ].filter(Boolean).join(", ");

  const COLUMNS = [
    { title: "cell", width: "minmax(17em, 3fr)", className: "id", text: i => model.id(i), key: i => model.id(i) },
    { title: "n", width: "2.4em", className: "number", text: i => format.number(model.figure("n", i)), key: numeric("n") },
    { title: "median", width: "5.6em", className: "number", text: i => inUnit("median", i), key: numeric("median") },
    { title: "95 % interval", width: "11.4em", className: "number", text: i => range(inUnit("low", i), inUnit("high", i)), key: numeric("low") },
    { title: "spread", width: "4.2em", className: "number", text: i => (model.figure("n", i) ? format.percent(spread(i)) : ""), key: spread },
    { title: "peak", width: "6em", className: "number", text: memoryText, key: numeric("maxRss") },
    { title: "cgroup", width: "6em", className: "number", text: i => format.mebibytes(model.figure("cgroupPeak", i)), key: numeric("cgroupPeak") },
    { title: "ratio", width: "3.6em", className: "number", text: i => format.ratio(model.figure("ratio", i)), key: numeric("ratio") },
    { title: "", width: "5em", className: "whisker", draw: i => whisker(i) },
    { title: "verdict", width: "minmax(10em, 1.6fr)", className: "verdict", text: verdict, key: verdict },
  ];

  /** The ends of the whiskers' scale: those of the run, so that no cell lies beyond it. */
  let scale = { low: 0.5, high: 2 };
  const rescale = () => {
    const ratios = (model.cells().ratio ?? []).filter(value => value > 0);
    const low = ratios.reduce((a, b) => Math.min(a, b), 0.5);
    const high = ratios.reduce((a, b) => Math.max(a, b), 2);
    // Room for the dot itself at either end.
    const room = (high / low) ** 0.07;
    scale = { low: low / room, high: high * room };
  };

  const position = value => {
    const share = Math.log(value / scale.low) / Math.log(scale.high / scale.low);
    return 100 * Math.min(1, Math.max(0, share));
  };

  const span = (className, style) => {
    const element = document.createElement("i");
    element.className = className;
    Object.assign(element.style, style);
    return element;
  };

  const whisker = i => {
    const ratio = model.figure("ratio", i);
    if (ratio === null) return [];
    const low = position(model.figure("ratioLow", i) ?? ratio);
    const high = position(model.figure("ratioHigh", i) ?? ratio);
    return [
      span("one", { left: `${position(1)}%` }),
      span("range", { left: `${low}%`, width: `${Math.max(0.5, high - low)}%` }),
      span("point", { left: `${position(ratio)}%` }),
    ];
  };

  const place = document.getElementById("table");
  let sort = { column: -1, direction: 1 };
  let order = [];

  const head = document.createElement("div");
  head.className = "row head";
  head.setAttribute("role", "row");
  const rows = document.createElement("div");
  rows.className = "rows";
  rows.tabIndex = 0;
  rows.setAttribute("role", "rowgroup");
  rows.setAttribute("aria-label", "Cells");
  const space = document.createElement("div");
  space.className = "space";
  rows.append(space);
  place.setAttribute("role", "table");
  const unprinted = document.createElement("p");
  unprinted.className = "unprinted";
  place.append(head, rows, unprinted);

  /** What no cell of the run has gets no column: the others need the room. */
  let columns = COLUMNS;
  const settle = () => {
    const { count } = model.cells();
    const indices = Array.from({ length: count }, (_, i) => i);
    columns = COLUMNS.filter(column => indices.some(i => (column.draw ? column.draw(i).length > 0 : column.text(i) !== "")));
    head.replaceChildren(...columns.map(column => headings[COLUMNS.indexOf(column)]));
    place.style.setProperty("--columns", columns.map(({ width }) => width).join(" "));
    rescale();
  };

  const headButtons = [];
  const headings = COLUMNS.map((column, k) => {
    const heading = document.createElement("div");
    heading.className = column.className === "number" ? "number" : "";
    heading.setAttribute("role", "columnheader");
    if (column.key) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = column.title;
      button.addEventListener("click", () => {
        sort = { column: k, direction: sort.column === k ? -sort.direction : 1 };
        arrange();
      });
      heading.append(button);
      headButtons[k] = button;
    }
    return heading;
  });

  const row = (i, at) => {
    const element = document.createElement("div");
    element.className = "row";
    element.setAttribute("role", "row");
    element.setAttribute("aria-rowindex", String(at + 2));
    element.style.transform = `translateY(${at * HEIGHT}px)`;
    for (const column of columns) {
      const field = document.createElement("div");
      field.className = column.className;
      field.setAttribute("role", "cell");
      if (column.draw) field.append(...column.draw(i));
      else field.textContent = column.text(i);
      if (column.className === "id" || column.className === "verdict") {
        field.title = column.className === "id" ? field.textContent : model.word(model.cells().notes, i) || field.textContent;
      }
      element.append(field);
    }
    return element;
  };

  const show = (first, last) => {
    const visible = [];
    for (let at = first; at < last; at++) visible.push(row(order[at], at));
    rows.replaceChildren(space, ...visible);
  };

  const scroll = () => {
    const first = Math.max(0, Math.floor(rows.scrollTop / HEIGHT) - MARGIN);
    const last = Math.min(order.length, Math.ceil((rows.scrollTop + rows.clientHeight) / HEIGHT) + MARGIN);
    show(first, last);
  };

  const compare = key => (a, b) => {
    const x = key(a);
    const y = key(b);
    if (typeof x === "string") return sort.direction * (x < y ? -1 : x > y ? 1 : 0);
    // What has no figure stays at the end in both directions.
    if (Number.isNaN(x) || Number.isNaN(y)) return Number.isNaN(x) - Number.isNaN(y);
    return sort.direction * (x - y);
  };

  let shownRun = null;
  const arrange = () => {
    if (shownRun !== model.run()) {
      shownRun = model.run();
      settle();
    }
    const { matching } = model.select();
    // Plain runs first: they are what most readers look for.
    const plain = i => model.word(model.cells().operation, i) === "run";
    order = [...matching.filter(plain), ...matching.filter(i => !plain(i))];
    if (sort.column >= 0) order.sort(compare(COLUMNS[sort.column].key));
    headButtons.forEach((button, k) => {
      button.setAttribute("aria-sort", k !== sort.column ? "none" : sort.direction > 0 ? "ascending" : "descending");
    });
    space.style.height = `${order.length * HEIGHT}px`;
    rows.style.height = `${Math.min(576, order.length * HEIGHT + 2)}px`;
    place.setAttribute("aria-rowcount", String(order.length + 1));
    rows.scrollTop = 0;
    scroll();
  };

  let waiting = false;
  rows.addEventListener("scroll", () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; scroll(); });
  });
  rows.addEventListener("dblclick", event => {
    const target = event.target.closest(".row");
    if (!target) return;
    const i = order[Number(target.getAttribute("aria-rowindex")) - 2];
    model.change({ section: model.sectionOf(i), program: model.familyOf(i) });
    document.getElementById("program-section").scrollIntoView({ behavior: "smooth" });
  });
  window.addEventListener("beforeprint", () => {
    rows.style.height = "auto";
    show(0, Math.min(PRINTED, order.length));
    unprinted.textContent = order.length > PRINTED ? `and ${order.length - PRINTED} more, which the filter or summary.md shows` : "";
  });
  window.addEventListener("afterprint", arrange);

  return { refresh: arrange, count: () => order.length };
})();
