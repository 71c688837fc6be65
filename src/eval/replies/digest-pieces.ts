import type { Item } from "./row.ts";

/** The newest digest as it reached the person. `drafts`: the proposed texts by their numbers. */
export type MadeDigest = {
  readonly messageId: string;
  readonly token: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly drafts: ReadonlyMap<number, string>;
};

/** Gives the value of every placeholder of EVAL "replies" for that digest; `digest_html` is HTML, everything else plain text. */
export function digestPieces(
  { messageId, token, subject, text, html, drafts }: MadeDigest,
  items: readonly Pick<Item, "n">[],
): ReadonlyMap<string, string> {
  const lines = text.trimEnd().split(/\r?\n/);
  const places = placesOf(
    lines,
    items.map(({ n }) => n),
  );
  const [first] = places;
  const last = places.at(-1);
  const of = (from: number, to: number): string => lines.slice(from, to).join("\n").trim();
  return new Map([
    ["digest_id", messageId],
    ["digest_token", token],
    ["digest_subject", subject],
    ["digest_text", lines.join("\n")],
    ["quoted_digest_text", quoted(lines).join("\n")],
    ["quoted_digest_text_broken", quoted(lines).flatMap(broken).join("\n")],
    ["digest_html", /<body[^>]*>([\s\S]*)<\/body>/i.exec(html)?.[1]?.trim() ?? html],
    ["digest_head", of(0, first?.from ?? 0)],
    ["digest_foot", of(last?.to ?? 0, lines.length)],
    ...places.flatMap(({ n, from, to }): [string, string][] => {
      const draft = drafts.get(n) ?? "";
      const [head = ""] = draft.split(/\n\s*\n/, 1);
      const subjectAt = lines.slice(from, to).findIndex((line) => /^Subject:/.test(line));
      return [
        [`item_${n}_text`, of(from, to)],
        [`item_${n}_lead`, of(from, subjectAt < 0 ? to : from + subjectAt + 1)],
        [`item_${n}_draft`, draft],
        [`item_${n}_draft_head`, head],
        [`item_${n}_draft_tail`, draft.slice(head.length).trim()],
      ];
    }),
  ]);
}

type Place = { readonly n: number; readonly from: number; readonly to: number };

/** From each number's line down to the sentence that says how to answer it; lines without one end where something else begins. */
function placesOf(lines: readonly string[], numbers: readonly number[]): readonly Place[] {
  const starts = numbers
    .map((n) => ({ n, from: lines.findIndex((line) => line.startsWith(`${n}. `)) }))
    .filter(({ from }) => from >= 0)
    .sort((a, b) => a.from - b.from);
  return starts.map(({ n, from }, at) => {
    const next = starts[at + 1]?.from ?? lines.length;
    const below = lines.slice(from, next);
    const answer = below.findIndex((line) => line.includes(`Reply "${n} `));
    const blank = below.findIndex((line) => line.trim() === "");
    const length = answer >= 0 ? answer + 1 : blank >= 0 ? blank : below.length;
    return { n, from, to: from + length };
  });
}

const quoted = (lines: readonly string[]): readonly string[] =>
  lines.map((line) => (line === "" ? ">" : line.startsWith(">") ? `>${line}` : `> ${line}`));

/** At 72 columns, what does not fit goes on below without a mark, as old mail programs break it. */
function broken(line: string): readonly string[] {
  const pieces: string[] = [];
  let rest = line;
  while (rest.length > 72) {
    const space = rest.lastIndexOf(" ", 72);
    const end = space > 2 ? space : 72;
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
  return [...pieces, rest];
}

/**
 * Puts the values into a reply. In plain text, what stands before a placeholder on its line is repeated before each line of the value; in HTML
 * values are escaped and joined with <br>. @throws Error where a placeholder has no value.
 */
export function filledIn(
  template: string,
  pieces: ReadonlyMap<string, string>,
  as: "text" | "html" = "text",
): string {
  return template
    .split("\n")
    .map((line) => {
      let done = line;
      for (;;) {
        const [whole, name = ""] = /\{\{\s*(\w+)\s*\}\}/.exec(done) ?? [];
        if (whole === undefined) return done;
        const value = pieces.get(name);
        if (value === undefined) throw new Error(`there is no {{${name}}} in that digest`);
        const at = done.indexOf(whole);
        const before = done.slice(done.lastIndexOf("\n", at) + 1, at);
        const lines = value.split("\n");
        const put =
          as === "text"
            ? lines.join(`\n${before}`)
            : name === "digest_html"
              ? value
              : lines.map(escaped).join(`<br>${/^(?:&gt;|>|\s)*$/.test(before) ? before : ""}`);
        done = done.slice(0, at) + put + done.slice(at + whole.length);
      }
    })
    .join("\n");
}

const escaped = (line: string): string =>
  line.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
