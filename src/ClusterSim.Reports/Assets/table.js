"use strict";

// Tables that are sorted by their headings and filtered by text: one in each element with data-table, of the page's data of that name.
//
// {
//   caption,                             what the table is about, for those who do not see where it stands
//   columns: [{ title, kind, drawing }],  kind: a function of ClusterSim.format; drawing: null, "meter" (full at 1) or "bar" (full at
//                                        the largest)
//   rows: [[value, ...], ...],           null: not known
//   tones: [token, ...],                 the colours of drawings, a row each; the last one holds for all further rows
//   rest: [value, ...],                  what all rows that the page leaves out are together, if any
//   sortedBy: 1,                         the column by which it is sorted at first; -1: as the rows are
//   filter: "Filter by name",            what the field says that filters; null: there is none
//   shown: 20,                           how many rows are shown until all are asked for
// }
ClusterSim.table = (host, table) => {
  const { element, format } = ClusterSim;
  const { columns, rows, rest = null, tones, shown } = table;
  const toneOf = new Map(rows.map((row, index) => [row, tones[Math.min(index, tones.length - 1)]]));
  const state = { column: table.sortedBy, descending: true, filter: "", all: rows.length <= shown + 3 };
  const isText = (column) => column.kind === "text" || column.kind === "sentence";
  const exactly = { time: (value) => `${format.exact(value)} ns`, bytes: (value) => `${format.exact(value)} bytes`, rate: format.rates };

  const fullOf = columns.map((column, index) => (column.drawing === "bar" ? rows.reduce((most, row) => Math.max(most, row[index] ?? 0), Number.MIN_VALUE) : 1));

  // What is left out together is compared with no row.
  const isDrawn = (column, row) => column.drawing !== null && (column.drawing === "meter" || row !== rest);

  const meterOf = (share, tone) =>
    element(
      "span",
      { class: "meter", "aria-hidden": "true" },
      element("span", { style: `width: ${(100 * Math.min(1, share)).toFixed(2)}%; background: var(${tone})` }),
    );

  const cellOf = (value, index, row) => {
    const column = columns[index];
    const attributes = { class: column.kind === "text" ? "name" : isText(column) ? "sentence" : "number", scope: index === 0 ? "row" : null };
    const content = [];
    if (value === null) {
      attributes.class += " absent";
      content.push("–");
    } else {
      const text = format[column.kind](value);
      attributes.title = isText(column) ? column.kind === "text" && text.length > 32 && text : exactly[column.kind]?.(value) ?? null;
      content.push(isDrawn(column, row) ? meterOf(value / fullOf[index], toneOf.get(row) ?? "--line-strong") : null, text);
    }

    return element(index === 0 ? "th" : "td", attributes, content);
  };

  const compare = (one, other) => {
    const [a, b] = [one[state.column], other[state.column]];
    if (a === null || b === null) {
      // What is not known comes last, whichever way.
      return (a === null) - (b === null);
    }

    const order = typeof a === "string" ? a.localeCompare(b, "en", { numeric: true }) : a - b;
    return state.descending ? -order : order;
  };

  const chosen = () => {
    const wanted = state.filter.trim().toLowerCase();
    const found = rows.filter((row) => wanted === "" || row.some((value, index) => isText(columns[index]) && value?.toLowerCase().includes(wanted)));
    return state.column < 0 ? found : found.sort(compare);
  };

  const body = element("tbody");
  const foot = element("tfoot", {}, element("tr", {}, (rest ?? []).map((value, index) => cellOf(value, index, rest))));
  const status = element("p", { class: "aside", role: "status" });
  const showAll = () => {
    state.all = true;
    draw();
  };
  const more = element("button", { type: "button", class: "button table-more", click: showAll });
  const headings = columns.map((column, index) =>
    element(
      "th",
      { scope: "col", class: isText(column) ? null : "number" },
      element("button", { type: "button", class: "sort", click: () => sortBy(index) }, column.title),
    ),
  );

  const draw = () => {
    const found = chosen();
    const visible = state.all ? found : found.slice(0, shown);
    body.replaceChildren(...visible.map((row) => element("tr", {}, row.map((value, index) => cellOf(value, index, row)))));
    if (found.length === 0) {
      body.append(element("tr", {}, element("td", { class: "table-empty", colspan: columns.length }, "Nothing matches.")));
    }

    more.hidden = visible.length === found.length;

    // What is left out is what all rows leave out, not those that are hidden yet.
    foot.hidden = rest === null || visible.length < rows.length;
    more.textContent = `Show all ${format.exact(found.length)}`;
    status.textContent = state.filter.trim() === "" ? "" : `${format.exact(found.length)} of ${format.exact(rows.length)} rows match.`;
    headings.forEach((heading, index) => {
      if (index === state.column) {
        heading.setAttribute("aria-sort", state.descending ? "descending" : "ascending");
      } else {
        heading.removeAttribute("aria-sort");
      }
    });
  };

  const sortBy = (index) => {
    // Of figures one wants the largest first.
    state.descending = state.column === index ? !state.descending : !isText(columns[index]);
    state.column = index;
    draw();
  };

  const filterBy = (event) => {
    state.filter = event.target.value;
    draw();
  };

  if (table.filter !== null) {
    const field = element("input", { type: "search", class: "field", placeholder: table.filter, "aria-label": table.filter, input: filterBy });
    host.append(element("div", { class: "toolbar" }, field));
  }

  host.append(
    element(
      "div",
      { class: "table-frame", role: "region", "aria-label": table.caption, tabindex: "0" },
      element(
        "table",
        { class: "table" },
        element("caption", { class: "visually-hidden" }, table.caption),
        element("thead", {}, element("tr", {}, headings)),
        body,
        foot,
      ),
    ),
    more,
    status,
  );
  draw();
};

for (const host of document.querySelectorAll("[data-table]")) {
  ClusterSim.table(host, ClusterSim.data(host.dataset.table));
}
