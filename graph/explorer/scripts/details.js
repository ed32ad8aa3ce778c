// The panel of what is selected: an entity, a line, a statement, a sentence; at the start, the story at a glance.

import { card, nameButton } from "./cards.js";
import { el, fill, number, shortened, words } from "./dom.js";
import { classSign } from "./icons.js";
import { endName, partiesOf, relationLabel } from "./model.js";
import { pathForm } from "./paths.js";

/** @typedef {import("./cards.js").Page} Page */
/** @typedef {import("./visible.js").View} View */

const CARDS_SHOWN = 40;

/** @param {Page} page @param {HTMLElement} panel @param {View} view @param {import("./state.js").State} state */
export function showDetails(page, panel, view, state) {
  const { selected } = state;
  if (!selected) fill(panel, glance(page, view));
  else if (selected.kind === "entity") fill(panel, entityPanel(page, view, Number(selected.id)));
  else if (selected.kind === "line") fill(panel, linePanel(page, view, selected.id));
  else if (selected.kind === "claim") fill(panel, closing(page, "Statement"), card(page, Number(selected.id), { open: true, lit: true }));
  else fill(panel, sentencePanel(page, view, selected.id));
  panel.scrollTop = 0;
}

/** @param {Page} page @param {string | Node} title */
function closing(page, title) {
  return el("div", { className: "closing" }, el("h2", {}, title), el("button", { type: "button", className: "close", "aria-label": "Close details", onclick: () => page.choose("none", "") }, "×"));
}

/** @param {Page} page @param {number[]} ids */
function cards(page, ids) {
  const list = el("div", { className: "cards" });
  const more = (/** @type {number} */ from) => {
    list.append(...ids.slice(from, from + CARDS_SHOWN).map((id) => card(page, id)));
    if (ids.length > from + CARDS_SHOWN) {
      const button = el("button", { type: "button", onclick: () => { button.remove(); more(from + CARDS_SHOWN); } }, `${ids.length - from - CARDS_SHOWN} more`);
      list.append(button);
    }
  };
  more(0);
  return list;
}

/** @param {Page} page @param {View} view @param {string} id */
function linePanel(page, view, id) {
  const line = /** @type {import("./model.js").Line} */ (page.model.lineOf.get(id));
  const shown = view.lines.get(id) ?? line.statements;
  const beside = page.model.lines.filter((other) => other.id !== id && view.lines.has(other.id) && ((other.from === line.from && other.to === line.to) || (other.from === line.to && other.to === line.from)));
  const claims = [...new Set(shown.map((statement) => statement.claim))];
  return [
    closing(page, el("span", {}, nameButton(page, line.from, 40), " → ", nameButton(page, line.to, 40))),
    claims.length === 1 ? card(page, claims[0], { open: true }) : cards(page, claims),
    beside.length ? el("h3", {}, "Also between the two") : null,
    ...beside.map((other) => cards(page, [...new Set((view.lines.get(other.id) ?? []).map((s) => s.claim))])),
  ];
}

/** @param {Page} page @param {View} view @param {string} id */
function sentencePanel(page, view, id) {
  const [article, place] = id.split(".").map(Number);
  const sentence = page.model.articles[article]?.sentences[place];
  const claims = (sentence?.claims ?? []).filter((claim) => view.claimSet.has(claim));
  const out = (sentence?.claims.length ?? 0) - claims.length;
  return [
    closing(page, claims.length === 1 ? "1 statement in this sentence" : `${claims.length} statements in this sentence`),
    out ? el("p", { className: "quiet" }, `${out} more are filtered out.`) : null,
    claims.length === 1 ? card(page, claims[0], { open: true }) : cards(page, claims),
  ];
}

/** @param {Page} page @param {View} view @param {number} id */
function entityPanel(page, view, id) {
  const { model, store } = page;
  const entity = model.entities[id];
  const kind = model.classes[entity.type];
  const about = entity.about.filter((claim) => view.claimSet.has(claim)), says = entity.says.filter((claim) => view.claimSet.has(claim));
  const known = about.filter((claim) => model.claims[claim].subject === id && model.claims[claim].object.entity === undefined);
  const linked = about.filter((claim) => !known.includes(claim));
  const out = entity.about.length - about.length;
  const { focus, added } = store.state;
  const beyond = [...new Set(about.flatMap((claim) => [...partiesOf(model.claims[claim])]))].filter((other) => !view.entitySet.has(other));
  return [
    closing(page, words(shortened(entity.name, 140))),
    el("p", { className: "kind" }, classSign(model, entity.type, page.paint()), kind.label, el("span", { className: "quiet" }, ` · in ${number(entity.statements)} of ${many(model.claims.length, "statement")}`)),
    aliasLine(entity),
    el("p", { className: "acts" },
      el("button", { type: "button", "aria-pressed": String(focus?.id === id && focus.hops === 1), onclick: () => store.set({ focus: { id, hops: 1 } }) }, "Focus"),
      el("button", { type: "button", "aria-pressed": String(focus?.id === id && focus.hops === 2), onclick: () => store.set({ focus: { id, hops: 2 } }) }, "2 steps"),
      entity.says.length ? el("button", { type: "button", onclick: () => onlyVoice(page, entity.iri) }, "By their account") : null,
      beyond.length ? el("button", { type: "button", onclick: () => store.set({ added: [...added, ...beyond] }) }, beyond.length === 1 ? "Draw the 1 linked name not drawn" : `Draw the ${beyond.length} linked names not drawn`) : null),
    pathForm(page, id),
    known.length ? [el("h3", {}, "Known of them"), cards(page, known)] : null,
    el("h3", {}, `Said about them (${number(linked.length)})`), linked.length ? cards(page, linked) : el("p", { className: "quiet" }, entity.statements ? "Nothing in view." : "Only mentioned: no statement names them."),
    says.length ? [el("h3", {}, `What they say (${number(says.length)})`), cards(page, says)] : null,
    out ? el("p", { className: "quiet" }, `${out} more ${out === 1 ? "statement is" : "statements are"} filtered out.`) : null,
  ].flat();
}

/** @param {import("./model.js").Entity} entity */
function aliasLine(entity) {
  const others = entity.aliases.filter((alias) => alias !== entity.name);
  if (!others.length && !entity.misspellings.length) return null;
  const list = [...others.filter((a) => !entity.misspellings.includes(a)).map((alias) => words(shortened(alias, 80))), ...entity.misspellings.map((alias) => el("span", {}, words(shortened(alias, 80)), el("span", { className: "quiet" }, " (probably a misspelling)")))];
  return el("p", { className: "aliases" }, "Also: ", list.flatMap((part, i) => [i ? ", " : "", part]));
}

/** @param {Page} page @param {string} iri */
function onlyVoice(page, iri) {
  const every = new Set(page.model.claims.flatMap((claim) => (claim.sources.length ? claim.sources.map((id) => page.model.entities[id].iri) : ["own"])));
  every.delete(iri);
  page.store.setOff("source", every);
}

/** The story in plain words, counted over all statements. @param {Page} page @param {View} view */
function glance(page, view) {
  const { model } = page;
  const { central, brokers, circles, within } = model.summary;
  const links = new Map(central.map((id) => [id, new Set(model.entities[id].about.flatMap((claim) => [...partiesOf(model.claims[claim])])).size - 1]));
  const name = (/** @type {number} */ id) => nameButton(page, id, 60);
  return [
    el("h2", {}, "At a glance"),
    el("p", {}, countsSentence(page)),
    central.length ? [el("h3", {}, "In the middle"), el("ul", {}, central.map((id) => el("li", {}, name(id), ` is in ${number(model.entities[id].statements)} statements, linked to ${number(links.get(id) ?? 0)} others`)))] : null,
    brokers.length ? [el("h3", {}, "Brokers, who link the others"), el("ul", {}, brokers.map(([id, share]) => el("li", {}, name(id), ` is on ${Math.round(share * 100)} % of the shortest ways between two others`)))] : null,
    circles.length > 1 ? [el("h3", {}, "Circles"), el("ul", {}, circles.map((ids) => el("li", {}, "Around ", name(ids[0]), ": ", ids.slice(1, 6).flatMap((id, i) => [i ? ", " : "", name(id)]), ids.length > 6 ? ` and ${ids.length - 6} more` : "")))] : null,
    within ? el("p", { className: "quiet" }, `Links and circles are counted among the ${within} most named.`) : null,
    el("p", { className: "quiet" }, view.filtered ? "Counted over all statements, not only those in view. " : "", "Choose a name, a line or a sentence to read what is said, and by whom."),
  ].flat();
}

/** @param {Page} page */
function countsSentence(page) {
  const { model } = page;
  const own = model.claims.filter((claim) => !claim.sources.length && claim.status === "asserted").length;
  const reported = model.claims.filter((claim) => claim.sources.length).length;
  const open = model.claims.filter((claim) => claim.status !== "asserted" && claim.status !== "denied").length;
  const denied = model.claims.filter((claim) => claim.status === "denied").length;
  const tentative = model.claims.filter((claim) => claim.tentative).length;
  const articles = model.articles.length === 1 ? "The article makes" : `${model.articles.length} articles make`;
  const parts = [
    `${articles} ${many(model.claims.length, "statement")} about ${many(model.entities.length, "person, organisation, place or thing", "people, organisations, places and things")}.`,
    own ? `${number(own)} ${own === 1 ? "is" : "are"} stated as fact.` : "Nothing is stated as fact.",
    reported ? `${number(reported)} ${reported === 1 ? "is" : "are"} somebody’s account.` : "",
    denied ? `${number(denied)} ${denied === 1 ? "denies" : "deny"} something.` : "",
    open ? `${number(open)} ${open === 1 ? "is a plan, a possibility or a request" : "are plans, possibilities or requests"}: nobody says that ${open === 1 ? "it" : "they"} happened.` : "",
    tentative ? `${number(tentative)} ${tentative === 1 ? "is" : "are"} ${model.styles.tentative.label}: how the sentence is to be read is not sure.` : "",
  ];
  return parts.filter(Boolean).join(" ");
}

/** @param {number} count @param {string} one @param {string} [several] */
function many(count, one, several = `${one}s`) {
  return `${number(count)} ${count === 1 ? one : several}`;
}

/** The entities and lines that go with what is selected. @param {Page} page @param {View} view @param {import("./state.js").State} state @returns {import("./picture.js").Lit | null} */
export function litBy(page, view, state) {
  const { model } = page;
  const { selected } = state;
  if (!selected) return null;
  if (selected.kind === "entity") {
    const id = Number(selected.id);
    const lines = [...view.lines.keys()].filter((key) => { const line = model.lineOf.get(key); return line?.from === id || line?.to === id; });
    return { ...litLines(page, lines, [id]), centre: id };
  }
  if (selected.kind === "line") return litLines(page, [selected.id], []);
  const claims = selected.kind === "claim" ? [Number(selected.id)] : sentenceClaims(page, selected.id).filter((claim) => view.claimSet.has(claim));
  return litLines(page, claims.flatMap((claim) => model.linesOfClaim.get(claim) ?? []), claims.flatMap((claim) => [...partiesOf(model.claims[claim])]));
}

/** @param {Page} page @param {string} id */
export function sentenceClaims(page, id) {
  const [article, place] = id.split(".").map(Number);
  return page.model.articles[article]?.sentences[place]?.claims ?? [];
}

/** @param {Page} page @param {string[]} lines @param {number[]} entities @returns {import("./picture.js").Lit} */
export function litLines(page, lines, entities) {
  const found = new Set(entities);
  for (const id of lines) {
    const line = page.model.lineOf.get(id);
    if (line) found.add(line.from).add(line.to);
  }
  return { entities: found, lines: new Set(lines) };
}

/** What a listener hears of a selection. @param {Page} page @param {import("./state.js").Selection} selected @param {View} view */
export function spoken(page, selected, view) {
  const { model } = page;
  if (selected.kind === "entity") {
    const entity = model.entities[Number(selected.id)];
    return `${shortened(entity.name)}, ${model.classes[entity.type].label}, ${many(entity.statements, "statement")}`;
  }
  if (selected.kind === "line") {
    const line = model.lineOf.get(selected.id);
    return line ? `Line from ${shortened(model.entities[line.from].name)} to ${shortened(model.entities[line.to].name)}, ${many(view.lines.get(line.id)?.length ?? 0, "statement")}` : "";
  }
  if (selected.kind === "claim") {
    const claim = model.claims[Number(selected.id)];
    return `${shortened(model.entities[claim.subject].name)}, ${relationLabel(model, claim)}, ${shortened(endName(model, claim.object))}: ${claim.status}`;
  }
  return `${many(sentenceClaims(page, selected.id).length, "statement")} in this sentence`;
}
