/* One spelling for every number, whatever the reader's locale; and text that can only ever be text. */
"use strict";

const tare = {};

tare.format = (() => {
  const number = value => {
    if (value === null || value === undefined || !Number.isFinite(value)) return "";
    const size = Math.abs(value);
    if (size >= 1000) return Math.round(value).toString();
    return Number(value.toPrecision(4)).toString();
  };

  const stepped = (value, steps) => {
    if (value === null || value === undefined) return "";
    if (value === 0) return "0";
    const [limit, factor, unit] = steps.find(([bound]) => Math.abs(value) < bound);
    return `${number(value * factor)} ${unit}`;
  };

  const milliseconds = value =>
    stepped(value, [[1e-3, 1e6, "ns"], [1, 1e3, "µs"], [1000, 1, "ms"], [Infinity, 1e-3, "s"]]);

  const mebibytes = value =>
    stepped(value, [[1 / 1024, 1048576, "B"], [1, 1024, "KiB"], [1024, 1, "MiB"], [Infinity, 1 / 1024, "GiB"]]);

  const inUnit = (value, unit) =>
    unit === "ms" ? milliseconds(value) : unit === "MiB" ? mebibytes(value) : number(value);

  /** For amounts that are estimates: two digits say enough. */
  const rough = value => number(Number(value.toPrecision(2)));

  const ratio = value => {
    if (value === null || value === undefined) return "";
    return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
  };

  const escape = text =>
    String(text).replace(/[&<>"']/g, c => `&#${c.charCodeAt(0)};`);

  return { number, rough, milliseconds, mebibytes, inUnit, ratio, escape };
})();
