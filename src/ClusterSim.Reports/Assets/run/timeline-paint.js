"use strict";

// Draws the timeline on canvases. A plan says where: { left, width, range, lanes, colours }.
ClusterSim.timelinePaint = (() => {
  const laneHeight = 14;
  const laneStep = 16;
  const nameHeight = 12;

  const xOf = (plan, time) => plan.left + ((time - plan.range.from) / plan.range.length) * plan.width;

  // Black or white, whichever is read better on a colour.
  const inkOn = (colour) => {
    const [red, green, blue] = colour.match(/[\d.]+/g).map((part) => (Number(part) / 255) ** 2.2);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.18 ? "#000" : "#fff";
  };

  // Calls back for what is seen of each span. Narrow ones take whole pixels, so that many beside one another make an even area; of those
  // that share a pixel one is enough.
  const eachSpan = (plan, track, draw) => {
    const right = plan.left + plan.width;
    let drawnTo = -1;
    for (let index = ClusterSim.lanes.firstBehind(track, plan.range.from); index < track.starts.length && track.starts[index] < plan.range.to; index++) {
      let x = Math.max(plan.left, xOf(plan, track.starts[index]));
      let end = Math.min(right, xOf(plan, track.ends[index]));
      if (end - x < 4) {
        x = Math.floor(x);
        end = Math.max(x + 1, Math.ceil(end));
      }

      if (end > drawnTo) {
        draw(x, end - x, track.names[index]);
        drawnTo = end;
      }
    }
  };

  // As much of a text as fits; nothing of it where that says nothing.
  const shortened = (context, text, width) => {
    const whole = context.measureText(text).width;
    if (whole <= width) {
      return text;
    }

    const letters = Math.floor((width / whole) * text.length) - 1;
    return letters < 4 ? "" : `${text.slice(0, letters)}…`;
  };

  const spans = (context, plan, tracks, lane, top, height, names) => {
    const part = Math.max(1, height / tracks.length);
    context.fillStyle = plan.colours[lane];
    const texts = [];
    const ends = [];
    tracks.forEach((track, place) => {
      const y = top + Math.floor((place * height) / tracks.length);
      eachSpan(plan, track, (x, width, name) => {
        context.fillRect(x, y, width, part > 3 ? part - 1 : part);
        if (width > 6) {
          ends.push([x + width - 1, y, part > 3 ? part - 1 : part]);
        }

        if (part >= nameHeight && width > 44 && name >= 0) {
          texts.push([names[name], x, y, width]);
        }
      });
    });

    // Where one node follows another a darker line parts them: a gap would look as if the NPU were idle.
    context.fillStyle = plan.colours.parting;
    for (const [x, y, high] of ends) {
      context.fillRect(x, y, 1, high);
    }

    context.fillStyle = inkOn(plan.colours[lane]);
    for (const [text, x, y, width] of texts) {
      context.fillText(shortened(context, text, width - 9), x + 4, y + laneHeight / 2 - 1);
    }
  };

  // Stripes, as the legend has them.
  const hatch = (context, plan, tracks, top, height) => {
    const right = plan.left + plan.width;
    for (const track of tracks) {
      eachSpan(plan, track, (x, width) => {
        context.save();
        context.beginPath();
        context.rect(x, top, Math.min(right - x, width), height);
        context.clip();
        context.fillStyle = plan.colours.idle;
        context.fillRect(x, top, width, height);
        context.strokeStyle = plan.colours["text-soft"];
        context.lineWidth = 1.5;
        context.beginPath();
        for (let at = Math.floor(x / 6) * 6 - height; at < x + width; at += 6) {
          context.moveTo(at, top + height);
          context.lineTo(at + height, top);
        }

        context.stroke();
        context.restore();
      });
    }
  };

  // Bars as high as the shares.
  const shares = (context, plan, bytes, lane, top, height) => {
    const bin = plan.range.end / bytes.length;
    context.fillStyle = plan.colours[lane];
    for (let index = Math.floor(plan.range.from / bin); index < bytes.length && index * bin < plan.range.to; index++) {
      if (bytes[index] > 0) {
        const x = Math.max(plan.left, xOf(plan, index * bin));
        const high = Math.max(1, (height * bytes[index]) / 255);
        context.fillRect(x, top + height - high, xOf(plan, (index + 1) * bin) - x + 0.5, high);
      }
    }
  };

  // Gaps narrower than a pixel shade it by what they are of it together, but so that they are seen.
  const gaps = (context, plan, track, top, height) => {
    let [pixel, covered] = [-1, 0];
    const flush = () => {
      if (covered > 0) {
        context.globalAlpha = Math.min(1, Math.max(0.35, covered));
        context.fillRect(pixel, top, 1, height);
        context.globalAlpha = 1;
        covered = 0;
      }
    };

    context.fillStyle = plan.colours.exposed;
    for (let index = ClusterSim.lanes.firstBehind(track, plan.range.from); index < track.starts.length && track.starts[index] < plan.range.to; index++) {
      const x = Math.max(plan.left, xOf(plan, track.starts[index]));
      const width = Math.min(plan.left + plan.width, xOf(plan, track.ends[index])) - x;
      if (width >= 1) {
        context.fillRect(x, top, width, height);
      } else {
        if (Math.floor(x) !== pixel) {
          flush();
          pixel = Math.floor(x);
        }

        covered += width;
      }
    }

    flush();
  };

  // One band: exposed where an NPU does not compute. Of shares a mixture of both colours.
  const strip = (context, plan, row, top, height) => {
    const right = Math.min(plan.left + plan.width, xOf(plan, row.finish));
    if (right <= plan.left) {
      return;
    }

    if (row.tracks !== undefined) {
      context.fillStyle = plan.colours.compute;
      context.fillRect(plan.left, top, right - plan.left, height);
      gaps(context, plan, row.tracks.exposed[0], top, height);
      hatch(context, plan, Object.values(row.open).flat(), top, height);
      return;
    }

    const bin = plan.range.end / row.shares.compute.length;
    for (const lane of ["exposed", "compute"]) {
      const bytes = row.shares[lane];
      context.fillStyle = plan.colours[lane];
      let index = Math.floor(plan.range.from / bin);
      while (index < bytes.length && index * bin < plan.range.to) {
        // Equal pieces in one go.
        let next = index + 1;
        while (next < bytes.length && bytes[next] === bytes[index] && next * bin < plan.range.to) {
          next++;
        }

        if (bytes[index] > 0) {
          const x = Math.max(plan.left, xOf(plan, index * bin));
          context.globalAlpha = bytes[index] / 255;
          context.fillRect(x, top, Math.min(plan.left + plan.width, xOf(plan, next * bin)) - x, height);
        }

        index = next;
      }
    }

    context.globalAlpha = 1;
  };

  return {
    xOf,
    laneStep,
    laneHeight,

    /** How high a row is that shows its lanes. */
    rowHeight: (lanes) => lanes * laneStep + 10,

    /** Lines at the ticks, from top to bottom. */
    grid(context, plan, ticks, height) {
      context.fillStyle = plan.colours.line;
      for (const tick of ticks) {
        context.fillRect(Math.round(xOf(plan, tick.at)), 0, 1, height);
      }
    },

    /** A row with a lane for each thing that an NPU does. */
    row(context, plan, row, top, names) {
      context.fillStyle = plan.colours.line;
      context.fillRect(0, Math.round(top), plan.left + plan.width + 12, 1);
      plan.lanes.forEach((lane, place) => {
        const y = top + 5 + place * laneStep;
        if (row.tracks !== undefined) {
          spans(context, plan, row.tracks[lane], lane, y, laneHeight, names);
          hatch(context, plan, row.open[lane], y, laneHeight - 1);
        } else {
          shares(context, plan, row.shares[lane], lane, y, laneHeight);
        }
      });
    },

    strip,
  };
})();
