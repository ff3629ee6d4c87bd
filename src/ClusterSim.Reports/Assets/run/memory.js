"use strict";

// The memory that tensors take over time: a curve of the NPU that took most, and the range of all.
(() => {
  const host = document.getElementById("memory-chart");
  const memory = ClusterSim.data("memory");
  if (host === null || memory === null) {
    return;
  }

  const { axis, element, format, svg, tooltip } = ClusterSim;
  const height = 260;
  const margin = { top: 10, right: 12, bottom: 26, left: 72 };
  const alternative = `At most ${format.bytes(memory.peak)} on ${memory.npu}, at ${format.time(memory.peakAt)}.`;
  const chart = svg("svg", { class: "chart", height, role: "img", "aria-label": `Memory over time. ${alternative}` });
  host.append(
    element(
      "ul",
      { class: "legend" },
      element("li", {}, element("span", { class: "swatch", style: "background: var(--memory)" }), memory.npu),
      memory.several ? element("li", {}, element("span", { class: "swatch", style: "background: var(--memory); opacity: 0.3" }), "Least to most of all NPUs") : null,
    ),
    chart,
    element("p", { class: "aside" }, alternative),
  );

  const draw = (outer) => {
    const width = outer - margin.left - margin.right;
    const low = height - margin.bottom;
    const top = Math.max(1, memory.peak);
    const x = (time) => margin.left + (time / memory.end) * width;
    const y = (bytes) => low - (bytes / (top * 1.05)) * (low - margin.top);

    const xTicks = axis.timeTicks(0, memory.end, Math.max(2, Math.floor(width / 110))).map((tick) => [
      svg("line", { class: "grid", x1: x(tick.at), x2: x(tick.at), y1: margin.top, y2: low }),
      svg("text", { x: x(tick.at), y: height - 8, "text-anchor": x(tick.at) > outer - 40 ? "end" : "middle" }, tick.text),
    ]);
    const yTicks = axis.byteTicks(top, 5).map((tick) => [
      svg("line", { class: "grid", x1: margin.left, x2: margin.left + width, y1: y(tick.at), y2: y(tick.at) }),
      svg("text", { x: margin.left - 8, y: y(tick.at) + 4, "text-anchor": "end" }, tick.text),
    ]);

    // A step at each change.
    const points = memory.times.map((time, index) => `${index === 0 ? `M${x(time)},${y(0)}` : `H${x(time)}`}V${y(memory.bytes[index])}`);
    const bins = memory.low.length;
    const edge = (values, index) => `${x((index * memory.end) / bins)},${y(values[index])} ${x(((index + 1) * memory.end) / bins)},${y(values[index])}`;
    const band = memory.low.map((_, index) => edge(memory.high, index)).concat(memory.low.map((_, index) => edge(memory.low, index).split(" ").reverse().join(" ")).reverse());
    const cursor = svg("line", { class: "cursor", y1: margin.top, y2: low, visibility: "hidden" });
    chart.setAttribute("viewBox", `0 0 ${outer} ${height}`);
    chart.replaceChildren(
      ...xTicks.flat(),
      ...yTicks.flat(),
      memory.several ? svg("polygon", { class: "band", points: band.join(" "), fill: "var(--memory)" }) : "",
      svg("path", { class: "curve", d: `${points.join("")}H${x(memory.end)}`, stroke: "var(--memory)" }),
      svg("line", { class: "axis", x1: margin.left, x2: margin.left + width, y1: low, y2: low }),
      cursor,
    );

    chart.onpointermove = (event) => {
      const time = Math.min(1, Math.max(0, (event.clientX - chart.getBoundingClientRect().left - margin.left) / width)) * memory.end;
      const bin = Math.min(bins - 1, Math.floor((time / memory.end) * bins));
      const index = memory.times.findLastIndex((change) => change <= time);
      cursor.setAttribute("x1", x(time));
      cursor.setAttribute("x2", x(time));
      cursor.setAttribute("visibility", "visible");
      tooltip.show(event.clientX, event.clientY, format.time(time), [
        [memory.npu, format.bytes(index < 0 ? 0 : memory.bytes[index])],
        ...(memory.several ? [["Least of all", format.bytes(memory.low[bin])], ["Most of all", format.bytes(memory.high[bin])]] : []),
      ]);
    };
    chart.onpointerleave = () => {
      cursor.setAttribute("visibility", "hidden");
      tooltip.hide();
    };
  };

  ClusterSim.onWidth(chart, draw);
})();
