import type { FetchMessageObject, ImapFlow, MessageStructureObject } from "imapflow";
import { type ImapSettings, within } from "./connection.ts";

/** A mail of more parts than this is not taken apart. */
const mostParts = 60;
/** Bytes of the head, and of one part; a letter and an invitation are far below. */
const longestHead = 256 * 1024;
const longestPart = 300 * 1024;
const mostRead = 6;

/** Parts that are read: what is written in the letter, invitations, reports, and the heads of mails that are carried along. */
const read =
  /^(?:text\/(?:plain|html|calendar|rfc822.*)|application\/ics|message\/(?!external-body|partial).*)$/;

/**
 * A mail that is too large to be fetched: its head and the parts that are read, put together again as they stood, each other part as an empty one.
 * No byte of an attachment is asked for (SAFETY R24). Null where the server does not tell how the mail is made.
 */
export async function fetchWithoutAttachments(
  client: ImapFlow,
  uid: number,
  settings: ImapSettings,
): Promise<{ readonly mail: FetchMessageObject; readonly source: Buffer } | null> {
  const head = { key: "HEADER", start: 0, maxLength: longestHead };
  const mail = await one(
    client,
    uid,
    { bodyStructure: true, internalDate: true, bodyParts: [head] },
    settings,
  );
  const structure = mail?.bodyStructure;
  const header = mail?.headers;
  if (!mail || !structure || !header) return null;
  const nodes = flat(structure);
  if (nodes.length > mostParts || nodes.some(isOpenEnded)) return null;
  const leaves = nodes.filter((node) => !node.childNodes || isMail(node));
  const wanted = leaves.filter(isRead).slice(0, mostRead);
  const heads = nodes.flatMap(({ part }) => (part === undefined ? [] : [`${part}.MIME`]));
  const bodyParts = [
    ...heads.map((key) => ({ key, start: 0, maxLength: 8 * 1024 })),
    ...wanted.map(({ part = "1" }) => ({ key: part, start: 0, maxLength: longestPart })),
  ];
  const contents = bodyParts.length > 0 ? (await one(client, uid, { bodyParts }, settings))?.bodyParts : null;
  if (contents === undefined) return null;
  const read = (key: string): Buffer => contents?.get(key.toLowerCase()) ?? Buffer.alloc(0);
  return { mail, source: Buffer.concat([header, ...body(structure, new Set(wanted), read)]) };
}

async function one(
  client: ImapFlow,
  uid: number,
  query: Parameters<ImapFlow["fetchOne"]>[1],
  settings: ImapSettings,
): Promise<FetchMessageObject | null> {
  const fetching = client.fetchOne(String(uid), { uid: true, ...query }, { uid: true });
  return (await within(client, settings.commandTimeout, fetching)) || null;
}

const isMail = ({ type }: MessageStructureObject): boolean => type.startsWith("message/");

/** A carried mail is one part: what lies in it is not taken apart again. */
const flat = (node: MessageStructureObject): readonly MessageStructureObject[] => [
  node,
  ...(isMail(node) ? [] : (node.childNodes ?? []).flatMap(flat)),
];

/** Parts beside each other can be put together only where the server tells what stands between them. */
const isOpenEnded = (node: MessageStructureObject): boolean =>
  node.type.startsWith("multipart/") && !node.parameters?.boundary;

/** A text that is attached as a file is no part of the letter; an invitation may be attached too. */
const isRead = ({ type, disposition }: MessageStructureObject): boolean =>
  read.test(type) && (disposition !== "attachment" || !/^text\/(?:plain|html)$/.test(type));

function body(
  node: MessageStructureObject,
  wanted: ReadonlySet<MessageStructureObject>,
  read: (key: string) => Buffer,
): readonly Buffer[] {
  const boundary = node.parameters?.boundary;
  if (!node.childNodes || isMail(node) || boundary === undefined)
    return wanted.has(node) ? [read(node.part ?? "1")] : [];
  return [
    ...node.childNodes.flatMap((child) => [
      Buffer.from(`--${boundary}\r\n`),
      read(`${child.part}.mime`),
      ...body(child, wanted, read),
      Buffer.from("\r\n"),
    ]),
    Buffer.from(`--${boundary}--\r\n`),
  ];
}
