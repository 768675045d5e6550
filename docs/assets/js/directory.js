// The directory's filters: counts that update, results that can be sorted, an address to share.
// Without JavaScript the page shows the plain list that is already in it.
import { element, forms, pagefind } from "./find.js";

const GROUPS = ["country", "region", "theme", "service", "status", "evidence"];
const SORTS = ["name", "newest", "relevance"];
const PAGE = 25;
const place = document.querySelector("[data-dalil-directory]");
if (place) start(place).catch((error) => console.warn(error));

async function start(place) {
  const { words, labels } = JSON.parse(place.querySelector("script").textContent);
  const module = await pagefind();
  const view = build(words, labels);
  const state = read(new URLSearchParams(location.search));
  let turn = 0;

  async function update(shown = PAGE) {
    const mine = ++turn;
    const answer = await ask(module, state);
    const counts = await facetCounts(module, state, answer);
    const pages = await Promise.all(answer.results.slice(0, shown).map((result) => result.data()));
    if (mine !== turn) return;
    draw(view, { state, counts, pages, words, labels, total: answer.results.length });
    view.more.hidden = answer.results.length <= shown;
    view.more.onclick = () => update(shown + PAGE);
  }

  function changed() {
    Object.assign(state, collect(view));
    history.replaceState(null, "", address(state));
    update();
  }

  view.form.addEventListener("change", changed);
  view.form.addEventListener("submit", (event) => event.preventDefault());
  let timer;
  view.query.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(changed, 200);
  });
  view.clear.addEventListener("click", () => {
    Object.assign(state, read(new URLSearchParams()));
    history.replaceState(null, "", location.pathname);
    show(view, state);
    update();
  });
  window.addEventListener("popstate", () => {
    Object.assign(state, read(new URLSearchParams(location.search)));
    show(view, state);
    update();
  });
  show(view, state);
  await update();
  document.querySelector("[data-dalil-plain]").hidden = true;
  place.append(view.node);
}

function read(query) {
  const state = { q: query.get("q") ?? "", sort: query.get("sort") ?? "" };
  for (const group of GROUPS) state[group] = query.getAll(group);
  return state;
}

function address(state) {
  const query = new URLSearchParams();
  if (state.q) query.set("q", state.q);
  for (const group of GROUPS) state[group].forEach((value) => query.append(group, value));
  if (state.sort) query.set("sort", state.sort);
  const text = query.toString();
  return text ? `${location.pathname}?${text}` : location.pathname;
}

function filters(state, without) {
  const chosen = { kind: "organisations" };
  for (const group of GROUPS) {
    if (group !== without && state[group].length) chosen[group] = { any: state[group] };
  }
  return chosen;
}

/** The answer for the spelling that finds most. */
async function ask(module, state, without) {
  const options = { filters: filters(state, without) };
  const sort = state.sort || (state.q ? "relevance" : "name");
  if (sort !== "relevance") options.sort = { [sort]: sort === "newest" ? "desc" : "asc" };
  const spellings = state.q ? forms(state.q) : [null];
  const answers = await Promise.all(spellings.map((form) => module.search(form, options)));
  return answers.reduce((best, next) => (next.results.length > best.results.length ? next : best));
}

/** How many organisations each value would show, its own group's choice left out. */
async function facetCounts(module, state, answer) {
  const counts = {};
  for (const group of GROUPS) {
    const own = state[group].length ? await ask(module, state, group) : answer;
    counts[group] = own.filters[group] ?? {};
  }
  return counts;
}

function build(words, labels) {
  const query = element("input", { type: "search", name: "q", maxlength: 120, id: "directory-q" });
  const sort = element(
    "select",
    { name: "sort", id: "directory-sort" },
    ...SORTS.map((name) => element("option", { value: name }, words[`sort_${name}`])),
  );
  const groups = Object.fromEntries(GROUPS.map((group) => [group, facet(group, words, labels)]));
  const clear = element("button", { type: "button", class: "md-button" }, words.clear);
  const form = element(
    "form",
    { class: "dalil-facets", "aria-label": words.filters },
    element("label", { for: "directory-q" }, words.within),
    query,
    ...Object.values(groups).map((group) => group.node),
    clear,
  );
  const count = element("p", { class: "dalil-results__count", role: "status" });
  const list = element("ol", { class: "dalil-results__list" });
  const more = element("button", { type: "button", class: "md-button" }, words.more);
  const top = element(
    "div",
    { class: "dalil-results__top" },
    count,
    element("label", { for: "directory-sort" }, words.sort, " ", sort),
  );
  const results = element("div", { class: "dalil-results" }, top, list, more);
  sort.setAttribute("form", "directory-form");
  form.id = "directory-form";
  const narrow = matchMedia("(max-width: 60em)").matches;
  const drawer = element(
    "details",
    { class: "dalil-facets__drawer", open: narrow ? undefined : "open" },
    element("summary", {}, words.filters),
    form,
  );
  sort.addEventListener("change", () => form.dispatchEvent(new Event("change")));
  const node = element("div", { class: "dalil-directory" }, drawer, results);
  return { node, form, query, sort, groups, count, list, more, clear };
}

function facet(group, words, labels) {
  const boxes = {};
  const rows = Object.entries(labels[group]).map(([value, label]) => {
    const id = `facet-${group}-${value}`;
    const box = element("input", { type: "checkbox", name: group, value, id });
    const number = element("span", { class: "dalil-facets__number" });
    const row = element("li", {}, box, element("label", { for: id }, label, " ", number));
    boxes[value] = { box, number, row };
    return row;
  });
  const open = ["country", "theme", "service"].includes(group) ? "open" : undefined;
  const node = element(
    "details",
    { class: "dalil-facets__group", open },
    element("summary", {}, words[group]),
    element("ul", {}, ...rows),
  );
  return { node, boxes };
}

function collect(view) {
  const state = { q: view.query.value.trim(), sort: view.sort.value };
  if (state.sort === (state.q ? "relevance" : "name")) state.sort = "";
  for (const [name, group] of Object.entries(view.groups)) {
    const chosen = Object.entries(group.boxes).filter(([, entry]) => entry.box.checked);
    state[name] = chosen.map(([value]) => value);
  }
  return state;
}

function show(view, state) {
  view.query.value = state.q;
  view.sort.value = state.sort || (state.q ? "relevance" : "name");
  for (const [name, group] of Object.entries(view.groups)) {
    for (const [value, entry] of Object.entries(group.boxes)) {
      entry.box.checked = state[name].includes(value);
      if (entry.box.checked) group.node.open = true;
    }
  }
}

function draw(view, { state, counts, pages, words, total }) {
  for (const [name, group] of Object.entries(view.groups)) {
    for (const [value, { box, number, row }] of Object.entries(group.boxes)) {
      const found = counts[name][value] ?? 0;
      number.textContent = `(${found})`;
      row.hidden = !found && !box.checked;
    }
  }
  view.sort.querySelector('[value="relevance"]').hidden = !state.q;
  if (!state.sort) view.sort.value = state.q ? "relevance" : "name";
  view.count.textContent = total ? words.count.replace("{n}", total) : words.no_match;
  view.list.replaceChildren(...pages.map(card));
}

function card({ url, meta }) {
  const acronym = meta.acronym ? element("bdi", {}, `(${meta.acronym})`) : "";
  const gloss = meta.gloss ? element("span", { class: "gloss" }, `[${meta.gloss}]`) : "";
  const link = element("a", { href: url, dir: "auto" }, meta.title ?? "");
  return element(
    "li",
    { class: "dalil-result" },
    element("p", { class: "dalil-result__name" }, link, " ", acronym, " ", gloss),
    element("p", { class: "dalil-result__about" }, [meta.place, meta.status].filter(Boolean).join(" · ")),
    element("p", { class: "dalil-result__themes" }, meta.themes ?? ""),
  );
}
