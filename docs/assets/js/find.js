// Finding pages with Pagefind, the same for the header's search box and the directory.
// Folding follows macros/text.py: what is typed and what is indexed are folded alike.

export const root = new URL(
  document.querySelector('meta[name="dalil-root"]').content + "/",
  document.baseURI,
);

const MARKS =
  /[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200c-\u200f\u202a-\u202e\u2066-\u2069]/g;
const LETTERS = { "ٱ": "ا", "ى": "ي", "ة": "ه", "گ": "ك", "ڭ": "ك", "پ": "ب", "ڤ": "ف" };
const ARTICLE = /(^|[^\p{L}\p{N}_])(?:وال|بال|كال|فال|لل|ال)(?=[\p{L}\p{N}_]{3})/gu;

export function fold(text) {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/\p{M}/gu, "")
    .replace(MARKS, "")
    .replace(/[ٱىةگڭپڤ]/g, (letter) => LETTERS[letter]);
}

export function withoutArticle(folded) {
  return folded.replace(ARTICLE, "$1");
}

/** The spellings to look for, as typed first. */
export function forms(query) {
  const typed = query.trim().slice(0, 120);
  const folded = fold(typed);
  return [...new Set([typed, folded, withoutArticle(folded)])].filter(Boolean);
}

let engine;

/** Pagefind, loaded when first needed. */
export function pagefind() {
  engine ??= import(new URL("pagefind/pagefind.js", root).href).then(async (module) => {
    await module.options({ baseUrl: root.pathname });
    await module.init();
    return module;
  });
  return engine;
}

/** Results for every spelling, best first, each page once. */
export async function find(query, options = {}) {
  const module = await pagefind();
  const answers = await Promise.all(forms(query).map((form) => module.search(form, options)));
  const best = new Map();
  for (const answer of answers) {
    for (const result of answer.results) {
      const known = best.get(result.id);
      if (!known || known.score < result.score) best.set(result.id, result);
    }
  }
  return [...best.values()].sort((a, b) => b.score - a.score);
}

/** An element with text (never markup) and attributes. */
export function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== "" && value !== false) node.setAttribute(key, value);
  }
  node.append(...children.filter((child) => child !== undefined && child !== ""));
  return node;
}
