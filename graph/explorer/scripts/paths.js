// How two people are connected: the shortest way over the statements in view, each step with its words.

import { card, nameButton } from "./cards.js";
import { announce, el, fill, shortened } from "./dom.js";

/** @typedef {import("./cards.js").Page} Page */
/** @typedef {import("./visible.js").View} View */
/** @typedef {{line: string, from: number, to: number}} Step `from` and `to` as one walks, whatever way the line points */

/** A choice of whom to look for a way to. @param {Page} page @param {number} id */
export function pathForm(page, id) {
  const names = [...page.model.entities].sort((a, b) => b.importance - a.importance).slice(0, 1000).filter((entity) => entity.id !== id && entity.statements);
  if (!names.length) return null;
  const select = el("select", { id: "path-to", onchange: () => select.value && page.store.set({ path: [id, Number(select.value)] }) },
    el("option", { value: "" }, "choose a name…"), names.map((entity) => el("option", { value: String(entity.id) }, shortened(entity.name, 60))));
  return el("p", { className: "way" }, el("label", { for: "path-to" }, "How are they connected to "), select);
}

/** The shortest way between two entities, lines taken in either direction. @param {Page} page @param {View} view @param {number} start @param {number} end @returns {Step[] | null} */
export function shortestPath(page, view, start, end) {
  const beside = neighbours(page, view);
  /** @type {Map<number, Step | null>} */
  const reached = new Map([[start, null]]);
  const queue = [start];
  for (let at = queue.shift(); at !== undefined && !reached.has(end); at = queue.shift()) {
    for (const step of beside.get(at) ?? []) {
      if (reached.has(step.to)) continue;
      reached.set(step.to, step);
      queue.push(step.to);
    }
  }
  if (!reached.has(end)) return null;
  const found = [];
  for (let step = reached.get(end); step; step = reached.get(step.from)) found.unshift(step);
  return found;
}

/** @param {Page} page @param {View} view @returns {Map<number, Step[]>} */
function neighbours(page, view) {
  /** @type {Map<number, Step[]>} */
  const found = new Map();
  const add = (/** @type {Step} */ step) => { const known = found.get(step.from); if (known) known.push(step); else found.set(step.from, [step]); };
  for (const id of view.lines.keys()) {
    const line = page.model.lineOf.get(id);
    if (!line) continue;
    add({ line: id, from: line.from, to: line.to });
    add({ line: id, from: line.to, to: line.from });
  }
  return found;
}

/** @param {Page} page @param {HTMLElement} panel @param {View} view @param {[number, number]} ends @param {Step[] | null} steps */
export function showPath(page, panel, view, [start, end], steps) {
  const head = el("div", { className: "closing" }, el("h2", {}, "From ", nameButton(page, start, 40), " to ", nameButton(page, end, 40)),
    el("button", { type: "button", className: "close", "aria-label": "Close the way", onclick: () => page.store.set({ path: null }) }, "×"));
  if (!steps) {
    announce("No way between the two in view.");
    fill(panel, head, el("p", {}, "No way leads from one to the other over the statements in view."),
      page.store.state.focus ? el("p", { className: "acts" }, el("button", { type: "button", onclick: () => page.store.set({ focus: null }) }, "Look beyond the focus")) : null);
    return;
  }
  announce(`${steps.length} ${steps.length === 1 ? "step" : "steps"} between the two.`);
  fill(panel, head, el("p", { className: "quiet" }, steps.length === 1 ? "They are linked directly." : `${steps.length} steps, the shortest way over the statements in view.`),
    el("ol", { className: "steps" }, steps.map((step) => el("li", {}, stepHead(page, step), ...[...new Set((view.lines.get(step.line) ?? []).map((s) => s.claim))].slice(0, 3).map((id) => card(page, id))))));
}

/** @param {Page} page @param {Step} step */
function stepHead(page, step) {
  const forward = page.model.lineOf.get(step.line)?.from === step.from;
  return el("p", { className: "quiet" }, nameButton(page, step.from, 40), forward ? " → " : " ← ", nameButton(page, step.to, 40));
}
