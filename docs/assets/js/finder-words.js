// The words of "Who can help?": reasons, cautions and names, from what the page has loaded.

const VOCABULARIES = {
  themes: "themes",
  services: "services",
  helpful: "services",
  wide: "scopes",
  status: "statuses",
};

/** A reason or caution about an organisation, in words. */
export function say(data, kind, [code, values], key) {
  const list = code === "old" ? [data.organisations[key].newest] : named(data, code, values);
  return data.words[`${kind}_${code}`].replace("{list}", list.join(data.words.comma));
}

function named(data, code, values) {
  const { labels, words } = data;
  if (code in VOCABULARIES) return values.map((it) => labels[VOCABULARIES[code]][it]);
  if (code !== "area") return values.map((it) => regionNames(data)[it]);
  const areas = values.filter((_, index) => index % 2 === 0);
  return areas.map((area, index) => {
    const status = labels.statuses[values[2 * index + 1]];
    return `${labels.areas[area]}${words.colon}${status}`;
  });
}

/** The names of all regions, by code. */
export function regionNames(data) {
  data.regionNames ??= Object.assign({}, ...data.countries.map(({ regions }) => regions));
  return data.regionNames;
}

/** Attributes that mark a text which is not in the page's language. */
export function marks({ lang, dir }) {
  return lang ? { lang, dir } : {};
}
