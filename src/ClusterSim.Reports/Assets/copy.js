"use strict";

// Buttons that copy the text of the element that data-copy names.
for (const button of document.querySelectorAll("[data-copy]")) {
  const label = button.textContent;
  const say = (text) => {
    button.textContent = text;
    setTimeout(() => {
      button.textContent = label;
    }, 2000);
  };

  button.addEventListener("click", async () => {
    const source = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(source.textContent);
      say("Copied");
    } catch {
      // Where a browser keeps the clipboard from files, the text is selected, to be copied by hand.
      getSelection().selectAllChildren(source);
      say("Selected: press Ctrl+C");
    }
  });
}
