// The picture: vis-network draws nodes and lines where pyvis has put them; names and relations are ours.

import { number } from "./dom.js";
import { drawIcons } from "./icons.js";
import { drawLabels, placeLabels } from "./labels.js";
import { wantedLabels } from "./naming.js";
import { lineLook, nodeLook } from "./paint.js";
import { rings } from "./rings.js";

/** @typedef {import("./model.js").Model} Model */
/** @typedef {import("./visible.js").View} View */
/** @typedef {import("./labels.js").Label} Label */
/** @typedef {{entities: Set<number>, lines: Set<string>, centre?: number}} Lit */

// Above this, lines are plain and not drawn while the picture moves, and what is not selected is not dimmed.
export const MANY = 1500;
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
    this.many = false;
    this.asked = false;
    /** @type {Map<string | number, string>} */
    this.looks = new Map();
    /** @type {import("./paint.js").Paint | null} */
    this.drawn = null;
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
    this.draw();
  }

  zoomed() {
    this.moving = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.still(), 160);
  }

  still() {
    this.moving = false;
    this.resize();
    this.draw();
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
    if (many !== this.many) this.network.setOptions({ interaction: { hideEdgesOnDrag: many, hideEdgesOnZoom: many, hover: !many } });
    this.many = many;
    const dims = lit && !many;
    const stress = (/** @type {boolean | undefined} */ chosen) => (chosen ? "lit" : dims ? "dim" : "plain");
    this.update(this.nodes, view.entities, (id) => {
      const { x, y } = /** @type {{x: number, y: number}} */ (this.positions.get(id)), emphasis = stress(lit?.entities.has(id)), size = this.sizeOf(id);
      return [`${emphasis} ${x} ${y} ${size} ${many}`, () => ({ ...nodeLook(this.model, id, paint, emphasis, many), x, y, size })];
    });
    this.update(this.edges, [...view.lines.keys()], (id) => {
      const line = /** @type {import("./model.js").Line} */ (this.model.lineOf.get(id)), count = view.lines.get(id)?.length ?? 0, emphasis = stress(lit?.lines.has(id));
      return [`${emphasis} ${count} ${many}`, () => lineLook(this.model, line, count, paint, emphasis, many && emphasis !== "lit")];
    });
    this.drawn = paint;
    this.view = view;
    this.network.unselectAll();
    this.draw();
  }

  /** Make the set hold exactly these, changing only what looks different from before. @template {string | number} T @param {VisSet} set @param {T[]} ids @param {(id: T) => [string, () => object]} look a key of the look, and the look */
  update(set, ids, look) {
    const wanted = new Set(/** @type {(string | number)[]} */ (ids));
    const gone = set.getIds().filter((id) => !wanted.has(id));
    const changed = [];
    for (const id of ids) {
      const [key, make] = look(id);
      if (this.looks.get(id) === key && this.drawn === this.paint) continue;
      this.looks.set(id, key);
      changed.push(make());
    }
    for (const id of gone) this.looks.delete(id);
    if (gone.length) set.remove(gone);
    if (changed.length) set.update(changed);
  }

  /** Once for all that has changed until the next frame. */
  draw() {
    if (this.asked) return;
    this.asked = true;
    requestAnimationFrame(() => { this.asked = false; this.network.redraw(); });
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
    const scale = Math.min(1.4, Math.max(0.02, Math.min((width - Math.min(120, 0.2 * width)) / (right - left || 1), (height - 110) / (bottom - top || 1))));
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

  /** Icons and names, over what vis-network has drawn; the context is set to pixels of the screen. @param {CanvasRenderingContext2D} context */
  drawNames(context) {
    if (!this.view || !this.paint) return;
    const pause = this.moving && this.view.entities.length > 400;
    const { clientWidth: right, clientHeight: bottom } = this.container;
    const { wanted, taken } = wantedLabels(this, context, this.view, this.paint, pause);
    const { placed, left } = placeLabels(wanted, [...taken, ...this.reserved()], { left: 0, top: 0, right, bottom });
    this.labels = placed;
    context.save();
    const ratio = window.devicePixelRatio || 1;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    if (!pause && this.view.entities.length <= RESIZED) drawIcons(this, context, this.view, this.paint);
    drawLabels(context, placed, this.paint.paper);
    context.restore();
    this.noteHidden(pause ? 0 : left);
  }

  /** @param {number} id */
  onScreen(id) {
    return this.network.canvasToDOM(this.network.getPosition(id));
  }

  /** Where the page itself stands over the picture: the note on hidden labels, the buttons that zoom. */
  reserved() {
    return [...(this.container.parentElement?.children ?? [])].filter((child) => child !== this.container && child.classList.contains("over")).map((child) => {
      const { offsetLeft: left, offsetTop: top, offsetWidth, offsetHeight } = /** @type {HTMLElement} */ (child);
      return { left, top, right: left + offsetWidth, bottom: top + offsetHeight };
    });
  }

  /** @param {number} left */
  noteHidden(left) {
    const note = document.getElementById("hidden-labels");
    const text = left ? `${number(left)} more ${left === 1 ? "label appears" : "labels appear"} as you zoom in` : "";
    if (note && note.textContent !== text) note.textContent = text;
  }
}

/** @param {number[]} values @returns {[number, number]} */
function extremes(values) {
  return [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
}
