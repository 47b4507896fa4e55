// What is lost when the page is narrow, enlarged or set with more space between letters and lines.

/** The page itself does not scroll sideways. */
function sideways() {
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth) return [];
  const held = (e) => {
    // what is laid out absolutely scrolls with the box that it is placed in, not with the one that it is written in
    for (let at = e; at && at !== document.body; ) {
      at = getComputedStyle(at).position === "absolute" ? at.offsetParent : at.parentElement;
      if (at && at !== root && at !== document.body && getComputedStyle(at).overflowX !== "visible") return true;
    }
    return false;
  };
  const wide = all("body *").filter(
    (e) => seen(e) && e.getBoundingClientRect().right + scrollX > root.clientWidth + 1 && !held(e),
  );
  const widest = wide.slice(0, 3).map(label).join(", ");
  return [`the page is ${root.scrollWidth} px wide on ${root.clientWidth} px: ${widest}`];
}

/** What scrolls can be reached with the keyboard and has a name; none of its cells is wider than what shows of it. Fields
 * are reached as such, and have their labels. */
function regions() {
  const found = [];
  for (const region of all("body *").filter((e) => !e.matches("textarea, select") && seen(e) && (scrolls(e, "X") || scrolls(e, "Y")))) {
    if (region.tabIndex !== 0) found.push(`${label(region)} scrolls and cannot be focused`);
    if (!/^(region|group|img)$/.test(region.getAttribute("role") || "") || !name(region)) {
      found.push(`${label(region)} scrolls and has no name`);
    }
    for (const cell of all("td, th", region)) {
      if (cell.colSpan === 1 && seen(cell) && cell.getBoundingClientRect().width > region.clientWidth + 1) {
        found.push(`${label(cell)} is wider than what shows of its table`);
      }
    }
  }
  return found;
}

const inside = (box, outer, slack) =>
  box.left >= outer.left - slack && box.right <= outer.right + slack &&
  box.top >= outer.top - slack && box.bottom <= outer.bottom + slack;

/** The nearest ancestor that is laid out as a box of its own. */
function frame(element) {
  let at = element;
  while (at.parentElement && /^(inline|contents)$/.test(getComputedStyle(at).display)) at = at.parentElement;
  return at;
}

/** The boxes of the words of a text node, without the spaces between them. */
function wordLines(node) {
  const range = document.createRange();
  return [...node.data.matchAll(/\S+/g)].flatMap((word) => {
    range.setStart(node, word.index);
    range.setEnd(node, word.index + word[0].length);
    return [...range.getClientRects()];
  });
}

/** Text cut off by the box that it is in, or standing out of it. */
function cut() {
  const found = new Set();
  for (const element of all("body *")) {
    const style = getComputedStyle(element);
    if (element.closest("svg") || !/hidden|clip/.test(style.overflowX + style.overflowY)) continue;
    if (!seen(element) || tucked(element) || !clean(element.textContent)) continue;
    const across = /hidden|clip/.test(style.overflowX) && element.scrollWidth > element.clientWidth + 1;
    const down = /hidden|clip/.test(style.overflowY) && element.scrollHeight > element.clientHeight + 1;
    if (across || down) found.add(`${label(element)} is cut off`);
  }
  for (const node of texts()) {
    const parent = node.parentElement;
    if (tucked(parent) || parent.closest("svg")) continue;
    const boxes = lines(node);
    for (const outer of new Set([frame(parent), parent.closest("td, th"), parent.closest(".badge")])) {
      if (!outer || /auto|scroll/.test(getComputedStyle(outer).overflowX)) continue;
      const room = outer.getBoundingClientRect();
      const out = (box) => box.right > room.right + 1.5 || box.left < room.left - 1.5;
      // the space at the end of a line may hang over
      if (boxes.some(out) && wordLines(node).some(out)) {
        found.add(`"${short(clean(node.data), 40)}" stands out of ${label(outer)}`);
      }
    }
  }
  return [...found];
}

/** The words of a drawing stay inside it and do not lie on one another (boxes on a picture of a page may). */
function drawn() {
  const found = [];
  for (const drawing of all("svg").filter((e) => seen(e) && !e.closest("[aria-hidden=true], .drawn"))) {
    const room = drawing.getBoundingClientRect();
    const words = all("text", drawing).filter(seen).map((e) => [e, e.getBoundingClientRect()]);
    for (const [at, [word, box]] of words.entries()) {
      if (!inside(box, room, 1)) found.push(`${label(word)} stands out of its drawing`);
      for (const [other, second] of words.slice(at + 1)) {
        const across = Math.min(box.right, second.right) - Math.max(box.left, second.left);
        const down = Math.min(box.bottom, second.bottom) - Math.max(box.top, second.top);
        if (across > 1 && down > 0.3 * Math.min(box.height, second.height)) {
          found.push(`${label(word)} and ${label(other)} lie on one another`);
        }
      }
    }
  }
  return found;
}

/** What moves although the reader has asked for less motion. */
function moving() {
  const long = (durations) => durations.split(",").some((d) => parseFloat(d) * (d.trim().endsWith("ms") ? 1 : 1000) > 1);
  const found = document.getAnimations().map((a) => `an animation of ${label(a.effect.target)}`);
  for (const element of [document.documentElement, ...all("body *")]) {
    const style = getComputedStyle(element);
    if (style.animationName !== "none" && long(style.animationDuration)) found.push(`${label(element)} is animated`);
    if (long(style.transitionDuration)) found.push(`${label(element)} changes slowly`);
    if (style.scrollBehavior === "smooth") found.push(`${label(element)} scrolls smoothly`);
  }
  return found;
}

/** In print: what only serves on the screen is not there, and everything that can be opened is open. */
function paper() {
  const screen = "nav, form, button, input, select, textarea, .skip, [data-screen]";
  const found = all(screen).filter((e) => seen(e) && !tucked(e)).map((e) => `${label(e)} is printed`);
  for (const element of all("details:not([open]) > :not(summary)")) {
    if (seen(element.parentElement) && !seen(element)) found.push(`${label(element)} is closed in print`);
  }
  return found;
}
