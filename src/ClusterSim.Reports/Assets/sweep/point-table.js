"use strict";

// All points, a page at a time: sorted by headings, filtered by axes, status and text, with the columns that the person chooses.
(() => {
  const { sweep, element, format, units, csv } = ClusterSim;
  const host = document.getElementById("points-view");
  const perPage = 50;
  // An axis of more values than that is filtered by text.
  const mostChoices = 100;

  const axisColumns = sweep.axes.map((axis) => sweep.columnOf(axis.key));
  const usual = [
    "point", "status", "npus", "wall_ns_max", "gpu_ns_max", "comm_ns_max", "exposed_ns_max", "overhead_percent_max", "baseline_ratio", "algorithm_bandwidth",
    "bus_bandwidth",
  ];
  const placeOf = (column) => (axisColumns.includes(column) ? 0.5 : usual.includes(column.name) ? usual.indexOf(column.name) : usual.length);
  // First what is usually looked at, then the rest as results.csv has it.
  const columns = sweep.columns.filter((column) => !column.isEmpty).sort((one, two) => placeOf(one) - placeOf(two));
  const hasFailed = columns.some((column) => column.name === "error");
  const chosen = new Set(columns.filter((column) => axisColumns.includes(column) || usual.includes(column.name) || (hasFailed && column.name === "error")).map((column) => column.name));
  for (const column of columns) {
    if (usual.includes(column.name) && column.name !== "point" && sweep.all.every((point) => column.at(point) === 0)) {
      chosen.delete(column.name);
    }
  }

  if (!hasFailed && sweep.all.every((point) => sweep.columnOf("status").at(point) === "done")) {
    chosen.delete("status");
  }

  const state = { sort: null, descending: false, page: 0, text: "", where: new Map(), found: sweep.all };
  const axisOf = (column) => sweep.axes[axisColumns.indexOf(column)] ?? null;

  // Sizes such as 1MiB are sorted as what they stand for.
  const sortKey = (column) => {
    const axis = axisOf(column);
    return axis === null ? column.at : (point) => axis.codes[point];
  };

  const texts = columns.filter((column) => column.isText || axisOf(column) !== null);

  const choose = () => {
    const wanted = state.text.trim().toLowerCase().split(/\s+/).filter((word) => word !== "");
    const matches = (point) => wanted.every((word) => texts.some((column) => String(column.at(point) ?? "").toLowerCase().includes(word)));
    state.found = sweep.all.filter((point) => [...state.where.values()].every((holds) => holds(point)) && (wanted.length === 0 || matches(point)));
    if (state.sort !== null) {
      const key = sortKey(state.sort);
      const sign = state.descending ? -1 : 1;
      state.found.sort((one, two) => {
        const [a, b] = [key(one), key(two)];
        if (a === null || b === null) {
          // What is empty comes last, whichever way.
          return (a === null) - (b === null) || one - two;
        }

        return sign * (typeof a === "string" ? a.localeCompare(b, "en", { numeric: true }) : a - b) || one - two;
      });
    }

    state.page = 0;
    draw();
  };

  const titleOf = (column) => {
    const figure = sweep.figures.find((one) => one.column("max") === column);
    return axisOf(column)?.title ?? (figure === undefined ? column.name.replaceAll("_", " ") : figure.spread ? `${figure.title}, largest` : figure.title);
  };

  const isName = (column) => (axisOf(column) === null ? column.isText : !axisOf(column).isNumeric);

  const cellOf = (column, point, index) => {
    const value = column.at(point);
    const text = column.name === "point" ? String(value) : axisOf(column) !== null ? axisOf(column).labelAt(point) : units.text(column.unit, value);
    const title = column.unit === "time" && value !== null ? `${format.exact(value)} ns` : isName(column) && text.length > 28 ? text : null;
    return element(index === 0 ? "th" : "td", { class: `${isName(column) ? "name" : "number"}${value === null ? " absent" : ""}`, scope: index === 0 ? "row" : null, title }, text);
  };

  const frame = element("div", { class: "table-frame", role: "region", "aria-label": "All points", tabindex: "0" });
  const status = element("p", { class: "page-status", role: "status" });
  const step = (label, by) => element("button", { type: "button", class: "button", click: () => { state.page += by; draw(); } }, label);
  const [back, on] = [step("Back", -1), step("Next", 1)];

  const headingOf = (column) => {
    const isSorted = state.sort === column;
    return element(
      "th",
      {
        scope: "col",
        class: isName(column) ? null : "number",
        "aria-sort": isSorted ? (state.descending ? "descending" : "ascending") : null,
        title: column.name,
      },
      element("button", { type: "button", class: "sort", "data-column": column.name, click: () => sortBy(column) }, titleOf(column)),
    );
  };

  const sortBy = (column) => {
    // Up, down, as planned.
    if (state.sort !== column) {
      [state.sort, state.descending] = [column, false];
    } else if (state.descending) {
      state.sort = null;
      state.descending = false;
    } else {
      state.descending = true;
    }

    choose();
    frame.querySelector(`[data-column="${CSS.escape(column.name)}"]`)?.focus();
  };

  const draw = () => {
    const shown = columns.filter((column) => chosen.has(column.name));
    const first = state.page * perPage;
    const visible = state.found.slice(first, first + perPage);
    const rows = visible.map((point) => element("tr", {}, shown.map((column, index) => cellOf(column, point, index))));
    const empty = element("tr", {}, element("td", { class: "table-empty", colspan: Math.max(1, shown.length) }, "No point matches."));
    frame.replaceChildren(
      element(
        "table",
        { class: "table" },
        element("caption", { class: "visually-hidden" }, "All points"),
        element("thead", {}, element("tr", {}, shown.map(headingOf))),
        element("tbody", {}, rows.length > 0 ? rows : empty),
      ),
    );
    const all = state.found.length === sweep.count ? "" : ` that match, of ${format.exact(sweep.count)}`;
    status.textContent = rows.length === 0 ? "" : `${format.exact(first + 1)} to ${format.exact(first + rows.length)} of ${format.exact(state.found.length)} points${all}`;
    back.disabled = state.page === 0;
    on.disabled = first + perPage >= state.found.length;
    back.hidden = on.hidden = state.found.length <= perPage;
  };

  const filterBy = (name, holds) => {
    if (holds === null) {
      state.where.delete(name);
    } else {
      state.where.set(name, holds);
    }

    choose();
  };

  const selectOf = (name, title, labels, codeAt) =>
    element(
      "label",
      { class: "control" },
      element("span", {}, title),
      element(
        "select",
        { class: "field", "aria-label": `Filter by ${title}`, change: (event) => filterBy(name, event.target.value === "" ? null : (point) => codeAt(point) === Number(event.target.value)) },
        element("option", { value: "" }, "All"),
        labels.map((label, code) => element("option", { value: code }, label)),
      ),
    );

  const statuses = ["done", "failed", "open"].filter((one) => sweep.all.some((point) => sweep.columnOf("status").at(point) === one));
  const filters = [
    ...sweep.axes
      .filter((axis) => axis.labels.length > 1 && axis.labels.length <= mostChoices)
      .map((axis) => selectOf(axis.key, axis.title, axis.labels, (point) => axis.codes[point])),
    statuses.length > 1
      ? selectOf("status", "status", statuses.map((one) => (one === "open" ? "not run" : one)), (point) => statuses.indexOf(sweep.columnOf("status").at(point)))
      : null,
    element("label", { class: "control" }, element("span", {}, "Text"), element("input", {
      type: "search", class: "field", placeholder: "Any words", "aria-label": "Filter by text",
      input: (event) => {
        state.text = event.target.value;
        choose();
      },
    })),
  ].filter((one) => one !== null);

  const chooser = element(
    "details",
    { class: "columns" },
    element("summary", {}, "Columns"),
    element("div", { class: "columns-list" }, columns.map((column) =>
      element("label", {}, element("input", {
        type: "checkbox",
        checked: chosen.has(column.name),
        value: column.name,
        change: (event) => {
          chosen[event.target.checked ? "add" : "delete"](column.name);
          draw();
        },
      }), column.name))),
  );

  const download = element(
    "button",
    { type: "button", class: "button toolbar-end", click: () => csv.save(`${sweep.name}.csv`, csv.of(sweep.columns, state.found)) },
    "Download CSV",
  );

  host.append(
    element("div", { class: "toolbar controls", role: "group", "aria-label": "Which points the table shows" }, filters, download),
    chooser,
    frame,
    element("div", { class: "pages" }, back, on, status),
  );
  choose();
})();
