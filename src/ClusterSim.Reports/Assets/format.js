"use strict";

// Figures as people read them: four digits that count, and a unit.
ClusterSim.format = (() => {
  const timeUnits = [
    [1e9, "s"],
    [1e6, "ms"],
    [1e3, "µs"],
    [1, "ns"],
  ];
  const byteUnits = [
    [2 ** 50, "PiB"],
    [2 ** 40, "TiB"],
    [2 ** 30, "GiB"],
    [2 ** 20, "MiB"],
    [2 ** 10, "KiB"],
    [1, "B"],
  ];

  const unitOf = (units, value) => units.find(([size]) => Math.abs(value) >= size) ?? units.at(-1);

  const digits = (value) => {
    const size = Math.abs(value);
    const decimals = Number.isInteger(value) && size < 1000 ? 0 : size < 10 ? 3 : size < 100 ? 2 : size < 1000 ? 1 : 0;
    return value.toLocaleString("en-US", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  };

  const scaled = (units, value) => {
    const [size, unit] = unitOf(units, value);
    return `${digits(value / size)} ${unit}`;
  };

  const exact = (value) => value.toLocaleString("en-US");

  return {
    exact,
    digits,

    /** Simulated time, given in nanoseconds. */
    time: (ns) => scaled(timeUnits, ns),

    /** Data, given in bytes. */
    bytes: (bytes) => scaled(byteUnits, bytes),

    /** Bandwidth, given in GB/s of 2^30 bytes, as networks are described. */
    rate: (rate) => `${digits(rate)} GB/s`,

    /** Both ways to tell a bandwidth that is given in GB/s of 2^30 bytes: networks are described in these, nccl-tests prints the others. */
    rates: (rate) => `${digits(rate)} GB/s of 2³⁰ bytes, ${digits((rate * 2 ** 30) / 1e9)} GB/s of 10⁹ bytes`,

    /** A share, given from 0 to 1. */
    share: (share) => (share > 0 && share < 0.00005 ? "< 0.01 %" : `${(100 * share).toFixed(share < 0.0995 ? 2 : 1)} %`),

    /** A number in groups of three digits. */
    count: exact,

    text: (text) => text,

    /** Text that takes as many lines as it needs. */
    sentence: (text) => text,

    /** The unit in which times up to this one are best told: its size in nanoseconds, and its name. */
    timeUnit: (ns) => unitOf(timeUnits, ns),

    /** The unit in which data up to this amount is best told: its size in bytes, and its name. */
    byteUnit: (bytes) => unitOf(byteUnits, bytes),
  };
})();
