// The texts of a page that contrast too little with what is behind them: 4.5:1 is asked for, 3:1 of large ones (WCAG 2, AA).
() => {
  const brush = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const seen = new Map();

  // However a colour is written, also as a mixture of others.
  const colourOf = (text) => {
    if (!seen.has(text)) {
      brush.clearRect(0, 0, 1, 1);
      brush.fillStyle = text;
      brush.fillRect(0, 0, 1, 1);
      const [red, green, blue, alpha] = brush.getImageData(0, 0, 1, 1).data;
      seen.set(text, { parts: [red, green, blue], alpha: alpha / 255 });
    }

    return seen.get(text);
  };

  const behind = (element) => {
    for (let at = element; at !== null; at = at.parentElement) {
      const colour = colourOf(getComputedStyle(at).backgroundColor);
      if (colour.alpha === 1) {
        return colour;
      }
    }

    return { parts: [255, 255, 255], alpha: 1 };
  };

  const light = ({ parts }) => {
    const [red, green, blue] = parts.map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };

  const weak = [];
  for (const element of document.body.querySelectorAll("*")) {
    const text = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data.trim()).join(" ").trim();
    if (text === "" || ["SCRIPT", "STYLE", "NOSCRIPT"].includes(element.tagName) || !element.checkVisibility() || element.disabled) {
      continue;
    }

    const style = getComputedStyle(element);
    const [ink, paper] = [light(colourOf(element instanceof SVGElement ? style.fill : style.color)), light(behind(element))];
    const contrast = (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
    const isLarge = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && Number(style.fontWeight) >= 700);
    if (contrast < (isLarge ? 3 : 4.5)) {
      weak.push(`${contrast.toFixed(2)}: ${text.slice(0, 40)}`);
    }
  }

  return [...new Set(weak)];
}
