// "Who can help?": the question, its address, its answer. The country that is asked about is loaded
// first, then the others; from then on the page answers without a connection. Rules: finder-rules.js.
import { element } from "./find.js";
import { drawAnswer } from "./finder-answer.js";
import { load } from "./finder-data.js";
import { drawMap } from "./finder-map.js";
import { find } from "./finder-rules.js";
import { saveSheet } from "./finder-sheet.js";

const PARTS = ["need", "country", "region", "service", "theme"];
const place = document.querySelector("[data-dalil-find]");
if (place) start(place);

async function start(place) {
  const form = place.querySelector("form");
  const state = place.querySelector(".dalil-find__state");
  try {
    const { common, whole } = await load(place.dataset.json);
    form.hidden = false;
    await begin(place, form, state, common, whole);
    for (const { code } of common.countries) await whole(code);
    await Promise.allSettled([...document.fonts].map((face) => face.load())); // names in any script
    place.querySelector(".dalil-find__ready").textContent = common.words.ready;
  } catch (error) {
    if (form.hidden) state.textContent = place.dataset.failed;
    console.warn(error);
  }
}

function begin(place, form, state, data, whole) {
  const view = place.querySelector(".dalil-find__answer");
  const tools = place.querySelector(".dalil-find__tools");
  const map = place.querySelector(".dalil-find__map");
  let turn = 0;

  async function update() {
    const mine = ++turn;
    const question = collect(form);
    const answer = question.country && (question.need || question.service || question.theme);
    history.replaceState(null, "", address(question));
    if (!answer) return draw(question);
    try {
      const known = await whole(question.country);
      if (mine === turn) draw(question, known);
    } catch (error) {
      if (mine === turn) state.textContent = place.dataset.failed;
      console.warn(error);
    }
  }

  /** The answer, from what is known of its country; none while the question is not whole. */
  function draw(question, known) {
    tools.hidden = !known;
    if (!known) {
      view.replaceChildren();
      map.replaceChildren();
      state.textContent = data.words.ask;
      return;
    }
    const found = find(known.facts, question);
    drawAnswer(view, known, question, found);
    drawMap(map, known, question, choose);
    state.textContent = data.words.count.replace("{n}", offered(found));
  }

  async function updateAndGo() {
    await update();
    view.querySelector("h2")?.focus();
  }

  async function choose(region) {
    form.elements.region.value = form.elements.region.value === region ? "" : region;
    await update();
    map.querySelector(`[data-region="${region}"]`)?.focus();
  }

  form.addEventListener("change", (event) => {
    if (event.target.name === "country") fillRegions(form, data);
    update();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    updateAndGo();
  });
  view.addEventListener("click", (event) => {
    if (!event.target.closest("[data-whole-country]")) return;
    form.elements.region.value = "";
    updateAndGo();
  });
  window.addEventListener("popstate", () => {
    apply(form, data);
    update();
  });
  wireTools(tools, view, data);
  apply(form, data);
  return update();
}

function wireTools(tools, view, data) {
  const said = tools.querySelector("[role=status]");
  const on = (name, act) => tools.querySelector(`[data-${name}]`).addEventListener("click", act);
  on("print", () => window.print());
  on("save", () => saveSheet(view));
  on("copy", async () => {
    await navigator.clipboard.writeText(location.href);
    said.textContent = data.words.copied;
  });
}

/** How many organisations are offered: neither closed nor to be asked first. */
function offered({ groups }) {
  const open = groups.filter(({ name }) => !["ask", "closed"].includes(name));
  return open.reduce((sum, { items }) => sum + items.length, 0);
}

function collect(form) {
  return Object.fromEntries(PARTS.map((name) => [name, form.elements[name]?.value ?? ""]));
}

function address(question) {
  const query = new URLSearchParams();
  for (const name of PARTS) if (question[name]) query.set(name, question[name]);
  const text = query.toString();
  return text ? `${location.pathname}?${text}` : location.pathname;
}

/** The form as the address says; what it names that does not exist is left open. */
function apply(form, data) {
  const query = new URLSearchParams(location.search);
  for (const name of PARTS) {
    if (name === "region") fillRegions(form, data);
    const field = form.elements[name];
    field.value = query.get(name) ?? "";
    if (field.selectedIndex === -1) field.selectedIndex = 0;
  }
}

function fillRegions(form, data) {
  const country = data.countries.find(({ code }) => code === form.elements.country.value);
  const options = Object.entries(country?.regions ?? {}).map(([code, name]) =>
    element("option", { value: code }, name),
  );
  form.elements.region.replaceChildren(new Option(data.words.whole_country, ""), ...options);
  form.elements.region.disabled = !country;
}
