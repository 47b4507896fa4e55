// What the checks share: what can be seen, what is read out, and how a finding names its element.

const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const clean = (text) => (text || "").replace(/\s+/g, " ").trim();
const short = (text, most = 60) => (text.length > most ? text.slice(0, most - 1) + "…" : text);

/** The element as a finding names it: tag, address or class, and the beginning of its text. */
function label(element) {
  const id = element.id ? "#" + element.id : "";
  const style = !id && element.getAttribute("class") ? "." + element.getAttribute("class").trim().split(/\s+/)[0] : "";
  const text = short(clean(element.textContent), 40);
  return `<${element.tagName.toLowerCase()}${id}${style}>${text ? ` "${text}"` : ""}`;
}

/** Whether the element is laid out and not made invisible (what is in a closed <details> is not seen). */
function seen(element) {
  const box = element.getBoundingClientRect();
  if (box.width === 0 && box.height === 0) return false;
  return element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true });
}

/** Whether the element, or one that it is in, is there for screen readers only, or waits outside for the focus. */
function tucked(element) {
  for (let at = element; at && at !== document.body; at = at.parentElement) {
    const style = getComputedStyle(at);
    if (style.position !== "absolute" && style.position !== "fixed") continue;
    const box = at.getBoundingClientRect();
    if (box.right + scrollX <= 0 || box.bottom + scrollY <= 0) return true;
    if (box.width <= 1 || box.height <= 1 || style.clipPath === "inset(50%)") return true;
  }
  return false;
}

/** The text nodes below an element that hold words and can be seen. */
function texts(within = document.body) {
  const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (clean(node.data) && !parent.closest("script, style, title, desc, template") && seen(parent)) found.push(node);
  }
  return found;
}

/** The boxes of the lines of a text node. */
function lines(node) {
  const range = document.createRange();
  range.selectNodeContents(node);
  return [...range.getClientRects()].filter((box) => box.width > 0 && box.height > 0);
}

/** The text that is read out: without what is hidden from screen readers, with the names of pictures. */
function spoken(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeType !== Node.ELEMENT_NODE || node.matches("script, style, template, [aria-hidden=true]")) return "";
  if (getComputedStyle(node).display === "none") return "";
  if (node.getAttribute("aria-label")) return " " + node.getAttribute("aria-label") + " ";
  if (node.matches("img")) return " " + node.alt + " ";
  const inside = [...node.childNodes].map(spoken).join("");
  return getComputedStyle(node).display.startsWith("inline") ? inside : " " + inside + " ";
}

/** The accessible name as far as our pages give one. */
function name(element) {
  const referred = (element.getAttribute("aria-labelledby") || "").split(/\s+/).filter(Boolean);
  const words = referred.map((id) => document.getElementById(id)).filter(Boolean).map(spoken).join(" ");
  const title = element.querySelector(":scope > title");
  return clean(words || element.getAttribute("aria-label") || (title && title.textContent) || "");
}

/** Whether an element scrolls by itself in the direction "X" or "Y". */
function scrolls(element, axis) {
  const [inner, outer] = axis === "X" ? ["scrollWidth", "clientWidth"] : ["scrollHeight", "clientHeight"];
  return /auto|scroll/.test(getComputedStyle(element)["overflow" + axis]) && element[inner] > element[outer] + 1;
}

const CONTROLS =
  "a[href], area[href], button, input:not([type=hidden]), select, textarea, details > summary:first-of-type, " +
  "[role=button], [role=link], [role=checkbox], [role=tab]";
