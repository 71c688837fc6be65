/** A digest as the person reads it: nothing here comes from the program but the words of its mail. */
export type Shown = {
  readonly drafts: readonly {
    readonly n: number;
    readonly to: string;
    /** Without white space. */
    readonly text: string;
  }[];
  readonly unconfirmed: readonly number[];
};

export function readDigest(text: string): Shown {
  const drafts = [];
  const block =
    /^(\d+)\. .*\n(?:.*\n)*?\nTo: (?:.*<)?([^<>\n]+?)>?\nSubject: .*\n\n((?:>.*\n)+)\nReply "\1 ok"/gm;
  for (const [, n = "", to = "", quoted = ""] of text.matchAll(block))
    drafts.push({ n: Number(n), to: to.trim().toLowerCase(), text: bare(quoted.replace(/^> ?/gm, "")) });
  const unconfirmed = [...text.matchAll(/^(\d+)\. I could not confirm that your mail to /gm)].map(([, n]) =>
    Number(n),
  );
  return { drafts, unconfirmed };
}

/** What is left of words when mail programs have broken and joined their lines. */
export const bare = (text: string): string => text.replace(/\s+/g, "");
