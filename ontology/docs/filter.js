// Shows only the entries that hold every word typed; without a script, all of them are there.
const box = document.getElementById("filter");
const count = document.getElementById("count");
const entries = [...document.querySelectorAll(".entry")];
const texts = entries.map((entry) => entry.textContent.toLowerCase());

function filter() {
  const words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
  const wanted = new Set(entries.filter((_, i) => words.every((word) => texts[i].includes(word))));
  for (const entry of entries) {
    entry.hidden = !wanted.has(entry);
  }
  for (const section of document.querySelectorAll("main section, li.branch")) {
    section.hidden = words.length > 0 && !section.querySelector(".entry:not([hidden])");
  }
  count.textContent = words.length ? `${wanted.size} of ${entries.length} terms` : "";
}

box.closest("form").hidden = false;
box.closest("form").addEventListener("submit", (event) => event.preventDefault());
box.addEventListener("input", filter);
// A link to a term that the filter hides shows it again.
window.addEventListener("hashchange", () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target?.closest("[hidden]")) {
    box.value = "";
    filter();
    target.scrollIntoView();
  }
});
