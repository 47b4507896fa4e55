// Contrast of what is not text (WCAG 1.4.11), and of the words in drawings (1.4.3), from the colours as computed.

const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
const known = new Map();

/** Red, green, blue (0 to 255) and opacity (0 to 1) of a CSS colour. */
function colour(text) {
  if (!known.has(text)) {
    const parts = /^rgba?\(([^)]+)\)$/.exec(text);
    if (parts) {
      const [r, g, b, a = 1] = parts[1].split(/[\s,/]+/).map(Number);
      known.set(text, [r, g, b, a]);
    } else {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = text;
      canvas.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
      known.set(text, [r, g, b, a / 255]);
    }
  }
  return known.get(text);
}

const over = ([r, g, b, a], [s, h, c]) => [r * a + s * (1 - a), g * a + h * (1 - a), b * a + c * (1 - a), 1];

/** The relative luminance of WCAG 2. */
function luminance([r, g, b]) {
  const linear = [r, g, b].map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
  return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
}

/** The contrast of two opaque colours, 1 to 21. */
function contrast(first, second) {
  const [dark, light] = [luminance(first), luminance(second)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** The colour behind what an element holds: its own ground over those of the elements around it. */
function ground(element) {
  const layers = [];
  for (let at = element; at; at = at.parentElement) {
    const own = colour(getComputedStyle(at).backgroundColor);
    if (own[3] > 0) layers.push(own);
    if (own[3] === 1) break;
  }
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const scheme = getComputedStyle(document.documentElement).colorScheme;
  const sheet = dark && scheme.includes("dark") ? [18, 18, 18, 1] : [255, 255, 255, 1];
  return layers.reverse().reduce((below, layer) => over(layer, below), sheet);
}

/** Borders that stand out from the ground beside them by less than ``least`` to 1. */
function borders(least) {
  const found = new Map();
  for (const element of all("body *").filter((e) => seen(e) && !tucked(e) && !e.closest("svg"))) {
    const style = getComputedStyle(element);
    for (const side of ["Top", "Right", "Bottom", "Left"]) {
      if (/none|hidden/.test(style[`border${side}Style`]) || parseFloat(style[`border${side}Width`]) === 0) continue;
      const line = colour(style[`border${side}Color`]);
      if (line[3] === 0) continue;
      // the line of a cell lies between cells; any other line lies on the ground of what is around its element
      const behind = element.matches("td, th") ? ground(element) : ground(element.parentElement);
      // where the line does not stand out, the ground of a box of another colour may
      const own = element.matches("td, th") ? behind : ground(element);
      const ratio = Math.max(contrast(over(line, behind), behind), contrast(own, behind));
      if (ratio >= least) continue;
      const kind = element.tagName.toLowerCase() + (element.className ? "." + String(element.className).replace(/\s+/g, ".") : "");
      if (!found.has(kind)) found.set(kind, `the line of ${kind} has ${ratio.toFixed(2)} to 1: ${label(element)}`);
    }
  }
  return [...found.values()];
}

/** Badges: a line or a ground that stands out by ``least`` to 1, so that the mark is seen as one. A cell that is filled
 * with its status is a mark itself: ``borders`` looks at it. */
function badges(least) {
  const found = new Map();
  for (const element of all(".badge, .sign:not(.heat td .sign)").filter((e) => seen(e) && !e.parentElement.closest(".badge") && !e.closest("svg"))) {
    const style = getComputedStyle(element);
    const behind = ground(element.parentElement);
    const line = parseFloat(style.borderTopWidth) > 0 ? contrast(over(colour(style.borderTopColor), behind), behind) : 1;
    const best = Math.max(line, contrast(ground(element), behind));
    if (best < least) found.set(element.className, `${label(element)} (${element.className}) has ${best.toFixed(2)} to 1`);
  }
  return [...found.values()];
}

const SHAPES = "rect, circle, ellipse, line, path, polyline, polygon";
const meets = (a, b) => a.left < b.right + 1 && b.left < a.right + 1 && a.top < b.bottom + 1 && b.top < a.bottom + 1;

/** How far a shape stands out by its fill or its stroke from the ground of the drawing. */
function strength(shape, behind) {
  const style = getComputedStyle(shape);
  const paints = [];
  for (const kind of ["fill", "stroke"]) {
    if (style[kind] === "none" || /^url/.test(style[kind]) || (kind === "fill" && shape.tagName === "line")) continue;
    const [r, g, b, a] = colour(style[kind]);
    const opacity = a * Number(style[kind + "Opacity"]) * Number(style.opacity);
    if (kind === "fill" || parseFloat(style.strokeWidth) > 0) paints.push(over([r, g, b, opacity], behind));
  }
  return Math.max(1, ...paints.map((paint) => contrast(paint, behind)));
}

/** Shapes of drawings that stand out too little, themselves or with the one that they are drawn together with. */
function shapes(least) {
  const found = new Map();
  const decoration = "[aria-hidden=true] *, .grid, .grid *, .decoration, .decoration *, defs *, clipPath *";
  for (const shape of all("svg").flatMap((svg) => all(SHAPES, svg)).filter(seen)) {
    const drawing = shape.closest("svg");
    if (shape.matches(decoration) || drawing.closest("[aria-hidden=true]")) continue;
    const behind = ground(drawing);
    const own = strength(shape, behind);
    if (own >= least) continue;
    const box = shape.getBoundingClientRect();
    const partners = all(SHAPES, shape.parentElement).filter((s) => s !== shape && meets(box, s.getBoundingClientRect()));
    if (shape.parentElement !== drawing && partners.some((s) => strength(s, behind) >= least)) continue;
    const kind = `${shape.tagName}.${shape.getAttribute("class") || ""}`;
    if (!found.has(kind)) found.set(kind, `${kind} in ${label(drawing)} has ${own.toFixed(2)} to 1`);
  }
  return [...found.values()];
}

/** Words in drawings that stand out from what is painted below them by less than ``least`` to 1. */
function lettering(least) {
  const found = new Map();
  for (const word of all("svg text").filter((e) => seen(e) && clean(e.textContent))) {
    const drawing = word.closest("svg");
    const box = word.getBoundingClientRect();
    const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    let behind = ground(drawing);
    for (const shape of all(SHAPES, drawing)) {
      if (!(shape.compareDocumentPosition(word) & Node.DOCUMENT_POSITION_FOLLOWING) || !seen(shape)) continue;
      const room = shape.getBoundingClientRect();
      const style = getComputedStyle(shape);
      if (shape.tagName === "line" || style.fill === "none" || /^url/.test(style.fill)) continue;
      if (x < room.left || x > room.right || y < room.top || y > room.bottom) continue;
      const [r, g, b, a] = colour(style.fill);
      behind = over([r, g, b, a * Number(style.fillOpacity) * Number(style.opacity)], behind);
    }
    const [r, g, b, a] = colour(getComputedStyle(word).fill);
    const ratio = contrast(over([r, g, b, a], behind), behind);
    if (ratio < least) found.set(word.getAttribute("class") || label(word), `${label(word)} has ${ratio.toFixed(2)} to 1`);
  }
  return [...found.values()];
}
