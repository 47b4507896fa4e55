// The keyboard's way through the page, where links lead, and how large what can be clicked is.

/** What the Tab key must reach: of radio buttons with one name, the one that is chosen or the first. */
function stops() {
  return all(CONTROLS + ", [tabindex]").filter((element) => {
    if (!seen(element) || element.disabled || element.tabIndex < 0) return false;
    if (element.type !== "radio" || element.checked) return true;
    const group = all(`input[type=radio][name="${element.name}"]`);
    return !group.some((radio) => radio.checked) && group[0] === element;
  });
}

/** How an element and what is in it are painted. */
function paint(element) {
  const kinds = ["outline", "border", "boxShadow", "backgroundColor", "color", "textDecoration", "stroke", "strokeWidth", "fill"];
  return [element, ...all("*", element)].map((e) => kinds.map((kind) => getComputedStyle(e)[kind]).join()).join();
}

/** Whether a focused element looks other than before, and its outline, where it has one, stands out 3 to 1. */
function indicated(element) {
  const style = getComputedStyle(element);
  const behind = ground(element.parentElement || element);
  if (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) {
    return contrast(over(colour(style.outlineColor), behind), behind) >= 3;
  }
  const focused = paint(element);
  element.blur();
  const before = paint(element);
  element.focus({ preventScroll: true });
  return focused !== before;
}

/** Whether the middle of a box is in view and nothing else lies on it. */
function uncovered(element, box) {
  const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
  const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
  if (right - left < 1 || bottom - top < 1) return false;
  const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  return Boolean(there) && (element.contains(there) || there.contains(element) && !there.closest("svg"));
}

/** What is wrong with the focus of an element: it cannot be seen, is out of view or covered, or is not shown. */
function hidden(element) {
  const found = [];
  // the box around a link in a drawing may be hollow in the middle: its first shape is not
  const painted = element.ownerSVGElement ? all(SHAPES, element)[0] || element : element;
  const boxes = [...painted.getClientRects()].filter((box) => box.width > 0 && box.height > 0);
  if (!boxes.length || !seen(element)) found.push(`${label(element)} has the focus and cannot be seen`);
  else if (!uncovered(element, boxes[0])) found.push(`${label(element)} has the focus and is out of view or covered`);
  if (!indicated(element)) found.push(`${label(element)} does not show that it has the focus`);
  return found;
}

/** The element that has the focus now, and where it stands: its part of a list or table, the heads of its row and column, and
 * whether the Tab key leaves the page behind it. */
function focused() {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const cell = element.closest("td");
  const heads = cell ? [cell.parentElement.querySelector("th"), cell.closest("table").tHead.rows[0].cells[cell.cellIndex]] : [];
  const part = element.closest("td, li, section");
  return {
    id: element.id,
    heads: heads.map((head) => clean(spoken(head))),
    part: part ? clean(spoken(part)) : "",
    value: String(element.value ?? ""),
    last: element === stops().at(-1),
    found: element.matches("main") ? [] : hidden(element),
  };
}

/** The element that has the focus now: what is wrong with it, and whether the way has come to its end. */
function stop(first) {
  if (first) window.torparseStops = [];
  const way = window.torparseStops;
  const element = document.activeElement;
  if (!element || element === document.body || way.includes(element)) {
    const missed = stops().filter((e) => !way.includes(e));
    return { end: true, found: missed.map((e) => `the Tab key does not reach ${label(e)}`) };
  }
  const found = [];
  const before = way.at(-1);
  if (before && !(before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)) {
    found.push(`${label(element)} comes after ${label(before)}, against the order of the page`);
  }
  found.push(...hidden(element));
  way.push(element);
  return { end: false, found };
}

/** Follows every link that ``selector`` finds: it must land in view on an element with a quote. Gives the quotes too. */
async function landings(selector) {
  const found = [];
  const quotes = [];
  for (const link of all(selector)) {
    const href = link.getAttribute("href");
    if (location.hash !== href) {
      const moved = new Promise((resolve) => addEventListener("hashchange", resolve, { once: true }));
      link.click();
      await moved;
    }
    const target = document.querySelector(":target");
    if (!target) {
      found.push(`${label(link)} lands nowhere`);
      continue;
    }
    const quoted = target.closest("mark") || target.matches("blockquote, q") ? target : target.querySelector("mark, blockquote, q, .quote");
    const text = clean((quoted || {}).textContent);
    quotes.push({ href, link: clean(link.textContent), quote: text });
    if (!text) found.push(`${label(link)} lands on ${label(target)}, which has no quote`);
    else if (!uncovered(quoted, lines(quoted)[0])) found.push(`${label(link)} lands on a quote that is out of view or covered`);
  }
  return { found, quotes };
}

/** Whether a link stands in a line of other words, whose height bounds its own. */
function inSentence(element) {
  if (getComputedStyle(element).display !== "inline") return false;
  const block = frame(element);
  const around = clean(spoken(block)).length - clean(spoken(element)).length;
  const others = all(CONTROLS, block).filter((e) => e !== element).map((e) => clean(spoken(e)).length);
  return around - others.reduce((sum, length) => sum + length, 0) > 3;
}

/**
 * Targets smaller than 24 by 24 px that have no room around them either (WCAG 2.5.8): the circle of 24 px on the middle
 * of a small target meets no other target and no circle of another small one. Words in a sentence are excepted, and
 * boxes on the picture of a page, whose place and size are those of the printed words (essential).
 */
function small() {
  const targets = all(CONTROLS)
    .filter((e) => seen(e) && !tucked(e) && !e.closest(".drawn"))
    .map((e) => ({ element: e, box: (e.matches("input") && e.closest("label") || e).getBoundingClientRect() }));
  for (const t of targets) {
    t.small = t.box.width < 23.95 || t.box.height < 23.95;
    t.x = (t.box.left + t.box.right) / 2;
    t.y = (t.box.top + t.box.bottom) / 2;
  }
  const crowded = (t) => targets.some((o) => {
    if (o === t || o.element.contains(t.element) || t.element.contains(o.element)) return false;
    const across = Math.max(o.box.left - t.x, t.x - o.box.right, 0);
    const down = Math.max(o.box.top - t.y, t.y - o.box.bottom, 0);
    return Math.hypot(across, down) < 12 || (o.small && Math.hypot(o.x - t.x, o.y - t.y) < 24);
  });
  return targets
    .filter((t) => t.small && !inSentence(t.element) && crowded(t))
    .map((t) => `${label(t.element)} is ${t.box.width.toFixed(0)} by ${t.box.height.toFixed(0)} px, with another beside it`);
}
