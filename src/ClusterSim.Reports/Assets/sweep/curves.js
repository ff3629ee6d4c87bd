"use strict";

// Curves of points along an axis.
ClusterSim.curves = (() => {
  const { sweep } = ClusterSim;
  const most = 14;

  // Values nearer than this share of them are one place of a chart.
  const indistinct = 0.004;

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

    /**
     * Which curves lie on top of an earlier one, as far as a chart can show, whichever axes it has: a map from each of these to
     * { first, rank, count }: the lowest curve of the pile, the place in it, and how many curves it has.
     */
    piles(curves) {
      const isNear = (one, other) => one.x === other.x && Math.abs(one.y - other.y) <= indistinct * Math.abs(one.y);
      const isSame = (one, other) => one.points.length === other.points.length && one.points.every((point, index) => isNear(point, other.points[index]));
      const piles = new Map();
      for (const curve of curves) {
        const first = [...piles.keys()].find((lowest) => isSame(lowest, curve)) ?? curve;
        piles.set(first, [...(piles.get(first) ?? []), curve]);
      }

      return new Map([...piles].flatMap(([first, pile]) => pile.slice(1).map((curve, index) => [curve, { first, rank: index + 1, count: pile.length }])));
    },

    /** The ticks of an axis: its own values, where there is room; else round numbers. */
    ticksOf(axis, codes) {
      return [...new Set(codes)]
        .sort((one, two) => one - two)
        .map((code) => ({ at: axis.isNumeric ? axis.values[code] : code, text: axis.labels[code] }));
    },
  };
})();
