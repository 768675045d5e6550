// The answer to "Who can help?" as elements: organisations by place with their reasons, then the
// mechanisms and provisions that apply. Texts come from the records and are never markup.
import { element } from "./find.js";
import { marks, regionNames, say } from "./finder-words.js";

const UP = "../";
const FEW = 5;
const ON_SHEET = 6;
const QUIET = ["closed"];

/** Fill `view` with the answer. */
export function drawAnswer(view, data, question, found) {
  const { words } = data;
  const parts = [heading(data, question)];
  const names = found.groups.map(({ name }) => name);
  const offered = names.filter((name) => !["ask", "closed"].includes(name));
  if (question.region && !names.includes("local")) {
    const region = regionNames(data)[question.region];
    parts.push(element("p", { class: "dalil-notice" }, words.not_local.replace("{region}", region)));
  }
  if (!offered.length) parts.push(element("p", { class: "dalil-notice" }, words.nothing));
  let order = 0;
  for (const group of found.groups) {
    parts.push(drawGroup(data, question, group, order));
    order += group.items.length;
  }
  if (found.n_elsewhere) parts.push(elsewhere(words, found.n_elsewhere));
  const law = [drawMechanisms(data, found.mechanisms), drawProvisions(data, found.provisions)];
  parts.push(element("div", { class: "dalil-find__beside" }, ...law));
  const hidden = Math.max(0, order - ON_SHEET);
  parts.push(foot(words, hidden));
  view.replaceChildren(...parts);
}

function heading(data, question) {
  const { words, labels } = data;
  const country = data.countries.find(({ code }) => code === question.country);
  const asked = [
    labels.needs[question.need],
    labels.themes[question.theme],
    labels.services[question.service],
  ].filter(Boolean);
  const where = [regionNames(data)[question.region], country.name].filter(Boolean);
  return element(
    "header",
    {},
    element("h2", { tabindex: -1 }, `${asked.join(" · ")} — ${where.join(words.comma)}`),
    element("p", { class: "place" }, `${words.as_of.replace("{date}", data.today)} · ${words.no_endorsement}`),
  );
}

function foot(words, hidden) {
  const more = hidden ? `${words.more_on_site.replace("{n}", hidden)} · ` : "";
  const address = element("bdi", { dir: "ltr" }, decodeURI(location.href));
  return element("p", { class: "dalil-find__foot" }, more, address);
}

function elsewhere(words, n) {
  const button = element("button", { type: "button", class: "md-button", "data-whole-country": true }, words.show_country);
  return element("p", { class: "dalil-find__elsewhere" }, `${words.elsewhere.replace("{n}", n)} `, button);
}

function drawGroup(data, question, group, before) {
  const { words } = data;
  const regions = group.regions.map((code) => regionNames(data)[code]).join(words.comma);
  const title = words[`in_${group.name}`].replace("{regions}", regions);
  const note =
    group.name === "near"
      ? `${words.squares.replace("{n}", group.distance)} · ${words.near_note}`
      : "";
  const items = group.items.map((item, index) => {
    const isBeyond = before + index >= ON_SHEET;
    return QUIET.includes(group.name)
      ? quietItem(data, item, isBeyond)
      : drawItem(data, question, item, isBeyond);
  });
  return element(
    "section",
    { class: `dalil-find__group dalil-find__group--${group.name}` },
    element("h3", {}, title),
    note ? element("p", { class: "place" }, note) : "",
    element("ol", {}, ...items),
  );
}

function name(data, key) {
  const about = data.organisations[key];
  const link = element("a", { href: `${UP}organisations/${key}/`, ...marks(about) }, about.text);
  const acronym = about.acronym ? element("bdi", {}, `(${about.acronym})`) : "";
  const gloss = about.gloss ? element("span", { class: "gloss" }, `[${about.gloss}]`) : "";
  return [link, " ", acronym, " ", gloss];
}

/** A closed organisation: its name and that it is closed, nothing to turn to. */
function quietItem(data, item, isBeyond) {
  const said = item.cautions.filter(([code]) => code === "status").map((it) => say(data, "caution", it, item.key));
  return element(
    "li",
    { class: "dalil-find__item", "data-beyond": isBeyond },
    element("p", {}, ...name(data, item.key), ` ${said.join(" · ")}`),
  );
}

function drawItem(data, question, item, isBeyond) {
  const { words } = data;
  const about = data.organisations[item.key];
  const cautions = item.cautions.map((it) => element("li", {}, say(data, "caution", it, item.key)));
  return element(
    "li",
    { class: "dalil-find__item", "data-beyond": isBeyond },
    element("h4", {}, ...name(data, item.key)),
    about.place ? element("p", { class: "place" }, about.place) : "",
    element(
      "ul",
      { class: "dalil-find__why", "aria-label": words.because },
      ...item.reasons.map((it) => element("li", {}, say(data, "reason", it, item.key))),
    ),
    cautions.length
      ? element("ul", { class: "dalil-find__care", "aria-label": words.careful }, ...cautions)
      : "",
    facts(words, about),
    ...relations(words, about, question.region),
  );
}

function facts(words, about) {
  const languages = about.languages?.join(words.comma);
  const age = about.newest ? `${words.newest}${words.colon}${about.newest}` : "";
  return element(
    "dl",
    {},
    ...line(words.contact, ...contacts(words, about.contact ?? [])),
    ...line(words.evidence, [about.evidence, age].filter(Boolean).join(words.comma)),
    ...line(words.languages, languages ?? element("span", { class: "dalil-find__blank" }, words.not_recorded)),
  );
}

function line(label, ...values) {
  return [element("dt", {}, label), element("dd", {}, ...values)];
}

function contacts(words, channels) {
  if (!channels.length) return [words.no_contact];
  return channels.flatMap(({ kind, text, href }, index) => [
    index ? " · " : "",
    `${words[kind]}${words.colon}`,
    href
      ? element("a", { href, dir: "ltr", rel: "noopener noreferrer nofollow" }, text)
      : element("bdi", { dir: "ltr" }, text),
  ]);
}

/** The two relations that matter most here: in the region first, then with the prosecution. */
function relations(words, about, region) {
  const all = about.relations ?? [];
  if (!all.length) return [];
  const weight = (it) => (it.regions?.includes(region) ? 2 : 0) + (it.prosecution ? 1 : 0);
  const shown = [...all].sort((one, other) => weight(other) - weight(one)).slice(0, 2);
  const rows = shown.map((it) =>
    element(
      "li",
      {},
      element("strong", {}, [it.kind, it.with, it.when].filter(Boolean).join(" · ")),
      " ",
      element("span", marks(it), it.text),
    ),
  );
  const more = all.length > shown.length ? words.more_relations.replace("{n}", all.length - shown.length) : "";
  return [
    element("p", { class: "dalil-find__label" }, words.relations),
    element("ul", { class: "dalil-find__relations" }, ...rows),
    more ? element("p", { class: "place dalil-find__more" }, more) : "",
  ];
}

function drawMechanisms(data, keys) {
  const { words } = data;
  const withProsecution = new Set(
    data.facts.meetings.filter((it) => it.has_prosecution).map((it) => it.key),
  );
  const rows = keys.map((key) => {
    const about = data.mechanisms[key];
    const beside = [withProsecution.has(key) ? words.has_prosecution : "", about.rules].filter(Boolean);
    return element(
      "li",
      {},
      element("a", { href: `${UP}mechanisms/${key}/`, ...marks(about) }, about.text),
      beside.length ? element("span", { class: "place" }, ` ${beside.join(" · ")}`) : "",
      element("p", marks(about.role), about.role.text),
    );
  });
  return list(words, words.mechanisms, rows, words.no_mechanisms, "mechanisms");
}

function drawProvisions(data, ids) {
  const { words } = data;
  const standing = new Map(data.facts.rules.map((it) => [it.id, it.standing]));
  const rows = ids.map((id) => {
    const it = data.provisions[id];
    const from = [it.article, it.where, standing.get(id) === "later" ? words.later : ""].filter(Boolean);
    return element(
      "li",
      {},
      element("span", { class: `dalil-effect dalil-effect--${it.effect}` }, it.effect_label),
      " ",
      element("span", marks(it), it.text),
      " ",
      element("a", { href: `${UP}legislation/${it.key}/`, ...marks(it.law) }, it.law.text),
      from.length ? `${words.comma}${from.join(words.comma)}` : "",
    );
  });
  return list(words, words.provisions, rows, words.no_provisions, "provisions");
}

/** A section with its first few rows in view, the others a click away. */
function list(words, title, rows, none, kind) {
  const rest = rows.slice(FEW);
  const more = rest.length
    ? element("details", {}, element("summary", {}, words.more.replace("{n}", rows.length)), element("ul", {}, ...rest))
    : "";
  return element(
    "section",
    { class: `dalil-find__law dalil-find__law--${kind}` },
    element("h3", {}, title),
    rows.length ? element("ul", {}, ...rows.slice(0, FEW)) : element("p", {}, none),
    more,
  );
}
