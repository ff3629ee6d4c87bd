"use strict";

// Curves of points along an axis.
ClusterSim.curves = (() => {
  const { sweep } = ClusterSim;
  const most = 14;

  return {
    /**
     * A curve for each value of the series' axis, or one. Values come from of(point); null: the point is not drawn. Curves beyond those that
     * can be told apart are left out; how many is in `left`.
     */
    of(points, x, series, of) {
      const axis = sweep.axes[x];
      const other = series === null ? null : sweep.axes[series];
      const groups = new Map();
      for (const point of points) {
        const value = of(point);
        if (value === null || value === undefined) {
          continue;
        }

        const code = other === null ? 0 : other.codes[point];
        if (!groups.has(code)) {
          groups.set(code, []);
        }

        const place = axis.codes[point];
        groups.get(code).push({ x: axis.isNumeric ? axis.values[place] : place, y: value, point, code: place, label: axis.labels[place] });
      }

      const curves = [...groups.entries()]
        .sort(([one], [two]) => one - two)
        .map(([code, found], index) => ({
          name: other === null ? "" : `${other.title} ${other.labels[code]}`,
          points: found.sort((one, two) => one.code - two.code),
          index,
        }));
      return { curves: curves.slice(0, most), left: Math.max(0, curves.length - most), axis };
    },

    /** The ticks of an axis: its own values, where there is room; else round numbers. */
    ticksOf(axis, codes) {
      return [...new Set(codes)]
        .sort((one, two) => one - two)
        .map((code) => ({ at: axis.isNumeric ? axis.values[code] : code, text: axis.labels[code] }));
    },
  };
})();
