// The search box in the header. Without JavaScript its form leads to the directory.
import { element, find } from "./find.js";

const SHOWN = 10;
const box = document.querySelector(".dalil-search");
if (box) start(box);

function start(box) {
  const words = JSON.parse(box.dataset.words);
  const part = (name) => box.querySelector(`.dalil-search__${name}`);
  const [input, panel, list, count] = ["input", "panel", "results", "count"].map(part);
  let turn = 0;

  async function update() {
    const query = input.value.trim();
    const mine = ++turn;
    panel.hidden = query.length < 2;
    if (panel.hidden) return;
    count.textContent = words.searching;
    try {
      const results = await find(query);
      const pages = await Promise.all(results.slice(0, SHOWN).map((result) => result.data()));
      if (mine !== turn) return;
      list.replaceChildren(...pages.map(item));
      count.textContent = results.length
        ? words.results.replace("{n}", results.length)
        : words.none;
    } catch (error) {
      if (mine === turn) count.textContent = words.unavailable;
      console.warn(error);
    }
  }

  function open(state) {
    box.classList.toggle("dalil-search--open", state);
    part("open").setAttribute("aria-expanded", String(state));
    if (state) input.focus();
    else panel.hidden = true;
  }

  let timer;
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(update, 120);
  });
  input.addEventListener("focus", () => input.value && update());
  part("open").addEventListener("click", () => open(true));
  part("close").addEventListener("click", () => {
    input.value = "";
    open(false);
  });
  box.addEventListener("keydown", (event) => move(event, input, list, open));
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      open(true);
    }
  });
  document.addEventListener("click", (event) => {
    if (!box.contains(event.target)) open(false);
  });
}

/** Arrow keys go through the results, Escape leaves. */
function move(event, input, list, open) {
  if (event.key === "Escape") {
    open(false);
    input.blur();
    return;
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const stops = [input, ...list.querySelectorAll("a")];
  const next = stops.indexOf(document.activeElement) + step;
  stops[Math.max(0, Math.min(stops.length - 1, next))].focus();
}

function item({ url, meta }) {
  const name = element("span", { class: "dalil-search__name", dir: "auto" }, meta.title ?? "");
  const acronym = meta.acronym ? element("bdi", { class: "dalil-search__acronym" }, meta.acronym) : "";
  const head = element("span", { class: "dalil-search__head" }, name, acronym);
  const about = [meta.kind, meta.place].filter(Boolean).join(" · ");
  return element(
    "li",
    {},
    element(
      "a",
      { href: url },
      head,
      element("span", { class: "dalil-search__about" }, about),
      element("span", { class: "dalil-search__summary", dir: "auto" }, meta.summary ?? ""),
    ),
  );
}
