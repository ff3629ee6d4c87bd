"use strict";

// CSV after RFC 4180, with the same texts as results.csv.
ClusterSim.csv = (() => {
  const numberText = (value) => {
    const text = String(value);
    return text.includes("e") ? value.toFixed(12).replace(/\.?0+$/, "") : text;
  };

  const cellText = (value) => {
    const text = value === null ? "" : typeof value === "number" ? numberText(value) : value;
    return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };

  return {
    /** The text of some columns of some points. */
    of: (columns, points) =>
      [columns.map((column) => cellText(column.name)), ...points.map((point) => columns.map((column) => cellText(column.at(point))))]
        .map((cells) => cells.join(","))
        .join("\n") + "\n",

    /** Gives a text to the person as a file. */
    save(name, text) {
      const link = ClusterSim.element("a", { href: URL.createObjectURL(new Blob([text], { type: "text/csv" })), download: name });
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    },
  };
})();
