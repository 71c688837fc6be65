import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { textOfHtml } from "../../src/mail/mail-text.ts";
import { parseMessage } from "../../src/mail/parse.ts";
import { plainWords } from "../../src/understanding/text/plain-words.ts";
import { letterParts } from "../../src/understanding/text/reply-text.ts";
import { measuringData } from "../support/measuring-data.ts";

type Measured = { readonly name: string; readonly text: string; readonly wanted: string };

/** Marked quotes never count: we take none for new words, and some libraries keep those between answers. */
const bare = (text: string): string =>
  plainWords(text)
    .split("\n")
    .filter((line) => !/^\s*(?:[A-Z]{1,4})?>/.test(line))
    .join(" ")
    .replace(/\s+/g, " ")
    .trim();

/** Those that come out otherwise. A closing that a library keeps as text is kept by us as the beginning of the signature. */
const readOtherwise = (mails: readonly Measured[]): readonly string[] =>
  mails
    .filter(({ text, wanted }) => {
      const { newest, signature } = letterParts(text);
      const [ours, theirs] = [bare(newest), bare(wanted)];
      if (ours === theirs) return false;
      return (
        ours === "" ||
        !theirs.startsWith(ours) ||
        !bare(signature).startsWith(theirs.slice(ours.length).trim())
      );
    })
    .map(({ name }) => name);

/** "1 9-34": the lines, counted from one, that a library gives as the reply. */
const linesOf = (text: string, places: string): string =>
  places
    .split(" ")
    .flatMap((place) => {
      const [from = 0, to = from] = place.split("-").map(Number);
      return text.split(/\r\n?|\n/).slice(from - 1, to);
    })
    .join("\n");

const placesIn = (table: string): ReadonlyMap<string, string> =>
  new Map(
    table.split(";").map((row) => [row.trim().split(" ", 1)[0] ?? "", row.trim().replace(/^\S+ /, "")]),
  );

function measured(folder: string, table: string, others: string) {
  const data = measuringData(folder);
  const places = placesIn(table);
  const mails = data.files("*.txt").map(({ name, read }): Measured => {
    const text = read().toString("utf8");
    return { name: name.slice(0, -4), text, wanted: linesOf(text, places.get(name.slice(0, -4)) ?? others) };
  });
  return { data, mails };
}

const trimmer = measuringData("replies/email_reply_trimmer/test");
describe.skipIf(trimmer.missing)(trimmer.title("replies as Discourse's trimmer trims them"), () => {
  test("all come out the same but two that open with a quote without marks: where it ends nobody can tell", () => {
    const trimmed = new Map(
      trimmer.files("trimmed/*.txt").map(({ name, read }) => [name.slice(8), read().toString("utf8")]),
    );
    const mails = trimmer.files("emails/*.txt").map(({ name, read }): Measured => {
      return {
        name: name.slice(7, -4),
        text: read().toString("utf8"),
        wanted: trimmed.get(name.slice(7)) ?? "",
      };
    });
    expect(mails).toHaveLength(64);
    expect(readOtherwise(mails)).toEqual(["embedded_email_17", "embedded_email_18"]);
  });
});

const github = measured(
  "replies/email_reply_parser/test/emails",
  "email_1_1 1-5; email_1_2 1 9-34; email_1_3 1-3; email_1_5 1-15; email_1_8 13 19; email_bullets 1-9; email_long_quote 1-6 8; email_one_is_not_on 1-5; email_sent_from_my_not_signature 1-3; email_sig_delimiter_in_middle_of_line 1-7; greedy_on 1-6; pathological 1-2",
  "1",
);
describe.skipIf(github.data.missing)(github.data.title("replies as GitHub's parser reads them"), () => {
  test("the writers' own words are the same in all but one below which stands a joke, which names no device and may be the writer's word", () => {
    expect(github.mails).toHaveLength(22);
    expect(readOtherwise(github.mails)).toEqual(["email_1_6"]);
  });
});

const crisp = measured(
  "replies/crisp-email-reply-parser/test/fixtures",
  "correct_sig 1; email_1 1-7; email_19 1; email_2 1 9-34; email_20 1; email_21 1-638; email_2_1 1-24; email_4 1; email_5 1-15; email_6 1-3; email_7 1-5 14 23; email_8 1-5 13; email_blackberry 1; email_bullets 1-9; email_custom_quote_header 1-3; email_customer_quote_header_2 1; email_customer_quote_header_3 1-3; email_emoji 1-7; email_iphone 1; email_multi_word_sent_from_my_mobile_device 1; email_not_a_signature 1-16; email_not_a_signature_2 1-10; email_reply_header 1-11; email_sent_from 1; email_sent_from_my_not_signature 1; email_tricky_11_double_signature 1; email_tricky_13_timestamp_variations 1-9; email_tricky_16_unicode_signatures 1-10; email_tricky_17_forward_header 1-9; email_tricky_18_inline_reply 4 8 12; email_tricky_19_quote_without_header 1 7 12; email_tricky_1_on_false_positive 1-6; email_tricky_20_html_entities 1-3; email_tricky_3_code_block 1-12; email_tricky_6_regards_in_sentence 1-7; email_tricky_7_multiple_dashes 1-3; email_tricky_9_nested_quotes 1; email_unquoted_reply 1; email_with_from_headers 2-4; email_zoho 1-2; sig_no_empty_line 1",
  "1-5",
);
describe.skipIf(crisp.data.missing)(crisp.data.title("replies as Crisp's parser reads them"), () => {
  test("all come out the same but those where it loses words, keeps old ones or reads without end", () => {
    expect(crisp.mails).toHaveLength(90);
    expect(readOtherwise(crisp.mails)).toEqual([
      "email_19", // takes a joke for the footer of a telephone
      "email_21", // thirty thousand characters of one writer: we read the first twelve
      "email_2_1", // keeps an Outlook quote whole
      "email_sent_from_my_not_signature", // loses a sentence that begins like a footer
      "email_thread", // keeps the head of the quote
      "email_tricky_17_forward_header", // keeps a forwarded mail as the forwarder's words
      "email_tricky_7_multiple_dashes", // loses what stands below a rule
    ]);
  });
});

const talon = measuringData("replies/talon/tests/fixtures");
describe.skipIf(talon.missing)(talon.title("replies and signatures as talon reads them"), () => {
  const words = (text: string) => text.replace(/\s+/g, " ").trim();

  test("every signature is found, with a closing or without", () => {
    // One of them still bears the marks of a training set at the beginnings of its lines.
    const clean = (source: Buffer) => plainWords(source.toString("utf8")).replace(/^#sig#/gm, "");
    const signatures = new Map(
      talon.files("signature/emails/stripped/*_signature").map(({ name, read }) => [name, clean(read())]),
    );
    const bodies = talon.files("signature/emails/stripped/*_body");
    expect(bodies).toHaveLength(6);
    for (const { name, read } of bodies) {
      const wanted = signatures.get(name.replace(/_body$/, "_signature")) ?? "";
      expect(words(letterParts(clean(read())).signature), name).toBe(words(wanted));
    }
  });

  test("the same answer, written in ten mail programs, comes out the same", async () => {
    const answers = await Promise.all(
      talon.files("standard_replies/*.eml").map(async ({ read }) => {
        const { message } = await parseMessage(read(), {
          internalDate: Temporal.Instant.from("2026-05-18T08:12:00Z"),
          proof: { aligned: false, domain: null, dkimWhole: false, evidence: "not asked" },
        });
        return letterParts(message.text).newest;
      }),
    );
    expect(answers.length).toBeGreaterThan(9);
    expect(new Set(answers).size, answers.join("|")).toBe(1);
    expect(words(answers[0] ?? "").split(" ")).toHaveLength(1);
  });

  test("the same HTML answer, quoted by nine mail programs, comes out the same", () => {
    const answers = talon.files("html_replies/*.html").map(({ read }) => {
      const { newest, signature } = letterParts(textOfHtml(read().toString("utf8")));
      return words(`${newest} ${signature}`);
    });
    expect(answers).toHaveLength(9);
    expect(new Set(answers).size, answers.join("|")).toBe(1);
    expect(answers[0]?.split(" ")).toHaveLength(6);
  });
});
