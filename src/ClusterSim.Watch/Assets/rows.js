"use strict";

// What is written anew with every snapshot: figures, the bar, and a table. Elements stay where they are, so that what a person has selected or
// points at does not vanish.
ClusterSim.rows = (() => {
  const { element } = ClusterSim;

  const setText = (node, text) => {
    if (node.textContent !== text) {
      node.textContent = text;
    }
  };

  // As many children as there are items, each made once and shown its item.
  const fit = (host, items, make, show) => {
    while (host.children.length > items.length) {
      host.lastElementChild.remove();
    }

    items.forEach((item, index) => {
      if (index === host.children.length) {
        host.append(make());
      }

      show(host.children[index], item);
    });
  };

  return {
    fit,
    setText,

    /** Figures: { name, value, detail, isBad }. */
    figures: (host, items) =>
      fit(
        host,
        items,
        () => element("div", { class: "figure" }, element("dt"), element("dd", {}, element("span"), element("small"))),
        (figure, item) => {
          setText(figure.querySelector("dt"), item.name);
          const value = figure.querySelector("dd > span");
          setText(value, item.value);
          value.classList.toggle("bad", item.isBad === true);
          setText(figure.querySelector("small"), item.detail ?? "");
        },
      ),

    /** A bar of shares from 0 to 1, { kind, share }; the page's progress is the share of the first ones that are named. */
    bar(host, parts, progress, text) {
      host.setAttribute("aria-valuenow", String(Math.floor(100 * progress)));
      host.setAttribute("aria-valuetext", text);
      fit(
        host,
        parts.filter((part) => part.share > 0),
        () => element("span"),
        (span, part) => {
          span.className = part.kind;
          span.style.width = `${(100 * part.share).toFixed(3)}%`;
        },
      );
    },

    /** A table: columns { title, isText }, rows of cells { text, share, title }. */
    table(host, caption, columns, rows) {
      if (host.firstElementChild === null) {
        const head = columns.map((column) => element("th", { scope: "col", class: column.isText ? null : "number" }, column.title));
        host.append(
          element(
            "div",
            { class: "table-frame", role: "region", "aria-label": caption, tabindex: "0" },
            element(
              "table",
              { class: "table" },
              element("caption", { class: "visually-hidden" }, caption),
              element("thead", {}, element("tr", {}, head)),
              element("tbody"),
            ),
          ),
        );
      }

      const makeCell = (column, index) =>
        element(
          index === 0 ? "th" : "td",
          { class: column.isText ? "name" : "number", scope: index === 0 ? "row" : null },
          column.isShare ? element("span", { class: "meter", "aria-hidden": "true" }, element("span")) : null,
          element("span"),
        );
      fit(
        host.querySelector("tbody"),
        rows,
        () => element("tr", {}, columns.map(makeCell)),
        (row, cells) =>
          cells.forEach((cell, index) => {
            const place = row.children[index];
            setText(place.lastElementChild, cell.text);
            place.title = cell.text.length > 32 ? cell.text : "";
            if (columns[index].isShare) {
              place.querySelector(".meter > span").style.width = `${(100 * Math.min(1, cell.share)).toFixed(1)}%`;
            }
          }),
      );
    },
  };
})();
