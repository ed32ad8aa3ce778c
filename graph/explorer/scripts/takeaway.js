// Taking the view away: a link, a picture, a table, data. All of it is what the filters let through, and says so.

import { copied } from "./cards.js";
import { announce, el, fill } from "./dom.js";
import { iconShapes } from "./icons.js";
import { FONT, ROW, along, sizeOf } from "./labels.js";
import { endName, quoteOf } from "./model.js";
import { lineLook, nodeLook, outline, shape } from "./paint.js";

/** @typedef {import("./cards.js").Page} Page */
/** @typedef {import("./visible.js").View} View */

/** @param {Page} page @param {HTMLElement} sheet @param {{view: () => View, picture: import("./picture.js").Picture}} from */
export function setUpTakeaway(page, sheet, { view, picture }) {
  const act = (/** @type {string} */ label, /** @type {() => void} */ what) => el("button", { type: "button", onclick: what }, label);
  fill(sheet,
    act("Copy a link to this view", async () => announce((await copied(location.href)) ? "Link copied." : "The browser did not allow copying: the link is in the address bar.")),
    act("Picture (PNG)", () => savePng(page, picture)),
    act("Picture (SVG)", () => save("graph.svg", "image/svg+xml", svgOf(page, view(), picture))),
    act("Statements (CSV)", () => save("statements.csv", "text/csv", csvOf(page, view()))),
    act("Statements (JSON)", () => save("statements.json", "application/json", jsonOf(page, view()))),
    act("Print", () => print()));
}

/** @param {string} name @param {string} type @param {string | Blob} what */
function save(name, type, what) {
  const url = URL.createObjectURL(typeof what === "string" ? new Blob([what], { type: `${type};charset=utf-8` }) : what);
  const link = el("a", { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  announce(`${name} saved.`);
}

/** @param {Page} page @param {import("./picture.js").Picture} picture */
function savePng(page, picture) {
  const from = /** @type {HTMLCanvasElement} */ (picture.container.querySelector("canvas"));
  const canvas = el("canvas", { width: from.width, height: from.height });
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  context.fillStyle = page.paint().paper;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(from, 0, 0);
  canvas.toBlob((blob) => blob && save("graph.png", "image/png", blob), "image/png");
}

/** The picture as it stands on the screen, as vectors. @param {Page} page @param {View} view @param {import("./picture.js").Picture} picture */
export function svgOf(page, view, picture) {
  const { clientWidth: width, clientHeight: height } = picture.container;
  const paint = page.paint(), scale = picture.network.getScale();
  const at = (/** @type {number} */ id) => picture.network.canvasToDOM(picture.network.getPosition(id));
  const svg = shape("svg", { xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${width} ${height}`, width, height });
  const title = shape("title", {});
  title.textContent = document.title;
  svg.append(title, shape("rect", { width, height, fill: paint.paper }));
  for (const [id, statements] of view.lines) {
    const line = /** @type {import("./model.js").Line} */ (page.model.lineOf.get(id));
    svg.append(...lineShapes(page, line, statements.length, at, scale, picture.sizeOf(line.to) * scale));
  }
  for (const id of view.entities) {
    const { x, y } = at(id);
    const look = nodeLook(page.model, id, paint, "plain");
    svg.append(shape("path", { d: outline(look.shape, picture.sizeOf(id) * scale), transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})`, fill: look.color.background }), ...iconShapes(page.model, page.model.entities[id].type, x, y, picture.sizeOf(id) * scale, paint.paper));
  }
  for (const label of picture.labels) svg.append(...labelShapes(label, paint.paper));
  return new XMLSerializer().serializeToString(svg).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, " ");
}

/** @param {Page} page @param {import("./model.js").Line} line @param {number} count @param {(id: number) => {x: number, y: number}} at @param {number} scale @param {number} radius of the node where it ends */
function lineShapes(page, line, count, at, scale, radius) {
  const from = at(line.from), to = at(line.to);
  const look = lineLook(page.model, line, count, page.paint(), "plain");
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const end = along(from, to, line.bow, 1 - Math.min(0.45, (radius + 2) / length));
  const near = along(from, to, line.bow, 1 - Math.min(0.5, (radius + 10) / length));
  const steps = [0.25, 0.5, 0.75].map((share) => along(from, to, line.bow, share));
  const own = line.from === line.to;
  const d = own ? `M${from.x} ${from.y}c40 -50 -40 -50 0 0` : `M${[from, ...steps.filter((p) => Math.hypot(p.x - from.x, p.y - from.y) < Math.hypot(end.x - from.x, end.y - from.y)), end].map((p) => `${p.x.toFixed(1)} ${p.y.toFixed(1)}`).join("L")}`;
  const stroke = look.color.color;
  const angle = (Math.atan2(end.y - near.y, end.x - near.x) * 180) / Math.PI;
  const head = shape("path", { d: line.attributed ? "M-7 -4L0 0L-7 4" : "M-8 -4L0 0L-8 4Z", fill: line.attributed ? "none" : stroke, stroke, transform: `translate(${end.x.toFixed(1)} ${end.y.toFixed(1)}) rotate(${angle.toFixed(0)})` });
  const path = shape("path", { d, fill: "none", stroke, "stroke-width": (look.width * scale).toFixed(2), "stroke-dasharray": look.dashes ? look.dashes.map((n) => (n * scale).toFixed(1)).join(" ") : "none" });
  return own ? [path] : [path, head];
}

/** @param {import("./labels.js").Label} label @param {string} paper */
function labelShapes(label, paper) {
  return label.rows.map((row, i) => {
    const text = shape("text", { x: label.x.toFixed(1), y: (label.y + (i - (label.rows.length - 1) / 2) * ROW).toFixed(1), fill: label.color, stroke: paper, "stroke-width": 4, "paint-order": "stroke", "text-anchor": "middle", "dominant-baseline": "central", "font-family": FONT, "font-size": sizeOf(label.kind), "font-weight": label.bold ? 600 : 400 });
    text.textContent = row;
    return text;
  });
}

/** The statements in view with full IRIs and with offsets as the graph counts them. @param {Page} page @param {View} view */
export function recordsOf({ model }, view) {
  const iri = (/** @type {number} */ id) => model.base + model.entities[id].iri;
  const end = (/** @type {import("./model.js").End} */ e) => (e.entity !== undefined ? { iri: iri(e.entity), name: model.entities[e.entity].name, type: model.entities[e.entity].type } : { value: e.value, datatype: e.datatype });
  return view.claims.map((id) => {
    const claim = model.claims[id], article = model.articles[claim.article];
    return {
      id: model.base + claim.iri, article: { iri: model.base + article.iri, headline: article.headline, published: article.published, source: article.source },
      subject: end({ entity: claim.subject }), predicate: model.relations[claim.relation], object: end(claim.object),
      qualifiers: claim.qualifiers.map((q) => ({ predicate: model.relations[q.relation], object: end(q) })),
      status: claim.status, polarity: claim.negative ? "negative" : "positive", modality: claim.modality || null,
      sources: claim.sources.map((s) => end({ entity: s })), time: claim.time,
      evidence: { start: claim.offsets[0], end: claim.offsets[1], quote: quoteOf(model, claim) }, rule: claim.rule, why: claim.why, confidence: claim.confidence, tentative: Boolean(claim.tentative),
    };
  });
}

/** @param {Page} page @param {View} view */
export function jsonOf(page, view) {
  return JSON.stringify({ title: document.title, statements: view.claims.length, of: page.model.claims.length, claims: recordsOf(page, view) }, null, 1);
}

/** @param {Page} page @param {View} view */
export function csvOf(page, view) {
  const { model } = page;
  const head = ["subject", "relation", "object", "qualifiers", "status", "polarity", "sources", "time", "quote", "start", "end", "article", "published", "confidence", "tentative", "claim"];
  const rows = view.claims.map((id) => {
    const claim = model.claims[id], article = model.articles[claim.article];
    const around = claim.qualifiers.map((q) => `${model.relations[q.relation].label}: ${endName(model, q)}`).join("; ");
    return [model.entities[claim.subject].name, model.relations[claim.relation].label, endName(model, claim.object), around, claim.status, claim.negative ? "negative" : "positive",
      claim.sources.map((s) => model.entities[s].name).join("; "), claim.time?.value ?? "", quoteOf(model, claim), claim.offsets[0], claim.offsets[1], article.headline, article.published ?? "", claim.confidence, String(Boolean(claim.tentative)), model.base + claim.iri];
  });
  return `\ufeff${[head, ...rows].map((cells) => cells.map(csvCell).join(",")).join("\r\n")}\r\n`;
}

/** Quoted as in RFC 4180; a text that a spreadsheet would take for a formula gets an apostrophe. @param {string | number} value */
function csvCell(value) {
  const text = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
