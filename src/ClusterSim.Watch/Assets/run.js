"use strict";

// What the page shows of a run.
ClusterSim.views = {
  run: {
    kind: "Simulation run",
    noun: "run",
    curve: "Events a second",

    /** What it is about, in the title of a tab. */
    headline: (run) => ClusterSim.format.time(run.simulated_ns),

    progress(run) {
      const share = run.npus ? run.finished_npus / run.npus : 0;
      return { share, parts: [{ kind: "done", share }], text: `${run.finished_npus} of ${run.npus ?? "?"} NPUs finished` };
    },

    figures(run) {
      const { format } = ClusterSim;
      const cores = run.hosts.reduce((sum, host) => sum + (host.cores ?? 0), 0);
      return [
        { name: "Simulated time", value: format.time(run.simulated_ns), detail: `${format.exact(run.simulated_ns)} ns` },
        { name: "Events a second", value: format.perSecond(run.events_per_second), detail: `${format.exact(run.events)} in all` },
        { name: "NPUs finished", value: format.exact(run.finished_npus), detail: run.npus ? `of ${format.exact(run.npus)}` : "" },
        ...(run.links > 0
          ? [{ name: "Links in use", value: format.exact(run.links_in_use), detail: `of ${format.exact(run.links)}` }]
          : []),
        { name: "Cores in use", value: cores.toFixed(1), detail: run.hosts.length > 1 ? `on ${run.hosts.length} nodes` : "by this process" },
      ];
    },

    nodes(run) {
      const { format } = ClusterSim;
      return {
        isShown: run.hosts.length > 1,
        columns: [
          { title: "Node", isText: true },
          { title: "Partitions" },
          { title: "NPUs finished" },
          { title: "Events a second" },
          { title: "Cores in use" },
        ],
        rows: run.hosts.map((host) => [
          { text: host.name },
          { text: format.exact(host.partitions) },
          { text: format.exact(host.finished_npus) },
          { text: format.perSecond(host.events_per_second) },
          { text: host.cores === undefined ? "–" : host.cores.toFixed(1) },
        ]),
      };
    },

    failures: () => [],
    notes: () => [],
  },
};
