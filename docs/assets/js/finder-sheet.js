// The answer as a file of its own, which opens without this site: links are whole addresses.

const STYLE = `
  body { font: 14px/1.5 sans-serif; max-width: 46em; margin: 1.5em auto; padding: 0 1em; }
  h2 { font-size: 1.3em; } h3 { font-size: 1.1em; border-bottom: 1px solid; } h4 { margin-bottom: 0; }
  ul, ol { padding-inline-start: 1.2em; } p { margin-block: .3em; } [hidden] { display: none; }
`;

/** Offer the answer as a download, named after the question. */
export function saveSheet(view) {
  const sheet = document.implementation.createHTMLDocument(document.title);
  sheet.documentElement.lang = document.documentElement.lang;
  sheet.documentElement.dir = document.dir || "ltr";
  sheet.head.append(node(sheet, "meta", { charset: "utf-8" }), node(sheet, "style", {}, STYLE));
  const copy = sheet.importNode(view, true);
  for (const link of copy.querySelectorAll("a[href]")) {
    link.href = new URL(link.getAttribute("href"), document.baseURI).href;
  }
  for (const part of copy.querySelectorAll("details")) part.open = true;
  for (const part of copy.querySelectorAll("button")) part.remove();
  sheet.body.append(copy, node(sheet, "p", {}, location.href));
  const text = `<!doctype html>\n${sheet.documentElement.outerHTML}`;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/html" }));
  link.download = `${new URLSearchParams(location.search).toString().replace(/[^\w]+/g, "-")}.html`;
  link.click();
  URL.revokeObjectURL(link.href);
}

function node(sheet, name, attributes, text = "") {
  const made = sheet.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
}
