"use strict";

// One figure over two axes: a table whose cells are coloured by their values.
(() => {
  const { sweep, sweepView, scale, units, element, tooltip } = ClusterSim;
  const host = document.getElementById("heat-map-view");
  if (host === null) {
    return;
  }

  // More columns than that show colours only.
  const mostTexts = 24;

  const shareOf = (values, isLog) => {
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const place = scale[isLog ? "log" : "linear"](low, high, 0, 1);
    return (value) => (low === high ? 0 : place(value));
  };

  // Where black and white contrast alike with the colour: in the dark theme at the first share, in the light one at the second.
  const [darkMiddle, lightMiddle] = [0.493, 0.714];

  const inkOf = (share) => (share > lightMiddle ? "--heat-ink-high" : share > darkMiddle ? "--heat-ink-mid" : "--heat-ink-low");

  const colourOf = (share) => `background: color-mix(in oklab, var(--heat-high) ${(100 * share).toFixed(1)}%, var(--heat-low)); color: var(${inkOf(share)})`;

  const cellOf = (figure, point, value, share, withText) => {
    if (point === undefined || value === null) {
      const why = point === undefined ? "There is no such point" : `Point ${point}: ${sweep.columnOf("status").at(point) === "failed" ? "failed" : "not run"}`;
      return element("td", { class: "heat-absent", title: why }, "–");
    }

    const text = units.text(figure.unit, value);
    return element(
      "td",
      {
        class: "heat-cell",
        style: colourOf(share(value)),
        pointermove: (event) => tooltip.show(event.clientX, event.clientY, `${figure.title} ${text}`, [...sweep.labelsOf(point), ["Point", String(point)]]),
        pointerleave: () => tooltip.hide(),
      },
      withText ? text : element("span", { class: "visually-hidden" }, text),
    );
  };

  const legendOf = (figure, values) =>
    element(
      "div",
      { class: "heat-legend" },
      element("span", {}, units.text(figure.unit, Math.min(...values))),
      element("span", { class: "heat-scale", "aria-hidden": "true" }),
      element("span", {}, units.text(figure.unit, Math.max(...values))),
    );

  const draw = (state, body) => {
    const figure = sweep.figureOf(state.figure);
    const column = figure.column("max");
    const [across, down] = [sweep.axes[state.columns], sweep.axes[state.rows]];
    body.replaceChildren();
    if (across === undefined || down === undefined) {
      body.append(element("p", { class: "nothing" }, "There is no second axis for this one. Choose others above."));
      return {};
    }

    const cells = new Map();
    for (const point of state.points()) {
      cells.set(across.codes[point] + across.labels.length * down.codes[point], point);
    }

    const values = [...cells.values()].map(column.at).filter((value) => value !== null);
    if (values.length === 0) {
      body.append(element("p", { class: "nothing" }, "No point with these values has results. Choose others above."));
      return {};
    }

    const canLog = Math.min(...values) > 0;
    const log = canLog ? (state.log ?? scale.wantsLog(values, 20)) : null;
    const share = shareOf(values, log === true);
    const withText = across.labels.length <= mostTexts;
    const title = `${figure.title} by ${across.title} and ${down.title}`;
    const table = element(
      "table",
      { class: withText ? "heat" : "heat heat-dense" },
      element("caption", { class: "visually-hidden" }, title),
      element(
        "thead",
        {},
        element("tr", {}, element("td", {}), element("th", { colspan: across.labels.length, scope: "colgroup", class: "heat-axis" }, across.heading)),
        element("tr", {}, element("th", { scope: "col", class: "heat-axis" }, down.heading), across.labels.map((label) => element("th", { scope: "col" }, label))),
      ),
      element(
        "tbody",
        {},
        down.labels.map((label, row) =>
          element(
            "tr",
            {},
            element("th", { scope: "row" }, label),
            across.labels.map((_, index) => {
              const point = cells.get(index + across.labels.length * row);
              return cellOf(figure, point, point === undefined ? null : column.at(point), share, withText);
            }),
          ),
        ),
      ),
    );
    body.append(
      element(
        "figure",
        { class: "chart-frame" },
        element("figcaption", { class: "chart-title" }, title),
        legendOf(figure, values),
        element("div", { class: "heat-frame", role: "region", "aria-label": title, tabindex: "0" }, table),
      ),
    );
    return { log };
  };

  sweepView(host, {
    name: "the heat map",
    axes: {
      columns: { label: "Columns", allowed: (axis) => axis.labels.length > 1, value: sweep.choices.columns },
      rows: { label: "Rows", allowed: (axis) => axis.labels.length > 1, value: sweep.choices.rows },
    },
    choices: { figure: { label: "Figure", options: sweep.figures.map((figure) => [figure.name, figure.title]) } },
    switches: { log: { label: "Log colours" } },
    draw,
  });
})();
