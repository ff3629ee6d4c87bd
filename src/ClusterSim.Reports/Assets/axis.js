"use strict";

// Round numbers for axes.
ClusterSim.axis = {
  /** Round values from low to high, at most so many, with the decimals that tell them apart. */
  ticks(low, high, most) {
    const raw = (high - low) / Math.max(1, most);
    if (!(raw > 0)) {
      return { values: [low], decimals: 0 };
    }

    const power = 10 ** Math.floor(Math.log10(raw));
    const step = power * [1, 2, 5, 10].find((factor) => factor * power >= raw * 0.999999);
    const values = [];
    for (let index = Math.ceil(low / step - 1e-9); index * step <= high + step * 1e-9; index++) {
      // Not -0.
      values.push(index * step + 0);
    }

    return { values, decimals: Math.max(0, -Math.floor(Math.log10(step) + 1e-9)) };
  },

  /** The text of a tick. */
  text(value, decimals) {
    return value.toLocaleString("en-US", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  },

  /** Ticks of time from low to high, in nanoseconds, with their texts and the unit that they share. */
  timeTicks(low, high, most) {
    const [size, unit] = ClusterSim.format.timeUnit(Math.max(Math.abs(low), Math.abs(high)));
    const { values, decimals } = ClusterSim.axis.ticks(low / size, high / size, most);
    return values.map((value) => ({ at: value * size, text: `${ClusterSim.axis.text(value, decimals)} ${unit}` }));
  },

  /** Ticks of data from 0 to high, in bytes. */
  byteTicks(high, most) {
    const [size, unit] = ClusterSim.format.byteUnit(high);
    const { values, decimals } = ClusterSim.axis.ticks(0, high / size, most);
    return values.map((value) => ({ at: value * size, text: `${ClusterSim.axis.text(value, decimals)} ${unit}` }));
  },
};
