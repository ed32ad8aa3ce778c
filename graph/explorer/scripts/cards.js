// A statement as the reader meets it everywhere: what is said, whether it happened, by whose account, when, and the words.

import { announce, el, shortened, words } from "./dom.js";
import { quoteOf, relationLabel, relationWords, sentencesAt } from "./model.js";
import { lineSample } from "./paint.js";
import { whyWords } from "./why.js";

/** @typedef {import("./model.js").Model} Model */
/** @typedef {import("./model.js").Claim} Claim */
/** @typedef {{model: Model, paint: () => import("./paint.js").Paint, choose: (kind: "entity" | "line" | "claim" | "sentence" | "none", id: string) => void, store: import("./state.js").Store, anchor?: number | null}} Page */

/** A name that leads to its entity. @param {Page} page @param {number} id @param {number} [length] */
export function nameButton(page, id, length = 90) {
  const { name } = page.model.entities[id];
  return el("button", { type: "button", className: "name", title: name.length > length ? shortened(name, 400) : null, onclick: () => page.choose("entity", String(id)) }, words(shortened(name, length)));
}

/** @param {Page} page @param {import("./model.js").End} end */
function endPart(page, end) {
  return end.entity !== undefined ? nameButton(page, end.entity) : words(shortened(end.value ?? "", 300), "value");
}

/** Subject, relation, object and circumstances as one line. @param {Page} page @param {Claim} claim */
export function statementLine(page, claim) {
  const { model } = page;
  const around = claim.qualifiers.map((q) => el("span", { className: "around" }, " · ", words(relationLabel(model, q)), " ", endPart(page, q)));
  return el("p", { className: "statement" }, nameButton(page, claim.subject), " ", el("span", { className: `relation ${claim.status}` }, words(shortened(relationWords(model, claim)))), " ", endPart(page, claim.object), around);
}

/** The status with its line, and the narrower word where there is one. @param {Page} page @param {Claim} claim */
export function statusChip(page, claim) {
  const style = page.model.styles[claim.status];
  return el("span", { className: "chip", title: style.comment }, lineSample(page.model, claim.status, page.paint()), style.label, claim.modality ? ` (${claim.modality})` : "", claim.negative && claim.status !== "denied" ? ", negative" : "", claim.tentative ? el("span", { className: "quiet", title: page.model.styles.tentative.comment }, ` · ${page.model.styles.tentative.label}`) : null);
}

/** Who says it, from the innermost outwards. @param {Page} page @param {Claim} claim */
export function voiceLine(page, claim) {
  if (!claim.sources.length) return el("span", {}, page.model.styles.own.label);
  return el("span", {}, claim.sources.flatMap((id, i) => [i ? ", as reported by " : "", nameButton(page, id)]));
}

/** @param {import("./model.js").Time | null} time */
export function timeWords(time) {
  if (!time) return "";
  const open = /^--(\d\d)-(\d\d)$/.exec(time.value);
  if (open) return `${Number(open[2])} ${monthName(Number(open[1]))}, year open`;
  const [start, end] = time.value.split("/");
  if (end === undefined) return dayWords(start);
  if (!end || end === "..") return `since ${dayWords(start)}`;
  return !start || start === ".." ? `until ${dayWords(end)}` : `${dayWords(start)} to ${dayWords(end)}`;
}

/** @param {string} value */
function dayWords(value) {
  const found = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(value);
  if (!found) return shortened(value, 40);
  const [, year, month, day] = found;
  return [day ? Number(day) : "", month ? monthName(Number(month)) : "", year].filter(Boolean).join(" ");
}

/** @param {number} month */
function monthName(month) {
  return "January February March April May June July August September October November December".split(" ")[month - 1] ?? "";
}

/** The sentence around a claim's words, with these marked. @param {Page} page @param {Claim} claim */
export function quotation(page, claim) {
  const article = page.model.articles[claim.article];
  const around = sentencesAt(article, claim.start, claim.end);
  const start = Math.min(claim.start, ...around.map((s) => s.start)), end = Math.max(claim.end, ...around.map((s) => s.end));
  const before = article.text.slice(Math.max(start, claim.start - 400), claim.start), after = article.text.slice(claim.end, Math.min(end, claim.end + 400));
  const quote = quoteOf(page.model, claim);
  return el("blockquote", { dir: "auto" }, before, el("mark", {}, quote.length > 1500 ? `${quote.slice(0, 1500)}…` : quote), after.trimEnd());
}

/** A statement with all that is known about it. @param {Page} page @param {number} id @param {{open?: boolean, lit?: boolean}} [options] */
export function card(page, id, { open = false, lit = false } = {}) {
  const { model } = page;
  const claim = model.claims[id];
  const facts = [
    ["Status", statusChip(page, claim)], ["Says who", voiceLine(page, claim)],
    ["When", timeWords(claim.time) || (model.articles[claim.article].published ? `no date given; published ${dayWords(model.articles[claim.article].published ?? "")}` : "no date given")],
    ["Why", el("span", {}, words(shortened(whyWords(claim.why || claim.rule), 300)), el("span", { className: "quiet" }, ` · rule “`, words(shortened(claim.rule, 60)), `” · confidence ${Math.round(claim.confidence * 100)} %`))],
    claim.lemma ? ["Wording", words(shortened(claim.lemma, 90))] : null,
    model.articles.length > 1 ? ["Article", words(shortened(model.articles[claim.article].headline, 120))] : null,
  ];
  const more = el("dl", {}, facts.filter((f) => f !== null).flatMap(([term, what]) => [el("dt", {}, term), el("dd", {}, what)]));
  return el("article", { className: `card ${lit ? "lit" : ""}`, data: { claim: String(id) } },
    statementLine(page, claim), quotation(page, claim), open ? more : brief(page, claim),
    el("p", { className: "acts" },
      lit ? el("span", { className: "quiet" }, "Its words are lit in the article") : el("button", { type: "button", onclick: () => page.choose("claim", String(id)) }, "Show in the article"),
      el("button", { type: "button", onclick: () => copyQuote(page, claim) }, "Copy with source")));
}

/** @param {Page} page @param {Claim} claim */
function brief(page, claim) {
  const when = timeWords(claim.time);
  return el("p", { className: "brief" }, statusChip(page, claim), el("span", {}, "said by ", voiceLine(page, claim)), when ? el("span", {}, when) : null);
}

/** @param {Page} page @param {Claim} claim */
async function copyQuote(page, claim) {
  const article = page.model.articles[claim.article];
  const voice = claim.sources.map((id) => page.model.entities[id].name).join(", as reported by ");
  const text = `“${quoteOf(page.model, claim)}” (${[voice, article.headline, article.published, article.source].filter(Boolean).join(", ")})`;
  announce((await copied(text)) ? "Copied." : "The browser did not allow copying.");
}

/** @param {string} text @returns {Promise<boolean>} */
export async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = el("textarea", { value: text, className: "unseen" });
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }
}
