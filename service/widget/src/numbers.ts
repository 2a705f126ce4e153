// Figures as people read them. Values are decimal strings and stay strings: nothing is computed here.

/** Decimal digits with thousands separators and a true minus sign; anything else stays as it is. */
export function grouped(value: unknown): string {
  const parts = /^([+-]?)(\d+)(\.\d+)?$/.exec(String(value));
  if (!parts) return String(value ?? "");
  const [, sign = "", whole = "", fraction = ""] = parts;
  return sign.replace("-", "−") + whole.replace(/\B(?=(\d{3})+$)/g, ",") + fraction;
}

/** A formula with its amounts grouped; years and codes, which have no decimals, are left alone. */
export function groupedWithin(formula: string): string {
  return formula.replace(/(?<![\d.])\d{4,}(?=\.\d)/g, grouped);
}

/** An amount with its unit: a per cent sign stands close, a word after a space. */
export function amount(value: string, unit: string): string {
  if (!unit) return grouped(value);
  return unit === "%" ? `${grouped(value)}%` : `${grouped(value)} ${unit}`;
}

/** A printed amount without what typesetting adds. */
export function bare(text: unknown): string {
  return String(text ?? "").replace(/[\s,，]/g, "");
}
