"use strict";

// A chart of curves with marked points, in SVG.
//
// ClusterSim.lineChart(host, {
//   title,                                          what it shows, for those who do not see it, and above it
//   x: { heading, ticks, isLog, bands, nominal },   bands: how many names there are; nominal: they have no order; ticks in its values
//   y: { heading, unit, isLog, withZero, note },
//   curves: [{ name, points: [{ x, y, point }], index }],
//   ideal: { name, points: [{ x, y }] } or null,    a line to compare with
// })
ClusterSim.lineChart = (host, chart) => {
  const { element, svg, units, scale, sweep, curves } = ClusterSim;
  const height = 340;
  const marks = [
    (x, y) => `M${x - 4} ${y}a4 4 0 1 0 8 0a4 4 0 1 0 -8 0`,
    (x, y) => `M${x - 3.5} ${y - 3.5}h7v7h-7z`,
    (x, y) => `M${x} ${y - 4.8}l4.8 8.4h-9.6z`,
    (x, y) => `M${x} ${y - 5}l5 5l-5 5l-5 -5z`,
    (x, y) => `M${x} ${y + 4.8}l4.8 -8.4h-9.6z`,
    (x, y) => `M${x - 1.5} ${y - 4.5}h3v3h3v3h-3v3h-3v-3h-3v-3h3z`,
    (x, y) => `M${x - 5} ${y - 2.5}h10v5h-10z`,
  ];
  const ring = (radius) => (x, y) => `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0`;
  const colourOf = (curve) => `var(--series-${(curve.index % 7) + 1})`;
  // Of curves that lie on top of one another each shows in its turn, and the marks of the upper ones are rings about those of the lowest.
  const piles = curves.piles(chart.curves);
  const styleOf = (curve) => {
    const { rank, count } = piles.get(curve) ?? {};
    const dash = rank === undefined ? (curve.index >= 7 ? "5 3" : "none") : `6 ${6 * (count - 1)}`;
    return `stroke: ${colourOf(curve)}; stroke-dasharray: ${dash}; stroke-dashoffset: ${-6 * (rank ?? 0)}`;
  };
  // Too short for a turn.
  const sampleStyleOf = (curve) => (piles.has(curve) ? `stroke: ${colourOf(curve)}` : styleOf(curve));
  const markOf = (curve) => (piles.has(curve) ? ring(5 + 2.5 * piles.get(curve).rank) : marks[curve.index % 7]);
  const markStyleOf = (curve) => (piles.has(curve) ? `fill: none; stroke: ${colourOf(curve)}; stroke-width: 1.5` : `fill: ${colourOf(curve)}`);
  const all = chart.curves.flatMap((curve) => curve.points.map((point) => ({ ...point, curve })));
  const status = element("p", { class: "visually-hidden", role: "status" });
  const holder = element("div", { class: "chart-holder" });
  // Names have no order that a line could show.
  const isBars = chart.x.nominal && !chart.y.isLog;
  let places = [];
  let at = -1;

  const legend = element(
    "ul",
    { class: "legend" },
    chart.curves.filter((curve) => curve.name !== "").map((curve) =>
      element(
        "li",
        {},
        isBars ? swatchOf(colourOf(curve)) : sampleOf(sampleStyleOf(curve), piles.has(curve) ? ring(4.5) : marks[curve.index % 7], markStyleOf(curve)),
        curve.name,
        piles.has(curve) && !isBars ? element("span", { class: "soft" }, `same as ${piles.get(curve).first.name}`) : null,
      )),
    chart.ideal ? element("li", {}, sampleOf("stroke: var(--text-soft); stroke-dasharray: 2 4", null), chart.ideal.name) : null,
  );

  function swatchOf(colour) {
    return element("span", { class: "swatch", style: `background: ${colour}` });
  }

  function sampleOf(style, mark, markStyle) {
    return svg(
      "svg",
      { class: "sample", viewBox: "0 0 28 12", "aria-hidden": "true" },
      svg("path", { d: "M0 6H28", class: "curve", style }),
      mark === null ? null : svg("path", { d: mark(14, 6), style: markStyle }),
    );
  }

  const textWidth = (text) => text.length * 6.7;

  const draw = (width) => {
    const ys = [...all.map((point) => point.y), ...(chart.ideal?.points ?? []).map((point) => point.y)];
    const [low, high] = scale.extent(ys, chart.y.isLog, chart.y.withZero);
    const yTicks = units.ticks(chart.y.unit, low, high, 6, chart.y.isLog);
    const left = Math.max(24, ...yTicks.map((tick) => textWidth(tick.text))) + 12;
    const [top, bottom, right] = [14, 52, 18];
    const y = scale[chart.y.isLog ? "log" : "linear"](low, high, height - bottom, top);
    const xs = all.map((point) => point.x);
    const inset = chart.x.bands ? 0 : 12;
    const x = chart.x.bands
      ? scale.bands(chart.x.bands, left, width - right)
      : scale[chart.x.isLog ? "log" : "linear"](Math.min(...xs), Math.max(...xs), left + inset, width - right - inset);
    const centre = new Set(xs).size === 1 && !chart.x.bands;
    const placeOf = (value) => (centre ? (left + width - right) / 2 : x(value));

    const shown = xTicksWithRoom(chart.x.ticks, placeOf, width, chart.x.bands ? (width - right - left) / chart.x.bands : 0);
    const bar = isBars ? barWidth((width - right - left) / chart.x.bands) : 0;
    places = all.map((point) => ({ ...point, left: placeOf(point.x) + barShift(point.curve, bar), top: y(point.y) }));
    places.sort((one, two) => one.left - two.left || one.top - two.top);
    holder.replaceChildren(
      svg(
        "svg",
        { class: "chart", viewBox: `0 0 ${width} ${height}`, height, role: "img", tabindex: "0", "aria-label": `${chart.title}. Arrow keys go from point to point.`, ...handlers },
        yTicks.flatMap((tick) => [
          svg("line", { class: "grid", x1: left, x2: width - right, y1: y(tick.at), y2: y(tick.at) }),
          svg("text", { x: left - 8, y: y(tick.at), dy: "0.32em", "text-anchor": "end" }, tick.text),
        ]),
        svg("line", { class: "axis", x1: left, x2: width - right, y1: height - bottom, y2: height - bottom }),
        shown.flatMap((tick) => [
          svg("line", { class: "axis", x1: tick.left, x2: tick.left, y1: height - bottom, y2: height - bottom + 5 }),
          svg("text", { x: tick.left, y: height - bottom + 20, "text-anchor": "middle" }, tick.text, tick.text === tick.whole ? null : svg("title", {}, tick.whole)),
        ]),
        svg("text", { class: "axis-title", x: (left + width - right) / 2, y: height - 8, "text-anchor": "middle" }, chart.x.heading),
        chart.ideal && svg("path", { class: "curve", d: lineOf(chart.ideal.points, placeOf, y), style: "stroke: var(--text-soft)", "stroke-dasharray": "2 4" }),
        isBars ? chart.curves.map((curve) => svg("path", { d: barsOf(curve, x, y, bar), style: `fill: ${colourOf(curve)}` })) : chart.curves.flatMap((curve) => [
          svg("path", { class: "curve", d: lineOf(curve.points, placeOf, y), style: styleOf(curve) }),
          curve.points.length > 200 ? null : svg("path", { d: curve.points.map((point) => markOf(curve)(placeOf(point.x), y(point.y))).join(""), style: markStyleOf(curve) }),
        ]),
        svg("circle", { class: "cursor-mark", r: 8, visibility: "hidden" }),
      ),
    );
    at = -1;
  };

  // Bars of one name stand side by side.
  const barWidth = (band) => Math.min(56, (band * 0.72) / chart.curves.length);
  const barShift = (curve, bar) => (chart.curves.indexOf(curve) - (chart.curves.length - 1) / 2) * bar;
  const barsOf = (curve, x, y, bar) =>
    curve.points
      .map((point) => `M${(x(point.x) + barShift(curve, bar) - bar / 2 + 1).toFixed(1)} ${y(0).toFixed(1)}V${y(point.y).toFixed(1)}h${Math.max(1, bar - 2).toFixed(1)}V${y(0).toFixed(1)}z`)
      .join("");

  const lineOf = (points, x, y) => points.map((point, index) => `${index === 0 ? "M" : "L"}${x(point.x).toFixed(1)} ${y(point.y).toFixed(1)}`).join("");

  // All texts, or every second, third ... of them, so that none runs into another; those of names are cut.
  const xTicksWithRoom = (ticks, place, width, band) => {
    const all = ticks.map((tick) => {
      const most = Math.max(3, Math.floor((band - 8) / 6.7));
      const text = band > 36 && tick.text.length > most ? `${tick.text.slice(0, most - 1)}…` : tick.text;
      return { left: place(tick.at), half: textWidth(text) / 2, text, whole: tick.text };
    });
    for (let step = 1; ; step++) {
      const chosen = all.filter((_, index) => index % step === 0);
      const hasRoom = chosen.every((tick, index) => index === 0 || tick.left - tick.half > chosen[index - 1].left + chosen[index - 1].half + 8);
      if (hasRoom || step >= all.length) {
        return chosen;
      }
    }
  };

  const pairsOf = (point) => [
    ...(point.details ?? [[chart.y.heading, units.text(chart.y.unit, point.y)]]),
    ...sweep.labelsOf(point.point),
    ["Point", String(point.point)],
  ];

  const show = (index) => {
    at = index;
    const place = places[index];
    const drawn = holder.firstElementChild;
    const frame = drawn.getBoundingClientRect();
    const ring = drawn.querySelector(".cursor-mark");
    ring.setAttribute("cx", place.left);
    ring.setAttribute("cy", place.top);
    ring.setAttribute("visibility", "visible");
    ClusterSim.tooltip.show(frame.left + place.left, frame.top + place.top, place.curve.name || chart.title, pairsOf(place));
    status.textContent = pairsOf(place).map(([name, value]) => `${name} ${value}`).join(", ");
  };

  const hide = () => {
    at = -1;
    holder.querySelector(".cursor-mark")?.setAttribute("visibility", "hidden");
    ClusterSim.tooltip.hide();
  };

  const nearest = (event) => {
    const frame = holder.firstElementChild.getBoundingClientRect();
    const [left, top] = [event.clientX - frame.left, event.clientY - frame.top];
    let best = -1;
    let least = 60 ** 2;
    places.forEach((place, index) => {
      const distance = (place.left - left) ** 2 + (place.top - top) ** 2;
      if (distance < least) {
        [best, least] = [index, distance];
      }
    });
    return best;
  };

  const handlers = {
    pointermove: (event) => {
      const index = nearest(event);
      if (index < 0) {
        hide();
      } else if (index !== at) {
        show(index);
      }
    },
    pointerleave: hide,
    blur: hide,
    keydown: (event) => {
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      if (step !== undefined && places.length > 0) {
        event.preventDefault();
        show(at < 0 ? (step > 0 ? 0 : places.length - 1) : (at + step + places.length) % places.length);
      } else if (event.key === "Escape") {
        hide();
      }
    },
  };

  host.append(element("figure", { class: "chart-frame" }, element("figcaption", { class: "chart-title" }, chart.title), legend, holder, status));
  ClusterSim.onWidth(holder, draw);
};
