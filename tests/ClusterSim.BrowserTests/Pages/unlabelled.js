// What people use and what has no name for those who do not see it.
() =>
  [...document.querySelectorAll("button, input, a, select, canvas, svg, [tabindex], summary")]
    .filter((element) => element.checkVisibility() && element.closest("[aria-hidden=true]") === null)
    .filter((element) => (element.getAttribute("aria-label") ?? "").trim() === "" && element.textContent.trim() === "" && element.labels?.length !== 1)
    .map((element) => element.outerHTML.slice(0, 80))
