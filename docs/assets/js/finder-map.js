// The tile map beside the question: one equal square a region, laid out roughly as on the ground.
// The same drawing as macros/tiles.py and templates/blocks/region-map.html. West stays left in every language.
import { find, placesOf } from "./finder-rules.js";

const SVG = "http://www.w3.org/2000/svg";
const SIZE = 72;
const STEP = 76;

/** Draw the country's regions with the number of organisations that answer the question there. */
export function drawMap(place, data, question, choose) {
  const country = data.countries.find(({ code }) => code === question.country);
  const regions = Object.entries(country.regions).filter(([code]) => code in data.facts.tiles);
  if (!regions.length) return place.replaceChildren();
  const counts = countByRegion(data.facts, question);
  const squares = regions.map(([code]) => data.facts.tiles[code]);
  const columns = Math.max(...squares.map(([x]) => x)) + 1;
  const rows = Math.max(...squares.map(([, y]) => y)) + 1;
  const picture = svg("svg", {
    viewBox: `0 0 ${columns * STEP} ${rows * STEP}`,
    class: "dalil-tiles__map",
    role: "group",
    "aria-label": data.words.map,
    style: `--columns: ${columns}`,
  });
  for (const [code, name] of regions) {
    const n = counts.get(code) ?? 0;
    picture.append(tile(code, name, n, data, question.region === code, choose));
  }
  place.replaceChildren(picture);
}

/** Offered organisations by region of their seat or work, those of the whole country left out. */
function countByRegion(facts, question) {
  const counts = new Map();
  const answer = find(facts, { ...question, region: "" });
  const helpers = new Map(facts.helpers.map((helper) => [helper.key, helper]));
  for (const { name, items } of answer.groups) {
    if (name !== "country") continue;
    for (const { key } of items) {
      for (const code of placesOf(helpers.get(key))) counts.set(code, (counts.get(code) ?? 0) + 1);
    }
  }
  return counts;
}

function tile(code, name, n, data, isChosen, choose) {
  const [x, y] = data.facts.tiles[code];
  const said = data.words.choose_region.replace("{name}", name).replace("{n}", n);
  const node = svg("g", {
    class: `dalil-tiles__tile dalil-tiles__tile--${level(n)}`,
    transform: `translate(${x * STEP + 2} ${y * STEP + 2})`,
    role: "button",
    tabindex: 0,
    "aria-label": said,
    "aria-pressed": isChosen,
    "data-region": code,
  });
  node.append(svg("title", {}, said), svg("rect", { width: SIZE, height: SIZE, rx: 4 }));
  const word = (y, part, text) => svg("text", { x: SIZE / 2, y, class: `dalil-tiles__${part}` }, text);
  const lines = data.lines[code].map((line, index) => word(17 + index * 12, "name", line));
  node.append(...lines, word(26, "code", code.split("-")[1]), word(63, "number", String(n)));
  node.addEventListener("click", () => choose(code));
  node.addEventListener("keydown", (event) => {
    if (!["Enter", " "].includes(event.key)) return;
    event.preventDefault();
    choose(code);
  });
  return node;
}

/** Five tones: none, one, two or three, four to seven, eight and more. */
function level(n) {
  return n < 2 ? n : n < 4 ? 2 : n < 8 ? 3 : 4;
}

function svg(name, attributes, text) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  if (text) node.textContent = text;
  return node;
}
