// The list of practices: three filters over what the page already shows, and an address to share.
// Without JavaScript the whole list stands there, grouped by form.
const place = document.querySelector("[data-dalil-practices]");
if (place) start(place);

function start(place) {
  const form = place.querySelector("form");
  const rows = [...place.querySelectorAll("li[data-form]")];
  const count = place.querySelector("[data-count]");
  const digits = new Intl.NumberFormat("en", { useGrouping: false });

  function read() {
    const query = new URLSearchParams(location.search);
    for (const select of form.querySelectorAll("select")) {
      const wanted = query.get(select.name) ?? "";
      select.value = [...select.options].some((it) => it.value === wanted) ? wanted : "";
    }
  }

  function apply() {
    const wanted = [...new FormData(form)].filter(([, value]) => value);
    for (const row of rows) {
      row.hidden = !wanted.every(([name, value]) => row.dataset[name].split(" ").includes(value));
    }
    for (const section of place.querySelectorAll("section")) {
      section.hidden = ![...section.querySelectorAll("li[data-form]")].some((it) => !it.hidden);
    }
    const shown = rows.filter((row) => !row.hidden).length;
    count.textContent = digits.format(shown);
    place.querySelector("[data-none]").hidden = shown > 0;
    return wanted;
  }

  function changed() {
    const query = new URLSearchParams(apply()).toString();
    history.replaceState(null, "", query ? `?${query}` : location.pathname);
  }

  form.hidden = false;
  form.addEventListener("change", changed);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(changed));
  window.addEventListener("popstate", () => {
    read();
    apply();
  });
  read();
  apply();
}
