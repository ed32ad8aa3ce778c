// What the page knows, read from its blocks of JSON and tied together.

/** @typedef {{entity?: number, value?: string, datatype?: string}} End */
/** @typedef {{relation: number} & End} Qualifier */
/** @typedef {{value: string, start: string | null, end: string | null, precision: string}} Time */
/**
 * @typedef {object} Claim
 * @property {number} id @property {string} iri @property {number} article @property {number} subject
 * @property {number} relation @property {End} object @property {Qualifier[]} qualifiers
 * @property {string} status @property {boolean} negative @property {string} modality @property {number[]} sources
 * @property {Time | null} time @property {string} lemma @property {string} rule @property {string} why
 * @property {number} confidence @property {boolean} [tentative]
 * @property {number} start in UTF-16 units, as the page counts
 * @property {number} end
 * @property {[number, number]} offsets in characters, as the graph counts
 */
/** @typedef {{start: number, end: number, claims: number[]}} Sentence */
/** @typedef {{iri: string, headline: string, text: string, published: string | null, source: string, sentences: Sentence[]}} Article */
/**
 * @typedef {object} Entity
 * @property {number} id @property {string} iri @property {string} name @property {string} type
 * @property {string[]} aliases @property {string[]} misspellings @property {number} statements @property {number} importance
 * @property {number[]} about claims that name it @property {number[]} says claims of which it is a source
 */
/** @typedef {{claim: number, qualifier: number | null}} Statement */
/**
 * @typedef {object} Line
 * @property {string} id @property {number} from @property {number} to @property {string} status
 * @property {boolean} attributed @property {boolean} tentative @property {number} bow @property {Statement[]} statements
 */
/** @typedef {{id: number, label: string, x: number, y: number, size: number, shape: string, color: string}} Place */
/** @typedef {{label: string, comment: string, color: string, dash: number[], width: number, opacity: number, mark: string}} LineStyle */
/** @typedef {{label: string, color: string, shape: string, icon: string}} ClassStyle */
/** @typedef {{central: number[], brokers: [number, number][], circles: number[][], within: number | null}} Summary */
/**
 * @typedef {object} Model
 * @property {string} base @property {Article[]} articles @property {Entity[]} entities @property {Claim[]} claims
 * @property {{iri: string, label: string}[]} relations @property {Record<string, ClassStyle>} classes
 * @property {Record<string, LineStyle>} styles @property {Line[]} lines @property {Map<string, Line>} lineOf
 * @property {Map<number, string[]>} linesOfClaim @property {Place[]} places @property {object} options @property {Summary} summary
 */

/** @returns {Model} */
export function readModel() {
  const data = block("data");
  const units = data.articles.map((/** @type {any} */ a) => unitsOf(a.text));
  const claims = data.claims.map((/** @type {any} */ raw, /** @type {number} */ id) => claimOf(raw, id, units[raw.article]));
  /** @type {Claim[][]} */
  const of = data.articles.map(() => []);
  for (const claim of claims) of[claim.article].push(claim);
  const articles = data.articles.map((/** @type {any} */ a, /** @type {number} */ id) => articleOf(a, of[id]));
  const entities = data.entities.map((/** @type {any} */ e, /** @type {number} */ id) => ({
    aliases: [], misspellings: [], statements: 0, importance: 0, about: [], says: [], ...e, id,
  }));
  const lines = block("edges").map((/** @type {any} */ edge) => lineOfEdge(edge, claims));
  /** @type {Model} */
  const model = {
    ...data, articles, claims, entities, lines, styles: data.lines, places: block("nodes"), options: block("options"),
    lineOf: new Map(lines.map((/** @type {Line} */ line) => [line.id, line])), linesOfClaim: new Map(),
  };
  tie(model);
  return model;
}

/** @param {string} id */
function block(id) {
  return JSON.parse(document.getElementById(id)?.textContent ?? "null");
}

/** @param {any} raw @param {number} id @param {Uint32Array | null} units @returns {Claim} */
function claimOf(raw, id, units) {
  const { start, end } = raw;
  return {
    qualifiers: [], negative: false, modality: "", sources: [], time: null, lemma: "", ...raw, id,
    start: units ? units[start] : start, end: units ? units[end] : end, offsets: [start, end],
  };
}

/** An article whose sentences are told apart when somebody first asks for them. @param {any} raw @param {Claim[]} claims @returns {Article} */
function articleOf(raw, claims) {
  /** @type {Sentence[] | null} */
  let sentences = null;
  return {
    ...raw,
    get sentences() {
      if (!sentences) {
        sentences = sentencesOf(raw.text);
        for (const claim of claims) for (const sentence of touching(sentences, claim.start, claim.end)) sentence.claims.push(claim.id);
      }
      return sentences;
    },
  };
}

/** Where each character stands in UTF-16; null where both counts agree. @param {string} text */
function unitsOf(text) {
  if (!/[\ud800-\udbff][\udc00-\udfff]/.test(text)) return null;
  const found = [0];
  for (const letter of text) found.push(found[found.length - 1] + letter.length);
  return Uint32Array.from(found);
}

/** Status and voice of a line are those of its statements, which are bundled by them. @param {any} edge @param {Claim[]} claims @returns {Line} */
function lineOfEdge(edge, claims) {
  const statements = edge.statements.map((/** @type {number | [number, number]} */ s) =>
    typeof s === "number" ? { claim: s, qualifier: null } : { claim: s[0], qualifier: s[1] });
  const first = claims[statements[0].claim];
  return { id: edge.id, from: edge.from, to: edge.to, status: first.status, attributed: first.sources.length > 0, tentative: statements.every((/** @type {Statement} */ s) => Boolean(claims[s.claim].tentative)), bow: edge.bow ?? 0, statements };
}

/** @param {Model} model */
function tie(model) {
  for (const claim of model.claims) {
    for (const id of partiesOf(claim)) model.entities[id].about.push(claim.id);
    for (const id of claim.sources) model.entities[id].says.push(claim.id);
  }
  for (const line of model.lines) {
    for (const { claim } of line.statements) {
      const known = model.linesOfClaim.get(claim);
      if (known) known.push(line.id);
      else model.linesOfClaim.set(claim, [line.id]);
    }
  }
}

/** Everybody that a claim is about: its ends and those of its qualifiers. @param {Claim} claim @returns {Set<number>} */
export function partiesOf(claim) {
  const found = new Set([claim.subject]);
  for (const end of [claim.object, ...claim.qualifiers]) if (end.entity !== undefined) found.add(end.entity);
  return found;
}

/** @param {string} text @returns {Sentence[]} */
function sentencesOf(text) {
  /** @type {Sentence[]} */
  const found = [];
  const segmenter = "Segmenter" in Intl ? new Intl.Segmenter("en", { granularity: "sentence" }) : null;
  for (const line of text.matchAll(/[^\n]+/g)) {
    const parts = segmenter ? segmenter.segment(line[0]) : [{ segment: line[0], index: 0 }];
    for (const { segment, index } of parts) {
      const start = line.index + index;
      const before = found[found.length - 1];
      if (before && before.end === start && /(?:^|\s)(?:Mr|Mrs|Ms|Dr|St|Prof|Rev|Sgt|Gen|Lt|v|No)\.\s$/.test(text.slice(before.start, start))) {
        before.end = start + segment.length;
      } else found.push({ start, end: start + segment.length, claims: [] });
    }
  }
  return found;
}

/** The sentences that a stretch of text touches. @param {Article} article @param {number} start @param {number} end @returns {Sentence[]} */
export function sentencesAt(article, start, end) {
  return touching(article.sentences, start, end);
}

/** @param {Sentence[]} all @param {number} start @param {number} end @returns {Sentence[]} */
function touching(all, start, end) {
  let low = 0, high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (all[middle].end <= start) low = middle + 1;
    else high = middle;
  }
  const found = [];
  while (low < all.length && all[low].start < Math.max(end, start + 1)) found.push(all[low++]);
  return found;
}

/** @param {Model} model @param {Claim} claim */
export function quoteOf(model, claim) {
  return model.articles[claim.article].text.slice(claim.start, claim.end);
}

/** @param {Model} model @param {End} end */
export function endName(model, end) {
  return end.entity !== undefined ? model.entities[end.entity].name : end.value ?? "";
}

/** A relation's label as one reads it: the ontology writes jobTitle, the page job title. @param {string} label */
export function asWords(label) {
  if (/[\s_]/.test(label) || !/^\p{Ll}/u.test(label)) return label;
  return label.replace(/(?<=[\p{Ll}\d])\p{Lu}(?!\p{Lu})/gu, (letter) => ` ${letter.toLowerCase()}`).replace(/(?<=\p{Ll})(?=\p{Lu})/gu, " ");
}

/** @param {Model} model @param {{relation: number}} of a claim or one of its circumstances */
export function relationLabel(model, { relation }) {
  return asWords(model.relations[relation].label);
}

/** The relation's words, with the mark that keeps a plan or a denial from being read as a fact. @param {Model} model @param {Claim} claim */
export function relationWords(model, claim) {
  const label = relationLabel(model, claim);
  const marks = [model.styles[claim.status].mark, claim.negative && claim.status !== "denied" ? model.styles.denied.mark : ""];
  const said = marks.filter(Boolean).join(", ");
  return said ? `${said}: ${label}` : label;
}

/** A claim as a line of plain text. @param {Model} model @param {Claim} claim */
export function claimText(model, claim) {
  const tail = claim.qualifiers.map((q) => `, ${relationLabel(model, q)} ${shortText(endName(model, q))}`).join("");
  return `${shortText(model.entities[claim.subject].name)} — ${relationWords(model, claim)} — ${shortText(endName(model, claim.object))}${tail}`;
}

/** @param {string} text */
function shortText(text) {
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}

/** Who says it, innermost first; nobody means the article itself. @param {Model} model @param {Claim} claim */
export function voiceText(model, claim) {
  if (!claim.sources.length) return model.styles.own.label;
  return claim.sources.map((id) => shortText(model.entities[id].name)).join(", as reported by ");
}

/** The relation of a line in short, and how many more statements it holds. @param {Model} model @param {Statement[]} statements */
export function lineWords(model, statements) {
  const names = [...new Set(statements.map((statement) => statementWords(model, statement)))];
  const first = Array.from(names[0]);
  const words = first.length > 24 ? `${first.slice(0, 23).join("")}…` : names[0];
  return statements.length > 1 ? `${clean(words)} +${statements.length - 1}` : clean(words);
}

/** @param {Model} model @param {Statement} statement */
export function statementWords(model, { claim, qualifier }) {
  const words = relationWords(model, model.claims[claim]);
  return qualifier === null ? words : `${words} … ${relationLabel(model, model.claims[claim].qualifiers[qualifier])}`;
}

/** Without the characters that would turn the words around them. @param {string} text */
function clean(text) {
  return text.slice(0, 60).replace(/[\u0000-\u001f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, " ");
}
