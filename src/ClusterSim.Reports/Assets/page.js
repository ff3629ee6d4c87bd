"use strict";

// What the page's scripts share: each adds to this one object.
const ClusterSim = {
  /** The data of a name that the page holds; null: it holds none. */
  data(name) {
    const block = document.getElementById(`data-${name}`);
    return block === null ? null : JSON.parse(block.textContent);
  },

  /** Makes an element. Attributes that are false or null are left out; text becomes text, never markup. */
  element(tag, attributes = {}, ...children) {
    return ClusterSim.fill(document.createElement(tag), attributes, children);
  },

  /** Makes an element of SVG. */
  svg(tag, attributes = {}, ...children) {
    return ClusterSim.fill(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
  },

  fill(element, attributes, children) {
    for (const [name, value] of Object.entries(attributes)) {
      if (typeof value === "function") {
        element.addEventListener(name, value);
      } else if (value !== null && value !== false) {
        element.setAttribute(name, value === true ? "" : value);
      }
    }

    element.append(...children.flat(Infinity).filter((child) => child !== null));
    return element;
  },

  /** The colour that a token such as --compute has now, as a canvas takes it. */
  colour(token) {
    const probe = ClusterSim.element("span", { style: `color: var(${token})`, hidden: true });
    document.body.append(probe);
    const colour = getComputedStyle(probe).color;
    probe.remove();
    return colour;
  },

  /** Calls back when an element's width changes, with the width; and once at first. */
  onWidth(element, callback) {
    let last = 0;
    new ResizeObserver(() => {
      const width = element.clientWidth;
      if (width > 0 && width !== last) {
        last = width;
        callback(width);
      }
    }).observe(element);
  },
};
