// The legend, which filters: what each sign means, how often it occurs in view, and a box to leave it out.

import { timeWords } from "./cards.js";
import { el, fill, number, shortened, words } from "./dom.js";
import { classSign } from "./icons.js";
import { asWords } from "./model.js";
import { lineSample } from "./paint.js";
import { OWN_VOICE, boundsOf, voicesOf } from "./visible.js";

/** @typedef {import("./cards.js").Page} Page */
/** @typedef {import("./state.js").Facet} Facet */
/** @typedef {{key: string, label: string, count: number, sign?: Node, title?: string}} Choice */

const CHOICES_SHOWN = 8;

/** @param {Page} page @param {HTMLElement} panel */
export class Filters {
  /** @param {Page} page @param {HTMLElement} panel */
  constructor(page, panel) {
    this.page = page;
    this.panel = panel;
    /** @type {Set<Facet>} */
    this.unfolded = new Set();
    this.totals = totalsOf(page);
  }

  /** @param {import("./state.js").State} state @param {import("./visible.js").View} view */
  show(state, view) {
    const { page } = this;
    const focused = /** @type {HTMLElement | null} */ (document.activeElement)?.dataset?.key;
    const now = countsOf(page, view);
    const wide = el("details", { className: "facets", open: this.isOpen(), ontoggle: (/** @type {Event} */ e) => { this.opened = /** @type {HTMLDetailsElement} */ (e.target).open; } }, el("summary", {}, "Legend and filters"), el("div", { className: "groups" },
      this.group("type", "Kinds", this.totals.type, now.type, state, (key) => classSign(page.model, key, page.paint())),
      this.group("status", "Did it happen?", this.totals.status, now.status, state, (key) => lineSample(page.model, key, page.paint())),
      this.group("source", "By whose account", this.totals.source, now.source, state, (key) => (key === OWN_VOICE ? lineSample(page.model, "own", page.paint()) : lineSample(page.model, "attributed", page.paint()))),
      this.group("relation", "Relations", this.totals.relation, now.relation, state, null),
      page.model.articles.length > 1 ? this.group("article", "Articles", this.totals.article, now.article, state, null) : null,
      this.dates(state), this.certainty(state)));
    fill(this.panel, wide);
    if (focused) /** @type {HTMLElement | null} */ (this.panel.querySelector(`[data-key="${CSS.escape(focused)}"]`))?.focus();
  }

  /** Folded at first where the screen is small. */
  isOpen() {
    return this.opened ?? matchMedia("(min-width: 1181px)").matches;
  }

  /** @param {Facet} facet @param {string} title @param {Choice[]} choices @param {Map<string, number>} now @param {import("./state.js").State} state @param {((key: string) => Node) | null} sign */
  group(facet, title, choices, now, state, sign) {
    const off = state.off[facet];
    const all = this.unfolded.has(facet) || choices.length <= CHOICES_SHOWN + 2;
    const shown = all ? choices : choices.filter((choice, i) => i < CHOICES_SHOWN || off.has(choice.key) !== (off.size > choices.length / 2));
    const rows = shown.map((choice) => this.row(facet, choice, choices, now.get(choice.key) ?? 0, off, sign));
    const rest = choices.length - shown.length;
    return el("fieldset", {}, el("legend", {}, title, off.size ? el("button", { type: "button", className: "all", data: { key: `${facet}/all` }, onclick: () => this.page.store.setOff(facet, []) }, "all") : null),
      rows, rest > 0 ? el("button", { type: "button", className: "rest", data: { key: `${facet}/rest` }, onclick: () => { this.unfolded.add(facet); this.page.store.set({}); } }, `${rest} more`) : null);
  }

  /** @param {Facet} facet @param {Choice} choice @param {Choice[]} choices @param {number} count @param {Set<string>} off @param {((key: string) => Node) | null} sign */
  row(facet, choice, choices, count, off, sign) {
    const { store } = this.page;
    const toggle = (/** @type {Event} */ event) => {
      const next = new Set(off);
      if (/** @type {HTMLInputElement} */ (event.target).checked) next.delete(choice.key);
      else next.add(choice.key);
      store.setOff(facet, next);
    };
    const only = () => store.setOff(facet, choices.map((c) => c.key).filter((key) => key !== choice.key));
    return el("div", { className: `choice ${off.has(choice.key) ? "off" : ""}` },
      el("label", { title: choice.title ?? (choice.label.length > 40 ? shortened(choice.label, 300) : null) }, el("input", { type: "checkbox", checked: !off.has(choice.key), data: { key: `${facet}/${choice.key}` }, onchange: toggle }),
        sign?.(choice.key), words(shortened(choice.label, 60), "text"), el("span", { className: "count" }, count === choice.count ? number(count) : `${number(count)} / ${number(choice.count)}`)),
      choices.length > 1 ? el("button", { type: "button", className: "only", data: { key: `${facet}/only/${choice.key}` }, "aria-label": `Only ${shortened(choice.label, 60)}`, onclick: only }, "only") : null);
  }

  /** @param {import("./state.js").State} state */
  dates(state) {
    const { model, store } = this.page;
    const days = model.claims.flatMap((claim) => boundsOf(claim)).filter((d) => /^\d{4}-\d\d-\d\d$/.test(d)).sort();
    if (!days.length) return null;
    const field = (/** @type {"from" | "to"} */ name, /** @type {string} */ label) => el("label", { className: "day" }, label, el("input", { type: "date", value: state[name], min: days[0], max: days[days.length - 1], data: { key: `date/${name}` }, onchange: (/** @type {Event} */ e) => store.set({ [name]: /** @type {HTMLInputElement} */ (e.target).value }) }));
    return el("fieldset", {}, el("legend", {}, "When", state.from || state.to || !state.undated ? el("button", { type: "button", className: "all", data: { key: "date/all" }, onclick: () => store.set({ from: "", to: "", undated: true }) }, "all") : null),
      field("from", "from"), field("to", "to"),
      el("div", { className: "choice" }, el("label", {}, el("input", { type: "checkbox", checked: state.undated, data: { key: "date/undated" }, onchange: (/** @type {Event} */ e) => store.set({ undated: /** @type {HTMLInputElement} */ (e.target).checked }) }), el("span", { className: "text" }, "those without a date"), el("span", { className: "count" }, model.claims.filter((claim) => !boundsOf(claim).some(Boolean)).length))));
  }

  /** @param {import("./state.js").State} state */
  certainty(state) {
    const { model, store } = this.page;
    const lowest = Math.min(...model.claims.map((claim) => claim.confidence));
    if (!(lowest < 1)) return null;
    const { label, comment } = model.styles.tentative, tentative = model.claims.filter((claim) => claim.tentative).length;
    const share = (/** @type {number} */ value) => `${Math.round(value * 100)} %`;
    const out = el("output", {}, share(state.confidence));
    return el("fieldset", {}, el("legend", {}, "Confidence"),
      tentative ? el("div", { className: "choice" }, el("label", { title: comment }, el("input", { type: "checkbox", checked: state.tentative, data: { key: "tentative" }, onchange: (/** @type {Event} */ e) => store.set({ tentative: /** @type {HTMLInputElement} */ (e.target).checked }) }), lineSample(model, "tentative", this.page.paint()), el("span", { className: "text" }, label), el("span", { className: "count" }, number(tentative)))) : null,
      el("label", { className: "range" }, "at least ", out, el("input", { type: "range", min: "0", max: "1", step: "0.05", value: String(state.confidence), data: { key: "confidence" },
        oninput: (/** @type {Event} */ e) => { out.textContent = share(Number(/** @type {HTMLInputElement} */ (e.target).value)); },
        onchange: (/** @type {Event} */ e) => store.set({ confidence: Number(/** @type {HTMLInputElement} */ (e.target).value) }) })));
  }
}

/** @param {Page} page @returns {Record<Facet, Choice[]>} */
function totalsOf({ model }) {
  const every = model.claims.map((claim) => claim.id);
  const counts = countsOf({ model }, { claims: every, entities: model.entities.map((entity) => entity.id) });
  const choices = (/** @type {Map<string, number>} */ map, /** @type {(key: string) => string} */ label, /** @type {(key: string) => string | undefined} */ title = () => undefined) =>
    [...map].map(([key, count]) => ({ key, count, label: label(key), title: title(key) })).sort((a, b) => b.count - a.count || a.label.localeCompare(b.label));
  const names = new Map(model.entities.map((entity) => [entity.iri, entity.name]));
  const order = Object.keys(model.styles);
  return {
    type: choices(counts.type, (key) => model.classes[key].label),
    status: choices(counts.status, (key) => model.styles[key].label, (key) => model.styles[key].comment).sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key)),
    source: choices(counts.source, (key) => (key === OWN_VOICE ? model.styles.own.label : names.get(key) ?? key)).sort((a, b) => Number(b.key === OWN_VOICE) - Number(a.key === OWN_VOICE)),
    relation: choices(counts.relation, asWords),
    article: choices(counts.article, (key) => model.articles.find((a) => a.iri === key)?.headline || key),
  };
}

/** @param {{model: import("./model.js").Model}} page @param {{claims: number[], entities: number[]}} view @returns {Record<Facet, Map<string, number>>} */
function countsOf({ model }, view) {
  const found = { type: new Map(), relation: new Map(), status: new Map(), source: new Map(), article: new Map() };
  const add = (/** @type {Map<string, number>} */ map, /** @type {string} */ key) => map.set(key, (map.get(key) ?? 0) + 1);
  for (const id of view.entities) add(found.type, model.entities[id].type);
  for (const id of view.claims) {
    const claim = model.claims[id];
    add(found.relation, model.relations[claim.relation].label);
    add(found.status, claim.status);
    add(found.article, model.articles[claim.article].iri);
    for (const voice of new Set(voicesOf(model, claim))) add(found.source, voice);
  }
  return found;
}

/** What is filtered, in words, for the top of the picture. @param {Page} page @param {import("./state.js").State} state */
export function filterWords({ model }, state) {
  const voices = new Set(model.claims.flatMap((claim) => voicesOf(model, claim)));
  const told = [...voices].filter((voice) => !state.off.source.has(voice));
  const found = [];
  if (state.off.source.size && told.length === 1) found.push(told[0] === OWN_VOICE ? "As the article itself tells it" : `As told by ${shortened(model.entities.find((e) => e.iri === told[0])?.name ?? "", 60)}`);
  if (state.focus) found.push(`${state.focus.hops === 1 ? "One step" : "Two steps"} around ${shortened(model.entities[state.focus.id].name, 60)}`);
  if (state.from || state.to) found.push([state.from && `from ${timeWords({ value: state.from, start: null, end: null, precision: "" })}`, state.to && `to ${timeWords({ value: state.to, start: null, end: null, precision: "" })}`].filter(Boolean).join(" "));
  return found.join(" · ");
}
