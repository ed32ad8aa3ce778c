// The picture: vis-network draws nodes and lines where pyvis has put them; names and relations are ours.

import { ROW, drawLabels, lineSpots, nodeSpots, placeLabels, widthOf } from "./labels.js";
import { relationWords } from "./model.js";
import { lineLook, nodeLook } from "./paint.js";

/** @typedef {import("./model.js").Model} Model */
/** @typedef {import("./visible.js").View} View */
/** @typedef {import("./labels.js").Label} Label */
/** @typedef {{entities: Set<number>, lines: Set<string>, centre?: number}} Lit */

// Above this, lines are not drawn while the picture moves, and what is not selected is not dimmed.
const MANY = 1500;
// Beyond, names go before everything else in the picture.
const CROWD = 80;
// Up to here nodes change their size with the zoom.
const RESIZED = 1000;
// Up to here a neighbourhood is set out in rings.
const RINGS = 120;

export class Picture {
  /** @param {HTMLElement} container @param {Model} model @param {(kind: "entity" | "line" | "none", id: string) => void} chosen */
  constructor(container, model, chosen) {
    this.model = model;
    this.container = container;
    this.chosen = chosen;
    this.nodes = new vis.DataSet();
    this.edges = new vis.DataSet();
    /** @type {Map<number, {x: number, y: number}>} */
    this.positions = new Map(model.places.map((place) => [place.id, { x: place.x, y: place.y }]));
    this.places = this.positions;
    /** @type {number | null} */
    this.centre = null;
    /** @type {View | null} */
    this.view = null;
    /** @type {Lit | null} */
    this.lit = null;
    /** @type {Label[]} */
    this.labels = [];
    /** @type {string | number | null} */
    this.hovered = null;
    this.moving = false;
    this.boost = 1;
    this.network = new vis.Network(container, { nodes: this.nodes, edges: this.edges }, model.options);
    this.listen();
  }

  listen() {
    const { network } = this;
    network.on("click", (event) => this.clicked(event));
    network.on("dragEnd", (event) => { this.keep(event.nodes); this.still(); });
    network.on("dragStart", () => { this.moving = true; });
    network.on("zoom", () => this.zoomed());
    network.on("hoverEdge", ({ edge }) => this.hover(edge));
    network.on("blurEdge", () => this.hover(null));
    network.on("hoverNode", ({ node }) => this.hover(node));
    network.on("blurNode", () => this.hover(null));
    network.on("afterDrawing", (context) => this.drawNames(context));
  }

  /** @param {string | number | null} id */
  hover(id) {
    this.hovered = id;
    this.container.style.cursor = id === null ? "" : "pointer";
    this.network.redraw();
  }

  zoomed() {
    this.moving = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.still(), 160);
  }

  still() {
    this.moving = false;
    this.resize();
    this.network.redraw();
  }

  /** What was dragged stays where it was put, whatever is filtered afterwards. @param {number[]} ids */
  keep(ids) {
    for (const [id, place] of Object.entries(this.network.getPositions(ids))) this.positions.set(Number(id), place);
  }

  /** @param {{pointer: {DOM: {x: number, y: number}}, nodes: number[], edges: string[]}} event */
  clicked(event) {
    const { x, y } = event.pointer.DOM;
    const label = this.labels.find(({ rect }) => x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom);
    if (event.nodes.length) this.chosen("entity", String(event.nodes[0]));
    else if (label) this.chosen(label.kind, label.id);
    else if (event.edges.length) this.chosen("line", String(event.edges[0]));
    else this.chosen("none", "");
  }

  /** @param {View} view @param {Lit | null} lit @param {import("./paint.js").Paint} paint @param {number | null} centre of the focus */
  show(view, lit, paint, centre) {
    this.arrange(view, centre);
    const many = view.lines.size > MANY;
    // vis-network may draw in the middle of this: then nothing is to be named.
    this.view = null;
    this.lit = lit;
    this.paint = paint;
    this.many = many;
    this.network.setOptions({ interaction: { hideEdgesOnDrag: many, hideEdgesOnZoom: many, hover: !many } });
    const dims = lit && !many;
    update(this.nodes, view.entities.map((id) => ({
      ...nodeLook(this.model, id, paint, lit?.entities.has(id) ? "lit" : dims ? "dim" : "plain"), ...this.positions.get(id), size: this.sizeOf(id),
    })));
    update(this.edges, [...view.lines].map(([id, statements]) =>
      lineLook(this.model, /** @type {import("./model.js").Line} */ (this.model.lineOf.get(id)), statements.length, paint, lit?.lines.has(id) ? "lit" : dims ? "dim" : "plain")));
    this.view = view;
    this.network.unselectAll();
    this.network.redraw();
  }

  /** Far away, nodes are drawn larger than they are, so that each can still be seen and hit. */
  resize() {
    const boost = Math.max(1, 0.42 / this.network.getScale());
    if (!this.view || this.view.entities.length > RESIZED || Math.abs(boost / this.boost - 1) < 0.1) return;
    this.boost = boost;
    this.nodes.update(this.view.entities.map((id) => ({ id, size: this.sizeOf(id) })));
  }

  /** @param {number} id */
  sizeOf(id) {
    return this.model.places[id].size * this.boost;
  }

  /** In a focus, neighbours stand in rings around its centre; afterwards everything is back where it was. @param {View} view @param {number | null} centre */
  arrange(view, centre) {
    if (centre === this.centre) return;
    if (this.centre === null) this.places = this.positions;
    this.centre = centre;
    if (centre === null || view.entities.length > RINGS) this.positions = this.places;
    else this.positions = rings(this.model, view, centre, this.places);
  }

  /** @param {boolean} [smoothly] */
  fit(smoothly = false) {
    const smooth = smoothly && !matchMedia("(prefers-reduced-motion: reduce)").matches;
    const places = (this.view?.entities ?? []).map((id) => this.network.getPosition(id));
    const { clientWidth: width, clientHeight: height } = this.container;
    if (!places.length || !width || !height) return;
    const [left, right] = extremes(places.map((p) => p.x)), [top, bottom] = extremes(places.map((p) => p.y));
    // Names stand below and beside their nodes and keep their size: the margin is theirs.
    const scale = Math.min(1.4, Math.max(0.02, Math.min((width - 120) / (right - left || 1), (height - 110) / (bottom - top || 1))));
    this.network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 + 16 / scale }, scale, animation: smooth ? { duration: 250, easingFunction: "easeInOutQuad" } : false });
    if (smooth) setTimeout(() => this.resize(), 300);
    else this.resize();
  }

  /** @param {number} factor */
  zoom(factor) {
    this.network.moveTo({ scale: this.network.getScale() * factor });
    this.zoomed();
  }

  /** Bring it into view if it is not. @param {number} id */
  reveal(id) {
    const place = this.positions.get(id);
    if (!place || !this.view?.entitySet.has(id)) return;
    const { x, y } = this.network.canvasToDOM(place);
    const { clientWidth: width, clientHeight: height } = this.container;
    if (x < 40 || y < 40 || x > width - 40 || y > height - 40) this.network.moveTo({ position: place });
  }

  /** @param {CanvasRenderingContext2D} context */
  drawNames(context) {
    if (!this.view || !this.paint) return;
    const scale = this.network.getScale();
    const toScreen = (/** @type {number} */ id) => this.network.canvasToDOM(this.network.getPosition(id));
    const pause = this.moving && this.view.entities.length > 400;
    const { clientWidth: right, clientHeight: bottom } = this.container;
    const { wanted, taken } = this.wantedLabels(context, toScreen, scale, pause);
    const { placed, left } = placeLabels(wanted, taken, { left: 0, top: 0, right, bottom });
    this.labels = placed;
    context.save();
    const ratio = window.devicePixelRatio || 1;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    drawLabels(context, placed, this.paint.paper);
    context.restore();
    this.noteHidden(pause ? 0 : left);
  }

  /** @param {number} left */
  noteHidden(left) {
    const note = document.getElementById("hidden-labels");
    const text = left ? `${left} more ${left === 1 ? "label appears" : "labels appear"} as you zoom in` : "";
    if (note && note.textContent !== text) note.textContent = text;
  }

  /** Names by importance, then lines by the number of statements; what is selected or pointed at comes first. @param {CanvasRenderingContext2D} context @param {(id: number) => {x: number, y: number}} toScreen @param {number} scale @param {boolean} pause */
  wantedLabels(context, toScreen, scale, pause) {
    const { model, lit, paint } = this;
    const view = /** @type {View} */ (this.view);
    const look = /** @type {import("./paint.js").Paint} */ (paint);
    const places = new Map(view.entities.map((id) => [id, toScreen(id)]));
    const taken = [], wanted = [];
    for (const id of view.entities) {
      const { x, y } = /** @type {{x: number, y: number}} */ (places.get(id));
      const radius = this.sizeOf(id) * scale;
      // In a crowd, a name may stand over nodes that matter less than its own.
      if (view.entities.length <= CROWD || taken.length < CROWD / 2) taken.push({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius });
      const chosen = Boolean(lit?.entities.has(id));
      const must = this.hovered === id || (chosen && (lit?.centre === id || (lit?.entities.size ?? 9) <= 3));
      if (pause && !must && !chosen) continue;
      if (lit && !must && !chosen && view.entities.length > 60) continue;
      const rows = model.places[id].label.split("\n");
      const bold = must || chosen;
      const width = widthOf(context, rows, bold, "entity") + 6, height = rows.length * ROW;
      const color = lit && !bold ? look.faint : look.ink;
      wanted.push({ kind: /** @type {const} */ ("entity"), id: String(id), rows, color, width, height, bold, must, rank: must ? 0 : chosen ? 1 : 3, fits: true, spots: nodeSpots(x, y, radius, width, height) });
    }
    if (!pause && (lit || view.lines.size <= 2 * CROWD || scale > 0.7)) wanted.push(...this.wantedLines(context, places));
    return { wanted, taken };
  }

  /** @param {CanvasRenderingContext2D} context @param {Map<number, {x: number, y: number}>} places */
  wantedLines(context, places) {
    const view = /** @type {View} */ (this.view);
    const look = /** @type {import("./paint.js").Paint} */ (this.paint);
    const found = [];
    for (const [id, statements] of [...view.lines].sort((a, b) => b[1].length - a[1].length)) {
      const line = /** @type {import("./model.js").Line} */ (this.model.lineOf.get(id));
      const lit = Boolean(this.lit?.lines.has(id));
      const must = this.hovered === id || (lit && this.lit?.lines.size === 1);
      if (this.lit && !lit && !must) continue;
      const from = places.get(line.from), to = places.get(line.to);
      if (!from || !to) continue;
      const rows = [lineWords(this.model, statements)];
      const width = widthOf(context, rows, lit || must, "line") + 6;
      const own = line.from === line.to;
      const spots = own ? [/** @type {[number, number]} */ ([from.x, from.y - 34])] : lineSpots(from, to, line.bow, width);
      found.push({ kind: /** @type {const} */ ("line"), id, rows, color: look.color(this.model.styles[line.status].color), width, height: ROW, bold: lit || must, must, rank: must ? 0 : lit ? 2 : 4, spots, fits: lit || fits(line, width, from, to) });
    }
    return found;
  }
}

/** A label that covers most of its line would hide what it names. @param {import("./model.js").Line} line @param {number} width @param {{x: number, y: number}} from @param {{x: number, y: number}} to */
function fits(line, width, from, to) {
  const dx = Math.abs(from.x - to.x), dy = Math.abs(from.y - to.y), length = Math.hypot(dx, dy) || 1;
  return line.from === line.to || Math.min((width * length) / (dx || 0.1), (ROW * length) / (dy || 0.1)) < length * 0.85;
}

/** The relation of a line in short, and how many more statements it holds. @param {Model} model @param {import("./model.js").Statement[]} statements */
export function lineWords(model, statements) {
  const names = [...new Set(statements.map((statement) => statementWords(model, statement)))];
  const first = Array.from(names[0]);
  const words = first.length > 24 ? `${first.slice(0, 23).join("")}…` : names[0];
  return statements.length > 1 ? `${clean(words)} +${statements.length - 1}` : clean(words);
}

/** @param {Model} model @param {import("./model.js").Statement} statement */
export function statementWords(model, { claim, qualifier }) {
  const words = relationWords(model, model.claims[claim]);
  return qualifier === null ? words : `${words} … ${model.relations[model.claims[claim].qualifiers[qualifier].relation].label}`;
}

/** Without the characters that would turn the words around them. @param {string} text */
function clean(text) {
  return text.slice(0, 60).replace(/[\u0000-\u001f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, " ");
}

/** The centre in the middle, those linked to it around, the others around them: the first in the direction where they were, the others beyond the one that they are linked to. @param {Model} model @param {View} view @param {number} centre @param {Map<number, {x: number, y: number}>} places */
function rings(model, view, centre, places) {
  /** @type {Map<number, number[]>} */
  const linked = new Map(view.entities.map((id) => [id, []]));
  for (const key of view.lines.keys()) {
    const line = model.lineOf.get(key);
    if (!line) continue;
    linked.get(line.from)?.push(line.to);
    linked.get(line.to)?.push(line.from);
  }
  const middle = places.get(centre) ?? { x: 0, y: 0 };
  const found = new Map(places);
  const angle = (/** @type {number} */ id) => { const p = found.get(id) ?? middle; return Math.atan2(p.y - middle.y, p.x - middle.x); };
  const inner = [...new Set(linked.get(centre))].filter((id) => id !== centre);
  const outer = view.entities.filter((id) => id !== centre && !inner.includes(id));
  const radius = setOut(found, inner, angle, middle, 190);
  setOut(found, outer, (id) => angle((linked.get(id) ?? []).find((other) => inner.includes(other)) ?? id), middle, radius + 190);
  return found;
}

/** Evenly on a ring, in the order of their angles and turned so that they move little. @param {Map<number, {x: number, y: number}>} found @param {number[]} ids @param {(id: number) => number} angle @param {{x: number, y: number}} middle @param {number} least */
function setOut(found, ids, angle, middle, least) {
  const radius = Math.max(least, (ids.length * 105) / (2 * Math.PI));
  const ring = ids.map((id) => ({ id, angle: angle(id) })).sort((a, b) => a.angle - b.angle || a.id - b.id);
  const step = (2 * Math.PI) / Math.max(1, ring.length);
  const turn = Math.atan2(ring.reduce((sum, one, i) => sum + Math.sin(one.angle - i * step), 0), ring.reduce((sum, one, i) => sum + Math.cos(one.angle - i * step), 0));
  ring.forEach(({ id }, i) => found.set(id, { x: Math.round(middle.x + 1.25 * radius * Math.cos(turn + i * step)), y: Math.round(middle.y + radius * Math.sin(turn + i * step)) }));
  return radius;
}

/** @param {number[]} values @returns {[number, number]} */
function extremes(values) {
  return [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
}

/** Make the set hold exactly these, changing only what differs. @param {any} set @param {{id: string | number}[]} items */
function update(set, items) {
  const wanted = new Set(items.map((item) => item.id));
  set.remove(set.getIds().filter((/** @type {string | number} */ id) => !wanted.has(id)));
  set.update(items);
}
