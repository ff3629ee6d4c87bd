"use strict";

// What the page shows of a sweep.
ClusterSim.views.sweep = {
  kind: "Sweep",
  noun: "sweep",
  curve: "Points a second",

  headline: (sweep) => `${Math.floor((100 * (sweep.done + sweep.failed)) / (sweep.total ?? Infinity))} %`,

  progress(sweep) {
    const total = sweep.total ?? 1;
    return {
      share: (sweep.done + sweep.failed) / total,
      parts: [
        { kind: "done", share: sweep.done / total },
        { kind: "failed", share: sweep.failed / total },
        { kind: "active", share: sweep.running / total },
      ],
      text: `${sweep.done} done, ${sweep.failed} failed of ${sweep.total ?? "?"} points`,
    };
  },

  figures(sweep, isOver) {
    const { format } = ClusterSim;
    const left =
      sweep.waiting_seconds !== undefined
        ? { value: "waits", detail: `for nodes, ${format.elapsed(sweep.waiting_seconds)}` }
        : isOver || sweep.left_seconds === undefined
          ? { value: "–" }
          : { value: format.elapsed(Math.ceil(sweep.left_seconds)), detail: "at this rate" };
    return [
      { name: "Done", value: format.exact(sweep.done), detail: sweep.total ? `of ${format.exact(sweep.total)} points` : "" },
      { name: "Failed", value: format.exact(sweep.failed), detail: sweep.failed === 1 ? "point" : "points", isBad: sweep.failed > 0 },
      { name: "Running", value: format.exact(sweep.running), detail: "at the moment" },
      {
        name: "Points a second",
        value: format.perSecond(sweep.points_per_second),
        detail: sweep.before > 0 ? `${format.exact(sweep.before)} were there before` : "from the start",
      },
      { name: "Time left", ...left },
    ];
  },

  nodes(sweep) {
    return {
      isShown: sweep.nodes.length > 0,
      columns: [{ title: "Node", isText: true }, { title: "Busy", isShare: true }, { title: "Cores in use" }, { title: "Runs", isText: true }],
      rows: sweep.nodes.map((node) => [
        { text: node.name },
        { text: `${node.running} of ${node.slots}`, share: node.running / node.slots },
        { text: node.cores === undefined ? "–" : node.cores.toFixed(1) },
        { text: ClusterSim.views.sweep.pointsOf(node) },
      ]),
    };
  },

  pointsOf(node) {
    if (node.points.length === 0) {
      return "nothing";
    }

    const more = node.running - node.points.length;
    return `${node.running === 1 ? "point" : "points"} ${node.points.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
  },

  failures: (sweep) => sweep.failures,
  notes: (sweep) => sweep.notes,
};
