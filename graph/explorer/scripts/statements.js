// The same graph as a table and as a timeline, for those who read rather than look.

import { nameButton, statementLine, statusChip, timeWords, voiceLine } from "./cards.js";
import { el, fill, number, shortened, words } from "./dom.js";
import { quoteOf, relationLabel, relationWords } from "./model.js";
import { boundsOf } from "./visible.js";

/** @typedef {import("./cards.js").Page} Page */
/** @typedef {import("./visible.js").View} View */

const ROWS = 200;

/** @param {Page} page @param {HTMLElement} panel @param {View} view @param {number} [rows] */
export function showTable(page, panel, view, rows = ROWS) {
  const shown = view.claims.slice(0, rows);
  const head = ["Who", "Relation", "Whom or what", "Status", "Says who", "When", "Words"].map((title) => el("th", { scope: "col" }, title));
  const table = el("table", {}, el("caption", {}, captionOf(view, shown.length)), el("thead", {}, el("tr", {}, head)), el("tbody", {}, shown.map((id) => row(page, id))));
  const rest = view.claims.length - shown.length;
  const more = rest > 0 ? el("p", { className: "acts" },
    el("button", { type: "button", onclick: () => showTable(page, panel, view, rows + 5 * ROWS) }, `${Math.min(rest, 5 * ROWS)} more`),
    el("button", { type: "button", onclick: () => showTable(page, panel, view, view.claims.length) }, `All ${number(view.claims.length)}`)) : null;
  fill(panel, table, more);
}

/** @param {View} view @param {number} shown */
function captionOf(view, shown) {
  if (!view.claims.length) return "No statement is in view: a filter leaves them all out.";
  return shown < view.claims.length ? `The first ${number(shown)} of ${number(view.claims.length)} statements in view` : `All ${number(shown)} statements in view`;
}

/** @param {Page} page @param {number} id */
function row(page, id) {
  const { model } = page;
  const claim = model.claims[id];
  const around = claim.qualifiers.map((q) => el("span", { className: "around" }, " · ", words(relationLabel(model, q)), " ", q.entity !== undefined ? nameButton(page, q.entity, 60) : words(shortened(q.value ?? "", 120))));
  const object = claim.object.entity !== undefined ? nameButton(page, claim.object.entity, 60) : words(shortened(claim.object.value ?? "", 200));
  const cell = (/** @type {string} */ label, /** @type {any[]} */ ...what) => el("td", { data: { label } }, el("div", {}, what));
  return el("tr", { data: { claim: String(id) } },
    cell("Who", nameButton(page, claim.subject, 60)), cell("Relation", words(shortened(relationWords(model, claim), 80))), cell("Whom or what", object, around),
    cell("Status", statusChip(page, claim)), cell("Says who", voiceLine(page, claim)), cell("When", timeWords(claim.time) || "–"),
    cell("Words", el("button", { type: "button", className: "quote", title: "Show in the article", onclick: () => page.choose("claim", String(id)) }, words(shortened(quoteOf(model, claim), 220)))));
}

/** @param {Page} page @param {HTMLElement} panel @param {View} view @param {number} [limit] */
export function showTimeline(page, panel, view, limit = ROWS) {
  const { model } = page;
  const dated = view.claims.filter((id) => model.claims[id].time && boundsOf(model.claims[id]).some(Boolean));
  const open = view.claims.filter((id) => model.claims[id].time && !dated.includes(id));
  const undated = view.claims.length - dated.length - open.length;
  const order = (/** @type {number} */ id) => { const [start, end] = boundsOf(model.claims[id]); return `${start || end} ${end}`; };
  dated.sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : a - b));
  const shown = dated.slice(0, limit);
  fill(panel, el("h2", { className: "unseen" }, "Timeline"),
    el("p", { className: "quiet" }, `${number(dated.length)} dated ${dated.length === 1 ? "statement" : "statements"}, oldest first${undated ? `; ${number(undated)} carry no date and stand only in the other views` : ""}.`),
    el("ol", { className: "times" }, groups(page, shown)),
    dated.length > shown.length ? el("button", { type: "button", onclick: () => showTimeline(page, panel, view, limit + 5 * ROWS) }, `${number(dated.length - shown.length)} more`) : null,
    open.length ? [el("h3", {}, "Year left open"), el("ol", { className: "times" }, groups(page, open))] : null);
}

/** Statements of one time together. @param {Page} page @param {number[]} ids */
function groups(page, ids) {
  /** @type {Map<string, number[]>} */
  const found = new Map();
  for (const id of ids) {
    const when = timeWords(page.model.claims[id].time);
    const known = found.get(when);
    if (known) known.push(id);
    else found.set(when, [id]);
  }
  return [...found].map(([when, claims]) => el("li", {}, el("h3", {}, when), el("ul", {}, claims.map((id) => moment(page, id)))));
}

/** @param {Page} page @param {number} id */
function moment(page, id) {
  const claim = page.model.claims[id];
  return el("li", {}, statementLine(page, claim), el("p", { className: "brief" }, statusChip(page, claim), el("span", {}, "said by ", voiceLine(page, claim)),
    el("button", { type: "button", onclick: () => page.choose("claim", String(id)) }, "Show in the article")));
}
