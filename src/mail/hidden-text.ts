import { type Declarations, declarationsOf, type HtmlElement, styleRules } from "./style-rules.ts";
import { type Colour, colourOf, look, pixels } from "./style-values.ts";

/** How an element shows: `gone` hides it with all that is in it, `unseen` the text that stands in it directly; `struck`: it is gone for its line alone. */
export type Appearance = { readonly gone: boolean; readonly unseen: boolean; readonly struck: boolean };

/** `behind` null: an image or something else whose colour is not known. */
type Look = Appearance & {
  readonly size: number;
  readonly colour: Colour | null;
  readonly behind: Colour | null;
  readonly indent: number;
};

const page: Look = {
  gone: false,
  unseen: false,
  struck: false,
  size: 16,
  colour: [0, 0, 0],
  behind: [255, 255, 255],
  indent: 0,
};

/** Nobody reads letters below this many pixels. */
const smallestLetters = 4;
/** Nobody scrolls so far to the left, in pixels. */
const offScreen = -400;
/** Their words were taken out by who wrote the mail, or by who quotes it (POLICY 7.3). */
const struck = new Set(["s", "strike", "del"]);

/**
 * Says what of an HTML mail is no part of what it says: what the eye does not see, hidden by style, class, size, place or a colour that is its
 * background's (POLICY 8.9), and what is struck through.
 * Where the background is an image, colours say nothing. Ask for parents before their children or after: the answer is the same.
 */
export function hiddenText(html: string): (element: HtmlElement) => Appearance {
  const rules = styleRules(html);
  const known = new WeakMap<HtmlElement, Look>();
  const lookOf = (element: HtmlElement): Look => {
    const before = known.get(element);
    if (before !== undefined) return before;
    const parent = element.parent?.attribs === undefined ? page : lookOf(element.parent);
    const found = lookWithin(element, parent, declared(element, rules(element)));
    known.set(element, found);
    return found;
  };
  return lookOf;
}

/** Attributes are weaker than rules, and rules than the element's own style. */
function declared(element: HtmlElement, rules: readonly Declarations[]): Declarations {
  const { style, bgcolor, background, color, hidden } = element.attribs;
  return new Map([
    ...(bgcolor === undefined ? [] : [["background-color", `bare ${bgcolor}`] as const]),
    ...(background === undefined ? [] : [["background", "url()"] as const]),
    ...(element.name === "font" && color !== undefined ? [["color", `bare ${color}`] as const] : []),
    ...(struck.has(element.name) ? [["text-decoration", "line-through"] as const] : []),
    ...(hidden === undefined ? [] : [["display", "none"] as const]),
    ...rules.flatMap((rule) => [...rule]),
    ...(style === undefined ? [] : declarationsOf(style)),
  ]);
}

function lookWithin(element: HtmlElement, parent: Look, style: Declarations): Look {
  if (style.size === 0) return parent;
  const size = sizeOf(style, parent.size);
  const colour = style.has("color") ? textColour(style.get("color") ?? "", parent.colour) : parent.colour;
  const behind = backgroundOf(style, parent.behind);
  const indent = pixels(style.get("text-indent") ?? "", size) ?? parent.indent;
  const same = colour === "none" || (colour !== null && behind !== null && look(colour, behind));
  const hidden = parent.gone || isHidden(element, style, size);
  const unseen = same || size < smallestLetters || indent <= offScreen;
  const struck = !hidden && isStruck(style);
  return { size, colour, behind, indent, gone: hidden || struck, unseen, struck };
}

const isStruck = (style: Declarations): boolean =>
  ["text-decoration", "text-decoration-line"].some((name) => style.get(name)?.includes("line-through"));

function isHidden({ name }: HtmlElement, style: Declarations, size: number): boolean {
  const value = (property: string): string => style.get(property) ?? "";
  const length = (property: string): number => pixels(value(property), size) ?? Number.NaN;
  if (value("display") === "none" || value("visibility") === "hidden" || value("visibility") === "collapse")
    return true;
  if (value("mso-hide") === "all" || Number.parseFloat(value("opacity")) < 0.1) return true;
  if (length("max-height") === 0 || length("max-width") === 0) return true;
  const cut = /hidden|clip/.test(value("overflow"));
  // A table cell grows with what stands in it.
  if (cut && !/^t[dhr]$/.test(name) && (length("height") <= 1 || length("width") <= 1)) return true;
  if (/^(?:absolute|fixed)$/.test(value("position"))) {
    if (["left", "top", "right"].some((side) => length(side) <= offScreen)) return true;
    if (/^rect\(\s*(?:0|1)(?:px)?[\s,]+(?:0|1)/.test(value("clip"))) return true;
  }
  if (length("margin-left") <= offScreen || length("margin-top") <= offScreen) return true;
  return /inset\(\s*(?:50|100)%/.test(value("clip-path")) || /scale\(\s*0/.test(value("transform"));
}

function sizeOf(style: Declarations, inherited: number): number {
  const short = /(?:^|\s)(\d[\d.]*(?:px|pt|em|rem|%))(?:\/|\s)/.exec(style.get("font") ?? "")?.[1];
  return (
    pixels(style.get("font-size") ?? short ?? "", inherited) ?? (style.has("font-size") ? 16 : inherited)
  );
}

const textColour = (value: string, inherited: Colour | null): Colour | null =>
  value === "inherit" ? inherited : colourIn(value);

function backgroundOf(style: Declarations, inherited: Colour | null): Colour | null {
  const short = style.get("background") ?? "";
  if (/url\(|gradient|image/.test(short) || /url\(|gradient/.test(style.get("background-image") ?? ""))
    return null;
  const value = style.get("background-color") ?? (short === "" ? undefined : short);
  if (value === undefined || value === "inherit" || value === "initial" || value === "") return inherited;
  const colour =
    colourIn(value) ??
    value.split(/\s+/).reduce<Colour | null>((found, word) => found ?? colourOf(word), null);
  return colour === "none" || value === "none" ? inherited : colour;
}

const colourIn = (value: string): Colour | null =>
  value.startsWith("bare ") ? colourOf(value.slice(5), true) : colourOf(value);
