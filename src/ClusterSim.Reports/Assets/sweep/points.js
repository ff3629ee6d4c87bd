"use strict";

// The points of the sweep: ClusterSim.sweep has axes, columns, figures and choices as the page's data has them, and
//   column.at(point)          a cell: a number or a text; null: empty
//   axis.labelAt(point)       what a point has of an axis
//   figure.column(spread)     the column of a figure over NPUs: "max", "mean" or "min"
ClusterSim.sweep = (() => {
  const sweep = ClusterSim.data("sweep");
  let before = null;
  for (const column of sweep.columns) {
    if (column.asBefore) {
      column.numbers = before;
    }

    before = column.numbers ?? null;
    const { numbers, texts, codes } = column;
    column.isText = column.unit === "text";
    column.isEmpty = numbers === undefined && texts === undefined;
    column.at = numbers
      ? (point) => numbers[point]
      : texts
        ? (point) => texts[codes ? codes[point] : point] || null
        : () => null;
  }

  sweep.axes.forEach((axis, index) => {
    axis.index = index;
    axis.isNumeric = axis.values.length > 0;
    axis.labelAt = (point) => axis.labels[axis.codes[point]];
  });

  for (const figure of sweep.figures) {
    figure.column = (spread) => sweep.columns[figure[spread]];
  }

  sweep.columnOf = (name) => sweep.columns.find((column) => column.name === name) ?? null;
  sweep.figureOf = (name) => sweep.figures.find((figure) => figure.name === name) ?? null;
  sweep.all = Array.from({ length: sweep.count }, (_, point) => point);

  /** What tells a point from the others, as pairs of title and label. */
  sweep.labelsOf = (point) => sweep.axes.map((axis) => [axis.title, axis.labelAt(point)]);
  return sweep;
})();
