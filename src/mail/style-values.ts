/** A colour as red, green and blue; "none" is one that lets through what is behind it. */
export type Colour = readonly [number, number, number] | "none";

const named: Readonly<Record<string, Colour>> = {
  transparent: "none",
  white: [255, 255, 255],
  snow: [255, 250, 250],
  ivory: [255, 255, 240],
  whitesmoke: [245, 245, 245],
  silver: [192, 192, 192],
  lightgray: [211, 211, 211],
  lightgrey: [211, 211, 211],
  gray: [128, 128, 128],
  grey: [128, 128, 128],
  black: [0, 0, 0],
  red: [255, 0, 0],
  maroon: [128, 0, 0],
  yellow: [255, 255, 0],
  olive: [128, 128, 0],
  lime: [0, 255, 0],
  green: [0, 128, 0],
  aqua: [0, 255, 255],
  cyan: [0, 255, 255],
  teal: [0, 128, 128],
  blue: [0, 0, 255],
  navy: [0, 0, 128],
  fuchsia: [255, 0, 255],
  magenta: [255, 0, 255],
  purple: [128, 0, 128],
  orange: [255, 165, 0],
};

/** Reads the ways in which mail writes colours; null for every other. `bare` allows "ffffff", which the attribute bgcolor does. */
export function colourOf(value: string, bare = false): Colour | null {
  const words = value.trim().toLowerCase().slice(0, 60);
  const known = Object.hasOwn(named, words) ? named[words] : undefined;
  if (known !== undefined) return known;
  const hex = /^(#?)([0-9a-f]{3,8})$/.exec(words);
  if (hex !== null && (hex[1] === "#" || bare)) return ofHex(hex[2] ?? "");
  const parts = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)(?:[\s,/]+([\d.]+)(%?))?\s*\)$/.exec(words);
  if (parts === null) return null;
  const [, red, green, blue, alpha = "1", percent] = parts;
  if (Number(alpha) / (percent === "%" ? 100 : 1) < 0.1) return "none";
  return [Number(red), Number(green), Number(blue)];
}

function ofHex(digits: string): Colour | null {
  const wide = digits.length <= 4 ? digits.replace(/./g, "$&$&") : digits;
  if (wide.length !== 6 && wide.length !== 8) return null;
  const at = (index: number) => Number.parseInt(wide.slice(index, index + 2), 16);
  return wide.length === 8 && at(6) < 26 ? "none" : [at(0), at(2), at(4)];
}

/** No eye tells them apart. */
export const look = (one: Colour, other: Colour): boolean =>
  one === "none" || other === "none"
    ? one === other
    : one.every((part, index) => Math.abs(part - (other[index] ?? 0)) <= 12);

const units: Readonly<Record<string, number>> = { px: 1, "": 1, pt: 4 / 3, rem: 16, mm: 3.8, cm: 38, in: 96 };

/** A length in CSS pixels; `em` is what "1em" and "100%" mean there. Null for what is no length. */
export function pixels(value: string, em: number): number | null {
  const found = /^\s*([+-]?\d*\.?\d+)\s*(px|pt|rem|em|ex|ch|mm|cm|in|vw|vh|%|)\s*$/i.exec(value.slice(0, 40));
  if (found === null) return null;
  const [, number = "", unit = ""] = found;
  const factor = units[unit.toLowerCase()] ?? (unit === "%" ? em / 100 : em);
  return Number(number) * factor;
}
