// Building elements. Text from the server only ever becomes a text node, so nothing in it can turn into markup.

/**
 * An element with attributes and children; a child that is a string becomes text, null is left out.
 * Attribute values that are functions are listeners (`click`), `true` is an attribute without a value.
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") made.addEventListener(name, value);
    else made.setAttribute(name, value === true ? "" : String(value));
  }
  made.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

/** A button that does not submit anything. */
export function button(label, kind, click, attributes = {}) {
  return element("button", { type: "button", class: kind, click, ...attributes }, label);
}

/** Decimal digits with thousands separators and a true minus sign; anything else stays as it is. */
export function grouped(value) {
  const parts = /^([+-]?)(\d+)(\.\d+)?$/.exec(String(value));
  if (!parts) return String(value);
  const [, sign, whole, fraction = ""] = parts;
  return sign.replace("-", "−") + whole.replace(/\B(?=(\d{3})+$)/g, ",") + fraction;
}

/** A formula with its amounts grouped; years and codes, which have no decimals, are left alone. */
export function groupedWithin(formula) {
  return String(formula).replace(/(?<![\d.])\d{4,}(?=\.\d)/g, grouped);
}

/** An amount with its unit: a per cent sign stands close, a word after a thin space. */
export function amount(value, unit) {
  if (!unit) return grouped(value);
  return unit === "%" ? `${grouped(value)}%` : `${grouped(value)} ${unit}`;
}
