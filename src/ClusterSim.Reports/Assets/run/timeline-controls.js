"use strict";

// What moves the timeline: buttons, pointer, wheel and keys. Needs nothing of it but the view that it hands over.
ClusterSim.timelineControls = (view, { frame, scroll, head, rows }) => {
  const { element, lanes, tooltip } = ClusterSim;
  const { range, state } = view;

  const change = (act) => () => {
    act();
    view.draw();
  };

  const button = (text, label, act) => element("button", { type: "button", class: "button", "aria-label": label, title: label, click: change(act) }, text);
  const group = (label, ...buttons) => element("div", { class: "button-group", role: "group", "aria-label": label }, buttons);

  const zoomIn = button("+", "Zoom in", () => range.zoom(0.5));
  const zoomOut = button("−", "Zoom out", () => range.zoom(2));
  const whole = button("Whole run", "Show the whole run", () => range.showAll());
  const left = button("←", "Earlier", () => range.pan(-0.25));
  const right = button("→", "Later", () => range.pan(0.25));

  const show = (hasLanes) => {
    state.hasLanes = hasLanes;
    scroll.scrollTop = 0;
  };
  const asLanes = button("Lanes", "A lane for each thing that an NPU does", () => show(true));
  const asStrips = button("Strips", "A strip for each NPU: computing or exposed", () => show(false));

  const field = element("input", {
    type: "search",
    class: "field timeline-npus",
    placeholder: "NPUs, such as 0-7, 12",
    "aria-label": "Which NPUs are shown, such as 0-7, 12",
    input: () => field.setAttribute("aria-invalid", String(!view.chooseNpus(field.value))),
  });

  const toolbar = element(
    "div",
    { class: "toolbar", role: "toolbar", "aria-label": "Timeline" },
    group("Zoom", zoomOut, zoomIn, whole),
    group("Move", left, right),
    group("Rows", asLanes, asStrips),
    rows.length > 1 ? field : null,
  );

  const legend = element(
    "ul",
    { class: "legend", "aria-label": "Colours of the timeline" },
    view.shown.map((lane) => element("li", { "data-lane": lane }, element("span", { class: "swatch", style: `background: var(--${lane})` }), lanes.titles[lane])),
    lanes.hasOpen(rows) ? element("li", {}, element("span", { class: "swatch never" }), "Never ended") : null,
  );

  const hint = element(
    "p",
    { class: "aside" },
    "Drag to move, Ctrl and wheel to zoom, double-click a node to zoom to it. Once the timeline has the focus: + and − zoom, ← and → move, 0 shows the whole run, Shift and arrows step from node to node.",
  );

  const hover = (event) => {
    const found = view.findAt(event);
    if (found === null) {
      tooltip.hide();
    } else {
      tooltip.show(event.clientX, event.clientY, found.title, found.pairs);
    }
  };

  let drag = null;
  const grab = (event) => {
    if (event.button === 0) {
      drag = { x: event.clientX, y: event.clientY, from: range.from, to: range.to, top: scroll.scrollTop, hasMoved: false };
    }
  };

  const move = (event) => {
    if (drag === null) {
      hover(event);
      return;
    }

    const [byX, byY] = [event.clientX - drag.x, event.clientY - drag.y];
    if (!drag.hasMoved && Math.hypot(byX, byY) < 4) {
      return;
    }

    if (!drag.hasMoved) {
      drag.hasMoved = true;
      frame.setPointerCapture(event.pointerId);
      frame.classList.add("is-dragged");
      tooltip.hide();
    }

    const by = view.timeAt(byX) - view.timeAt(0);
    range.show(...within(drag.from - by, drag.to - by));
    scroll.scrollTop = drag.top - byY;
    view.draw();
  };

  // Moved, not shortened, where the run ends.
  const within = (from, to) => {
    const by = Math.max(0, -from) - Math.max(0, to - range.end);
    return [from + by, to + by];
  };

  const release = (event) => {
    if (drag !== null && !drag.hasMoved) {
      view.pin(view.findAt(event));
    }

    drag = null;
    frame.classList.remove("is-dragged");
  };

  const wheel = (event) => {
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      const x = event.clientX - scroll.getBoundingClientRect().left;
      range.zoom(2 ** (Math.max(-120, Math.min(120, event.deltaY)) / 240), view.timeAt(x));
      view.draw();
    } else if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
      event.preventDefault();
      range.pan((event.deltaX || event.deltaY) / 800);
      view.draw();
    }
  };

  const zoomTo = (event) => {
    const found = view.findAt(event);
    if (found?.start !== undefined) {
      const margin = 0.1 * (found.end - found.start);
      range.show(found.start - margin, found.end + margin);
      view.draw();
    }
  };

  const keys = {
    "+": () => range.zoom(0.5),
    "=": () => range.zoom(0.5),
    "-": () => range.zoom(2),
    0: () => range.showAll(),
    Home: () => range.pan(-Infinity),
    End: () => range.pan(Infinity),
    ArrowLeft: () => range.pan(-0.1),
    ArrowRight: () => range.pan(0.1),
    Escape: () => view.pin(null),
  };
  const steps = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

  const press = (event) => {
    const act = event.shiftKey && steps[event.key] !== undefined ? () => view.step(...steps[event.key]) : keys[event.key];
    if (act !== undefined && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      act();
      view.draw();
    }
  };

  frame.addEventListener("pointerdown", grab);
  frame.addEventListener("pointermove", move);
  frame.addEventListener("pointerup", release);
  frame.addEventListener("pointercancel", release);
  frame.addEventListener("pointerleave", tooltip.hide);
  frame.addEventListener("wheel", wheel, { passive: false });
  frame.addEventListener("dblclick", zoomTo);
  scroll.addEventListener("keydown", press);

  return {
    toolbar,
    legend,
    hint,

    /** Shows what can be done now. */
    update() {
      whole.disabled = range.isWhole;
      zoomOut.disabled = range.isWhole;
      left.disabled = range.from <= 0;
      right.disabled = range.to >= range.end;
      asLanes.setAttribute("aria-pressed", String(state.hasLanes));
      asStrips.setAttribute("aria-pressed", String(!state.hasLanes));
      for (const entry of legend.children) {
        entry.hidden = !state.hasLanes && !["compute", "exposed", undefined].includes(entry.dataset.lane);
      }
    },
  };
};
