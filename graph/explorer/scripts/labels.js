// Names and relations in the picture: placed like those on a map, so that none covers another, and more of them nearer by.

/** @typedef {{left: number, top: number, right: number, bottom: number, minor?: boolean}} Rect `minor`: what some labels may cover */
/**
 * @typedef {object} Wanted a label that would like to be drawn, in pixels of the screen
 * @property {"entity" | "line"} kind @property {string} id @property {string[]} rows @property {string} color
 * @property {number} width @property {number} height @property {[number, number][]} spots centres, best first
 * @property {boolean} bold @property {boolean} must placed even where there is no room
 * @property {boolean} over whether it may stand over what is minor, where there is no room else
 * @property {number} rank 0 is placed first @property {boolean} fits whether it is small enough for what it names
 * @property {{rows: string[], width: number, height: number, spots: [number, number][]}} [brief] the same with fewer words, where there is no room
 */
/** @typedef {Wanted & {x: number, y: number, rect: Rect}} Label */

export const ROW = 15;

/** The labels that find a place, by rank and then in the order given. @param {Wanted[]} wanted @param {Rect[]} taken @param {Rect} screen @returns {{placed: Label[], left: number}} */
export function placeLabels(wanted, taken, screen) {
  const grid = new Grid();
  for (const rect of taken) grid.add(rect);
  const placed = [];
  let left = 0;
  for (const want of [...wanted].sort((a, b) => a.rank - b.rank)) {
    if (!want.spots.some(([x, y]) => x > screen.left && x < screen.right && y > screen.top && y < screen.bottom)) continue;
    const label = placedAnyhow(want, grid, screen);
    if (!label) left += 1;
    else {
      grid.add(label.rect);
      placed.push(label);
    }
  }
  return { placed, left };
}

/** In full, else in brief, else over what is minor, else all the same if it must be. @param {Wanted} want @param {Grid} grid @param {Rect} screen @returns {Label | null} */
function placedAnyhow(want, grid, screen) {
  const brief = want.brief ? { ...want, ...want.brief } : null;
  const free = placedAt(want, grid, screen) ?? (brief && placedAt(brief, grid, screen));
  const over = free || !want.over ? null : placedAt(want, grid, screen, true) ?? (brief && placedAt(brief, grid, screen, true));
  return free ?? over ?? (want.must ? labelAt(want, want.spots[0]) : null);
}

/** The label at the first of its spots that is free, those wholly on the screen first. @param {Wanted} want @param {Grid} grid @param {Rect} screen @param {boolean} [over] @returns {Label | null} */
function placedAt(want, grid, screen, over = false) {
  if (!want.fits && !want.must) return null;
  const labels = want.spots.map((spot) => labelAt(want, spot));
  const whole = labels.filter((label) => within(label.rect, screen));
  return (whole.length ? whole : labels).find((label) => grid.free(label.rect, over)) ?? null;
}

/** @param {Wanted} want @param {[number, number]} spot @returns {Label} */
function labelAt(want, [x, y]) {
  return { ...want, x, y, rect: { left: x - want.width / 2, right: x + want.width / 2, top: y - want.height / 2, bottom: y + want.height / 2 } };
}

/** @param {Rect} rect @param {Rect} screen */
function within(rect, screen) {
  return rect.left >= screen.left && rect.right <= screen.right && rect.top >= screen.top && rect.bottom <= screen.bottom;
}

/** Rectangles by the squares of the screen they touch, so that asking for a free place stays cheap. */
class Grid {
  constructor() {
    /** @type {Map<string, Rect[]>} */
    this.cells = new Map();
  }

  /** @param {Rect} rect @returns {string[]} */
  keys(rect) {
    const found = [];
    for (let x = Math.floor(rect.left / 80); x <= Math.floor(rect.right / 80); x++)
      for (let y = Math.floor(rect.top / 80); y <= Math.floor(rect.bottom / 80); y++) found.push(`${x} ${y}`);
    return found;
  }

  /** @param {Rect} rect */
  add(rect) {
    for (const key of this.keys(rect)) {
      const cell = this.cells.get(key);
      if (cell) cell.push(rect);
      else this.cells.set(key, [rect]);
    }
  }

  /** @param {Rect} rect @param {boolean} [over] whether what is minor counts for nothing */
  free(rect, over = false) {
    return this.keys(rect).every((key) => (this.cells.get(key) ?? []).every((other) =>
      (over && other.minor) || rect.right <= other.left || rect.left >= other.right || rect.bottom <= other.top || rect.top >= other.bottom));
  }
}

/** Places for a name: below, above, right and left of its node, then slid to a side, up or down. @param {number} x @param {number} y @param {number} radius @param {number} width @param {number} height @returns {[number, number][]} */
export function nodeSpots(x, y, radius, width, height) {
  const down = radius + height / 2 + 2, side = radius + width / 2 + 4;
  /** @type {[number, number][]} */
  const slid = [0.25, -0.25, 0.45, -0.45].flatMap((share) => [[x + share * width, y + down], [x + share * width, y - down]]);
  /** @type {[number, number][]} */
  const raised = [ROW * 0.7, -ROW * 0.7].flatMap((by) => [[x + side, y + by], [x - side, y + by]]);
  return [[x, y + down], [x, y - down], [x + side, y], [x - side, y], ...slid, ...raised];
}

/** @typedef {{x: number, y: number}} Point */

/** The control point of a bowed line, as vis-network 9 computes it (CubicBezierEdge's kin, `curvedCW`). @param {Point} from @param {Point} to @param {number} bow */
export function bend(from, to, bow) {
  const dx = to.x - from.x, dy = from.y - to.y;
  const reach = (Math.abs(bow) * 0.5 + 0.5) * Math.hypot(dx, dy);
  const angle = Math.atan2(dy, dx) + (bow * 0.5 + 0.5) * Math.PI;
  return { x: from.x + reach * Math.sin(angle), y: from.y + reach * Math.cos(angle) };
}

/** A point of a line, `share` of the way along it. @param {Point} from @param {Point} to @param {number} bow @param {number} share @returns {Point} */
export function along(from, to, bow, share) {
  const via = bow ? bend(from, to, bow) : { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  const rest = 1 - share;
  return {
    x: rest * rest * from.x + 2 * rest * share * via.x + share * share * to.x,
    y: rest * rest * from.y + 2 * rest * share * via.y + share * share * to.y,
  };
}

// Where along a line its label may stand, best first.
const SHARES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73];

/** Places for the label of a line: on it, or else close beside it. @param {Point} from @param {Point} to @param {number} bow @param {number} width @returns {[number, number][]} */
export function lineSpots(from, to, bow, width) {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [nx, ny] = [-(to.y - from.y) / length, (to.x - from.x) / length];
  const off = (Math.abs(nx) * width) / 2 + (Math.abs(ny) * ROW) / 2 + 3;
  const on = SHARES.map((share) => along(from, to, bow, share));
  const beside = on.slice(0, 5).flatMap(({ x, y }) => [{ x: x + nx * off, y: y + ny * off }, { x: x - nx * off, y: y - ny * off }]);
  return [...on, ...beside].map(({ x, y }) => [x, y]);
}

export const FONT = '"Helvetica Neue", Helvetica, Arial, "Noto Sans", sans-serif';

/** @param {"entity" | "line"} kind */
export function sizeOf(kind) {
  return kind === "entity" ? 12.5 : 11;
}

/** @param {boolean} bold @param {"entity" | "line"} kind */
function fontOf(bold, kind) {
  return `${bold ? 600 : 400} ${sizeOf(kind)}px ${FONT}`;
}

/** @type {Map<string, number>} */
const widths = new Map();

/** @param {CanvasRenderingContext2D} context @param {string[]} rows @param {boolean} bold @param {"entity" | "line"} kind */
export function widthOf(context, rows, bold, kind) {
  const font = fontOf(bold, kind);
  let widest = 0;
  for (const row of rows) {
    const key = font + row;
    let width = widths.get(key);
    if (width === undefined) {
      context.save();
      context.font = font;
      width = context.measureText(row).width;
      context.restore();
      widths.set(key, width);
    }
    widest = Math.max(widest, width);
  }
  return widest;
}

/** Draw the placed labels; the context is in pixels of the screen. @param {CanvasRenderingContext2D} context @param {Label[]} labels @param {string} paper */
export function drawLabels(context, labels, paper) {
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  for (const label of labels) {
    context.font = fontOf(label.bold, label.kind);
    label.rows.forEach((row, i) => {
      const y = label.y + (i - (label.rows.length - 1) / 2) * ROW;
      context.strokeStyle = paper;
      context.lineWidth = 4;
      context.strokeText(row, label.x, y);
      context.fillStyle = label.color;
      context.fillText(row, label.x, y);
    });
  }
}
