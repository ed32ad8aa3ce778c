// The signs of the classes: a shape in the colour of the class, and in it the character that the ontology gives it.

import { outline, shape } from "./paint.js";

/** @typedef {import("./model.js").Model} Model */
/** @typedef {import("./paint.js").Paint} Paint */

// An icon that is itself one of the shapes says nothing that the shape does not.
const SHAPES = new Set("•●■▲▼◆⬢★");
// Nodes of a smaller radius in pixels have no room for a character.
const LEAST = 5;

/** The icon of a class as text and never as a coloured emoji; empty where the shape says it all. @param {Model} model @param {string} type */
export function iconOf(model, type) {
  const { icon } = model.classes[type];
  return icon && !SHAPES.has(icon) ? `${icon}\ufe0e` : "";
}

/** @param {Pick<import("./picture.js").Picture, "model" | "lit" | "network" | "onScreen" | "sizeOf">} picture @param {CanvasRenderingContext2D} context in pixels of the screen @param {import("./visible.js").View} view @param {Paint} paint */
export function drawIcons(picture, context, view, paint) {
  const { model, lit } = picture;
  const scale = picture.network.getScale();
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillStyle = paint.paper;
  for (const id of view.entities) {
    const icon = iconOf(model, model.entities[id].type), radius = picture.sizeOf(id) * scale;
    if (!icon || radius < LEAST) continue;
    const { x, y } = picture.onScreen(id);
    context.globalAlpha = lit && !lit.entities.has(id) ? 0.4 : 1;
    context.font = iconFont(radius);
    context.fillText(icon, x, y + 0.06 * radius);
  }
  context.globalAlpha = 1;
}

/** @param {number} radius */
function iconFont(radius) {
  return `${(1.35 * radius).toFixed(1)}px "DejaVu Sans", "Segoe UI Symbol", "Apple Symbols", "Noto Sans Symbols2", sans-serif`;
}

/** The same as vectors. @param {Model} model @param {string} type @param {number} x @param {number} y @param {number} radius @param {string} paper @returns {Element[]} */
export function iconShapes(model, type, x, y, radius, paper) {
  const icon = iconOf(model, type);
  if (!icon || radius < LEAST) return [];
  const text = shape("text", { x: x.toFixed(1), y: (y + 0.06 * radius).toFixed(1), fill: paper, "text-anchor": "middle", "dominant-baseline": "central", "font-size": (1.35 * radius).toFixed(1) });
  text.textContent = icon;
  return [text];
}

/** The sign of a class in the legend and beside names. @param {Model} model @param {string} type @param {Paint} paint */
export function classSign(model, type, paint) {
  const { shape: kind, color } = model.classes[type];
  const svg = shape("svg", { viewBox: "-10 -10 20 20", width: 18, height: 18, "aria-hidden": "true", class: "sign" });
  svg.append(shape("path", { d: outline(kind, 8.5), fill: paint.color(color, 3) }), ...iconShapes(model, type, 0, 0, 8.5, paint.paper));
  return svg;
}
