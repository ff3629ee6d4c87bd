"use strict";

// The rows of the timeline as it is drawn from: lanes of spans, or of shares of equal pieces of the run.
ClusterSim.lanes = (() => {
  const order = ["compute", "communication", "exposed", "memory"];
  const titles = { compute: "Compute", communication: "Communication", exposed: "Exposed", memory: "Memory access" };

  // Spans that overlap go to tracks beside one another, each the first that is free; so those of a track are in order.
  const tracksOf = (numbers) => {
    const tracks = [];
    let start = 0;
    for (let index = 0; index < numbers.length; index += 3) {
      start += numbers[index];
      const end = start + numbers[index + 1];
      let track = tracks.find((candidate) => candidate.ends.at(-1) <= start);
      if (track === undefined) {
        track = { starts: [], ends: [], names: [] };
        tracks.push(track);
      }

      track.starts.push(start);
      track.ends.push(end);
      track.names.push(numbers[index + 2]);
    }

    return tracks;
  };

  // The time until an NPU has finished in which it does not compute.
  const gapsOf = (tracks, finish) => {
    const spans = tracks.flatMap((track) => track.starts.map((start, index) => [start, track.ends[index]])).sort((one, other) => one[0] - other[0]);
    const gaps = { starts: [], ends: [], names: [] };
    let busyUntil = 0;
    for (const [start, end] of [...spans, [finish, finish]]) {
      if (start > busyUntil) {
        gaps.starts.push(busyUntil);
        gaps.ends.push(start);
        gaps.names.push(-1);
      }

      busyUntil = Math.max(busyUntil, end);
    }

    return [gaps];
  };

  const bytesOf = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

  const rowOf = (row) => {
    const count = row.count ?? 1;
    const label = count === 1 ? `npu/${row.npu}` : `npu/${row.npu}–${row.npu + count - 1}`;
    if (row.shares !== undefined) {
      const [compute, communication, memory, exposed] = row.shares.map(bytesOf);
      return { ...row, count, label, shares: { compute, communication, memory, exposed } };
    }

    const [compute, communication, memory] = row.spans.map(tracksOf);
    const open = row.open?.map(tracksOf) ?? [[], [], []];
    return {
      ...row,
      count,
      label,
      tracks: { compute, communication, memory, exposed: gapsOf(compute, row.finish) },
      open: { compute: open[0], communication: open[1], memory: open[2], exposed: [] },
    };
  };

  return {
    titles,

    /** Whether anything never ended. */
    hasOpen: (rows) => rows.some((row) => Object.values(row.open ?? {}).some((tracks) => tracks.length > 0)),

    /** All spans of a lane, those that never ended behind the others. */
    tracksOf: (row, lane) => [...row.tracks[lane], ...row.open[lane]],

    /** The lanes that a timeline has, in their order. */
    of: (timeline) => order.filter((lane) => lane !== "memory" || timeline.memory),

    rowsOf: (timeline) => timeline.rows.map(rowOf),

    /** The first span of a track that ends behind a time. */
    firstBehind(track, time) {
      let [low, high] = [0, track.ends.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (track.ends[middle] > time) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }

      return low;
    },

    /** The span of a lane at a time, or at most so far from it: { start, end, name }; undefined: there is none. */
    spanAt(tracks, time, reach) {
      let best;
      for (const track of tracks) {
        for (let index = ClusterSim.lanes.firstBehind(track, time - reach); index < track.starts.length && track.starts[index] <= time + reach; index++) {
          const distance = Math.max(0, track.starts[index] - time, time - track.ends[index]);
          if (best === undefined || distance < best.distance) {
            best = { start: track.starts[index], end: track.ends[index], name: track.names[index], distance };
          }
        }
      }

      return best;
    },
  };
})();
