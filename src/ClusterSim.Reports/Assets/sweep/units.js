"use strict";

// Figures of points by the units of their columns, and ticks in them.
ClusterSim.units = (() => {
  const { format, axis } = ClusterSim;
  const trimmed = (value) => Number(value.toPrecision(4)).toLocaleString("en-US", { maximumFractionDigits: 12 });

  const texts = {
    text: (value) => value,
    number: trimmed,
    count: format.exact,
    time: format.time,
    seconds: (value) => format.time(value * 1e9),
    bytes: format.bytes,
    percent: (value) => `${trimmed(value)} %`,
    rate: (value) => `${trimmed(value)} GB/s`,
    factor: (value) => `${trimmed(value)}×`,
  };

  const suffixes = { percent: " %", rate: " GB/s", factor: "×" };

  const linear = (unit, low, high, most) => {
    if (unit === "time") {
      return axis.timeTicks(low, high, most);
    }

    if (unit === "seconds") {
      return axis.timeTicks(low * 1e9, high * 1e9, most).map((tick) => ({ ...tick, at: tick.at / 1e9 }));
    }

    if (unit === "bytes" && low >= 0) {
      return axis.byteTicks(high, most).filter((tick) => tick.at >= low);
    }

    const { values, decimals } = axis.ticks(low, high, most);
    return values.map((value) => ({ at: value, text: axis.text(value, decimals) + (suffixes[unit] ?? "") }));
  };

  // Powers of ten, of data of two; where they are few, with steps between.
  const logarithmic = (unit, low, high, most) => {
    const base = unit === "bytes" ? 2 : 10;
    const first = Math.floor(Math.log(low) / Math.log(base) + 1e-9);
    const last = Math.ceil(Math.log(high) / Math.log(base) - 1e-9);
    const step = Math.max(1, Math.ceil((last - first) / most));
    const factors = base === 10 && (last - first) * 3 <= most * 1.5 ? [1, 2, 5] : [1];
    const ticks = [];
    for (let power = first; power <= last; power += step) {
      ticks.push(...factors.map((factor) => factor * base ** power));
    }

    const inside = ticks.filter((at) => at >= low * 0.999 && at <= high * 1.001);
    return inside.map((at) => ({ at, text: texts[unit](at).replace(/\.0+(?=\D|$)/, "") }));
  };

  return {
    /** A figure as people read it; null: a dash. */
    text: (unit, value) => (value === null || value === undefined ? "–" : texts[unit](value)),

    ticks: (unit, low, high, most, isLog) => (isLog ? logarithmic : linear)(unit, low, high, most),
  };
})();
