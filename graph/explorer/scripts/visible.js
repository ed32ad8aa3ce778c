// What is in view: the claims that the filters let through, and the entities and lines that are drawn for them.

import { partiesOf } from "./model.js";

/** @typedef {import("./model.js").Model} Model */
/** @typedef {import("./model.js").Claim} Claim */
/** @typedef {import("./state.js").State} State */
/**
 * @typedef {object} View
 * @property {number[]} claims in view, whether or not they are lines
 * @property {Set<number>} claimSet
 * @property {number[]} entities drawn @property {Set<number>} entitySet
 * @property {Map<string, import("./model.js").Statement[]>} lines drawn, with the statements that are in view
 * @property {number} candidates entities that could be drawn @property {number} asLines claims that are drawn as a line
 * @property {boolean} filtered
 */

/** The key of the article's own voice among the sources. */
export const OWN_VOICE = "own";

/** @param {Model} model @param {State} state @returns {View} */
export function viewOf(model, state) {
  const filtered = isFiltered(state);
  let claims = model.claims.filter((claim) => passes(model, state, claim));
  const near = state.focus ? neighbourhood(claims, state.focus.id, state.focus.hops) : null;
  if (near) claims = claims.filter((claim) => [...partiesOf(claim)].every((id) => near.has(id)));
  const candidates = candidatesOf(model, state, claims, near, filtered);
  const ranked = [...candidates].sort((a, b) => a === state.focus?.id ? -1 : b === state.focus?.id ? 1 : model.entities[b].importance - model.entities[a].importance || a - b);
  const entities = [...new Set([...ranked.slice(0, state.limit), ...state.added.filter((id) => candidates.has(id))])];
  const claimSet = new Set(claims.map((claim) => claim.id));
  const entitySet = new Set(entities);
  const lines = linesOf(model, claimSet, entitySet);
  const drawn = new Set([...lines.values()].flat().map((statement) => statement.claim));
  return { claims: [...claimSet], claimSet, entities, entitySet, lines, candidates: candidates.size, asLines: drawn.size, filtered };
}

/** @param {State} state */
function isFiltered(state) {
  const { source, relation, status, article } = state.off;
  return Boolean(source.size || relation.size || status.size || article.size || state.from || state.to || !state.undated || state.confidence || !state.tentative);
}

/** @param {Model} model @param {State} state @param {Claim} claim */
function passes(model, state, claim) {
  const { off } = state;
  if (off.status.has(claim.status) || off.article.has(model.articles[claim.article].iri)) return false;
  if (off.relation.has(model.relations[claim.relation].label) || claim.confidence < state.confidence || (claim.tentative && !state.tentative)) return false;
  if (off.type.has(model.entities[claim.subject].type)) return false;
  if (claim.object.entity !== undefined && off.type.has(model.entities[claim.object.entity].type)) return false;
  if (off.source.size && !voicesOf(model, claim).some((voice) => !off.source.has(voice))) return false;
  return inTime(state, claim);
}

/** The keys of those by whose account a claim stands. @param {Model} model @param {Claim} claim */
export function voicesOf(model, claim) {
  return claim.sources.length ? claim.sources.map((id) => model.entities[id].iri) : [OWN_VOICE];
}

/** @param {State} state @param {Claim} claim */
function inTime(state, claim) {
  if (!state.from && !state.to && state.undated) return true;
  const [start, end] = boundsOf(claim);
  if (!start && !end) return state.undated;
  return (!state.from || !end || end >= state.from) && (!state.to || !start || start.slice(0, state.to.length) <= state.to);
}

/** The first and last day of a claim as far as they are known. @param {Claim} claim @returns {[string, string]} */
export function boundsOf(claim) {
  return claim.time ? [claim.time.start ?? "", claim.time.end ?? ""] : ["", ""];
}

/** @param {Claim[]} claims @param {number} centre @param {number} hops */
function neighbourhood(claims, centre, hops) {
  let found = new Set([centre]);
  for (let step = 0; step < hops; step++) {
    const wider = new Set(found);
    for (const claim of claims) {
      const parties = [...partiesOf(claim)];
      const joined = found.has(claim.subject) ? parties : parties.some((id) => found.has(id)) ? [claim.subject] : [];
      for (const id of joined) wider.add(id);
    }
    found = wider;
  }
  return found;
}

/** @param {Model} model @param {State} state @param {Claim[]} claims @param {Set<number> | null} near @param {boolean} filtered */
function candidatesOf(model, state, claims, near, filtered) {
  const shown = (/** @type {number} */ id) => !state.off.type.has(model.entities[id].type);
  if (near) return new Set([...near].filter(shown));
  const all = filtered ? claims.flatMap((claim) => [...partiesOf(claim)]) : model.entities.map((entity) => entity.id);
  return new Set(all.filter(shown));
}

/** @param {Model} model @param {Set<number>} claims @param {Set<number>} entities */
function linesOf(model, claims, entities) {
  /** @type {View["lines"]} */
  const found = new Map();
  for (const line of model.lines) {
    if (!entities.has(line.from) || !entities.has(line.to)) continue;
    const statements = line.statements.filter((statement) => claims.has(statement.claim));
    if (statements.length) found.set(line.id, statements);
  }
  return found;
}
