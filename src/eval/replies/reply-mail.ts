import type { Temporal } from "temporal-polyfill";
import { addressesIn } from "../../mail/addresses.ts";
import { answerSubject, mailDate } from "../../sandbox/letter.ts";
import { filledIn, type MadeDigest } from "./digest-pieces.ts";
import type { Reply } from "./row.ts";

/** A reply as it is delivered: its bytes, and whether the person's own Sent folder and the inbox hold it. */
export type ReplyMail = {
  readonly raw: Buffer;
  readonly inSent: boolean;
  readonly inInbox: boolean;
  /** The address in From. */
  readonly from: string;
};

type Person = { readonly name: string; readonly address: string };

/** Puts a reply together as its mail program does (EVAL "replies"), written at `at`. @throws Error where a placeholder has no value. */
export function replyMail(
  reply: Reply,
  digest: MadeDigest,
  pieces: ReadonlyMap<string, string>,
  person: Person,
  at: Temporal.ZonedDateTime,
): ReplyMail {
  const { style } = reply;
  const given = Object.fromEntries(
    Object.entries(reply.headers)
      // Both proofs hold unless From or the style says otherwise: a thread that the file made up is none.
      .filter(([name, value]) => !threading.has(name) || value.includes("{{"))
      .filter(([name]) => !structural.has(name))
      .map(([name, value]) => [name, filledIn(value, pieces)]),
  );
  const stranger = style === "third_party" ? (given.from ?? "Max Hale <max.hale@elsewhere.example>") : null;
  const from = stranger ?? given.from ?? `${person.name} <${person.address}>`;
  const isOwn = addressesIn([from]).every(({ address }) => address === person.address);
  const headers = {
    date: mailDate(at),
    "message-id": `<reply.${reply.id.replace(/[^\w.-]/g, "_")}@${person.address.split("@")[1]}>`,
    to: style === "forward" ? "Max Hale <max.hale@elsewhere.example>" : `Afterword <${person.address}>`,
    ...(style === "mailto"
      ? {}
      : { "in-reply-to": `<${digest.messageId}>`, references: `<${digest.messageId}>` }),
    ...(style === "list" && { "list-id": "<jobs.lists.example>", precedence: "list" }),
    ...(style === "auto_reply" && { "auto-submitted": "auto-replied" }),
    ...given,
    from,
    subject: subjectOf(style, given.subject, digest),
  };
  const head = Object.entries(headers).map(([name, value]) => `${titled(name)}: ${encoded(value)}`);
  const raw = [...head, "MIME-Version: 1.0", ...body(reply, pieces, digest)].join("\r\n");
  return { raw: Buffer.from(raw), inSent: isOwn && stranger === null, inInbox: style !== "forward", from };
}

const threading = new Set(["in-reply-to", "references", "message-id"]);
const structural = new Set(["content-type", "content-transfer-encoding", "mime-version"]);

function subjectOf(style: Reply["style"], given: string | undefined, digest: MadeDigest): string {
  if (style === "mailto") {
    const tag = `[aw-${digest.token}]`;
    return given === undefined ? `Re: Afterword ${tag}` : given.includes("[aw-") ? given : `${given} ${tag}`;
  }
  return given ?? (style === "forward" ? `Fwd: ${digest.subject}` : answerSubject(digest.subject));
}

function body(reply: Reply, pieces: ReadonlyMap<string, string>, digest: MadeDigest): readonly string[] {
  const text = reply.text == null ? null : part("plain", filledIn(reply.text, pieces));
  const html = reply.html == null ? null : part("html", filledIn(reply.html, pieces, "html"));
  const own = [text, html].filter((one) => one !== null);
  if (reply.style === "receipt") return multipart(receipt, [text ?? part("plain", ""), disposition(digest)]);
  const [only] = own;
  if (only !== undefined && own.length === 1) return only;
  return own.length === 0 ? part("plain", "") : multipart('multipart/alternative; boundary="parts"', own);
}

const receipt = 'multipart/report; report-type=disposition-notification; boundary="parts"';

const part = (kind: "plain" | "html", words: string): readonly string[] => [
  `Content-Type: text/${kind}; charset=utf-8`,
  "Content-Transfer-Encoding: base64",
  "",
  ...(Buffer.from(words.replaceAll(/\r?\n/g, "\r\n"))
    .toString("base64")
    .match(/.{1,76}/g) ?? [""]),
];

/** RFC 8098 section 3.1. */
const disposition = ({ messageId }: MadeDigest): readonly string[] => [
  "Content-Type: message/disposition-notification",
  "",
  `Original-Message-ID: <${messageId}>`,
  "Disposition: manual-action/MDN-sent-manually; displayed",
];

const multipart = (type: string, parts: readonly (readonly string[])[]): readonly string[] => [
  `Content-Type: ${type}`,
  "",
  ...parts.flatMap((one) => ["--parts", ...one, ""]),
  "--parts--",
  "",
];

const titled = (name: string): string => name.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());

/** RFC 2047 where a header holds more than ASCII; addresses keep theirs outside. */
function encoded(value: string): string {
  if (/^[\x20-\x7e]*$/.test(value)) return value;
  return value.replace(
    /(?:[^\s<>@,;:"]*[^\x20-\x7e][^\s<>@,;:"]*\s?)+/g,
    (words) =>
      `=?utf-8?B?${Buffer.from(words.trimEnd()).toString("base64")}?=${/\s$/.test(words) ? " " : ""}`,
  );
}
