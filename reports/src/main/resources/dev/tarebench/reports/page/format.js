/* One spelling for every number, whatever the reader's locale; and text that can only ever be text. */
"use strict";

const tare = {};

tare.format = (() => {
  /** Counts, and the round figures of an axis: no more digits than there are. */
  const number = value => {
    if (value === null || value === undefined || !Number.isFinite(value)) return "";
    const size = Math.abs(value);
    if (size >= 1000) return Math.round(value).toString();
    return Number(value.toPrecision(4)).toString();
  };

  /** Something measured: always as many digits as are known, so that a column of them can be read down. */
  const measured = value => (Math.abs(value) >= 1000 ? Math.round(value).toString() : value.toPrecision(4));

  const TIMES = [[1e-3, 1e6, "ns"], [1, 1e3, "µs"], [1000, 1, "ms"], [Infinity, 1e-3, "s"]];
  const SIZES = [[1 / 1024, 1048576, "B"], [1, 1024, "KiB"], [1024, 1, "MiB"], [Infinity, 1 / 1024, "GiB"]];

  const stepped = (value, steps, digits) => {
    if (value === null || value === undefined || !Number.isFinite(value)) return "";
    if (value === 0) return "0";
    const [, factor, unit] = steps.find(([bound]) => Math.abs(value) < bound);
    return `${digits(value * factor)} ${unit}`;
  };

  const milliseconds = value => stepped(value, TIMES, measured);
  const mebibytes = value => stepped(value, SIZES, measured);

  const inUnit = (value, unit) =>
    unit === "ms" ? milliseconds(value) : unit === "MiB" ? mebibytes(value) : number(value);

  /** Ticks are round in the unit of the axis: a tenth of a MiB is no round number of KiB. */
  const axisTime = value => stepped(value, TIMES, number);
  const axisSize = value => stepped(value, [[1024, 1, "MiB"], [Infinity, 1 / 1024, "GiB"]], number);
  const axisUnit = unit => (unit === "ms" ? axisTime : unit === "MiB" ? axisSize : number);
  const axisRatio = value => `${number(value)} ×`;

  /** For amounts that are estimates: two digits say enough. */
  const rough = value => number(Number(value.toPrecision(2)));

  const ratio = value => {
    if (value === null || value === undefined) return "";
    return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
  };

  const percent = part => (Math.abs(part) >= 1 ? `${(100 * part).toFixed(0)} %` : `${(100 * part).toFixed(1)} %`);

  const probability = p => (p < 0.0001 ? "< 0.0001" : `= ${p.toPrecision(2)}`);

  const escape = text =>
    String(text).replace(/[&<>"']/g, c => `&#${c.charCodeAt(0)};`);

  return {
    number, rough, milliseconds, mebibytes, inUnit, axisTime, axisSize, axisUnit, axisRatio, ratio, percent, probability, escape,
  };
})();
