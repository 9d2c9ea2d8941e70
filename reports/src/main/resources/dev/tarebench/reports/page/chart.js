/* Charts are drawn when they come into sight, and again when what they show has changed. */
"use strict";

tare.chart = (() => {
  const MANY = 2500;
  const entries = new Map();

  const observer = new IntersectionObserver(seen => {
    for (const { target, isIntersecting } of seen) {
      const entry = entries.get(target);
      entry.visible = isIntersecting;
      if (isIntersecting && entry.stale) draw(entry);
    }
  }, { rootMargin: "200px" });

  const hide = (entry, hidden) => {
    entry.element.closest("figure").hidden = hidden;
    const section = entry.element.closest("section");
    if (section.dataset.keep === undefined) {
      section.hidden = [...section.querySelectorAll("figure")].every(figure => figure.hidden);
    }
  };

  const draw = entry => {
    entry.stale = false;
    const option = entry.build();
    if (!option) return;
    const { height, points, onClick, ...rest } = option;
    const renderer = points > MANY ? "canvas" : "svg";
    entry.element.style.height = `${height}px`;
    if (entry.instance && entry.renderer !== renderer) {
      entry.instance.dispose();
      entry.instance = null;
    }
    if (!entry.instance) {
      entry.instance = echarts.init(entry.element, null, { renderer });
      entry.renderer = renderer;
      entry.instance.on("finished", () => { entry.element.dataset.drawn = "true"; });
    }
    entry.instance.off("click");
    if (onClick) entry.instance.on("click", onClick);
    entry.instance.resize();
    entry.instance.setOption(rest, { notMerge: true });
  };

  /** Says how a chart is built; a builder that returns nothing hides its figure. */
  const define = (id, available, build) => {
    const element = document.getElementById(id);
    const entry = { element, available, build, visible: false, stale: true, instance: null };
    entries.set(element, entry);
    observer.observe(element);
  };

  const refresh = () => {
    for (const entry of entries.values()) {
      const hidden = !entry.available();
      hide(entry, hidden);
      entry.stale = true;
      if (!hidden && entry.visible) draw(entry);
    }
  };

  const drawAll = () => {
    for (const entry of entries.values()) {
      if (!entry.element.closest("figure").hidden && entry.stale) draw(entry);
    }
  };

  const resizeAll = () => {
    for (const entry of entries.values()) if (entry.instance) entry.instance.resize();
  };

  /** Lines of a tooltip: names and figures, never markup. */
  const tip = (title, rows) => {
    const escape = tare.format.escape;
    const lines = rows.filter(([, value]) => value !== "")
      .map(([label, value]) => `<span>${escape(label)}</span> ${escape(value)}`);
    return `<div class="tip"><b>${escape(title)}</b><br>${lines.join("<br>")}</div>`;
  };

  /** What all charts have in common. */
  const frame = option => {
    const c = tare.theme.colours();
    return {
      animation: false,
      aria: { enabled: false },
      textStyle: { fontFamily: c.sans, color: c.ink, fontSize: 12 },
      tooltip: {
        backgroundColor: c.raised, borderColor: c.line, borderWidth: 1, padding: [6, 10],
        textStyle: { color: c.ink }, extraCssText: "box-shadow:0 2px 10px rgb(0 0 0 / .12)", confine: true,
        ...option.tooltip,
      },
      ...Object.fromEntries(Object.entries(option).filter(([key]) => key !== "tooltip")),
    };
  };

  const axis = extra => {
    const c = tare.theme.colours();
    return {
      axisLine: { show: false }, axisTick: { show: false },
      splitLine: { lineStyle: { color: c.line } },
      // Without its own font a label is measured in another one than it is written in, and cut off.
      axisLabel: { color: c.muted, fontFamily: c.sans, fontSize: 12, hideOverlap: true, ...(extra.axisLabel || {}) },
      nameTextStyle: { color: c.muted },
      ...Object.fromEntries(Object.entries(extra).filter(([key]) => key !== "axisLabel")),
    };
  };

  /** An axis of names, the first on top. */
  const names = (values, extra = {}) => axis({
    type: "category", data: values, inverse: true, splitLine: { show: false },
    ...extra,
    axisLabel: {
      color: tare.theme.colours().ink, width: 200, overflow: "truncate", interval: 0, margin: 10, ...extra.axisLabel,
    },
  });

  const legend = extra => {
    const c = tare.theme.colours();
    return {
      type: "scroll", top: 0, left: 0, icon: "circle", itemWidth: 9, itemHeight: 9, itemGap: 16,
      textStyle: { color: c.muted }, inactiveColor: c.line, pageTextStyle: { color: c.muted },
      pageIconColor: c.muted, pageIconInactiveColor: c.line, ...extra,
    };
  };

  /** What is left of names without the folder that all of them share. */
  const shorten = list => {
    const folder = list.length > 0 ? list[0].slice(0, list[0].lastIndexOf("/") + 1) : "";
    const shared = list.every(name => name.startsWith(folder)) ? folder.length : 0;
    return name => name.slice(shared);
  };

  /** Horizontal whiskers: data are [low, high, row]. */
  const whiskers = (data, colour, width = 1.4) => ({
    type: "custom", silent: true, z: 5, data, encode: { x: [0, 1], y: 2 },
    renderItem: (params, api) => {
      const [x1, y] = api.coord([api.value(0), api.value(2)]);
      const [x2] = api.coord([api.value(1), api.value(2)]);
      const style = { stroke: colour, lineWidth: width, fill: null };
      const line = (a, b, c, d) => ({ type: "line", shape: { x1: a, y1: b, x2: c, y2: d }, style });
      // Ends closer than a dot is wide would only smear it.
      const ends = x2 - x1 > 8 ? [line(x1, y - 4, x1, y + 4), line(x2, y - 4, x2, y + 4)] : [];
      return { type: "group", children: [line(x1, y, x2, y), ...ends] };
    },
  });

  /** Figures beside their whiskers, where nothing is in their way: data are [end, row, text, faint]. */
  const labels = data => ({
    type: "scatter", symbolSize: 0, silent: true, z: 7,
    data: data.map(([end, y, text, faint]) => ({
      value: [end, y],
      label: {
        show: true, position: "right", distance: 12, formatter: () => text, fontSize: 12,
        color: tare.theme.colours().muted, opacity: faint ? 0.6 : 1,
      },
    })),
  });

  /** Logarithmic where the figures span more than that, else from zero. */
  const isWide = values => {
    const positive = values.filter(value => value > 0);
    return positive.length > 1 && Math.max(...positive) / Math.min(...positive) > 40;
  };

  /** Round ends for a logarithmic axis: 1, 2 or 5 times a power of ten. */
  const roundDown = value => {
    const power = 10 ** Math.floor(Math.log10(value));
    return power * [5, 2, 1].find(step => step * power <= value * 1.0001);
  };
  const roundUp = value => {
    const power = 10 ** Math.floor(Math.log10(value));
    return power * [1, 2, 5, 10].find(step => step * power >= value * 0.9999);
  };

  window.addEventListener("resize", resizeAll);
  window.addEventListener("beforeprint", () => { tare.theme.print(true); refresh(); drawAll(); });
  window.addEventListener("afterprint", () => { tare.theme.print(false); refresh(); });
  tare.theme.onChange(refresh);

  return { define, refresh, drawAll, tip, frame, axis, names, legend, shorten, whiskers, labels, isWide, roundDown, roundUp };
})();
