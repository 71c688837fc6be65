import { type AttachmentStream, type HeaderValue, MailParser } from "mailparser";
import { strikesWords, textOfHtml } from "./mail-text.ts";

/** A part that is no text of the letter; only the few kinds that a rule reads are kept. */
export type Part = {
  readonly contentType: string;
  readonly headers: ReadonlyMap<string, HeaderValue>;
  readonly content: Buffer;
};

export type MimeTree = {
  readonly subject: string;
  readonly text: string;
  readonly hasHtml: boolean;
  readonly parts: readonly Part[];
};

const read =
  /^(?:text\/calendar|application\/ics|message\/(?:delivery-status|global-delivery-status|rfc822|global|rfc822-headers|global-headers|feedback-report|disposition-notification)|text\/rfc822(?:-headers)?)$/;

/**
 * Takes a mail apart (RFC 2045). Of alternatives the plain one counts, because what the eye does not see must not be read as words; HTML only where there
 * is no plain one, or where it strikes words through that the plain one still has (POLICY 7.3). Parts that stand beside each other are all read, each
 * HTML without what it hides (8.9).
 * Throws what the parser throws.
 */
export async function mimeTree(source: Buffer): Promise<MimeTree> {
  const parser = new MailParser({
    // What it makes of HTML would show what is hidden.
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipImageLinks: true,
    keepDeliveryStatus: true,
    ignoreEmbedded: true,
    checksumAlgo: false,
    maxHeadSize: 256 * 1024,
    maxChildNodes: 200,
  });
  const parts: Part[] = [];
  await new Promise<void>((resolve, reject) => {
    parser.on("error", reject);
    parser.on("end", resolve);
    parser.on("data", (data: AttachmentStream | { readonly type: "text" }) => {
      if (data.type === "attachment") collect(data, parts);
    });
    parser.end(source);
  });
  const root = nodeOf(Reflect.get(parser, "tree"));
  return {
    subject: parser.subject ?? "",
    text: root === null ? "" : textOf(root),
    hasHtml: root !== null && isOrHolds(root, "text/html"),
    parts,
  };
}

function collect(attachment: AttachmentStream, parts: Part[]): void {
  const chunks: Buffer[] = [];
  const contentType = attachment.contentType.toLowerCase();
  const wanted = read.test(contentType);
  attachment.content.on("data", (chunk: Buffer) => {
    if (wanted) chunks.push(chunk);
  });
  attachment.content.on("end", () => {
    if (wanted) parts.push({ contentType, headers: attachment.headers, content: Buffer.concat(chunks) });
    attachment.release?.();
  });
}

type Node = {
  readonly contentType: string;
  readonly text: string;
  readonly children: readonly Node[];
};

/** The parser keeps its tree to itself; how parts stand to each other is told nowhere else. */
function nodeOf(value: unknown): Node | null {
  if (typeof value !== "object" || value === null) return null;
  const get = (name: string): unknown => Reflect.get(value, name);
  const [type, text, children] = [get("contentType"), get("textContent"), get("children")];
  return {
    contentType: typeof type === "string" ? type.toLowerCase() : "",
    text: typeof text === "string" ? text : "",
    children: Array.isArray(children) ? children.flatMap((child) => nodeOf(child) ?? []) : [],
  };
}

const isOrHolds = ({ contentType, children }: Node, type: string): boolean =>
  contentType === type || children.some((child) => isOrHolds(child, type));

function textOf(node: Node): string {
  if (node.contentType === "text/plain") return node.text;
  if (node.contentType === "text/html") return textOfHtml(node.text);
  const plain = node.contentType === "multipart/alternative" ? node.children.map(plainOf).join("\n") : "";
  if (plain.trim() === "") return node.children.map(textOf).join("\n");
  const html = htmlIn(node);
  return html.some(strikesWords) ? html.map(textOfHtml).join("\n") : plain;
}

const htmlIn = (node: Node): readonly string[] =>
  node.contentType === "text/html" ? [node.text] : node.children.flatMap(htmlIn);

const plainOf = (node: Node): string =>
  node.contentType === "text/plain" ? node.text : node.children.map(plainOf).join("\n");
