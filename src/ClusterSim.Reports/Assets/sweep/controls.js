"use strict";

// The controls of a chart: which axes it shows, what of, and at which values of the other axes.
//
// ClusterSim.sweepView(host, {
//   name,                                           for labels of controls, and ids
//   axes: { x: { label, allowed, value }, ... },    the parts that axes play; value null: none; optional: "None" may be chosen
//   choices: { figure: { label, options: [[value, text], ...], value }, ... },
//   switches: { logX: { label }, ... },             value undefined: as draw returns it
//   draw: (state, body) => ({ logX, logY, ... }),   draws; returns how its switches stand; null: one cannot be used
// })
ClusterSim.sweepView = (host, options) => {
  const { element, sweep } = ClusterSim;
  const state = { where: sweep.axes.map((axis) => axis.codes[firstPoint()]) };
  const toolbar = element("div", { class: "toolbar controls", role: "group", "aria-label": `What ${options.name} shows` });
  const body = element("div", { class: "view-body" });
  const parts = Object.keys(options.axes);
  const switches = {};
  let shown = {};

  // The first that has figures: at its values there is something to show.
  function firstPoint() {
    const figure = sweep.figures[0]?.column("max");
    return Math.max(0, sweep.all.findIndex((point) => figure?.at(point) !== null));
  }

  const taken = (axis) => parts.some((part) => state[part] !== null && (state[part] === axis.index || axis.tied.includes(state[part])));

  const select = (label, entries, value, change) =>
    element(
      "label",
      { class: "control" },
      element("span", {}, label),
      element(
        "select",
        { class: "field", "aria-label": label, change: (event) => change(event.target.value) },
        entries.map(([entry, text]) => element("option", { value: entry, selected: String(entry) === String(value) }, text)),
      ),
    );

  const allowedFor = (part) => {
    const others = parts.slice(0, parts.indexOf(part)).map((other) => state[other]);
    return sweep.axes.filter(
      (axis) => options.axes[part].allowed(axis) && others.every((other) => other === null || (axis.index !== other && !axis.tied.includes(other))),
    );
  };

  // What comes later gives way to what was chosen before it.
  const settle = () => {
    for (const part of parts.slice(1)) {
      const allowed = allowedFor(part);
      if (state[part] !== null && !allowed.some((axis) => axis.index === state[part])) {
        const few = allowed.filter((axis) => axis.labels.length > 1 && axis.labels.length <= 8);
        const best = few.sort((one, other) => other.labels.length - one.labels.length)[0] ?? (options.axes[part].optional ? null : allowed[0]);
        state[part] = best?.index ?? null;
      }
    }
  };

  const axisControl = (part) => {
    const { label, optional } = options.axes[part];
    const entries = allowedFor(part).map((axis) => [axis.index, axis.title]);
    return entries.length === 0
      ? null
      : select(label, optional ? [["", "One curve"], ...entries] : entries, state[part] ?? "", (value) => {
          state[part] = value === "" ? null : Number(value);
          for (const name of Object.keys(switches)) {
            state[name] = undefined;
          }

          settle();
          build(`[data-part="${part}"] select`);
        });
  };

  const switchControl = (name) => {
    const button = element("button", { type: "button", class: "button", "data-switch": name, click: () => {
      state[name] = !shown[name];
      draw();
    } }, options.switches[name].label);
    switches[name] = button;
    return button;
  };

  const mark = (node, part) => {
    node?.setAttribute("data-part", part);
    return node;
  };

  const build = (focus) => {
    const choices = Object.entries(options.choices ?? {}).filter(([, choice]) => choice.options.length > 1);
    toolbar.replaceChildren(
      ...[
        ...parts.map((part) => mark(axisControl(part), part)),
        ...choices.map(([name, choice]) =>
          mark(select(choice.label, choice.options, state[name], (value) => {
            state[name] = value;
            for (const other of Object.keys(switches)) {
              state[other] = undefined;
            }

            draw();
          }), name)),
        ...sweep.axes
          .filter((axis) => axis.labels.length > 1 && !taken(axis))
          .map((axis) =>
            mark(select(axis.title, axis.labels.map((label, code) => [code, label]), state.where[axis.index], (value) => {
              state.where[axis.index] = Number(value);
              draw();
            }), axis.key)),
        element("div", { class: "switches" }, Object.keys(options.switches ?? {}).map(switchControl)),
      ].filter((node) => node !== null),
    );
    draw();
    toolbar.querySelector(focus)?.focus();
  };

  const draw = () => {
    shown = options.draw(state, body) ?? {};
    for (const [name, button] of Object.entries(switches)) {
      button.hidden = shown[name] === null || shown[name] === undefined;
      button.setAttribute("aria-pressed", String(shown[name] === true));
    }
  };

  /** The points that the state chooses: those with its values of all axes that play no part. */
  state.points = () => {
    const fixed = sweep.axes.filter((axis) => axis.labels.length > 1 && !taken(axis));
    return sweep.all.filter((point) => fixed.every((axis) => axis.codes[point] === state.where[axis.index]));
  };

  for (const part of parts) {
    state[part] = options.axes[part].value;
  }

  for (const [name, choice] of Object.entries(options.choices ?? {})) {
    state[name] = choice.value ?? choice.options[0][0];
  }

  host.append(toolbar, body);
  settle();
  build(null);
  return state;
};
