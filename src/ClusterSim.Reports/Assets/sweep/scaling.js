"use strict";

// Any figure along any axis.
(() => {
  const { sweep, sweepView, curves, scale, lineChart, element } = ClusterSim;
  const host = document.getElementById("scaling-view");
  if (host === null) {
    return;
  }

  /** Draws a figure of points along an axis; also for bandwidths. Returns how the switches stand. */
  ClusterSim.drawCurves = (body, state, { unit, heading, of, title }) => {
    const found = curves.of(state.points(), state.x, state.series, of);
    const points = found.curves.flatMap((curve) => curve.points);
    body.replaceChildren();
    if (points.length === 0) {
      body.append(element("p", { class: "nothing" }, "No point with these values has results. Choose others above."));
      return {};
    }

    const { axis } = found;
    const ys = points.map((point) => point.y);
    const xs = points.map((point) => point.x);
    const canLogX = axis.isNumeric && Math.min(...xs) > 0 && new Set(xs).size > 1;
    const canLogY = Math.min(...ys) > 0;
    const logX = canLogX ? (state.logX ?? scale.growsByFactors(xs)) : null;
    const logY = canLogY ? (state.logY ?? (axis.isNumeric && scale.wantsLog(ys, 20))) : null;
    lineChart(body, {
      title: `${title} by ${axis.title}${state.series === null ? "" : `, for each ${sweep.axes[state.series].title}`}`,
      x: {
        heading: axis.heading,
        ticks: curves.ticksOf(axis, points.map((point) => point.code)),
        isLog: logX === true,
        bands: axis.isNumeric ? 0 : axis.labels.length,
        nominal: !axis.isNumeric,
      },
      y: { heading: heading, unit, isLog: logY === true, withZero: true },
      curves: found.curves,
      ideal: null,
    });
    if (found.left > 0) {
      body.append(element("p", { class: "aside" }, `${found.left} more curves are not drawn: nobody could tell them apart. The table below has all points.`));
    }

    return { logX, logY };
  };

  const spreads = [
    ["max", "Slowest NPU"],
    ["mean", "Mean of NPUs"],
    ["min", "Fastest NPU"],
  ];

  sweepView(host, {
    name: "the chart of scaling",
    axes: {
      x: { label: "Along", allowed: (axis) => axis.labels.length > 1 || sweep.axes.every((one) => one.labels.length === 1), value: sweep.choices.x },
      series: { label: "Curves", allowed: (axis) => axis.labels.length > 1, value: sweep.choices.series, optional: true },
    },
    choices: {
      figure: { label: "Figure", options: sweep.figures.map((figure) => [figure.name, figure.title]) },
      spread: { label: "Of", options: sweep.figures.some((figure) => figure.spread) ? spreads : spreads.slice(0, 1) },
    },
    switches: { logX: { label: "Log x" }, logY: { label: "Log y" } },
    draw: (state, body) => {
      const figure = sweep.figureOf(state.figure);
      const column = figure.column(state.spread);
      return ClusterSim.drawCurves(body, state, { unit: figure.unit, heading: figure.title, title: figure.title, of: column.at });
    },
  });
})();
