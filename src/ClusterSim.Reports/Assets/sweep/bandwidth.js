"use strict";

// Algorithm or bus bandwidth of collectives by their size.
(() => {
  const { sweep, sweepView } = ClusterSim;
  const host = document.getElementById("bandwidth-view");
  if (host === null) {
    return;
  }

  const kinds = { bus_bandwidth: "Bus bandwidth", algorithm_bandwidth: "Algorithm bandwidth" };
  sweepView(host, {
    name: "the chart of bandwidth",
    axes: {
      x: { label: "Along", allowed: (axis) => axis.labels.length > 1 || sweep.axes.every((one) => one.labels.length === 1), value: sweep.choices.size },
      series: { label: "Curves", allowed: (axis) => axis.labels.length > 1, value: sweep.choices.sizeSeries, optional: true },
    },
    choices: { kind: { label: "Bandwidth", options: [["bus_bandwidth", "Bus"], ["algorithm_bandwidth", "Algorithm"]] } },
    switches: { logX: { label: "Log x" }, logY: { label: "Log y" } },
    draw: (state, body) =>
      ClusterSim.drawCurves(body, state, { unit: "rate", heading: kinds[state.kind], title: `${kinds[state.kind]} in GB/s of 2³⁰ bytes`, of: sweep.columnOf(state.kind).at }),
  });
})();
