// A neighbourhood set out in rings around its centre.

/** @typedef {import("./model.js").Model} Model */
/** @typedef {import("./visible.js").View} View */

/** The centre in the middle, those linked to it around, the others around them: the first in the direction where they were, the others beyond the one that they are linked to. @param {Model} model @param {View} view @param {number} centre @param {Map<number, {x: number, y: number}>} places */
export function rings(model, view, centre, places) {
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
