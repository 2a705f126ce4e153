// The integrator's colour, made readable: text on it, and it as text on the sheet, reach the contrast of WCAG AA.

const ENOUGH = 4.6;

/** The custom properties that a colour sets. */
export const TINTS = ["--mb-accent", "--mb-accent-ink", "--mb-accent-wash"];

type Rgb = [number, number, number];

/** `#rgb` or `#rrggbb` as numbers; null for anything else. */
export function parse(text: string): Rgb | null {
  const hex = /^#?([\da-f]{3}|[\da-f]{6})$/i.exec(text.trim())?.[1];
  if (!hex) return null;
  const full = hex.length === 3 ? [...hex].map((digit) => digit + digit).join("") : hex;
  return [0, 2, 4].map((at) => parseInt(full.slice(at, at + 2), 16)) as Rgb;
}

function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: Rgb, other: Rgb): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function mixed(one: Rgb, other: Rgb, share: number): Rgb {
  return one.map((part, at) => Math.round(part * (1 - share) + other[at]! * share)) as Rgb;
}

const written = (colour: Rgb) => `rgb(${colour.join(" ")})`;

/** Custom properties for a colour on a light or dark sheet; empty if it is no colour, so that the usual one stays. */
export function tint(text: string, dark: boolean): Record<string, string> {
  const wanted = parse(text);
  if (!wanted) return {};
  const sheet: Rgb = dark ? [26, 33, 30] : [255, 255, 255];
  const paper: Rgb = dark ? [17, 22, 20] : [245, 246, 243];
  const far: Rgb = dark ? [255, 255, 255] : [0, 0, 0];
  const wash = (colour: Rgb) => mixed(sheet, colour, 0.12);
  let accent = wanted;
  for (let step = 1; step <= 20; step += 1) {
    if ([sheet, paper, wash(accent)].every((ground) => contrast(accent, ground) >= ENOUGH)) break;
    accent = mixed(wanted, far, step / 20);
  }
  const ink: Rgb = contrast(accent, [255, 255, 255]) >= ENOUGH ? [255, 255, 255] : [12, 22, 19];
  return { "--mb-accent": written(accent), "--mb-accent-ink": written(ink), "--mb-accent-wash": written(wash(accent)) };
}
