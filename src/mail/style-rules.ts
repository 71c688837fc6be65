/** What is read of an HTML element. */
export type HtmlElement = {
  readonly name: string;
  readonly attribs: Readonly<Record<string, string>>;
  readonly parent: HtmlElement | null;
};

/** Property names in lower case with their values; the last of a name counts. */
export type Declarations = ReadonlyMap<string, string>;

type Compound = {
  readonly tag: string;
  readonly ids: readonly string[];
  readonly classes: readonly string[];
};
type Rule = { readonly selector: readonly Compound[]; readonly declarations: Declarations };

/** Bounds (SAFETY R25): an honest mail has fewer rules, and only those that can hide are kept. */
const longestSheet = 200_000;
const mostRules = 300;
const mostComparisons = 100_000;

const hiding =
  /(?:^|[;\s])(?:display|visibility|opacity|font|font-size|color|background|background-color|width|height|max-width|max-height|overflow|position|left|right|top|text-indent|clip|clip-path|transform|mso-hide|text-decoration|text-decoration-line)\s*:/i;

/** "a: b; c: d" as a map. "!important" is dropped: what hides even so is found, and what shows even so was hidden from some. */
export function declarationsOf(style: string): Declarations {
  const found = new Map<string, string>();
  for (const one of style.slice(0, 5_000).split(";")) {
    const colon = one.indexOf(":");
    if (colon < 1) continue;
    const value = one
      .slice(colon + 1)
      .replace(/!\s*important\s*$/i, "")
      .trim();
    found.set(one.slice(0, colon).trim().toLowerCase(), value.toLowerCase());
  }
  return found;
}

/**
 * The rules of all <style> elements that always apply: what stands in @media and the like depends on the reader's screen. Gives a function that finds
 * the declarations for an element, later rules after earlier ones.
 */
export function styleRules(html: string): (element: HtmlElement) => readonly Declarations[] {
  const byKey = new Map<string, Rule[]>();
  let kept = 0;
  for (const [selectors, body] of blocksOf(sheetOf(html))) {
    if (kept >= mostRules) break;
    if (!hiding.test(body)) continue;
    const declarations = declarationsOf(body);
    for (const written of selectors.split(",", mostRules)) {
      const selector = selectorOf(written);
      const last = selector?.at(-1);
      if (!selector || !last) continue;
      kept += 1;
      const key = last.ids[0] ? `#${last.ids[0]}` : last.classes[0] ? `.${last.classes[0]}` : last.tag;
      byKey.set(key, [...(byKey.get(key) ?? []), { selector, declarations }]);
    }
  }
  if (byKey.size === 0) return () => [];
  let comparisons = 0;
  return (element) => {
    if (comparisons > mostComparisons) return [];
    const keys = [
      "*",
      element.name,
      ...classesOf(element).map((name) => `.${name}`),
      `#${element.attribs.id ?? ""}`,
    ];
    return keys
      .flatMap((key) => byKey.get(key) ?? [])
      .filter((rule) => {
        if (comparisons > mostComparisons) return false;
        const { fits, cost } = compared(element, rule.selector);
        comparisons += cost;
        return fits;
      })
      .map((rule) => rule.declarations);
  };
}

function sheetOf(html: string): string {
  let sheet = "";
  for (let at = 0; sheet.length < longestSheet; ) {
    const open = /<style\b[^>]{0,500}>/gi;
    open.lastIndex = at;
    const begun = open.exec(html);
    if (begun === null) break;
    const end = html.indexOf("</", open.lastIndex);
    at = end < 0 ? html.length : end;
    sheet += `${html.slice(open.lastIndex, at)}\n`;
  }
  return sheet.slice(0, longestSheet);
}

function withoutComments(sheet: string): string {
  let kept = "";
  for (let at = 0; at < sheet.length; ) {
    const begin = sheet.indexOf("/*", at);
    if (begin < 0) return kept + sheet.slice(at);
    kept += `${sheet.slice(at, begin)} `;
    const end = sheet.indexOf("*/", begin + 2);
    at = end < 0 ? sheet.length : end + 2;
  }
  return kept;
}

/** Selector and body of every rule that stands in no other block. */
function blocksOf(sheet: string): [string, string][] {
  const blocks: [string, string][] = [];
  const css = withoutComments(sheet).replace(/<!--|-->/g, " ");
  let depth = 0;
  let head = "";
  let from = 0;
  for (const { 0: mark, index } of css.matchAll(/[{};]/g)) {
    if (mark === "{") {
      if (depth === 0) head = css.slice(from, index).trim();
      depth += 1;
      if (depth === 1) from = index + 1;
    } else if (mark === "}") {
      depth = Math.max(0, depth - 1);
      if (depth === 0) {
        if (head !== "" && !head.startsWith("@")) blocks.push([head, css.slice(from, index)]);
        from = index + 1;
        head = "";
      }
    } else if (depth === 0) from = index + 1;
  }
  return blocks;
}

/** Element, class and id selectors with descendants; others (states, attributes) give null. */
function selectorOf(written: string): Compound[] | null {
  const words = written.slice(0, 300).replace(/>/g, " ").trim().split(/\s+/).slice(0, 8);
  const compounds = words.map((word) => {
    if (!/^(?:\*|[a-z][\w-]*)?(?:[.#][\w-]+)*$/i.test(word) || word === "") return null;
    const all = (mark: string) =>
      [...word.matchAll(new RegExp(`\\${mark}([\\w-]+)`, "g"))].map((one) => one[1] ?? "");
    return { tag: /^[a-z][\w-]*/i.exec(word)?.[0].toLowerCase() ?? "*", ids: all("#"), classes: all(".") };
  });
  return compounds.includes(null) ? null : compounds.filter((one) => one !== null);
}

const classes = new WeakMap<HtmlElement, readonly string[]>();

function classesOf(element: HtmlElement): readonly string[] {
  const known = classes.get(element);
  if (known !== undefined) return known;
  const names = (element.attribs.class ?? "").slice(0, 500).split(/\s+/, 20).filter(Boolean);
  classes.set(element, names);
  return names;
}

function compared(element: HtmlElement, selector: readonly Compound[]): { fits: boolean; cost: number } {
  const last = selector.at(-1);
  let cost = 1;
  if (last === undefined || !fits(element, last)) return { fits: false, cost };
  let left = selector.length - 2;
  for (let above = element.parent; above !== null && left >= 0; above = above.parent) {
    const compound = selector[left];
    if (compound && fits(above, compound)) left -= 1;
    cost += 1;
  }
  return { fits: left < 0, cost };
}

function fits(element: HtmlElement, { tag, ids, classes: names }: Compound): boolean {
  if (element.attribs === undefined || (tag !== "*" && tag !== element.name)) return false;
  if (!ids.every((id) => element.attribs.id === id)) return false;
  return names.every((name) => classesOf(element).includes(name));
}
