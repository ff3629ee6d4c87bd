"use strict";

// Speed-up and efficiency of the wall time against the smallest point of each curve.
ClusterSim.speedUp = {
  /** How many times as fast the work is done, with n times as many, from the times of the smallest point and of this one. */
  of: (isStrong, n, first, time) => (isStrong ? first / time : (n * first) / time),
};

(() => {
  const { sweep, sweepView, curves, scale, lineChart, element, units } = ClusterSim;
  const host = document.getElementById("speed-up-view");
  const wall = sweep.figureOf("wall_ns");
  if (host === null || wall === null) {
    return;
  }

  const relative = (curve, isStrong) => {
    const [first] = curve.points;
    return {
      ...curve,
      points: curve.points.map((point) => {
        const n = point.x / first.x;
        const factor = ClusterSim.speedUp.of(isStrong, n, first.y, point.y);
        const details = [
          ["Speed-up", units.text("factor", factor)],
          ["Efficiency", units.text("percent", (100 * factor) / n)],
          ["Wall time", units.text("time", point.y)],
        ];
        return { ...point, y: factor, n, details };
      }),
    };
  };

  const draw = (state, body) => {
    const isStrong = state.kind === "strong";
    const found = curves.of(state.points(), state.x, state.series, wall.column("max").at);
    const usable = found.curves.filter((curve) => curve.points[0].x > 0 && curve.points[0].y > 0).map((curve) => relative(curve, isStrong));
    const points = usable.flatMap((curve) => curve.points);
    body.replaceChildren();
    if (!usable.some((curve) => curve.points.length > 1)) {
      body.append(element("p", { class: "nothing" }, "There are no two points to compare with these values. Choose others above."));
      return {};
    }

    const axis = found.axis;
    const xs = points.map((point) => point.x);
    const log = state.log ?? scale.growsByFactors(xs);
    const by = state.series === null ? "" : `, for each ${sweep.axes[state.series].title}`;
    const x = { heading: axis.heading, ticks: curves.ticksOf(axis, points.map((point) => point.code)), isLog: log, bands: 0 };
    const low = Math.min(...xs);
    const pair = element("div", { class: "pair" });
    body.append(pair);
    lineChart(pair, {
      title: `Speed-up (${state.kind} scaling) by ${axis.title}${by}`,
      x,
      y: { heading: "Speed-up", unit: "factor", isLog: log && Math.min(...points.map((point) => point.y)) > 0, withZero: true },
      curves: usable,
      // Each curve has its own smallest point; where these are one, there is one ideal.
      ideal: usable.every((curve) => curve.points[0].x === low)
        ? { name: "Ideal", points: [...new Set(xs)].sort((one, two) => one - two).map((at) => ({ x: at, y: at / low })) }
        : null,
    });
    lineChart(pair, {
      title: `Efficiency (${state.kind} scaling) by ${axis.title}${by}`,
      x,
      y: { heading: "Efficiency", unit: "percent", isLog: false, withZero: true },
      curves: usable.map((curve) => ({ ...curve, points: curve.points.map((point) => ({ ...point, y: (100 * point.y) / point.n })) })),
      ideal: { name: "Ideal", points: [low, Math.max(...xs)].map((at) => ({ x: at, y: 100 })) },
    });
    return { log };
  };

  sweepView(host, {
    name: "the charts of speed-up",
    axes: {
      x: { label: "Along", allowed: (axis) => axis.kind === "number" && axis.labels.length > 1, value: sweep.choices.scaling },
      series: { label: "Curves", allowed: (axis) => axis.labels.length > 1, value: sweep.choices.scalingSeries, optional: true },
    },
    choices: { kind: { label: "Scaling", options: [["weak", "Weak"], ["strong", "Strong"]], value: sweep.choices.strong ? "strong" : "weak" } },
    switches: { log: { label: "Log axes" } },
    draw,
  });
})();
