/* The data of the page, and the part of it that the reader has selected. */
"use strict";

tare.model = (() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const state = { run: 0, section: "", pattern: "", program: "" };
  const listeners = [];

  const run = () => data.runs[state.run];
  const cells = () => run().cells;

  /** A word that is stored once for many cells. */
  const word = (column, i) => column.words[column.of[i]];

  /** A figure that not every run has. */
  const figure = (name, i) => {
    const column = cells()[name];
    const value = column ? column[i] : null;
    return value === undefined ? null : value;
  };

  /** Only machine code of the host has no tier: it runs bare, or in a container. */
  const tier = i =>
    word(cells().tier, i) || (word(cells().target, i).startsWith("native") ? "native" : "container");

  const sectionOf = i => {
    const c = cells();
    const operation = word(c.operation, i);
    return [word(c.suite, i), operation === "run" ? "" : operation, word(c.size, i), word(c.platform, i)]
      .filter(part => part !== "" && part !== "unspecified").join(" · ");
  };

  const familyOf = i => `${word(cells().program, i)}\n${word(cells().size, i)}\n${word(cells().platform, i)}`;

  /** As on the command line: found anywhere in the id, but where it holds an @ it must match to the id's end. */
  const compile = text => new RegExp(text.includes("@") ? `(?:${text})$` : text);

  let cache = null;
  const invalidate = () => { cache = null; };

  const select = () => {
    if (cache) return cache;
    const c = cells();
    const expression = state.pattern ? compile(state.pattern) : null;
    const matching = [];
    for (let i = 0; i < c.count; i++) {
      if (!expression || expression.test(c.id[i])) matching.push(i);
    }
    const inSection = matching.filter(i => sectionOf(i) === state.section);
    cache = { matching, inSection };
    return cache;
  };

  /** Plain runs before other operations, and the larger before the smaller. */
  const sections = () => {
    const found = new Map();
    for (let i = 0; i < cells().count; i++) {
      const name = sectionOf(i);
      if (!found.has(name)) found.set(name, { name, plain: word(cells().operation, i) === "run", count: 0 });
      found.get(name).count++;
    }
    return [...found.values()].sort((a, b) => b.plain - a.plain || b.count - a.count).map(section => section.name);
  };

  /** Families of the section in the order of the data, each with its cells. */
  const families = indices => {
    const found = new Map();
    for (const i of indices) {
      const key = familyOf(i);
      if (!found.has(key)) found.set(key, []);
      found.get(key).push(i);
    }
    return found;
  };

  const change = next => {
    Object.assign(state, next);
    invalidate();
    listeners.forEach(listener => listener(next));
  };

  return {
    data, state, run, cells, word, figure, sectionOf, familyOf, compile, select, sections, families, change,
    onChange: listener => listeners.push(listener),
    id: i => cells().id[i],
    target: i => word(cells().target, i),
    tier,
    program: i => word(cells().program, i),
    unit: i => word(cells().unit, i),
    isBaseline: i => word(cells().target, i) === run().baseline,
  };
})();
