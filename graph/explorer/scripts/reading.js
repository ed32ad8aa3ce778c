// The article beside the graph: a sentence lights up its lines, and a statement lights up its words.

import { el, fill, shortened, words } from "./dom.js";

/** @typedef {import("./cards.js").Page} Page */
/** @typedef {{start: number, end: number, kind: "words" | "name"}} Span */

export class Reader {
  /** @param {Page} page @param {HTMLElement} container */
  constructor(page, container) {
    this.page = page;
    this.container = container;
    /** @type {number} */
    this.shown = -1;
    /** @type {HTMLElement[]} */
    this.sentences = [];
    this.open(0);
  }

  /** @param {number} number */
  open(number) {
    const { articles } = this.page.model;
    if (this.shown === number || !articles[number]) return;
    this.shown = number;
    const article = articles[number];
    const choice = articles.length > 1 ? el("select", { "aria-label": "Article", onchange: (/** @type {Event} */ e) => this.open(Number(/** @type {HTMLSelectElement} */ (e.target).value)) },
      articles.map((a, i) => el("option", { value: String(i), selected: i === number }, shortened(a.headline || `Article ${i + 1}`, 80)))) : null;
    this.sentences = article.sentences.map((sentence, i) => this.sentence(sentence, `${number}.${i}`));
    this.body = el("div", { className: "prose", onkeydown: (/** @type {KeyboardEvent} */ e) => this.key(e) }, this.paragraphs(article));
    fill(this.container, el("h2", {}, "The article"), choice, articles.length > 1 ? el("p", { className: "headline", dir: "auto" }, words(shortened(article.headline, 300))) : null, this.body);
    const first = this.sentences.find((s) => s.tabIndex === -1 && s.getAttribute("role"));
    if (first) first.tabIndex = 0;
  }

  /** @param {import("./model.js").Article} article */
  paragraphs(article) {
    const found = [];
    let last = null, end = -1;
    for (const [i, sentence] of article.sentences.entries()) {
      if (!last || article.text.slice(end, sentence.start).includes("\n")) found.push((last = el("p", { dir: "auto" })));
      last.append(this.sentences[i]);
      end = sentence.end;
    }
    return found;
  }

  /** @param {import("./model.js").Sentence} sentence @param {string} id */
  sentence(sentence, id) {
    const said = sentence.claims.length > 0;
    const choose = () => { if (!getSelection()?.toString()) this.page.choose("sentence", id); };
    const span = said
      ? el("span", { className: "sentence said", role: "button", tabindex: "-1", "aria-pressed": "false", data: { id }, title: `${sentence.claims.length} ${sentence.claims.length === 1 ? "statement" : "statements"}`, onclick: choose })
      : el("span", { className: "sentence" });
    span.textContent = this.page.model.articles[this.shown].text.slice(sentence.start, sentence.end);
    return span;
  }

  /** Arrow keys go from sentence to sentence, Enter chooses. @param {KeyboardEvent} event */
  key(event) {
    const said = this.sentences.filter((s) => s.getAttribute("role"));
    const at = said.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    if (at < 0) return;
    const next = event.key === "ArrowDown" ? at + 1 : event.key === "ArrowUp" ? at - 1 : -1;
    if (event.key === "Enter" || event.key === " ") said[at].click();
    else if (!said[next]) return;
    else {
      said[at].tabIndex = -1;
      said[next].tabIndex = 0;
      said[next].focus();
    }
    event.preventDefault();
  }

  /** Light up these stretches and no others. @param {number} article @param {Span[]} spans @param {string | null} pressed the sentence that is chosen @param {"no" | "yes" | "alone"} scroll */
  light(article, spans, pressed, scroll) {
    if (spans.length || pressed) this.open(article);
    if (!this.page.model.articles[this.shown]) return;
    const { text, sentences } = this.page.model.articles[this.shown];
    /** @type {HTMLElement | null} */
    let first = null;
    for (const [i, element] of this.sentences.entries()) {
      const { start, end } = sentences[i];
      const inside = article === this.shown ? spans.filter((span) => span.start < end && span.end > start) : [];
      if (inside.length || element.childElementCount) fill(element, marked(text, start, end, inside));
      const chosen = pressed === `${this.shown}.${i}`;
      element.classList.toggle("chosen", chosen);
      if (element.getAttribute("role")) element.setAttribute("aria-pressed", String(chosen));
      if (!first && (chosen || inside.some((span) => span.kind === "words"))) first = element;
    }
    if (scroll !== "no" && first) this.bring(first, scroll === "alone");
  }

  /** Scroll the article to the sentence; the whole page, where it is one column, only if the words alone were asked for. @param {HTMLElement} sentence @param {boolean} alone */
  bring(sentence, alone) {
    const box = this.container.getBoundingClientRect(), place = sentence.getBoundingClientRect();
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (getComputedStyle(this.container).overflowY === "visible") {
      if (alone) sentence.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
      return;
    }
    if (place.top < box.top + 40 || place.bottom > box.bottom) this.container.scrollTo({ top: this.container.scrollTop + place.top - box.top - box.height / 3, behavior: calm ? "auto" : "smooth" });
  }
}

/** A stretch of text with its marks; where two overlap, words win over names. @param {string} text @param {number} start @param {number} end @param {Span[]} spans */
function marked(text, start, end, spans) {
  const cuts = [...new Set([start, end, ...spans.flatMap((span) => [span.start, span.end]).filter((at) => at > start && at < end)])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, i) => {
    const piece = text.slice(from, cuts[i + 1]);
    const over = spans.filter((span) => span.start <= from && span.end >= cuts[i + 1]);
    if (!over.length) return piece;
    return el("mark", { className: over.some((span) => span.kind === "words") ? "words" : "name" }, piece);
  });
}

/** Where the names of an entity stand in a text, the longest first. @param {string} text @param {import("./model.js").Entity} entity @returns {Span[]} */
export function namesIn(text, entity) {
  // "the head teacher" may be somebody else elsewhere in the text: of the other names, only proper ones are looked for.
  const others = [...entity.aliases, ...entity.misspellings].filter((name) => /\p{Lu}/u.test(name));
  const names = [entity.name, ...others].filter((name) => name.length > 1 && name.length < 200);
  if (!names.length) return [];
  const pattern = names.sort((a, b) => b.length - a.length).map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
  return [...text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, "gu"))].map((found) => ({ start: found.index, end: found.index + found[0].length, kind: "name" }));
}
