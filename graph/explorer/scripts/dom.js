// Elements without markup: text of articles only ever becomes a text node.

/** @typedef {Node | string | number | null | undefined | false} Part */
/** @typedef {Part | (Part | Part[])[]} Child */

/**
 * An element with properties, attributes (names with a dash, `role`, `for`) and children.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, any>} [properties]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "data") Object.assign(element.dataset, value);
    else if (name in element && !name.includes("-") && name !== "role") Reflect.set(element, name, value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...kept(children));
  return element;
}

/** Lists in lists laid flat, and what is nothing left out. @param {Child[]} children @returns {(Node | string)[]} */
function kept(children) {
  return children
    .flat(2)
    .filter((child) => child !== null && child !== undefined && child !== false)
    .map((child) => (typeof child === "number" ? String(child) : /** @type {Node | string} */ (child)));
}

/** @param {string} id @returns {HTMLElement} */
export function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found;
}

/** @param {Element} parent @param {...Child} children */
export function fill(parent, ...children) {
  parent.replaceChildren(...kept(children));
}

/** Words of an article or a name: kept apart from the text around them, whatever direction they run in. @param {string} text @param {string} [className] */
export function words(text, className) {
  return el("bdi", { className: className ?? "" }, text);
}

/** A name short enough for a heading. @param {string} text @param {number} [length] */
export function shortened(text, length = 90) {
  const letters = Array.from(text.slice(0, length * 2));
  return letters.length > length || text.length > length * 2 ? `${letters.slice(0, length - 1).join("")}…` : text;
}

/** @param {string} svg @returns {SVGElement} */
export function svgElement(svg) {
  return document.createElementNS("http://www.w3.org/2000/svg", /** @type {"path"} */ (svg));
}

/** A number as one reads it: 13,333. @param {number} value */
export function number(value) {
  return value.toLocaleString("en");
}

/** Runs what may build a part of the page anew, and gives the keyboard back its place there: the button of the same words, or the part, or where it is gone the view. @param {string[]} parts their ids @param {() => void} what */
export function keepingFocus(parts, what) {
  const held = document.activeElement;
  const part = parts.map(byId).find((one) => one.contains(held));
  const said = held?.textContent;
  what();
  if (!part || held?.isConnected) return;
  const again = [...part.querySelectorAll("button")].find((button) => button.textContent === said && button.className === held?.className);
  const standing = part.hidden ? /** @type {HTMLElement} */ (document.querySelector("#views [aria-selected=true]")) : part;
  (again ?? standing).focus({ preventScroll: !again });
}

/** Say it to those who listen to the page instead of seeing it. @param {string} text */
export function announce(text) {
  byId("live").textContent = text;
}
