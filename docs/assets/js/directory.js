// The directory's filters: counts that update, results that can be sorted, an address to share.
// The page has the filters and the first organisations; the rest is loaded when it is quiet, or at
// the first touch. Without JavaScript the page shows the plain list that is in it too.
import { answer, prepare, valuesOf } from "./directory-rows.js";
import { element, find, pagefind } from "./find.js";

const PAGE = 25;
const place = document.querySelector("[data-dalil-directory]");
if (place) start(place);

function start(place) {
  const view = parts(place);
  const state = read(view, new URLSearchParams(location.search));
  let turn = 0;

  async function update() {
    const mine = ++turn;
    try {
      if (!view.isLoaded) view.count.textContent = view.words.searching;
      const data = await load(view);
      const rows = state.q ? await matching(data, state.q) : undefined;
      if (mine === turn) draw(view, data, state, rows);
    } catch (error) {
      if (mine !== turn) return;
      view.count.textContent = view.words.unavailable;
      view.plain.classList.add("dalil-plain--needed");
      console.warn(error);
    }
  }

  function changed() {
    Object.assign(state, collect(view));
    history.replaceState(null, "", address(view, state));
    update();
  }

  function restore() {
    Object.assign(state, read(view, new URLSearchParams(location.search)));
    show(view, state);
    update();
  }

  let timer;
  view.form.addEventListener("change", changed);
  view.sort.addEventListener("change", changed);
  view.form.addEventListener("submit", (event) => event.preventDefault());
  view.query.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(changed, 200);
  });
  view.clear.addEventListener("click", () => {
    history.replaceState(null, "", location.pathname);
    restore();
  });
  window.addEventListener("popstate", restore);
  view.more.addEventListener("click", () => load(view).then((data) => drawMore(view, data)));
  show(view, state);
  view.drawer.open = !matchMedia("(max-width: 60em)").matches;
  if (location.search) update();
  else whenQuiet(() => load(view).catch(() => {}));
  place.addEventListener("focusin", () => load(view).catch(() => {}), { once: true });
}

function whenQuiet(act) {
  const wait = window.requestIdleCallback ?? ((later) => setTimeout(later, 1000));
  window.addEventListener("load", () => wait(act), { once: true });
}

/** The parts of the page that the script works on, and what it knows of them. */
function parts(place) {
  const one = (selector) => place.querySelector(selector);
  const groups = [...place.querySelectorAll("[data-filter]")].map((node) => ({
    name: node.dataset.filter,
    node,
    boxes: [...node.querySelectorAll("li")].map(facet),
  }));
  return {
    source: new URL(place.dataset.json, document.baseURI),
    words: JSON.parse(place.dataset.words),
    plain: document.querySelector("[data-dalil-plain]"),
    groups,
    drawer: one(".dalil-facets__drawer"),
    form: one("form"),
    query: one("[type=search]"),
    sort: one("select"),
    clear: one("[data-clear]"),
    count: one(".dalil-results__count"),
    list: one("ol"),
    more: one("[data-more]"),
  };
}

function facet(row) {
  const [box, label, number] = ["input", "label", "span"].map((name) => row.querySelector(name));
  return { row, box, number, label: label.firstChild.textContent.trim() };
}

/** The file of the directory, loaded once; after a failure the next touch tries again. */
function load(view) {
  view.loading ??= fetch(view.source)
    .then((found) => (found.ok ? found.json() : Promise.reject(new Error(found.statusText))))
    .then((file) => {
      view.isLoaded = true;
      return prepare(file);
    })
    .catch((error) => {
      view.loading = undefined;
      throw error;
    });
  return view.loading;
}

/** The rows that the words find, best first. */
async function matching(data, query) {
  data.rowOf ??= rowsOfPages();
  const [rowOf, results] = await Promise.all([data.rowOf, find(query)]);
  return results.map(({ id }) => rowOf.get(id)).filter((row) => row !== undefined);
}

/** Rows by the search's own names of their pages: only organisations can be sorted by name. */
async function rowsOfPages() {
  const module = await pagefind();
  const { results } = await module.search(null, { sort: { name: "asc" } });
  return new Map(results.map(({ id }, row) => [id, row]));
}

function read({ groups }, query) {
  const state = { q: query.get("q") ?? "", sort: query.get("sort") ?? "" };
  for (const { name } of groups) state[name] = query.getAll(name);
  return state;
}

function address({ groups }, state) {
  const query = new URLSearchParams();
  if (state.q) query.set("q", state.q);
  for (const { name } of groups) state[name].forEach((value) => query.append(name, value));
  if (state.sort) query.set("sort", state.sort);
  const text = query.toString();
  return text ? `${location.pathname}?${text}` : location.pathname;
}

/** The order where none is chosen. */
function usual({ q }) {
  return q ? "relevance" : "name";
}

function collect(view) {
  const state = { q: view.query.value.trim(), sort: view.sort.value };
  if (state.sort === usual(state)) state.sort = "";
  for (const { name, boxes } of view.groups) {
    state[name] = boxes.filter(({ box }) => box.checked).map(({ box }) => box.value);
  }
  return state;
}

function show(view, state) {
  view.query.value = state.q;
  view.sort.value = state.sort || usual(state);
  for (const { name, node, boxes } of view.groups) {
    for (const { box } of boxes) {
      box.checked = state[name].includes(box.value);
      if (box.checked) node.open = true;
    }
  }
}

/** Everything the page shows of a state; `matches` are the rows its words find, best first. */
function draw(view, data, state, matches) {
  const { rows, counts } = answer(data, state, inOrder(data, state, matches));
  for (const { name, boxes } of view.groups) {
    boxes.forEach(({ row, box, number }, index) => {
      const n = counts[name][index];
      if (number.textContent !== `(${n})`) number.textContent = `(${n})`;
      row.hidden = !n && !box.checked;
    });
  }
  view.sort.querySelector('[value="relevance"]').hidden = !state.q;
  if (!state.sort) view.sort.value = usual(state);
  view.count.textContent = rows.length
    ? view.words.count.replace("{n}", rows.length)
    : view.words.no_match;
  view.rows = rows;
  view.list.replaceChildren();
  drawMore(view, data);
}

/** The rows to look at, in the order that is asked for. */
function inOrder(data, state, matches) {
  const order = data.orders[state.sort || usual(state)];
  if (!matches) return order ?? data.orders.name;
  const found = new Set(matches);
  return order?.filter((row) => found.has(row)) ?? matches;
}

/** The next organisations of the answer. */
function drawMore(view, data) {
  view.rows ??= data.orders.name;
  const from = view.list.children.length;
  view.list.append(...Array.from(view.rows.slice(from, from + PAGE), (row) => card(view, data, row)));
  view.more.hidden = view.list.children.length >= view.rows.length;
}

function card(view, data, row) {
  const labels = (name) => {
    const { boxes } = view.groups.find((group) => group.name === name);
    return valuesOf(data, name, row).map((value) => boxes.find(({ box }) => box.value === value).label);
  };
  const acronym = data.acronyms[row] ? element("bdi", {}, `(${data.acronyms[row]})`) : "";
  const gloss = data.glosses[row] ? element("span", { class: "gloss" }, `[${data.glosses[row]}]`) : "";
  // A language is said only of a name in another one than the page's.
  const said = { href: `${data.keys[row]}/`, lang: data.langs[row], dir: "auto" };
  const link = element("a", said, data.names[row]);
  const about = [data.places[data.place[row]], ...labels("status")].filter(Boolean);
  return element(
    "li",
    { class: "dalil-result" },
    element("p", { class: "dalil-result__name" }, link, " ", acronym, " ", gloss),
    element("p", { class: "dalil-result__about" }, about.join(" · ")),
    element("p", { class: "dalil-result__themes" }, labels("theme").join(view.words.comma)),
  );
}
