// Search with suggestions over names and aliases (the combobox pattern of WAI-ARIA 1.2).

import { announce, byId, el, fill, shortened, words } from "./dom.js";
import { classSign } from "./icons.js";

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
  const search = new Search(page);
  search.input.addEventListener("input", () => search.show());
  search.input.addEventListener("blur", () => setTimeout(() => search.close(), 150));
  search.input.addEventListener("keydown", (event) => {
    if (search.key(event)) event.preventDefault();
  });
}

class Search {
  /** @param {Page} page */
  constructor(page) {
    this.page = page;
    this.input = /** @type {HTMLInputElement} */ (byId("query"));
    this.list = byId("suggestions");
    /** @type {Found[]} */
    this.found = [];
    this.active = -1;
  }

  /** Suggest what fits the letters typed so far. */
  show() {
    const typed = this.input.value.trim();
    const all = findNames(this.page.model, typed);
    this.found = all.slice(0, NAMES_SHOWN);
    const none = el("li", { className: "none", role: "option", "aria-disabled": "true", "aria-selected": "false" }, "No name like this");
    fill(this.list, this.found.map((one, i) => suggestion(this.page, one, i, () => this.choose(one))), typed && !all.length ? none : null);
    this.open(Boolean(typed));
    if (typed) announce(all.length ? `${all.length} ${all.length === 1 ? "name" : "names"} found` : "No match");
  }

  /** @param {boolean} open */
  open(open) {
    this.list.hidden = !open;
    this.active = -1;
    this.input.setAttribute("aria-expanded", String(open));
    this.input.removeAttribute("aria-activedescendant");
  }

  close() {
    this.open(false);
  }

  /** @param {Found} one */
  choose(one) {
    this.close();
    this.input.value = "";
    this.page.choose("entity", String(one.id));
  }

  /** @param {number} to */
  point(to) {
    this.active = (to + this.found.length) % this.found.length;
    [...this.list.children].forEach((option, i) => option.setAttribute("aria-selected", String(i === this.active)));
    this.input.setAttribute("aria-activedescendant", `suggestion-${this.active}`);
  }

  /** Whether the key meant something here. @param {KeyboardEvent} event */
  key(event) {
    const { found, active } = this;
    if (event.key === "Escape") {
      this.close();
      this.input.value = "";
      event.stopPropagation();
    } else if (event.key === "Enter" && found.length && !this.list.hidden) this.choose(found[Math.max(active, 0)]);
    else if (event.key === "ArrowDown" && found.length) this.point(active + 1);
    else if (event.key === "ArrowUp" && found.length) this.point(active < 0 ? found.length - 1 : active - 1);
    else return false;
    return true;
  }
}

/** @param {Page} page @param {Found} one @param {number} i @param {() => void} choose */
function suggestion(page, one, i, choose) {
  return el("li", { id: `suggestion-${i}`, role: "option", "aria-selected": "false", onmousedown: (/** @type {Event} */ e) => { e.preventDefault(); choose(); } },
    classSign(page.model, page.model.entities[one.id].type, page.paint()), words(shortened(one.name, 60)), one.alias ? el("span", { className: "quiet" }, " also ", words(shortened(one.alias, 40))) : null);
}
