"use strict";

// Draws what the critical path was spent on, as a band above the timeline; by the same plan.
ClusterSim.paintPath = (context, plan, path, top, height) => {
  const { lanes, timelinePaint } = ClusterSim;
  const [track] = path.tracks;
  const fill = (kind, x, width) => {
    context.fillStyle = plan.colours[path.kinds[kind].tone];
    context.fillRect(x, top, width, height);
  };

  // What is narrower than a pixel adds up to what most of the pixel was spent on.
  let [pixel, within] = [-1, new Map()];
  const flush = () => {
    if (within.size > 0) {
      fill([...within].reduce((most, next) => (next[1] > most[1] ? next : most))[0], pixel, 1);
      within.clear();
    }
  };

  for (let index = lanes.firstBehind(track, plan.range.from); index < track.starts.length && track.starts[index] < plan.range.to; index++) {
    const x = Math.max(plan.left, timelinePaint.xOf(plan, track.starts[index]));
    const width = Math.min(plan.left + plan.width, timelinePaint.xOf(plan, track.ends[index])) - x;
    if (width >= 1) {
      fill(path.kindOf[index], x, width);
    } else {
      if (Math.floor(x) !== pixel) {
        flush();
        pixel = Math.floor(x);
      }

      within.set(path.kindOf[index], (within.get(path.kindOf[index]) ?? 0) + width);
    }
  }

  flush();
};
