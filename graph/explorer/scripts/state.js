// What the reader has chosen, kept in the address so that a link brings it back.

/** @typedef {{kind: "entity" | "line" | "claim" | "sentence", id: string}} Selection */
/**
 * @typedef {object} State
 * @property {"graph" | "timeline" | "table"} view
 * @property {Record<Facet, Set<string>>} off what is filtered out, by facet
 * @property {string} from @property {string} to @property {boolean} undated @property {number} confidence @property {boolean} tentative
 * @property {number} limit how many entities are drawn, the most named first @property {number[]} added entities drawn beyond them @property {{id: number, hops: number} | null} focus
 * @property {[number, number] | null} path @property {Selection | null} selected @property {"" | "light" | "dark"} theme
 */
/** @typedef {"type" | "relation" | "status" | "source" | "article"} Facet */

/** @type {Facet[]} */
export const FACETS = ["type", "relation", "status", "source", "article"];

/** @param {number} limit @returns {State} */
export function startState(limit) {
  return {
    view: "graph", off: { type: new Set(), relation: new Set(), status: new Set(), source: new Set(), article: new Set() },
    from: "", to: "", undated: true, confidence: 0, tentative: true, limit, added: [], focus: null, path: null, selected: null, theme: "",
  };
}

export class Store {
  /** @param {State} state @param {(state: State, before: State) => void} changed */
  constructor(state, changed) {
    this.state = state;
    this.changed = changed;
  }

  /** @param {Partial<State>} patch */
  set(patch) {
    const before = this.state;
    this.state = { ...before, ...patch };
    this.changed(this.state, before);
  }

  /** @param {Facet} facet @param {Iterable<string>} off */
  setOff(facet, off) {
    this.set({ off: { ...this.state.off, [facet]: new Set(off) } });
  }
}

/** @typedef {{entity: (id: number) => string, claim: (id: number) => string}} Names */

/** The state as a fragment; what is as at the start is left out. @param {State} state @param {State} start @param {Names} names */
export function fragmentOf(state, start, names) {
  const found = new URLSearchParams();
  const namesOf = (/** @type {number[]} */ ids) => ids.map((id) => encodeURIComponent(names.entity(id))).join(" ");
  if (state.view !== start.view) found.set("view", state.view);
  for (const facet of FACETS) if (state.off[facet].size) found.set(`no-${facet}`, [...state.off[facet]].sort().map(encodeURIComponent).join(" "));
  if (state.from) found.set("from", state.from);
  if (state.to) found.set("to", state.to);
  if (!state.undated) found.set("undated", "no");
  if (state.confidence) found.set("confidence", String(state.confidence));
  if (!state.tentative) found.set("tentative", "no");
  if (state.limit !== start.limit) found.set("draw", String(state.limit));
  if (state.added.length) found.set("add", namesOf(state.added));
  if (state.focus) found.set("focus", `${state.focus.hops} ${names.entity(state.focus.id)}`);
  if (state.path) found.set("path", namesOf(state.path));
  if (state.theme) found.set("theme", state.theme);
  const { selected } = state;
  if (selected) found.set(selected.kind, selected.kind === "entity" ? names.entity(+selected.id) : selected.kind === "claim" ? names.claim(+selected.id) : selected.id);
  return found.toString();
}

/** @typedef {{entity: (name: string) => number | undefined, claim: (name: string) => number | undefined, line: (id: string) => boolean}} Numbers */

/** The state that a fragment asks for; whatever it does not understand it leaves as at the start. @param {string} fragment @param {State} start @param {Numbers} numbers @returns {State} */
export function stateOf(fragment, start, numbers) {
  const asked = new URLSearchParams(fragment);
  const get = (/** @type {string} */ name) => asked.get(name) ?? "";
  const state = { ...start, off: { ...start.off } };
  for (const facet of FACETS) state.off[facet] = new Set(get(`no-${facet}`).split(" ").filter(Boolean).map(decoded));
  if (["graph", "timeline", "table"].includes(get("view"))) state.view = /** @type {State["view"]} */ (get("view"));
  if (["light", "dark"].includes(get("theme"))) state.theme = /** @type {State["theme"]} */ (get("theme"));
  for (const end of /** @type {const} */ (["from", "to"])) if (/^\d{4}(-\d\d){0,2}$/.test(get(end))) state[end] = get(end);
  state.undated = get("undated") !== "no";
  state.confidence = Math.min(1, Math.max(0, Number(get("confidence")) || 0));
  state.tentative = get("tentative") !== "no";
  state.limit = Math.max(1, Math.trunc(Number(get("draw"))) || start.limit);
  const [hops, ...focus] = get("focus").split(" ");
  const centre = numbers.entity(focus.join(" "));
  if (centre !== undefined && ["1", "2"].includes(hops)) state.focus = { id: centre, hops: +hops };
  const numbersOf = (/** @type {string} */ text) => text.split(" ").map((name) => numbers.entity(decoded(name))).filter((id) => id !== undefined);
  state.added = numbersOf(get("add"));
  const ends = numbersOf(get("path"));
  if (ends.length === 2) state.path = [ends[0], ends[1]];
  state.selected = selectionOf(get, numbers);
  return state;
}

/** @param {(name: string) => string} get @param {Numbers} numbers @returns {Selection | null} */
function selectionOf(get, numbers) {
  const entity = numbers.entity(get("entity"));
  if (entity !== undefined) return { kind: "entity", id: String(entity) };
  const claim = numbers.claim(get("claim"));
  if (claim !== undefined) return { kind: "claim", id: String(claim) };
  if (numbers.line(get("line"))) return { kind: "line", id: get("line") };
  return /^\d+\.\d+$/.test(get("sentence")) ? { kind: "sentence", id: get("sentence") } : null;
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
