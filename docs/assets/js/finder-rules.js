// The rules of "Who can help?", the same as macros/finder/rules.py and reasons.py: whoever changes
// one changes both. tests/finder/cases.json holds what both must answer.

const WIDE = ["national", "regional", "international"];
const GONE = ["closed", "merged"];
const UNKNOWN = 99;
const OPEN = { need: "", service: "", theme: "", country: "", region: "" };

/** The answer to a question: groups of organisations, each with its reasons, and what applies. */
export function find(facts, asked) {
  const question = { ...OPEN, ...asked };
  const need = facts.needs.find((it) => it.key === question.need);
  if (question.need && !need) return { groups: [], n_elsewhere: 0, mechanisms: [], provisions: [] };
  const placed = facts.helpers
    .filter((helper) => fits(helper, need, question))
    .map((helper) => place(helper, question.region, facts.tiles));
  const { groups, n_elsewhere } = grouped(placed, question.region, facts.tiles);
  return {
    groups: groups.map(([name, regions, members]) => ({
      name,
      regions,
      distance: members[0].distance,
      items: items(members, need, question),
    })),
    n_elsewhere,
    mechanisms: meetings(facts, need, question),
    provisions: rules(facts, need, question),
  };
}

/** The regions of an organisation's seat and of its work. */
export function placesOf(helper) {
  return [...new Set([helper.region, ...helper.areas])].filter(Boolean);
}

function fits(helper, need, question) {
  if (question.country && helper.country !== question.country) return false;
  if (question.service && !helper.services.includes(question.service)) return false;
  if (question.theme && !helper.themes.includes(question.theme)) return false;
  if (!need) return true;
  return shared(helper.themes, need.themes) + shared(helper.services, need.services) > 0;
}

function shared(there, wanted) {
  return there.filter((it) => wanted.includes(it)).length;
}

function place(helper, region, tiles) {
  const places = placesOf(helper);
  if (!region) return { helper, tier: "country", distance: 0 };
  if (places.includes(region)) return { helper, tier: "local", distance: 0 };
  if (WIDE.includes(helper.scope)) return { helper, tier: "national", distance: 0 };
  if (!places.length) return { helper, tier: "unplaced", distance: 0 };
  const distance = Math.min(...places.map((it) => steps(region, it, tiles)));
  return { helper, tier: "elsewhere", distance };
}

function steps(one, other, tiles) {
  if (!(one in tiles) || !(other in tiles)) return UNKNOWN;
  const [[x, y], [u, v]] = [tiles[one], tiles[other]];
  return Math.max(Math.abs(x - u), Math.abs(y - v));
}

function grouped(placed, region, tiles) {
  const active = placed.filter((it) => it.helper.status === "active");
  const others = placed.filter((it) => it.helper.status !== "active" && it.tier !== "elsewhere");
  const at = (tier) => active.filter((it) => it.tier === tier);
  const [local, elsewhere] = [at("local"), at("elsewhere")];
  const reach = Math.min(UNKNOWN, ...elsewhere.map((it) => it.distance));
  const nextBest = local.length ? [] : elsewhere.filter((it) => it.distance === reach);
  const near = reach < UNKNOWN ? nextBest : [];
  const groups = [
    ["country", [], at("country")],
    ["local", [region], local],
    ["near", nearest(near, region, tiles), near],
    ["national", [], at("national")],
    ["elsewhere", [], near.length ? [] : nextBest],
    ["unplaced", [], at("unplaced")],
    ["ask", [], others.filter((it) => !GONE.includes(it.helper.status))],
    ["closed", [], others.filter((it) => GONE.includes(it.helper.status))],
  ];
  return {
    groups: groups.filter(([, , members]) => members.length),
    n_elsewhere: elsewhere.length - nextBest.length,
  };
}

function nearest(near, region, tiles) {
  const codes = near.flatMap((it) =>
    placesOf(it.helper).filter((code) => steps(region, code, tiles) === it.distance),
  );
  return [...new Set(codes)].sort();
}

function items(members, need, question) {
  const keyed = members.map((it) => [order(it.helper, need), it]);
  keyed.sort(([one], [other]) => compare(one, other));
  return keyed.map(([, it]) => ({
    key: it.helper.key,
    reasons: [...what(it.helper, need, question), ...where(it, question), ...withWhom(it.helper)],
    cautions: cautions(it.helper, need),
  }));
}

function order(helper, need) {
  const wanted = need ? [...need.services, ...need.helpful] : [];
  return [
    helper.is_old,
    -shared(helper.services, wanted),
    -shared(helper.themes, need?.themes ?? []),
    !helper.with_prosecution,
    !helper.cooperates,
    -helper.evidence,
    helper.key,
  ];
}

function compare(one, other) {
  const at = one.findIndex((value, index) => value !== other[index]);
  if (at < 0) return 0;
  return one[at] < other[at] ? -1 : 1;
}

function what(helper, need, question) {
  const themes = [...(need?.themes ?? []), question.theme];
  const services = [...(need?.services ?? []), question.service];
  const helpful = (need?.helpful ?? []).filter((it) => !services.includes(it));
  const found = [
    ["themes", helper.themes.filter((it) => themes.includes(it))],
    ["services", helper.services.filter((it) => services.includes(it))],
    ["helpful", helper.services.filter((it) => helpful.includes(it))],
  ];
  return found.filter(([, values]) => values.length);
}

function where({ helper, tier }, { region }) {
  if (tier === "local") return [[helper.region === region ? "seat" : "serves", [region]]];
  const found = [];
  const isWide = WIDE.includes(helper.scope) && ["country", "national"].includes(tier);
  if (isWide) found.push(["wide", [helper.scope]]);
  const places = placesOf(helper);
  if (places.length) found.push(["places", places]);
  return found.length ? found : [["unplaced", []]];
}

function withWhom(helper) {
  if (helper.with_prosecution) return [["prosecution", []]];
  return helper.cooperates ? [["authorities", []]] : [];
}

function cautions(helper, need) {
  const wanted = need ? [...need.services, ...need.helpful] : [];
  const found = [];
  if (helper.status !== "active") found.push(["status", [helper.status]]);
  if (helper.area_statuses.length) found.push(["area", helper.area_statuses.flat()]);
  if (wanted.length && !shared(helper.services, wanted)) found.push(["no-service", []]);
  if (!helper.newest) found.push(["undated", []]);
  else if (helper.is_old) found.push(["old", [helper.newest]]);
  if (helper.evidence === 0) found.push(["single", []]);
  return found;
}

function meetings(facts, need, question) {
  const topics = need ? need.topics : [question.theme];
  const found = facts.meetings.filter(
    (it) => ["", it.country].includes(question.country) && shared(it.topics, topics),
  );
  const keyed = found.map((it) => [[!it.has_prosecution, -shared(it.topics, topics), it.key], it]);
  keyed.sort(([one], [other]) => compare(one, other));
  return keyed.map(([, it]) => it.key);
}

function rules(facts, need, question) {
  if (!need) return [];
  const found = facts.rules
    .filter((it) => ["", it.country].includes(question.country))
    .map((it) => [[it.standing !== "now", rankOf(it, need)], it.id])
    .filter(([[, rank]]) => rank >= 0);
  found.sort(([one], [other]) => compare(one, other));
  return found.map(([, id]) => id);
}

/** The place of a provision's subject among those of a need; -1 where it has no bearing. */
function rankOf(rule, need) {
  return need.laws.findIndex(
    ({ subject, concerns }) =>
      rule.subject === subject && (!concerns.length || concerns.includes(rule.concern)),
  );
}
