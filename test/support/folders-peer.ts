import { type ImapAnswer, type ImapPeer, startImapPeer } from "./imap-peer.ts";

/** What a peer does with one APPEND: takes it, or ends the connection before it, in the middle of it, or when it has the mail and owes the answer. */
export type Cut = "none" | "before" | "within" | "after";

export type FoldersPeer = ImapPeer & {
  /** Sources of the mails of each folder, oldest first. */
  readonly folders: Readonly<Record<string, string[]>>;
  /** Message-IDs that bear \\Answered, with the folder in which they got it. */
  readonly answered: string[];
  /** For the next APPEND. */
  cut: Cut;
  /** What its searches find: what lies there, nothing, whatever lies there, or nothing of the newest mail, whose index is not written yet. */
  finds: "all" | "nothing" | "all but the newest";
};

/** An IMAP server that holds mails: they are searched by header, flagged and appended. Folder names stand with their flags, as LIST gives them. */
export async function startFoldersPeer(listed: Readonly<Record<string, string>>): Promise<FoldersPeer> {
  const folders: Record<string, string[]> = Object.fromEntries(Object.keys(listed).map((name) => [name, []]));
  const answered: string[] = [];
  let selected = "INBOX";
  const named = (line: string): string => /^\S+ (?:"([^"]*)"|(\S+))/.exec(line)?.slice(1).join("") ?? "";
  const held = (): string[] => folders[selected] ?? [];
  const uidsWith = (line: string): number[] => {
    const value = (/ HEADER \S+ (.+)$/i.exec(line)?.[1] ?? "").replaceAll('"', "");
    const known = peer.finds === "nothing" ? [] : peer.finds === "all" ? held() : held().slice(0, -1);
    return known.flatMap((mail, at) => (value !== "" && mail.includes(value) ? [at + 1] : []));
  };
  const fetched = (uid: number, field: string): string[] => {
    const block = header(uid, field);
    const size = block.length + 4;
    return [`* ${uid} FETCH (UID ${uid} BODY[HEADER.FIELDS (${field})] {${size}}`, block, "", ")"];
  };
  const fieldIn = (line: string): string =>
    /HEADER\.FIELDS \(([^)]+)\)/i.exec(line)?.[1]?.replaceAll('"', "") ?? "";
  const header = (uid: number, name: string): string =>
    new RegExp(`^${name}:.*$`, "im").exec(held()[uid - 1] ?? "")?.[0].trim() ?? "";

  const answer = (name: string, line: string, literal: string): ImapAnswer | undefined => {
    switch (name) {
      case "LIST":
        // The empty name asks for the delimiter and the root (RFC 3501 section 6.3.8).
        if (line.endsWith('""')) return ['* LIST (\\Noselect) "/" ""', "TAG OK done"];
        return [
          ...Object.entries(listed).map(([folder, flags]) => `* LIST (${flags}) "/" "${folder}"`),
          "TAG OK done",
        ];
      case "STATUS":
        return [`* STATUS "${named(line)}" (UIDNEXT 1 UIDVALIDITY 7)`, "TAG OK done"];
      case "SELECT":
        selected = named(line);
        return [
          `* ${held().length} EXISTS`,
          "* OK [UIDVALIDITY 7] stays",
          `* OK [UIDNEXT ${held().length + 1}] next`,
          "TAG OK [READ-WRITE] done",
        ];
      case "UID_SEARCH":
        return [["* SEARCH", ...uidsWith(line)].join(" "), "TAG OK done"];
      case "UID_FETCH":
        return [...fetched(Number(line.split(" ")[2]), fieldIn(line)), "TAG OK done"];
      case "FETCH": {
        const [first = 1, last = first] = (line.split(" ")[1] ?? "").split(":").map(Number);
        const uids = held().map((_mail, at) => at + 1);
        const asked = uids.filter((uid) => uid >= first && uid <= last);
        return [...asked.flatMap((uid) => fetched(uid, fieldIn(line))), "TAG OK done"];
      }
      case "UID_STORE":
        answered.push(`${selected} ${header(Number(line.split(" ")[2]), "Message-ID")}`);
        return ["TAG OK done"];
      case "APPEND_BEGINS":
        return peer.cut === "before" ? "drop" : undefined;
      case "APPEND":
        if (peer.cut !== "within") folders[named(line)]?.push(literal);
        return peer.cut === "none" ? ["TAG OK done"] : "drop";
      default:
        return undefined;
    }
  };
  const peer: FoldersPeer = {
    ...(await startImapPeer(answer)),
    folders,
    answered,
    cut: "none",
    finds: "all",
  };
  return peer;
}
