// What a script adds to the comparison: choosing, ordering, putting side by side. Everything is in the page without it.
"use strict";
(() => {
  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const make = (tag, attributes = {}, ...children) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children);
    return made;
  };
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
  const words = (node) => node.textContent.replace(/\s+/g, " ").trim();
  const meaning = (cell) => { // what a cell says, without the place where its document says it and who looked at it
    const copy = cell.cloneNode(true);
    all(".ref, .people, .person", copy).forEach((node) => node.remove());
    return words(copy);
  };
  const collator = new Intl.Collator("en-GB", { numeric: true, sensitivity: "base" });
  const facts = JSON.parse(one("#facts")?.textContent ?? "{}"); // per body: the user's own facts on its document

  all("[data-needs-script]").forEach((node) => { node.hidden = false; });
  all("[data-without-script]").forEach((node) => { node.hidden = true; });

  // --- the two tables of provisions by bodies -------------------------------------------------------------------
  // A matrix stands in blocks of a few bodies. Its columns are taken out once and dealt to the blocks again as wanted.
  const readMatrix = (kind) => {
    const tables = all(`table[data-matrix="${kind}"]`);
    if (!tables.length) return null;
    const rows = tables.map((table) => all("tr[data-p]", table));
    const lead = tables[0].querySelector("tr[data-p]").children.length - all("th[data-b]", tables[0]).length;
    const columns = tables.flatMap((table, at) => all("th[data-b]", table).map((head, number) => ({
      head, id: head.dataset.b, key: plain(words(head)), name: words(head),
      cells: rows[at].map((row) => row.children[lead + number]),
    })));
    const size = Number(tables[0].dataset.size);
    const held = tables.map((_, at) => columns.slice(at * size, (at + 1) * size));
    return { tables, rows, lead, columns, held, size };
  };
  const alike = (some, others) => some.length === others.length && some.every((one, at) => one === others[at]);
  const deal = (matrix, columns, from = 0, to = matrix.tables.length) => { // the blocks from one to another
    const { size, lead, held } = matrix;
    const at = new Map(held.flatMap((some, block) => some.map((column) => [column, block])));
    matrix.tables.slice(from, to).forEach((table, later) => {
      const number = from + later;
      const some = columns.slice(number * size, (number + 1) * size);
      table.closest("[data-block]").hidden = some.length === 0;
      if (!some.length) return; // what it holds is kept for later
      const first = number * size + 1;
      one("[data-range]", table).textContent = `${first} to ${first + some.length - 1}`
        + (columns.length < matrix.columns.length ? ` of those chosen (${columns.length})` : "");
      if (alike(some, held[number])) return;
      for (const column of some) {
        const before = at.get(column);
        if (before !== undefined && before !== number) held[before] = held[before].filter((other) => other !== column);
        at.set(column, number);
      }
      held[number].forEach((column) => { if (!some.includes(column)) at.delete(column); });
      held[number] = some;
      const head = one("thead tr", table);
      head.replaceChildren(...[...head.children].slice(0, lead), ...some.map((column) => column.head));
      matrix.rows[number].forEach((row, line) => {
        row.replaceChildren(...[...row.children].slice(0, lead), ...some.map((column) => column.cells[line]));
      });
      all("tr.group th", table).forEach((th) => { th.colSpan = lead + some.length; });
    });
  };
  const matrices = ["map", "full"].map(readMatrix).filter(Boolean);
  const form = one("#choose");
  // rows are put out of sight by a rule of style: one for all blocks, however many there are
  const rules = new CSSStyleSheet();
  document.adoptedStyleSheets = [rules];
  const groups = matrices.length ? all("tbody[data-g]", matrices[0].tables[0]).map((section) => section.dataset.g) : [];
  const provisions = matrices.length ? matrices[0].rows[0].map((row) => ({
    id: row.dataset.p, title: plain(words(one("th", row))), of: row.closest("tbody").dataset.g,
  })) : [];
  const stated = new Map((matrices[0]?.columns ?? []).map((column) => [
    column.id, column.cells.filter((cell) => cell.matches(".stated, .part")).length,
  ]));
  let turns = 0;
  const busy = (state) => matrices.flatMap(({ tables }) => tables.slice(2)).forEach((table) => {
    if (state) table.setAttribute("aria-busy", "true"); else table.removeAttribute("aria-busy");
  });
  const choose = () => {
    const provision = plain(one("#choose-provision").value);
    const group = one("#choose-group").value;
    const body = plain(one("#choose-body").value);
    const facets = all("[data-facet]", form).filter((select) => select.value);
    const order = one("#choose-order").value;
    const away = provisions.filter(({ title, of }) => (group && of !== group) || !title.includes(provision));
    const left = new Set(provisions.filter((row) => !away.includes(row)).map((row) => row.of));
    rules.replaceSync([
      ...away.map((row) => `tr[data-p="${row.id}"] { display: none; }`),
      ...groups.filter((name) => !left.has(name)).map((name) => `tbody[data-g="${CSS.escape(name)}"] { display: none; }`),
    ].join("\n"));
    const chosen = (matrix) => {
      const some = matrix.columns.filter((column) => column.key.includes(body)
        && facets.every((select) => (facts[column.id]?.[select.dataset.facet] ?? "") === select.value));
      if (order === "name") some.sort((a, b) => collator.compare(a.name, b.name));
      if (order === "stated") some.sort((a, b) => stated.get(b.id) - stated.get(a.id) || collator.compare(a.name, b.name));
      return some;
    };
    // of many bodies the first blocks of the map are shown first; what is far below them follows at once after that
    const [first, ...further] = matrices;
    const bodies = chosen(first);
    const soon = document.body.classList.contains("large") ? 2 : first.tables.length;
    deal(first, bodies, 0, soon);
    const rest = () => {
      deal(first, bodies, soon);
      further.forEach((matrix) => deal(matrix, chosen(matrix)));
      busy(false);
    };
    const turn = ++turns;
    if (soon < first.tables.length) {
      busy(true);
      requestAnimationFrame(() => setTimeout(() => { if (turn === turns) rest(); }, 60)); // whoever types is not kept waiting
    } else rest();
    const total = matrices[0];
    const rows = provisions.length - away.length;
    const everything = provisions.length;
    one("#choose-status").textContent = rows === everything && bodies.length === total.columns.length ? ""
      : `Showing ${rows} of ${everything} provisions and ${bodies.length} of ${total.columns.length} bodies.`;
  };
  if (form && matrices.length) {
    form.addEventListener("input", choose);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(choose));
  }

  // --- bodies side by side, kept in the address --------------------------------------------------------------------
  const side = one("#side-form");
  const full = matrices.find((matrix) => matrix.tables[0].dataset.matrix === "full");
  if (side && full) {
    const columns = new Map(full.columns.map((column) => [column.id, column]));
    const boxes = all('input[name="provision"]', side);
    const view = { bodies: [], pin: "" };
    if (!one("article.clause")) one("#side-words").closest("label").hidden = true;
    const say = (text) => { one("#side-status").textContent = text; };
    const name = (id) => words(columns.get(id).head.firstChild);
    const wanted = () => { const some = boxes.filter((box) => box.checked); return some.length ? some : boxes; };
    const ordered = () => [...view.bodies].sort((a, b) => (b === view.pin) - (a === view.pin));
    const address = () => {
      const part = new URLSearchParams({ compare: view.bodies.join(",") });
      if (wanted().length < boxes.length) part.set("provisions", wanted().map((box) => box.value).join(","));
      if (view.pin) part.set("pin", view.pin);
      if (!one("#side-words").checked) part.set("words", "no");
      if (one("#side-differ").checked) part.set("only", "differing");
      return `#${part.toString().replaceAll("%2C", ",")}`;
    };
    const button = (label, of, run) => {
      const made = make("button", { type: "button" }, label, make("span", { class: "hidden" }, ` ${of}`));
      made.addEventListener("click", run);
      return made;
    };
    const quotes = (cell) => all("a[data-c]", cell).flatMap((link) => {
      const entry = document.getElementById(link.dataset.c); // of many documents the quotes are in pages of their own
      return entry ? all("blockquote", entry) : [];
    });
    const filled = (column, row) => {
      const cell = make("td", {}, ...[...column.cells[row].childNodes].map((node) => node.cloneNode(true)));
      if (one("#side-words").checked) {
        const texts = new Map(quotes(column.cells[row]).map((quote) => [words(quote), quote]));
        cell.append(...[...texts.values()].map((quote) => quote.cloneNode(true)));
      }
      return cell;
    };
    const table = () => {
      const ids = ordered();
      const head = make("tr", {}, make("th", { scope: "col" }, "Provision"), ...ids.map((id) => {
        const th = make("th", { scope: "col" }, ...[...columns.get(id).head.childNodes].filter((node) => !node.matches?.("button")).map((node) => node.cloneNode(true)));
        if (id === view.pin) th.append(make("span", { class: "same" }, "Pinned: the others are held against it"));
        return th;
      }));
      const body = make("tbody");
      const chosen = new Set(wanted().map((box) => box.value));
      full.rows[0].forEach((row, number) => {
        if (!chosen.has(row.dataset.p)) return;
        const said = ids.map((id) => meaning(columns.get(id).cells[number]));
        if (one("#side-differ").checked && said.every((text) => text === said[0])) return;
        const cells = ids.map((id) => filled(columns.get(id), number));
        if (view.pin) {
          cells.slice(1).forEach((cell, at) => {
            const same = said[at + 1] === said[0];
            cell.append(make("span", { class: same ? "same" : "differs" }, same ? "The same as the pinned one" : "Differs from the pinned one"));
          });
        }
        body.append(make("tr", {}, make("th", { scope: "row" }, words(one("th", row))), ...cells));
      });
      const made = make("table", { class: `matrix side${ids.length > 3 ? " wide" : ""}` },
        make("caption", {}, `Side by side: ${ids.map(name).join(", ")}`), make("thead", {}, head), body);
      if (view.pin) for (const row of made.rows) row.cells[1]?.classList.add("pinned");
      if (!body.rows.length) body.append(make("tr", {}, make("td", { colspan: ids.length + 1 }, "They do not differ in these provisions.")));
      return made;
    };
    const draw = ({ keep = true, focus = null } = {}) => {
      const list = one("#side-chosen");
      list.hidden = !view.bodies.length;
      list.replaceChildren(...view.bodies.map((id) => make("li", {}, make("span", {}, words(columns.get(id).head.firstChild)),
        button(view.pin === id ? "Unpin" : "Pin", name(id), () => { view.pin = view.pin === id ? "" : id; draw({ focus: `[data-pin="${CSS.escape(id)}"]` }); }),
        button("Remove", name(id), () => { view.bodies = view.bodies.filter((other) => other !== id); if (view.pin === id) view.pin = ""; draw({ focus: "#side-body" }); }))));
      [...list.children].forEach((item, at) => { item.querySelector("button").dataset.pin = view.bodies[at]; });
      const some = wanted().length;
      one("#side-count").textContent = some < boxes.length ? `${some} of ${boxes.length}` : "all";
      const place = one("#side-table");
      place.hidden = view.bodies.length < 2;
      place.replaceChildren(...(place.hidden ? [] : [table()]));
      say(view.bodies.length === 1 ? "Add another body to see them side by side." : "");
      one("#side-add").disabled = view.bodies.length >= 6;
      if (keep) history.replaceState(null, "", view.bodies.length ? address() : "#side");
      if (focus) one(focus)?.focus();
    };
    const add = (id) => {
      if (!columns.has(id) || view.bodies.includes(id)) return;
      if (view.bodies.length >= 6) { say("Six bodies are the most that stand side by side. Remove one first."); return; }
      view.bodies.push(id);
      draw();
    };
    const fromAddress = () => {
      const part = new URLSearchParams(location.hash.slice(1));
      if (!part.has("compare")) return;
      const asked = part.get("compare").split(",");
      view.bodies = asked.filter((id, at) => columns.has(id) && asked.indexOf(id) === at).slice(0, 6);
      view.pin = view.bodies.includes(part.get("pin")) ? part.get("pin") : "";
      const some = new Set((part.get("provisions") ?? "").split(",").filter(Boolean));
      boxes.forEach((box) => { box.checked = some.has(box.value); });
      one("#side-words").checked = part.get("words") !== "no";
      one("#side-differ").checked = part.get("only") === "differing";
      draw({ keep: false });
      if (view.bodies.length < asked.length) say("The link names bodies that are not in this report; they were left out.");
      one("#side").scrollIntoView();
      one("#side").focus({ preventScroll: true });
    };
    one("#side-add").addEventListener("click", () => { add(one("#side-body").value); });
    side.addEventListener("change", (event) => { if (event.target.type === "checkbox") draw(); });
    side.addEventListener("submit", (event) => event.preventDefault());
    side.addEventListener("reset", () => { view.bodies = []; view.pin = ""; setTimeout(draw); });
    one("#side-copy").addEventListener("click", async () => {
      const link = location.href.split("#")[0] + address();
      try {
        await navigator.clipboard.writeText(link);
        say("The link to this view is copied.");
      } catch (refused) { // a browser that gives pages from a folder no clipboard: the link is shown instead
        one("#side-status").replaceChildren("Copy this link: ", make("a", { href: address() }, link));
      }
    });
    one("#side-print").addEventListener("click", () => {
      document.body.classList.add("only-side");
      addEventListener("afterprint", () => document.body.classList.remove("only-side"), { once: true });
      print();
    });
    for (const column of full.columns) {
      const made = button("Compare", words(column.head.firstChild), () => {
        add(column.id);
        one("#side").scrollIntoView();
        one("#side").focus({ preventScroll: true });
      });
      made.className = "pick";
      column.head.append(made);
    }
    addEventListener("hashchange", fromAddress);
    fromAddress();
  }

  // --- tables that can be ordered by a column; a cell marked as unknown stays last ----------------------------------
  for (const table of all("table[data-sort]")) {
    const heads = all("thead th", table);
    heads.forEach((head, at) => {
      const order = make("button", { type: "button", class: "order", "aria-label": `Order by ${words(head)}` });
      order.addEventListener("click", () => {
        const up = head.getAttribute("aria-sort") !== "ascending";
        heads.forEach((other) => other.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", up ? "ascending" : "descending");
        const rows = [...table.tBodies[0].rows].map((row) => [row, row.cells[at]]);
        const unknown = (cell) => "none" in cell.dataset;
        rows.sort(([, a], [, b]) => unknown(a) - unknown(b)
          || (up ? 1 : -1) * collator.compare(a.dataset.v ?? words(a), b.dataset.v ?? words(b)));
        table.tBodies[0].append(...rows.map(([row]) => row));
      });
      head.append(order);
    });
  }

  // --- the list of clauses ---------------------------------------------------------------------------------------------
  const list = one("#clause-form");
  if (list) {
    const documents = all("section.document-part[data-clauses]").map((section) => ({
      section, clauses: all("article.clause", section).map((node) => ({ node, text: "" })),
    }));
    const total = documents.reduce((sum, { clauses }) => sum + clauses.length, 0);
    const narrow = () => {
      const text = plain(one("#clause-text").value);
      const type = one("#clause-type").value;
      const status = one("#clause-status").value;
      const source = one("#clause-source")?.value ?? ""; // only where people looked at something
      let shown = 0;
      for (const { section, clauses } of documents) {
        let left = 0;
        for (const clause of clauses) {
          const { node } = clause;
          let fits = (!type || node.dataset.type === type) && (!status || node.dataset.code === status)
            && (!source || (node.dataset.source ?? "machine") === source);
          if (fits && text) fits = (clause.text ||= plain(words(node))).includes(text);
          if (node.hidden === fits) node.hidden = !fits;
          left += fits;
        }
        const away = left === 0 && (text || type || status || source);
        if (section.hidden !== Boolean(away)) section.hidden = Boolean(away);
        shown += left;
      }
      one("#clause-shown").textContent = shown === total ? "" : `Showing ${shown} of ${total} clauses.`;
    };
    list.addEventListener("input", narrow);
    list.addEventListener("submit", (event) => event.preventDefault());
    list.addEventListener("reset", () => setTimeout(narrow));
    // a link to a clause that is filtered away shows it
    const reveal = () => {
      const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (target && target.closest("[hidden]") && target.closest("section.document-part")) {
        list.reset();
        setTimeout(() => target.scrollIntoView());
      }
    };
    addEventListener("hashchange", reveal);
  }
})();
