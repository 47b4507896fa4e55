// Headings, landmarks, tables, references, statuses and figures: what the page says of itself.

/** Language, title, one h1, headings without a gap, landmarks, and how the page lets itself be enlarged. */
function outline() {
  const found = [];
  if (document.documentElement.lang !== "en-GB") found.push("the page does not say that it is in en-GB");
  if (!clean(document.title)) found.push("the page has no title");
  const viewport = document.querySelector("meta[name=viewport]");
  if (!viewport || /user-scalable\s*=\s*(no|0)|maximum-scale/.test(viewport.content)) {
    found.push("the page cannot be enlarged, or has no viewport");
  }
  const ones = all("h1").filter(seen);
  if (ones.length !== 1) found.push(`${ones.length} headings h1`);
  let before = 0;
  for (const heading of all("h1, h2, h3, h4, h5, h6")) {
    const level = Number(heading.tagName[1]);
    if (level > before + 1) found.push(`${label(heading)} follows a heading of level ${before}`);
    if (!clean(spoken(heading))) found.push(`${label(heading)} is empty`);
    before = level;
  }
  const counts = { main: all("main, [role=main]").length, footer: all("body > footer, [role=contentinfo]").length };
  for (const [what, count] of Object.entries(counts)) if (count !== 1) found.push(`${count} landmarks of the kind ${what}`);
  const names = all("nav, [role=navigation]").map(name);
  if (names.length > 1 && new Set(names).size < names.length) found.push("two navigations with the same name");
  for (const region of all("[role=region], [role=navigation], nav, [role=group]")) {
    if (!name(region)) found.push(`${label(region)} has no name`);
  }
  return found;
}

/** Tables with a caption, heads that say what they head, and no cell without a word. */
function tables() {
  const found = [];
  for (const table of all("table")) {
    const caption = table.querySelector(":scope > caption");
    if (!caption || !clean(spoken(caption))) found.push(`${label(table)} has no caption`);
    if (!table.querySelector("thead th")) found.push(`${label(table)} has no row of heads`);
    for (const head of all("th", table)) {
      if (!/^(col|row|colgroup|rowgroup)$/.test(head.getAttribute("scope") || "")) found.push(`${label(head)} has no scope`);
      if (!clean(spoken(head))) found.push(`a head of "${clean(caption && caption.textContent)}" is empty`);
    }
    const headed = new Set(); // rows that a head of a row above reaches into
    for (const row of all("tbody tr", table)) {
      for (const head of all("th[rowspan]", row)) {
        for (let n = 1; n < head.rowSpan; n += 1) headed.add(row.parentElement.rows[row.sectionRowIndex + n]);
      }
      if (!row.querySelector("th") && !headed.has(row)) found.push(`${label(row)} has no head`);
      for (const cell of all("td", row)) if (!clean(spoken(cell))) found.push(`an empty cell in ${label(row)}`);
    }
  }
  return found;
}

/** Addresses given once, and every link, label and reference within the page leading to one. */
function references() {
  const found = [];
  const ids = all("[id]").map((e) => e.id);
  for (const id of new Set(ids.filter((id, at) => ids.indexOf(id) !== at))) found.push(`#${id} is given twice`);
  for (const link of all("a")) {
    const href = link.getAttribute("href") || link.getAttribute("xlink:href") || "";
    if (!href) found.push(`${label(link)} leads nowhere`);
    else if (href.startsWith("#")) {
      const target = document.getElementById(decodeURIComponent(href.slice(1)));
      if (!target) found.push(`${label(link)} leads to ${href}, which is not there`);
      else if (getComputedStyle(target).display === "none") found.push(`${label(link)} leads to ${href}, which is hidden`);
    } else if (/^[a-z][a-z0-9+.-]*:/i.test(href) && !href.startsWith("https:")) found.push(`${label(link)} leads to ${href}`);
    if (!clean(spoken(link)) && !name(link)) found.push(`${label(link)} has no words (${href})`);
  }
  for (const attribute of ["aria-labelledby", "aria-describedby", "aria-controls", "aria-details", "for", "headers"]) {
    for (const element of all(`[${attribute}]`)) {
      for (const id of element.getAttribute(attribute).split(/\s+/).filter(Boolean)) {
        if (!document.getElementById(id)) found.push(`${attribute} of ${label(element)}: #${id} is not there`);
      }
    }
  }
  return found;
}

/** The pages beside this one that it leads to. */
function neighbours() {
  const links = all("a[href]").map((a) => a.getAttribute("href"));
  return [...new Set(links.filter((href) => href && !href.startsWith("#") && !/^[a-z][a-z0-9+.-]*:/i.test(href)))];
}

/** A status word in what is read out of every cell of a matrix and of every badge; signs are not read out. */
function statuses(words) {
  const found = [];
  const told = (element) => words.some((word) => clean(spoken(element)).includes(word));
  for (const cell of all("table.matrix td")) if (!told(cell)) found.push(`no status in ${label(cell)}`);
  for (const badge of all(".badge")) if (!told(badge)) found.push(`no status in ${label(badge)}`);
  for (const node of texts()) {
    const text = clean(node.data);
    if (/[\p{L}\p{N}]/u.test(text) || !/[●○◐◑◍→↗…✓✗✘?▲▼◆◇■□▬]/u.test(text)) continue;
    if (!node.parentElement.closest("[aria-hidden=true], [aria-label]")) found.push(`the sign "${text}" is read out`);
  }
  return found;
}

/** Charts with a name and a description, and the figures behind them in a table in the same part of the page. */
function figures() {
  const found = [];
  for (const drawing of all("svg").filter((e) => !e.closest("[aria-hidden=true]") && !e.ownerSVGElement)) {
    if (!/^(img|group|graphics-document)/.test(drawing.getAttribute("role") || "")) found.push(`${label(drawing)} has no role`);
    if (!name(drawing)) found.push(`${label(drawing)} has no name`);
    if (drawing.getAttribute("role") !== "img") continue;
    if (!clean((drawing.querySelector(":scope > desc") || {}).textContent) && !drawing.getAttribute("aria-describedby")) {
      found.push(`${label(drawing)} has no description`);
    }
    const part = drawing.closest("figure, section, article, main");
    if (!part || !part.querySelector("table")) found.push(`no table beside ${label(drawing)}`);
  }
  return found;
}

/** Controls that do nothing where scripts are off. */
function idle() {
  const dead = "button:not([popovertarget]):not([commandfor]), select, input:not([type=checkbox]):not([type=radio]), textarea";
  return all(dead).filter(seen).map((control) => `${label(control)} does nothing without a script`);
}
