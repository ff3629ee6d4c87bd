"use strict";

// Rounds the figures that stand in the text; the exact ones stay for whoever points at them.
for (const figure of document.querySelectorAll("data[data-kind]")) {
  figure.title = figure.textContent;
  figure.textContent = ClusterSim.format[figure.dataset.kind](Number(figure.value));
}
