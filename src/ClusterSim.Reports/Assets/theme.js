"use strict";

// The switch between light and dark. At first the page is as the system is; a choice is kept where the browser keeps things for files.
// Says "themechange" to the document, for what is drawn on a canvas.
(() => {
  const key = "clustersim-theme";
  const button = document.getElementById("theme");
  const system = matchMedia("(prefers-color-scheme: dark)");

  const kept = () => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };

  const keep = (theme) => {
    try {
      localStorage.setItem(key, theme);
    } catch {
      // The page is as useful without.
    }
  };

  const isDark = () => (document.documentElement.dataset.theme ?? (system.matches ? "dark" : "light")) === "dark";

  const show = () => {
    button.setAttribute("aria-pressed", String(isDark()));
    document.dispatchEvent(new Event("themechange"));
  };

  button.addEventListener("click", () => {
    document.documentElement.dataset.theme = isDark() ? "light" : "dark";
    keep(document.documentElement.dataset.theme);
    show();
  });
  system.addEventListener("change", show);

  const choice = kept();
  if (choice === "light" || choice === "dark") {
    document.documentElement.dataset.theme = choice;
  }

  show();
})();
