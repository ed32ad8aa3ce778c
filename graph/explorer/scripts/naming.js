// Which names and relations the picture would like to show, and where: `labels.js` finds out which of them have room.

import { ROW, lineSpots, nodeSpots, widthOf } from "./labels.js";
import { lineWords } from "./model.js";

/** @typedef {import("./visible.js").View} View */
/** @typedef {import("./paint.js").Paint} Paint */
/** @typedef {import("./labels.js").Wanted} Wanted */
/** @typedef {Pick<import("./picture.js").Picture, "model" | "lit" | "hovered" | "network" | "onScreen" | "sizeOf">} Drawn */
/** @typedef {{x: number, y: number}} Spot */

// Beyond, names go before everything else in the picture.
const CROWD = 80;
// The most named are always called by name, if need be over nodes that matter less.
const FOREMOST = 8;

/** Names by importance, then lines by the number of statements; what is selected or pointed at comes first. @param {Drawn} picture @param {CanvasRenderingContext2D} context @param {View} view @param {Paint} paint @param {boolean} pause */
export function wantedLabels(picture, context, view, paint, pause) {
  const { lit, hovered } = picture;
  // While thousands move, only what is chosen keeps its name.
  const named = pause ? view.entities.filter((id) => hovered === id || lit?.entities.has(id)) : view.entities;
  const places = new Map(named.map((id) => [id, picture.onScreen(id)]));
  const scale = picture.network.getScale();
  const taken = [], wanted = [];
  for (const [i, id] of named.entries()) {
    const { x, y } = /** @type {Spot} */ (places.get(id));
    const radius = picture.sizeOf(id) * scale;
    const chosen = Boolean(lit?.entities.has(id));
    // In a crowd, a name may stand over nodes that matter less than its own; so may what is chosen over what is not.
    if (lit ? chosen : view.entities.length <= CROWD || taken.length < CROWD / 2) taken.push({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius, minor: i >= FOREMOST });
    const must = hovered === id || (chosen && (lit?.centre === id || (lit?.entities.size ?? 9) <= 3));
    if (lit && !must && !chosen && view.entities.length > 60) continue;
    wanted.push(wantedName(picture, context, paint, id, { x, y, radius, chosen, must, over: i < FOREMOST }));
  }
  if (!pause && (lit || view.lines.size <= 2 * CROWD || scale > 0.7)) wanted.push(...wantedLines(picture, context, view, paint, places));
  return { wanted, taken };
}

/** @param {Drawn} picture @param {CanvasRenderingContext2D} context @param {Paint} paint @param {number} id @param {{x: number, y: number, radius: number, chosen: boolean, must: boolean, over: boolean}} node @returns {Wanted} */
function wantedName({ model, lit }, context, paint, id, { x, y, radius, chosen, must, over }) {
  const rows = model.places[id].label.split("\n");
  const bold = must || chosen;
  const width = widthOf(context, rows, bold, "entity") + 6, height = rows.length * ROW;
  const short = [`${rows[0].replace(/…$/, "")}…`], shortWidth = widthOf(context, short, bold, "entity") + 6;
  const brief = rows.length > 1 ? { rows: short, width: shortWidth, height: ROW, spots: nodeSpots(x, y, radius, shortWidth, ROW) } : undefined;
  return {
    kind: "entity", id: String(id), rows, width, height, bold, must, over, brief, color: lit && !bold ? paint.faint : paint.ink,
    rank: must ? 0 : chosen ? 1 : 3, fits: true, spots: nodeSpots(x, y, radius, width, height),
  };
}

/** How early a line is named: those between the important first, mere circumstances last. @param {Drawn} picture @param {string} id @param {import("./model.js").Statement[]} statements */
function weight({ model }, id, statements) {
  const line = /** @type {import("./model.js").Line} */ (model.lineOf.get(id));
  const direct = statements.some((statement) => statement.qualifier === null) ? 2 : 0;
  return direct + model.entities[line.from].importance + model.entities[line.to].importance;
}

/** @param {Drawn} picture @param {CanvasRenderingContext2D} context @param {View} view @param {Paint} paint @param {Map<number, Spot>} places @returns {Wanted[]} */
function wantedLines(picture, context, view, paint, places) {
  const { model, lit, hovered } = picture;
  /** @type {Wanted[]} */
  const found = [];
  for (const [id, statements] of [...view.lines].sort((a, b) => weight(picture, b[0], b[1]) - weight(picture, a[0], a[1]))) {
    const line = /** @type {import("./model.js").Line} */ (model.lineOf.get(id));
    const chosen = Boolean(lit?.lines.has(id));
    const must = hovered === id || (chosen && lit?.lines.size === 1);
    const from = places.get(line.from), to = places.get(line.to);
    if ((lit && !chosen && !must) || !from || !to) continue;
    const rows = [lineWords(model, statements)];
    const width = widthOf(context, rows, chosen || must, "line") + 6;
    const spots = line.from === line.to ? [/** @type {[number, number]} */ ([from.x, from.y - 34])] : lineSpots(from, to, line.bow, width);
    found.push({ kind: "line", id, rows, width, height: ROW, spots, must, bold: chosen || must, over: false, color: paint.color(model.styles[line.status].color), rank: must ? 0 : chosen ? 2 : 4, fits: chosen || fits(line, width, from, to) });
  }
  return found;
}

/** A label that covers most of its line would hide what it names. @param {import("./model.js").Line} line @param {number} width @param {Spot} from @param {Spot} to */
function fits(line, width, from, to) {
  const dx = Math.abs(from.x - to.x), dy = Math.abs(from.y - to.y), length = Math.hypot(dx, dy) || 1;
  return line.from === line.to || Math.min((width * length) / (dx || 0.1), (ROW * length) / (dy || 0.1)) < length * 0.85;
}
