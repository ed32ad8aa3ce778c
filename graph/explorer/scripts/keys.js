// The keyboard: everything that the mouse can do in the picture.

import { byId, el, fill } from "./dom.js";

/** @typedef {import("./cards.js").Page} Page */
/** @typedef {{view: () => import("./visible.js").View, picture: import("./picture.js").Picture}} Stage */

const KEYS = [
  ["/", "find a name"], ["Arrow keys", "in the graph: go to the next entity that way"], ["N", "in the graph: the next line of the selected entity"],
  ["+  −  0", "zoom in, zoom out, fit"], ["Enter", "read what is selected"], ["Escape", "clear the selection, then the focus"], ["Up, Down", "in the article: the next sentence"],
];

/** @param {Page} page @param {Stage} stage */
export function setUpKeys(page, stage) {
  fill(byId("help").querySelector(".sheet") ?? byId("help"), el("p", {}, "A line leads from somebody to whom or what they act on. Its colour and dashes say whether it happened, its arrow whose account it is. Names that nobody links stand at the bottom."),
    el("dl", {}, KEYS.flatMap(([key, what]) => [el("dt", {}, el("kbd", {}, key)), el("dd", {}, what)])), el("p", { className: "quiet" }, "Made by Byline. Drawn with vis-network 9.1.2 (Apache-2.0 or MIT) by way of pyvis. This page is complete in itself: it asks no server for anything."));
  document.addEventListener("keydown", (event) => {
    const typing = event.target instanceof HTMLInputElement && event.target.type === "text" || event.target instanceof HTMLSelectElement;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "/" && !typing) {
      byId("query").focus();
      event.preventDefault();
    } else if (event.key === "Escape") escape(page);
  });
  byId("canvas").addEventListener("keydown", (event) => {
    if (inGraph(page, stage, event.key)) event.preventDefault();
  });
}

/** @param {Page} page */
function escape(page) {
  const menu = document.querySelector("details.menu[open]");
  const { state } = page.store;
  if (menu) menu.removeAttribute("open");
  else if (state.selected) page.choose("none", "");
  else if (state.path) page.store.set({ path: null });
  else if (state.focus) page.store.set({ focus: null });
}

/** @param {Page} page @param {Stage} stage @param {string} key */
function inGraph(page, { view, picture }, key) {
  const { selected } = page.store.state;
  const ways = /** @type {Record<string, [number, number]>} */ ({ ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] });
  if (key in ways) {
    const next = nextEntity(page, view(), picture, ways[key]);
    if (next !== null) page.choose("entity", String(next));
  } else if (key === "+" || key === "=") picture.zoom(1.3);
  else if (key === "-") picture.zoom(1 / 1.3);
  else if (key === "0") picture.fit(true);
  else if (key.toLowerCase() === "n" && selected) nextLine(page, view());
  else if (key === "Enter" && selected) byId("details").focus();
  else return false;
  return true;
}

/** The nearest entity that way; from nowhere, the most important one. @param {Page} page @param {import("./visible.js").View} view @param {import("./picture.js").Picture} picture @param {[number, number]} way @returns {number | null} */
function nextEntity(page, view, picture, [dx, dy]) {
  const at = standing(page, view);
  const here = at === null ? undefined : picture.positions.get(at);
  if (!here) return view.entities[0] ?? null;
  let best = null, least = Infinity;
  for (const id of view.entities) {
    const there = picture.positions.get(id);
    if (id === at || !there) continue;
    const ahead = (there.x - here.x) * dx + (there.y - here.y) * dy;
    const aside = Math.abs((there.x - here.x) * dy) + Math.abs((there.y - here.y) * dx);
    if (ahead > 0 && ahead + 2.5 * aside < least) [best, least] = [id, ahead + 2.5 * aside];
  }
  return best;
}

/** Where the keyboard is: the selected entity, or the start of the selected line. @param {Page} page @param {import("./visible.js").View} view @returns {number | null} */
function standing(page, view) {
  const { selected } = page.store.state;
  if (selected?.kind === "entity") return view.entitySet.has(Number(selected.id)) ? Number(selected.id) : null;
  return selected?.kind === "line" ? page.anchor ?? page.model.lineOf.get(selected.id)?.from ?? null : null;
}

/** @param {Page} page @param {import("./visible.js").View} view */
function nextLine(page, view) {
  const { selected } = page.store.state;
  const at = standing(page, view);
  if (at === null || !selected) return;
  const lines = [...view.lines.keys()].filter((id) => { const line = page.model.lineOf.get(id); return line?.from === at || line?.to === at; });
  const next = lines[(lines.indexOf(selected.id) + 1) % lines.length];
  if (!next) return;
  page.anchor = at;
  page.choose("line", next);
}
