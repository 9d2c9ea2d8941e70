/* Brings the parts together: what the reader selects, and what then changes. */
"use strict";

(() => {
  const { model, chart } = tare;
  const byId = id => document.getElementById(id);

  const options = (select, entries, chosen) => {
    select.replaceChildren(...entries.map(([value, text]) => Object.assign(document.createElement("option"), { value, textContent: text })));
    select.value = chosen;
  };

  const showRun = () => {
    const run = model.run();
    byId("run-name").textContent = run.name;
    byId("warnings").textContent = run.warnings.join("\n");
    byId("warnings").hidden = run.warnings.length === 0;
    byId("facts").replaceChildren(...Object.entries(run.facts).flatMap(([name, value]) => [
      Object.assign(document.createElement("dt"), { textContent: name }),
      Object.assign(document.createElement("dd"), { textContent: value }),
    ]));
    document.querySelectorAll(".baseline").forEach(element => { element.textContent = run.baseline; });
  };

  /** Keeps the choice where it still exists, else takes the first. */
  const settle = () => {
    const sections = model.sections();
    if (!sections.includes(model.state.section)) model.change({ section: sections[0] ?? "" });
    options(byId("suite"), sections.map(section => [section, section]), model.state.section);
    document.querySelectorAll(".suite-name").forEach(element => { element.textContent = model.state.section; });
    const families = [...model.families(model.select().inSection)];
    const known = families.map(([key]) => key);
    if (!known.includes(model.state.program)) model.change({ program: known[0] ?? "" });
    options(byId("program"), families.map(([key, cells]) => [key, model.program(cells[0])]), model.state.program);
    byId("program-note").textContent = tare.program.note();
    byId("program-section").hidden = known.length === 0;
  };

  const showCount = () => {
    const { matching } = model.select();
    const output = byId("filter-state");
    output.classList.remove("wrong");
    output.textContent = model.state.pattern ? `${matching.length} of ${model.cells().count}` : `${matching.length} cells`;
  };

  let settling = false;
  const refresh = () => {
    if (settling) return;
    settling = true;
    settle();
    settling = false;
    showCount();
    chart.refresh();
    tare.table.refresh();
    tare.lists.refresh();
  };

  let pause = 0;
  byId("filter").addEventListener("input", event => {
    clearTimeout(pause);
    pause = setTimeout(() => {
      const pattern = event.target.value.trim();
      try {
        model.compile(pattern);
      } catch (problem) {
        byId("filter-state").classList.add("wrong");
        byId("filter-state").textContent = "not a regular expression yet";
        return;
      }
      model.change({ pattern });
    }, 150);
  });
  byId("suite").addEventListener("change", event => model.change({ section: event.target.value }));
  byId("program").addEventListener("change", event => model.change({ program: event.target.value }));
  byId("run").addEventListener("change", event => {
    model.change({ run: Number(event.target.value) });
    showRun();
  });
  byId("theme").addEventListener("click", tare.theme.toggle);
  byId("controls").addEventListener("submit", event => event.preventDefault());
  document.addEventListener("keydown", event => {
    if (event.key === "/" && !/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName)) {
      event.preventDefault();
      byId("filter").focus();
    }
  });

  byId("run-control").hidden = model.data.runs.length < 2;
  options(byId("run"), model.data.runs.map((run, k) => [String(k), run.name]), "0");
  model.onChange(refresh);
  showRun();
  refresh();
})();
