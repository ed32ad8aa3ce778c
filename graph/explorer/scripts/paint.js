// Colours of the ontology made legible on the paper of the day, and what vis-network needs to draw with them.

/** @typedef {import("./model.js").Model} Model */
/** @typedef {{paper: string, ink: string, faint: string, accent: string, color: (color: string, ratio?: number) => string}} Paint */

/** The page's own colours as the style sheet has them now. @returns {Paint} */
export function paintOf() {
  const style = getComputedStyle(document.documentElement);
  const get = (/** @type {string} */ name) => style.getPropertyValue(name).trim();
  const paper = get("--canvas");
  /** @type {Map<string, string>} */
  const known = new Map();
  return {
    paper, ink: get("--ink"), faint: get("--faint"), accent: get("--accent"),
    color(color, ratio = 4.5) {
      const key = color + ratio;
      const found = known.get(key) ?? legible(color, paper, ratio);
      known.set(key, found);
      return found;
    },
  };
}

/** The colour itself, or the nearest one towards white or black that has the contrast (WCAG 2.2, 1.4.3). @param {string} color @param {string} paper @param {number} ratio */
function legible(color, paper, ratio) {
  const target = luminance(rgb(paper)) > 0.5 ? 0 : 255;
  const from = rgb(color);
  for (let share = 0; share <= 1; share += 0.05) {
    const mixed = from.map((part) => Math.round(part + (target - part) * share));
    if (contrast(mixed, rgb(paper)) >= ratio) return `rgb(${mixed.join(",")})`;
  }
  return target ? "#fff" : "#000";
}

/** @param {string} color @returns {number[]} */
function rgb(color) {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(color);
  if (short) return short.slice(1).map((part) => parseInt(part + part, 16));
  const long = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(color);
  return long ? long.slice(1).map((part) => parseInt(part, 16)) : [110, 110, 110];
}

/** @param {number[]} parts */
function luminance(parts) {
  const [r, g, b] = parts.map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** @param {number[]} a @param {number[]} b */
function contrast(a, b) {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

/** @typedef {"plain" | "lit" | "dim"} Emphasis */

/** A node as vis-network draws it; its name is drawn by us. @param {Model} model @param {number} id @param {Paint} paint @param {Emphasis} emphasis @param {boolean} [plainly] without a border, which would cost a frame where there are thousands */
export function nodeLook(model, id, paint, emphasis, plainly = false) {
  const place = model.places[id];
  const color = paint.color(model.classes[model.entities[id].type].color, 3);
  const border = emphasis === "lit" ? paint.ink : paint.paper;
  return {
    id, shape: place.shape, size: place.size, opacity: emphasis === "dim" ? 0.25 : 1, borderWidth: emphasis === "lit" ? 3 : plainly ? 0 : 1.5,
    borderWidthSelected: 3, color: { background: color, border, highlight: { background: color, border: paint.ink }, hover: { background: color, border: paint.ink } },
  };
}

/** A line as vis-network draws it: colour and dashes say the status, width and arrow whose account it is. @param {Model} model @param {import("./model.js").Line} line @param {number} count @param {Paint} paint @param {Emphasis} emphasis @param {boolean} [plainly] straight, without dashes and arrow, where there are thousands */
export function lineLook(model, line, count, paint, emphasis, plainly = false) {
  const style = model.styles[line.status];
  const voice = model.styles[line.attributed ? "attributed" : "own"];
  const color = paint.color(style.color);
  return {
    id: line.id, from: line.from, to: line.to,
    width: voice.width + Math.min(2, 0.4 * (count - 1)) + (emphasis === "lit" ? 1.6 : 0),
    dashes: /** @type {number[] | false} */ (style.dash.length && !plainly ? style.dash : false),
    color: { color, highlight: color, hover: color, inherit: false, opacity: emphasis === "dim" ? 0.18 : line.tentative && emphasis !== "lit" ? model.styles.tentative.opacity : 1 },
    arrows: { to: { enabled: !plainly, type: line.attributed ? "vee" : "arrow", scaleFactor: line.attributed ? 0.55 : 0.6 } },
    smooth: line.bow && line.from !== line.to && !plainly ? { enabled: true, type: line.bow > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(line.bow) } : false,
    selectionWidth: 1.6, hoverWidth: 1, selfReference: { size: 22, angle: Math.PI / 4 + Math.abs(line.bow) },
  };
}

/** The sample of a line in the legend. @param {Model} model @param {string} name @param {Paint} paint */
export function lineSample(model, name, paint) {
  const voice = name === "own" || name === "attributed" || name === "tentative";
  const style = model.styles[name];
  const svg = shape("svg", { viewBox: "0 0 34 12", width: 34, height: 12, "aria-hidden": "true", class: "sample" });
  const color = paint.color(model.styles[voice ? "asserted" : name].color);
  svg.append(shape("line", { x1: 1, y1: 6, x2: 31, y2: 6, stroke: color, "stroke-width": voice ? style.width : 2.2, "stroke-dasharray": style.dash.join(" ") || "none", "stroke-opacity": style.opacity }));
  if (name === "own") svg.append(shape("path", { d: "M33 6 L24 2 L24 10 Z", fill: color }));
  if (name === "attributed") svg.append(shape("path", { d: "M26 2 L33 6 L26 10", fill: "none", stroke: color, "stroke-width": 1.3 }));
  return svg;
}

/** The outline of a shape around 0, 0, as vis-network has it. @param {string} kind @param {number} r */
export function outline(kind, r) {
  const polygon = (/** @type {number} */ count, /** @type {number} */ turn, /** @type {number[]} */ radii = [r]) =>
    `M${Array.from({ length: count }, (_, i) => {
      const angle = turn + (i * 2 * Math.PI) / count, length = radii[i % radii.length];
      return `${(length * Math.cos(angle)).toFixed(1)} ${(length * Math.sin(angle)).toFixed(1)}`;
    }).join("L")}Z`;
  const half = Math.PI / 2;
  switch (kind) {
    case "square": return `M${-r} ${-r}H${r}V${r}H${-r}Z`;
    case "diamond": return polygon(4, 0);
    case "triangle": return polygon(3, -half, [r * 1.15]);
    case "triangleDown": return polygon(3, half, [r * 1.15]);
    case "hexagon": return polygon(6, 0);
    case "star": return polygon(10, -half, [r * 1.1, r * 0.5]);
    default: return `M${-r} 0A${r} ${r} 0 1 1 ${r} 0A${r} ${r} 0 1 1 ${-r} 0Z`;
  }
}

/** @param {string} tag @param {Record<string, string | number>} attributes */
export function shape(tag, attributes) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  return element;
}
