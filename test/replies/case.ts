import { type Body, type ClientName, clients } from "./clients.ts";
import type { Language } from "./words.ts";

/** A reply before it is written down. `expects`: things parted by semicolons; several: any of them in full. */
export type Case = {
  readonly id: string;
  readonly client: string;
  readonly language: Language;
  readonly digest: string;
  readonly body: Body;
  readonly expects: string | readonly string[];
  readonly style?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** An answer to `digest` as that mail program writes it; `only` leaves its other part out. */
export function by(
  client: ClientName,
  [id, digest, answer, expects]: readonly [string, string, string, string | readonly string[]],
  { language = "en", only }: { readonly language?: Language; readonly only?: keyof Body } = {},
): Case {
  const body = clients[client](answer, language);
  return {
    id,
    client,
    language,
    digest,
    body: only === undefined ? body : { [only]: body[only] },
    expects,
  };
}

/** A reply whose parts are written out. */
export const as = (
  client: string,
  [id, digest, expects]: readonly [string, string, string | readonly string[]],
  body: Body | string,
  more: Partial<Pick<Case, "language" | "style" | "headers">> = {},
): Case => ({
  id,
  client,
  language: "en",
  digest,
  body: typeof body === "string" ? { text: body } : body,
  expects,
  ...more,
});

/** "1 approve; 2 later friday; ask_back" as the file has it. */
export const expected = (things: string): readonly Readonly<Record<string, unknown>>[] =>
  things.split(";").map((thing) => {
    const [, item, decision, argument] = /^\s*(?:(\d+) )?(\S+)(?: (.+?))?\s*$/.exec(thing) ?? [];
    return { ...(item && { item: Number(item) }), decision, ...(argument && { argument }) };
  });
