"use strict";

// From values to places: linear, logarithmic, or a band for each of some names.
ClusterSim.scale = {
  linear: (low, high, from, to) => {
    const span = high - low || 1;
    return (value) => from + ((value - low) / span) * (to - from);
  },

  log: (low, high, from, to) => {
    const linear = ClusterSim.scale.linear(Math.log(low), Math.log(high), from, to);
    return (value) => linear(Math.log(value));
  },

  bands: (count, from, to) => (index) => from + ((index + 0.5) / count) * (to - from),

  /** The lowest and the highest of some values with room around them. */
  extent(values, isLog, withZero) {
    const low = Math.min(...values);
    const high = Math.max(...values);
    if (isLog) {
      return low === high ? [low / 2, high * 2] : [low / (high / low) ** 0.04, high * (high / low) ** 0.04];
    }

    const first = withZero && low > 0 ? 0 : low;
    const span = high - first || Math.abs(high) || 1;
    return [first === 0 ? 0 : first - span * 0.05, high + span * 0.06];
  },

  /** Whether values grow by factors rather than by steps. */
  growsByFactors(values) {
    const distinct = [...new Set(values)].sort((one, two) => one - two);
    return distinct.length > 2 && distinct[0] > 0 && distinct.at(-1) / distinct[0] >= 4 && distinct.every((value, index) => index === 0 || value / distinct[index - 1] >= 1.4);
  },

  /** Whether values lie so far apart that the small ones would be lost on a linear axis. */
  wantsLog: (values, factor) => values.length > 1 && Math.min(...values) > 0 && Math.max(...values) / Math.min(...values) >= factor,
};
