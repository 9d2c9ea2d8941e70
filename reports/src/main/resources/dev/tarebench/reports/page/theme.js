/* Light or dark, and the colours that charts take from it. */
"use strict";

tare.theme = (() => {
  const root = document.documentElement;
  const preference = window.matchMedia("(prefers-color-scheme: dark)");
  const listeners = [];
  let printing = false;
  let chosen = new URLSearchParams(location.hash.slice(1)).get("theme");

  const name = () => printing ? "light" : chosen || (preference.matches ? "dark" : "light");

  const apply = () => {
    root.dataset.theme = name();
    listeners.forEach(listener => listener());
  };

  const toggle = () => {
    chosen = name() === "dark" ? "light" : "dark";
    apply();
  };

  /** Paper is white, whatever the screen was. */
  const print = now => {
    printing = now;
    root.classList.toggle("printing", now);
    apply();
  };

  /* Distinct for colour-blind eyes too (after Okabe and Ito), toned down to sit calmly on paper and at night. */
  const tiers = {
    light: {
      "native": "#3a3f45", "ahead-of-time": "#0b7a75", "optimizing-jit": "#2f66a8", "baseline-jit": "#7f5aa8",
      "interpreter": "#c07a1c", "container": "#a8433a", "other": "#868d95",
    },
    dark: {
      "native": "#d9d6cf", "ahead-of-time": "#5cc0b4", "optimizing-jit": "#7fadea", "baseline-jit": "#b79adf",
      "interpreter": "#e3ab5b", "container": "#e08377", "other": "#8d959f",
    },
  };
  const series = {
    light: ["#2f66a8", "#c07a1c", "#0b7a75", "#a8433a", "#7f5aa8", "#5f7f2e", "#3a3f45", "#b0568b", "#4d93a8", "#8a6d3b"],
    dark: ["#7fadea", "#e3ab5b", "#5cc0b4", "#e08377", "#b79adf", "#a5c46a", "#d9d6cf", "#dd92bd", "#86c3d4", "#c5a877"],
  };
  /* From better than native over as good as native to a hundred times worse. */
  const ramp = {
    light: ["#2b7f8c", "#8fc1bd", "#f3efe4", "#ecc98a", "#d98f4e", "#b4502f", "#762c1c"],
    dark: ["#3f9dab", "#2d6168", "#23282c", "#5d4a26", "#9a6a30", "#cf7f4c", "#f2a987"],
  };

  const colours = () => {
    const style = getComputedStyle(root);
    const read = variable => style.getPropertyValue(variable).trim();
    return {
      paper: read("--paper"), raised: read("--raised"), ink: read("--ink"), muted: read("--muted"),
      line: read("--line"), accent: read("--accent"), sans: read("--sans"),
      series: series[name()], ramp: ramp[name()],
      tier: tier => tiers[name()][tier] || tiers[name()].other,
      isDark: name() === "dark",
    };
  };

  preference.addEventListener("change", apply);
  root.dataset.theme = name();
  return { colours, toggle, print, onChange: listener => listeners.push(listener) };
})();
