"use strict";

// A curve over the time from the start: ClusterSim.curve(host) makes it, .show(points, name, write) draws it anew.
ClusterSim.curve = (host) => {
  const { svg, axis, format, tooltip } = ClusterSim;
  const height = 176;
  const edge = { left: 52, right: 12, top: 10, bottom: 24 };
  const empty = ClusterSim.element("p", { class: "curve-empty" }, "Nothing to draw yet.");
  const chart = svg("svg", { class: "chart", height, role: "img" });
  host.append(empty, chart);
  let shown = null;
  let width = 0;

  // Scales from seconds and values to the drawing.
  const scales = (points) => {
    const end = Math.max(points.at(-1).seconds, 1);
    const top = Math.max(...points.map((point) => point.value)) || 1;
    const ticks = axis.ticks(0, top, 4).values;
    const high = Math.max(top, ticks.at(-1));
    return {
      end,
      ticks,
      x: (seconds) => edge.left + (seconds / end) * (width - edge.left - edge.right),
      y: (value) => height - edge.bottom - (value / high) * (height - edge.top - edge.bottom),
    };
  };

  // A few round times; the unit is that of the whole.
  const times = (end) => {
    const [size, unit] = end >= 7200 ? [3600, "h"] : end >= 120 ? [60, "min"] : [1, "s"];
    const { values, decimals } = axis.ticks(0, end / size, width < 500 ? 4 : 8);
    // Adding 0 makes 0 of -0.
    return values.map((value) => ({ at: value * size, text: `${axis.text(value + 0, decimals)} ${unit}` }));
  };

  const draw = () => {
    const isEmpty = shown === null || shown.points.length < 2;
    empty.hidden = !isEmpty;
    empty.style.display = isEmpty ? "" : "none";
    chart.style.display = isEmpty ? "none" : "";
    if (isEmpty || width === 0) {
      return;
    }

    const { points, write, name } = shown;
    const { end, ticks, x, y } = scales(points);
    const line = points.map((point) => `${x(point.seconds).toFixed(1)},${y(point.value).toFixed(1)}`);
    const floor = y(0);
    const last = points.at(-1);
    chart.setAttribute("viewBox", `0 0 ${width} ${height}`);
    chart.setAttribute("aria-label", `${name}: ${write(last.value)} at the end`);
    chart.replaceChildren(
      ...ticks.flatMap((value) => [
        svg("line", { class: value === 0 ? "axis" : "grid", x1: edge.left, x2: width - edge.right, y1: Math.round(y(value)), y2: Math.round(y(value)) }),
        svg("text", { x: edge.left - 8, y: y(value) + 4, "text-anchor": "end" }, write(value)),
      ]),
      ...times(end).map((tick) =>
        svg("text", { x: x(tick.at), y: height - 6, "text-anchor": tick.at === 0 ? "start" : x(tick.at) > width - 40 ? "end" : "middle" }, tick.text),
      ),
      svg("path", { class: "curve-area", d: `M${x(points[0].seconds).toFixed(1)},${floor}L${line.join("L")}L${x(last.seconds).toFixed(1)},${floor}Z` }),
      svg("path", { class: "curve-line", d: `M${line.join("L")}` }),
      svg("circle", { class: "curve-dot", cx: x(last.seconds), cy: y(last.value), r: 3.5 }),
    );
  };

  chart.addEventListener("pointermove", (event) => {
    const { points, write, name } = shown;
    const { end } = scales(points);
    const seconds = ((event.offsetX - edge.left) / (width - edge.left - edge.right)) * end;
    const near = points.reduce((one, other) => (Math.abs(other.seconds - seconds) < Math.abs(one.seconds - seconds) ? other : one));
    tooltip.show(event.clientX, event.clientY, name, [["after", format.elapsed(near.seconds)], ["rate", write(near.value)]]);
  });
  chart.addEventListener("pointerleave", tooltip.hide);
  ClusterSim.onWidth(host, () => {
    const style = getComputedStyle(host);
    width = host.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    draw();
  });

  return {
    show(points, name, write) {
      shown = { points, name, write };
      draw();
    },
  };
};

/** A count in a second: 3.21 M. */
ClusterSim.format.perSecond = (value) => {
  const [size, unit] = [[1e9, " G"], [1e6, " M"], [1e3, " k"]].find(([least]) => value >= least) ?? [1, ""];
  const scaled = value / size;
  return `${Number(scaled.toPrecision(3)).toLocaleString("en-US")}${unit}`;
};

/** Time of a clock on the wall: 4 s, 3 min 20 s, 5 h 3 min. */
ClusterSim.format.elapsed = (seconds) => {
  const whole = Math.floor(seconds);
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  return hours > 0 ? `${hours.toLocaleString("en-US")} h ${minutes} min` : minutes > 0 ? `${minutes} min ${whole % 60} s` : `${seconds < 10 ? seconds.toFixed(1) : whole} s`;
};
