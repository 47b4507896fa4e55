// Comfort only: every screen works without this. It asks nobody but this page's own server.
"use strict";

(() => {
  const MIB = 1024 * 1024;
  const EVERY = 2000; // ms between two looks at work that is under way
  const SPOKEN = 8000; // ms between two announcements of how far it is

  // ---- files by drop, and a word before too large a file is sent

  const said = (form, words) => {
    const line = form.querySelector("[data-said]");
    line.textContent = words;
    line.hidden = !words;
  };
  const tooLarge = (form) => {
    const most = Number(form.dataset.largest);
    const files = [...form.querySelector("input[type=file]").files];
    const large = files.filter((file) => file.size > most * MIB).map((file) => file.name);
    said(form, large.length ? `Larger than ${most} MiB: ${large.join(", ")}. Leave it out, or split it.` : "");
    return large.length > 0;
  };
  const dropped = (form, files) => {
    const input = form.querySelector("input[type=file]");
    if (!files.length || input.disabled) return;
    if (files.length > 1 && !input.multiple) {
      said(form, "Drop one file only.");
      return;
    }
    input.files = files;
    form.requestSubmit();
  };
  const drop = document.querySelector("form[data-drop]");
  if (drop) drop.addEventListener("submit", (event) => { if (tooLarge(drop)) event.preventDefault(); });
  // the whole page takes files; a browser would show one that is dropped beside the field instead of the page
  const carries = (event) => event.dataTransfer?.types.includes("Files");
  document.addEventListener("dragover", (event) => {
    if (!carries(event)) return;
    event.preventDefault();
    drop?.classList.add("over");
  });
  document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) drop?.classList.remove("over"); });
  document.addEventListener("drop", (event) => {
    if (!carries(event)) return;
    event.preventDefault();
    drop?.classList.remove("over");
    if (drop) dropped(drop, event.dataTransfer.files);
  });

  // ---- work under way: its part of the page is fetched anew, and how far it is is said now and then

  // the element in the new part of the page that had the focus in the old one
  const again = (part, old) => [...part.querySelectorAll(old.tagName)].find((one) =>
    ["id", "href", "aria-labelledby"].every((name) => one.getAttribute(name) === old.getAttribute(name)));
  let spoken = Date.now();
  const renew = async () => {
    const live = document.querySelector("[data-live=busy]");
    if (!live) return;
    const focused = live.contains(document.activeElement) ? document.activeElement : null;
    const opened = new Set([...live.querySelectorAll("details[open]")].map((one) => one.id));
    let page;
    try {
      const answer = await fetch(location.pathname + location.search.replace(/([?&])notice=[^&]*/, "$1"));
      if (!answer.ok) return;
      page = new DOMParser().parseFromString(await answer.text(), "text/html");
    } catch (error) {
      document.querySelector("[data-live-text]").textContent = "torparse does not answer any more. Start it again.";
      return;
    }
    const fresh = page.getElementById(live.id);
    if (!fresh) return;
    for (const one of fresh.querySelectorAll("details")) one.open ||= opened.has(one.id);
    live.replaceWith(fresh);
    // where it has gone, such as a button that is not needed any more: to the heading
    if (focused) (again(fresh, focused) || fresh.querySelector("[tabindex]"))?.focus({ preventScroll: true });
    const words = page.querySelector("[data-live-text]")?.textContent;
    const busy = fresh.dataset.live === "busy";
    if (words && (!busy || Date.now() > spoken + SPOKEN)) {
      document.querySelector("[data-live-text]").textContent = words;
      spoken = Date.now();
    }
    if (busy) setTimeout(renew, EVERY);
    else for (const button of document.querySelectorAll("button[data-idle]")) button.disabled = false;
  };
  setTimeout(renew, EVERY);

  // ---- focus: what went wrong, what was done, or what comes next

  const first = document.querySelector("[data-focus]") ||
    (["#notice", "#errors"].includes(location.hash) && document.querySelector(location.hash));
  if (first) first.focus();

  // ---- words selected in the document's text become the proof of a clause

  const text = document.querySelector("[data-text]");
  const proof = text?.querySelector("mark");
  if (proof) text.scrollTop = proof.getBoundingClientRect().top - text.getBoundingClientRect().top - text.clientHeight / 3;
  const offer = document.querySelector("[data-selection]");
  if (text && offer) {
    let selected = "";
    document.addEventListener("selectionchange", () => {
      const chosen = document.getSelection();
      if (!chosen.isCollapsed && text.contains(chosen.anchorNode) && text.contains(chosen.focusNode)) selected = chosen.toString().trim();
      if (selected) offer.hidden = false;
    });
    offer.querySelector("button").addEventListener("click", () => {
      const quote = document.getElementById("quote");
      quote.value = selected;
      quote.focus();
    });
  }

  // ---- another provision has other questions
  const type = document.getElementById("type");
  const questions = document.querySelector('button[name="action"][value="fields"]');
  if (type && questions) type.addEventListener("change", () => { questions.classList.add("due"); });

  // ---- Alt shortcuts: the element that says data-key="j" (k, c, s) is pressed, or followed

  const KEYS = ["j", "k", "c", "s"];
  document.addEventListener("keydown", (event) => {
    if (document.body.dataset.shortcuts === "off") return;
    if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const typed = event.key.toLowerCase();
    // Option on a Mac types another character; there the place on the keyboard counts
    const key = /^[a-z]$/.test(typed) ? typed : event.code.replace("Key", "").toLowerCase();
    const target = KEYS.includes(key) && document.querySelector(`[data-key="${key}"]:not(:disabled)`);
    if (!target) return;
    event.preventDefault();
    target.click();
  });
})();
