// Search with suggestions over names and aliases (the combobox pattern of WAI-ARIA 1.2).

import { announce, byId, el, fill, shortened, words } from "./dom.js";
import { classSign } from "./paint.js";

/** @typedef {import("./cards.js").Page} Page */
/** @typedef {{id: number, name: string, alias: string | null}} Found */

const NAMES_SHOWN = 8;

/** Small letters without accents, so that names can be typed on any keyboard. @param {string} text */
export function folded(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Entities by name or alias: those that begin with the words first, then the important. @param {import("./model.js").Model} model @param {string} query @returns {Found[]} */
export function findNames(model, query) {
  const wanted = folded(query.trim());
  if (!wanted) return [];
  const found = [];
  for (const entity of model.entities) {
    const names = [entity.name, ...entity.aliases, ...entity.misspellings];
    const ranks = names.map((name) => rank(folded(name.slice(0, 300)), wanted));
    const best = Math.min(...ranks);
    if (best < 3) found.push({ id: entity.id, name: entity.name, alias: ranks[0] === best ? null : names[ranks.indexOf(best)], best, importance: entity.importance });
  }
  return found.sort((a, b) => a.best - b.best || b.importance - a.importance || a.id - b.id);
}

/** @param {string} name @param {string} wanted @returns {number} */
function rank(name, wanted) {
  if (name.startsWith(wanted)) return 0;
  const at = name.indexOf(wanted);
  return at < 0 ? 3 : /[\p{L}\p{N}]/u.test(name[at - 1]) ? 2 : 1;
}

/** @param {Page} page */
export function setUpSearch(page) {
  const input = /** @type {HTMLInputElement} */ (byId("query"));
  const list = byId("suggestions");
  /** @type {Found[]} */
  let found = [];
  let active = -1;

  const close = () => {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const choose = (/** @type {Found} */ one) => {
    close();
    input.value = "";
    page.choose("entity", String(one.id));
  };
  const point = (/** @type {number} */ to) => {
    active = (to + found.length) % found.length;
    [...list.children].forEach((option, i) => option.setAttribute("aria-selected", String(i === active)));
    input.setAttribute("aria-activedescendant", `suggestion-${active}`);
  };
  const show = () => {
    const all = findNames(page.model, input.value);
    found = all.slice(0, NAMES_SHOWN);
    fill(list, found.map((one, i) => option(page, one, i, () => choose(one))), input.value.trim() && !found.length ? el("li", { className: "none", role: "option", "aria-disabled": "true", "aria-selected": "false" }, "No name like this") : null);
    list.hidden = !input.value.trim();
    active = -1;
    input.setAttribute("aria-expanded", String(!list.hidden));
    input.removeAttribute("aria-activedescendant");
    if (input.value.trim()) announce(found.length ? `${all.length} ${all.length === 1 ? "name" : "names"} found` : "No match");
  };
  input.addEventListener("input", show);
  input.addEventListener("blur", () => setTimeout(close, 150));
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { close(); input.value = ""; event.stopPropagation(); }
    else if (event.key === "Enter" && found.length && !list.hidden) choose(found[Math.max(active, 0)]);
    else if (event.key === "ArrowDown" && found.length) point(active + 1);
    else if (event.key === "ArrowUp" && found.length) point(active < 0 ? found.length - 1 : active - 1);
    else return;
    event.preventDefault();
  });
}

/** @param {Page} page @param {Found} one @param {number} i @param {() => void} choose */
function option(page, one, i, choose) {
  return el("li", { id: `suggestion-${i}`, role: "option", "aria-selected": "false", onmousedown: (/** @type {Event} */ e) => { e.preventDefault(); choose(); } },
    classSign(page.model, page.model.entities[one.id].type, page.paint()), words(shortened(one.name, 60)), one.alias ? el("span", { className: "quiet" }, " also ", words(shortened(one.alias, 40))) : null);
}
