// The page put together: one state, what it lets into view, and everything that shows it.

import { announce, byId, el, fill, keepingFocus, number, shortened, words } from "./dom.js";
import { litBy, litLines, sentenceClaims, showDetails, spoken } from "./details.js";
import { Filters, filterWords } from "./filters.js";
import { setUpSearch } from "./find.js";
import { setUpKeys } from "./keys.js";
import { partiesOf, readModel } from "./model.js";
import { paintOf } from "./paint.js";
import { shortestPath, showPath } from "./paths.js";
import { MANY, Picture } from "./picture.js";
import { Reader, namesIn } from "./reading.js";
import { Store, fragmentOf, startState, stateOf } from "./state.js";
import { showTable, showTimeline } from "./statements.js";
import { setUpTakeaway } from "./takeaway.js";
import { viewOf } from "./visible.js";

/** @typedef {import("./state.js").State} State */

// Up to ENOUGH entities all are drawn; beyond, the page opens on the FIRST most named.
const ENOUGH = 400, FIRST = 250;

const model = readModel();
const start = startState(model.entities.length > ENOUGH ? FIRST : model.entities.length || 1);
const names = { entity: (/** @type {number} */ id) => model.entities[id].iri, claim: (/** @type {number} */ id) => model.claims[id].iri };
const numbers = {
  entity: numberedBy(model.entities), claim: numberedBy(model.claims), line: (/** @type {string} */ id) => model.lineOf.has(id),
};
let paint = paintOf();
/** @type {import("./visible.js").View} */
let view;

/** @type {import("./cards.js").Page} */
const page = { model, paint: () => paint, choose: chooseAndShow, store: new Store(stateOf(location.hash.slice(1), start, numbers), changed) };
const picture = new Picture(byId("canvas"), model, choose);
const filters = new Filters(page, byId("filters"));
const reader = new Reader(page, byId("article"));

/** @param {{iri: string}[]} things */
function numberedBy(things) {
  const found = new Map(things.map((thing, i) => [thing.iri, i]));
  return (/** @type {string} */ iri) => found.get(iri);
}

/** @param {"entity" | "line" | "claim" | "sentence" | "none"} kind @param {string} id */
function choose(kind, id) {
  if (kind !== "line") page.anchor = null;
  const { added } = page.store.state;
  const hidden = kind === "entity" && !view.entitySet.has(Number(id)) && view.candidates > view.entities.length;
  page.store.set({ selected: kind === "none" ? null : { kind, id }, ...(hidden ? { added: [...new Set([...added, Number(id)])] } : {}) });
}

/** The same from outside the picture; in one column, what was chosen may be far away. @param {"entity" | "line" | "claim" | "sentence" | "none"} kind @param {string} id */
function chooseAndShow(kind, id) {
  choose(kind, id);
  if (kind !== "none" && kind !== "claim" && matchMedia("(max-width: 780px)").matches) byId("details").scrollIntoView();
}

/** @param {State} state @param {State} before */
function changed(state, before) {
  if (state.theme !== before.theme) dress(state.theme);
  const scope = ["off", "from", "to", "undated", "confidence", "tentative", "limit", "added", "focus"].some((key) => Reflect.get(state, key) !== Reflect.get(before, key));
  const drawn = view.entities.length;
  if (scope) view = viewOf(model, state);
  // A few ticks leave the picture where it is; when most of it comes or goes, what is left is brought near.
  const refit = state.focus !== before.focus || state.limit !== before.limit || Math.min(drawn, view.entities.length) < 0.6 * Math.max(drawn, view.entities.length);
  keepingFocus(["details", "notice", "timeline", "table"], () => draw(state, { scope, all: state.theme !== before.theme }));
  if (refit) picture.fit(true);
  if (state.selected !== before.selected && state.selected) announce(spoken(page, state.selected, view));
  else if (scope) announce(byId("counts").textContent ?? "");
  remember(state);
}

/** @param {State} state @param {{scope: boolean, all: boolean}} what */
function draw(state, { scope, all }) {
  const steps = state.path ? shortestPath(page, view, ...state.path) : null;
  const lit = litBy(page, view, state) ?? (steps ? litLines(page, steps.map((step) => step.line), state.path ?? []) : null);
  showViews(state);
  picture.show(view, lit, paint, state.focus?.id ?? null);
  if (scope || all) filters.show(state, view);
  showCounts(state);
  const panel = byId("details");
  if (state.path && !state.selected) showPath(page, panel, view, state.path, steps);
  else showDetails(page, panel, view, state);
  lightText(state);
  if (lit && state.selected?.kind === "entity") picture.reveal(Number(state.selected.id));
}

/** @param {State} state */
function showViews(state) {
  for (const name of ["graph", "timeline", "table"]) {
    const tab = byId(`tab-${name}`);
    tab.setAttribute("aria-selected", String(state.view === name));
    tab.tabIndex = state.view === name ? 0 : -1;
    byId(name).hidden = state.view !== name;
  }
  if (state.view === "table") showTable(page, byId("table"), view);
  if (state.view === "timeline") showTimeline(page, byId("timeline"), view);
}

/** What is in view, what is not, and why. @param {State} state */
function showCounts(state) {
  byId("counts").textContent = `${number(view.entities.length)} of ${number(model.entities.length)} names · ${number(view.claims.length)} of ${number(model.claims.length)} statements, ${number(view.asLines)} as lines`;
  const left = view.candidates - view.entities.length;
  const said = filterWords(page, state);
  const notice = byId("notice");
  fill(notice, said ? el("strong", {}, words(said)) : null,
    left > 0 ? el("span", {}, `Drawn are the ${number(state.limit)} most named${view.entities.length > state.limit ? ` and ${number(view.entities.length - state.limit)} asked for` : ""}; ${number(left)} more are not drawn.`) : null,
    view.lines.size > MANY ? el("span", {}, "So many lines are drawn plainly, by colour only, and not while the picture moves.") : null,
    left > 0 ? el("button", { type: "button", onclick: () => page.store.set({ limit: state.limit + FIRST, added: [] }) }, `Draw ${number(Math.min(left, FIRST))} more`) : null,
    left > FIRST ? el("button", { type: "button", onclick: () => page.store.set({ limit: model.entities.length, added: [] }) }, "Draw all") : null,
    state.focus ? el("button", { type: "button", onclick: () => page.store.set({ focus: null }) }, "Leave the focus") : null);
  notice.hidden = !notice.childElementCount;
  byId("reset").hidden = !(view.filtered || state.off.type.size || state.focus || state.path);
}

/** @param {State} state */
function lightText({ selected }) {
  const scroll = selected?.kind === "claim" ? "alone" : selected?.kind === "line" ? "yes" : "no";
  /** @type {number[]} */
  let claims = [];
  if (selected?.kind === "claim") claims = [Number(selected.id)];
  if (selected?.kind === "line") claims = (view.lines.get(selected.id) ?? model.lineOf.get(selected.id)?.statements ?? []).map((s) => s.claim);
  if (selected?.kind === "sentence") claims = sentenceClaims(page, selected.id).filter((id) => view.claimSet.has(id));
  const article = claims.length ? model.claims[claims[0]].article : reader.shown;
  /** @type {import("./reading.js").Span[]} */
  let spans = claims.filter((id) => model.claims[id].article === article).map((id) => ({ start: model.claims[id].start, end: model.claims[id].end, kind: "words" }));
  if (selected?.kind === "entity") spans = namesIn(model.articles[article]?.text ?? "", model.entities[Number(selected.id)]);
  else if (selected?.kind === "claim") spans.push(...[...partiesOf(model.claims[claims[0]])].flatMap((id) => namesIn(model.articles[article].text, model.entities[id])).filter((span) => span.start >= spans[0].start && span.end <= spans[0].end));
  reader.light(article, spans, selected?.kind === "sentence" ? selected.id : null, scroll);
}

/** @param {State["theme"]} theme */
function dress(theme) {
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
  paint = paintOf();
}

/** @param {State} state */
function remember(state) {
  const fragment = fragmentOf(state, start, names);
  try {
    history.replaceState(null, "", fragment ? `#${fragment}` : "#");
  } catch {
    // A page inside a page (a notebook) has no address of its own to keep the state in.
  }
}

function setUp() {
  const { articles } = model;
  const one = articles.length === 1 ? articles[0] : null;
  fill(byId("provenance"), one ? [words(shortened(one.source, 120)), one.published ? `${one.source ? " · " : ""}published ${one.published}` : ""] : publishedWords(articles.map((article) => article.published ?? "").filter(Boolean).sort()));
  for (const tab of document.querySelectorAll("#views [role=tab]")) {
    tab.addEventListener("click", () => page.store.set({ view: /** @type {State["view"]} */ (/** @type {HTMLElement} */ (tab).dataset.view) }));
    tab.addEventListener("keydown", (event) => besideTab(/** @type {KeyboardEvent} */ (event), /** @type {HTMLElement} */ (tab)));
  }
  byId("reset").addEventListener("click", () => page.store.set({ ...start, off: startState(1).off, theme: page.store.state.theme, view: page.store.state.view }));
  byId("theme").addEventListener("click", () => page.store.set({ theme: isDark() ? "light" : "dark" }));
  for (const button of document.querySelectorAll("[data-zoom]")) button.addEventListener("click", () => zoomBy(/** @type {HTMLElement} */ (button).dataset.zoom ?? ""));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { dress(page.store.state.theme); draw(page.store.state, { scope: false, all: true }); });
  addEventListener("hashchange", () => { const state = stateOf(location.hash.slice(1), start, numbers); page.store.set(state); });
  addEventListener("beforeprint", () => { printing("light"); showTable(page, byId("table"), view, view.claims.length); });
  addEventListener("afterprint", () => printing(page.store.state.theme));
  setUpSearch(page);
  setUpKeys(page, { view: () => view, picture });
  setUpTakeaway(page, /** @type {HTMLElement} */ (byId("takeaway").querySelector(".sheet")), { view: () => view, picture });
}

/** @param {string[]} days sorted */
function publishedWords(days) {
  if (!days.length) return "";
  return days[0] === days[days.length - 1] ? `published ${days[0]}` : `published ${days[0]} to ${days[days.length - 1]}`;
}

/** Paper is white: the picture is drawn anew for it, at once. @param {State["theme"]} theme */
function printing(theme) {
  dress(theme);
  draw(page.store.state, { scope: false, all: true });
  picture.network.redraw();
}

/** @param {string} way */
function zoomBy(way) {
  if (way === "fit") picture.fit(true);
  else picture.zoom(way === "in" ? 1.3 : 1 / 1.3);
}

/** @param {KeyboardEvent} event @param {HTMLElement} tab */
function besideTab(event, tab) {
  const next = event.key === "ArrowRight" ? tab.nextElementSibling : event.key === "ArrowLeft" ? tab.previousElementSibling : null;
  if (!(next instanceof HTMLElement)) return;
  next.focus();
  next.click();
}

function isDark() {
  const { theme } = page.store.state;
  return theme ? theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

dress(page.store.state.theme);
view = viewOf(model, page.store.state);
setUp();
draw(page.store.state, { scope: true, all: true });
picture.fit();
picture.network.once("afterDrawing", () => performance.mark("ready"));
document.documentElement.dataset.ready = "yes";
