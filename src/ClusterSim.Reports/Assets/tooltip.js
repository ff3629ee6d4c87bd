"use strict";

// A small box beside the pointer.
ClusterSim.tooltip = (() => {
  const box = ClusterSim.element("div", { class: "tooltip", role: "presentation", hidden: true });
  document.body.append(box);

  return {
    /** Shows a title and pairs of name and value beside a place in the window. */
    show(x, y, title, pairs) {
      box.replaceChildren(ClusterSim.element("strong", {}, title), ClusterSim.tooltip.list(pairs));
      box.hidden = false;
      const left = x + 16 + box.offsetWidth > innerWidth ? Math.max(4, x - 16 - box.offsetWidth) : x + 16;
      const top = y + 16 + box.offsetHeight > innerHeight ? Math.max(4, y - 16 - box.offsetHeight) : y + 16;
      box.style.left = `${left}px`;
      box.style.top = `${top}px`;
    },

    hide() {
      box.hidden = true;
    },

    /** Pairs of name and value as a list. */
    list: (pairs) =>
      ClusterSim.element(
        "dl",
        { class: "details-list" },
        pairs.map(([name, value]) => [ClusterSim.element("dt", {}, name), ClusterSim.element("dd", {}, value)]),
      ),
  };
})();
