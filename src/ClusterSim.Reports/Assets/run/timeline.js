"use strict";

// The timeline: a head with the axis and the critical path, and below it a row for each NPU, in a frame that scrolls.
(() => {
  const host = document.getElementById("timeline-view");
  const timeline = ClusterSim.data("timeline");
  if (host === null || timeline === null || timeline.rows.length === 0) {
    return;
  }

  const { axis, colour, element, lanes, timelineDetails: details, timelinePaint: paint, tooltip } = ClusterSim;
  const mostHeight = 620;
  const axisHeight = 26;
  const pathHeight = 14;
  const shown = lanes.of(timeline);
  const all = lanes.rowsOf(timeline);
  const path = pathOf(ClusterSim.data("path"));
  const range = new ClusterSim.TimelineRange(timeline.end);
  const state = { rows: all, hasLanes: all.length <= 16, pinned: null, selected: { row: 0, lane: 0 } };
  let plan = null;

  // The path as a track, so that it is drawn and found as spans are.
  function pathOf(data) {
    if (data === null) {
      return null;
    }

    const track = { starts: [], ends: [], names: [] };
    const [kindOf, actorOf] = [[], []];
    let time = 0;
    for (let index = 0; index < data.segments.length; index += 3) {
      track.starts.push(time);
      time += data.segments[index];
      track.ends.push(time);
      track.names.push(kindOf.length);
      kindOf.push(data.segments[index + 1]);
      actorOf.push(data.segments[index + 2]);
    }

    return { ...data, tracks: [track], kindOf, actorOf };
  }

  const keys = "Timeline of NPUs. Plus and minus zoom, left and right move, 0 shows the whole run, Shift with arrows steps from node to node.";
  const head = element("canvas", { class: "timeline-head", "aria-hidden": "true" });
  const canvas = element("canvas", { class: "timeline-canvas", "aria-hidden": "true" });
  const space = element("div", { class: "timeline-space" }, canvas);
  const scroll = element("div", { class: "timeline-scroll", tabindex: "0", role: "application", "aria-label": keys, "aria-describedby": "timeline-details" }, space);
  const frame = element("div", { class: "timeline-frame" }, head, scroll);
  const told = element("p", { class: "timeline-details", id: "timeline-details", role: "status" });

  const rowHeight = () => (state.hasLanes ? paint.rowHeight(shown.length) : Math.max(3, Math.min(18, Math.floor(mostHeight / state.rows.length))));
  const headHeight = () => axisHeight + (path === null ? 0 : pathHeight + 6);

  const colours = () => {
    const tokens = [...shown, "idle", "parting", "line", "text-soft", "text", ...(path?.kinds.map((kind) => kind.tone.slice(2)) ?? [])];
    return Object.fromEntries(tokens.flatMap((token) => [[token, colour(`--${token}`)], [`--${token}`, colour(`--${token}`)]]));
  };

  const fit = (target, width, height) => {
    const ratio = devicePixelRatio || 1;
    target.width = Math.round(width * ratio);
    target.height = Math.round(height * ratio);
    target.style.width = `${width}px`;
    target.style.height = `${height}px`;
    const context = target.getContext("2d");
    context.scale(ratio, ratio);
    context.font = `11px ${getComputedStyle(document.body).fontFamily}`;
    context.textBaseline = "middle";
    return context;
  };

  const drawHead = (width, ticks) => {
    const context = fit(head, width, headHeight());
    context.fillStyle = plan.colours["text-soft"];
    for (const tick of ticks) {
      const x = paint.xOf(plan, tick.at);
      const size = context.measureText(tick.text).width;
      context.fillText(tick.text, Math.min(Math.max(plan.left, x - size / 2), plan.left + plan.width - size), axisHeight / 2);
      context.fillRect(Math.round(x), axisHeight - 5, 1, 5);
    }

    if (path !== null) {
      context.fillText(plan.left > 80 ? "Critical path" : "Path", 10, axisHeight + pathHeight / 2);
      ClusterSim.paintPath(context, plan, path, axisHeight, pathHeight);
    }
  };

  const drawRows = (width, height, ticks) => {
    const context = fit(canvas, width, height);
    const high = rowHeight();
    paint.grid(context, plan, ticks, height);
    const first = Math.floor(scroll.scrollTop / high);
    const labelEvery = Math.ceil(15 / high);
    for (let index = first; index < state.rows.length && index * high < scroll.scrollTop + height; index++) {
      const [row, top] = [state.rows[index], index * high - scroll.scrollTop];
      if (state.hasLanes) {
        paint.row(context, plan, row, top, timeline.names);
      } else {
        paint.strip(context, plan, row, top, high > 5 ? high - 1 : high);
      }

      if (index % labelEvery === 0) {
        context.fillStyle = plan.colours["text-soft"];
        context.fillText(row.label, 10, top + (state.hasLanes ? 5 + paint.laneHeight / 2 : Math.max(7, high / 2)));
      }
    }

    if (state.pinned !== null) {
      mark(context, height);
    }
  };

  const mark = (context, height) => {
    const x = Math.max(plan.left, paint.xOf(plan, state.pinned.start));
    const end = Math.min(plan.left + plan.width, paint.xOf(plan, state.pinned.end));
    if (end >= x) {
      context.globalAlpha = 0.12;
      context.fillStyle = plan.colours.text;
      context.fillRect(x, 0, Math.max(1, end - x), height);
      context.globalAlpha = 1;
    }
  };

  let isAsked = false;
  const draw = () => {
    if (!isAsked) {
      isAsked = true;
      requestAnimationFrame(() => {
        isAsked = false;
        drawNow();
      });
    }
  };

  const drawNow = () => {
    space.style.height = `${state.rows.length * rowHeight()}px`;
    scroll.style.height = `${Math.min(mostHeight, Math.max(40, state.rows.length * rowHeight()))}px`;
    const [width, height] = [scroll.clientWidth, scroll.clientHeight];
    const left = width < 560 ? 64 : 104;
    plan = { left, width: width - left - 12, range, lanes: shown, colours: plan?.colours ?? colours() };
    const ticks = axis.timeTicks(range.from, range.to, Math.max(2, Math.floor(plan.width / 120)));
    drawHead(width, ticks);
    drawRows(width, height, ticks);
    frame.dataset.from = range.from;
    frame.dataset.to = range.to;
    controls.update();
  };

  const timeAt = (x) => range.from + ((x - plan.left) / plan.width) * range.length;

  // What is at a place of the window.
  const findAt = (event) => {
    const box = scroll.getBoundingClientRect();
    const x = event.clientX - box.left;
    const reach = (3 / plan.width) * range.length;
    if (x < plan.left || x > plan.left + plan.width) {
      return null;
    }

    const time = timeAt(x);
    if (event.clientY < box.top) {
      const step = path === null || event.clientY - head.getBoundingClientRect().top < axisHeight ? undefined : lanes.spanAt(path.tracks, time, reach);
      return step === undefined ? null : { ...details.step(path, step), start: step.start, end: step.end };
    }

    const y = event.clientY - box.top + scroll.scrollTop;
    const row = state.rows[Math.floor(y / rowHeight())];
    return row === undefined ? null : findIn(row, (y % rowHeight()) - 5, time, reach);
  };

  const findIn = (row, y, time, reach) => {
    if (row.shares !== undefined) {
      return details.shares(row, shown, time, timeline.end);
    }

    if (!state.hasLanes) {
      return details.moment(row, shown, time, reach, timeline.names);
    }

    const lane = shown[Math.min(shown.length - 1, Math.max(0, Math.floor(y / paint.laneStep)))];
    const found = lanes.spanAt(lanes.tracksOf(row, lane), time, reach);
    return found === undefined ? null : { ...details.span(row, lane, found, timeline.names), start: found.start, end: found.end };
  };

  const pin = (found) => {
    state.pinned = found?.start === undefined ? null : found;
    told.textContent = found === null ? "" : details.text(found);
    draw();
  };

  // From node to node, with the keyboard.
  const step = (byRow, by) => {
    const rows = state.rows;
    state.selected.row = Math.min(rows.length - 1, Math.max(0, state.selected.row + byRow));
    const row = rows[state.selected.row];
    const high = rowHeight();
    scroll.scrollTop = Math.min(Math.max(scroll.scrollTop, (state.selected.row + 1) * high - scroll.clientHeight), state.selected.row * high);
    if (row.tracks === undefined) {
      pin(details.shares(row, shown, (range.from + range.to) / 2, timeline.end));
      return;
    }

    const spans = shown.filter((lane) => lane !== "exposed")
      .flatMap((lane) => lanes.tracksOf(row, lane).flatMap((track) => track.starts.map((start, index) => ({ lane, start, end: track.ends[index], name: track.names[index] }))))
      .sort((one, other) => one.start - other.start);
    const at = state.pinned?.start ?? range.from - 1;
    const next = by > 0 ? spans.find((span) => span.start > at) : by < 0 ? spans.findLast((span) => span.start < at) : spans.findLast((span) => span.start <= at);
    const span = next ?? spans.at(by < 0 ? 0 : -1);
    if (span !== undefined) {
      if (span.start < range.from || span.start > range.to) {
        range.show(span.start - range.length / 2, span.start + range.length / 2);
      }

      pin({ ...details.span(row, span.lane, span, timeline.names), start: span.start, end: span.end });
    }
  };

  const chooseNpus = (text) => {
    const ranges = text.split(/[\s,]+/).filter((part) => part !== "").map((part) => /^(?:npu\/)?(\d+)(?:[-–](\d+))?$/.exec(part));
    const isValid = ranges.every((part) => part !== null);
    const isChosen = (row) => ranges.some((part) => row.npu <= Number(part[2] ?? part[1]) && row.npu + row.count - 1 >= Number(part[1]));
    state.rows = isValid && ranges.length > 0 ? all.filter(isChosen) : all;
    state.selected.row = 0;
    draw();
    return isValid && state.rows.length > 0;
  };

  const view = { range, state, shown, draw, drawNow, pin, step, chooseNpus, findAt, timeAt };
  const controls = ClusterSim.timelineControls(view, { frame, scroll, head, rows: all });
  host.append(controls.toolbar, controls.legend, frame, controls.hint, told);

  ClusterSim.onWidth(scroll, draw);
  scroll.addEventListener("scroll", draw);
  document.addEventListener("themechange", () => {
    plan.colours = colours();
    draw();
  });
  drawNow();
  tooltip.hide();
})();
