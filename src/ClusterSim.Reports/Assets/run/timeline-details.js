"use strict";

// What the timeline says of what is pointed at: a title and pairs of name and value.
ClusterSim.timelineDetails = (() => {
  const { format, lanes } = ClusterSim;
  const span = (start, end) => [
    ["Start", format.time(start)],
    ["End", format.time(end)],
    ["Duration", `${format.time(end - start)} (${format.exact(end - start)} ns)`],
  ];

  return {
    /** Of a span of a lane. */
    span: (row, lane, found, names) => ({
      title: found.name >= 0 ? names[found.name] : "Not computing",
      pairs: [["NPU", row.label], ["Lane", lanes.titles[lane]], ...span(found.start, found.end)],
    }),

    /** Of the piece of the run at a time in which a row tells shares. */
    shares(row, shown, time, end) {
      const bins = row.shares.compute.length;
      const index = Math.min(bins - 1, Math.floor((time / end) * bins));
      return {
        title: row.label,
        pairs: [
          ["From", format.time((index * end) / bins)],
          ["To", format.time(((index + 1) * end) / bins)],
          ...shown.map((lane) => [lanes.titles[lane], format.share(row.shares[lane][index] / 255)]),
        ],
      };
    },

    /** Of all that an NPU does at a time. */
    moment(row, shown, time, reach, names) {
      const found = shown.map((lane) => [lane, lanes.spanAt(lanes.tracksOf(row, lane), time, reach)]).filter(([, at]) => at !== undefined);
      return {
        title: `${row.label} at ${format.time(time)}`,
        pairs: found.length === 0
          ? [["", "Has finished"]]
          : found.map(([lane, at]) => [lanes.titles[lane], `${at.name >= 0 ? `${names[at.name]}, ` : ""}${format.time(at.end - at.start)}`]),
      };
    },

    /** Of a step of the critical path. */
    step: (path, found) => ({
      title: "Critical path",
      pairs: [
        ["Spent on", path.kinds[path.kindOf[found.name]].name],
        ["Where", path.actorOf[found.name] < 0 ? "several actors" : path.actors[path.actorOf[found.name]]],
        ...span(found.start, found.end),
      ],
    }),

    /** As one line. */
    text: ({ title, pairs }) => [title, ...pairs.map(([name, value]) => (name === "" ? value : `${name}: ${value}`))].join(" · "),
  };
})();
