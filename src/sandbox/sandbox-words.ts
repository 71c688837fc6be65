import { authservId } from "./account.ts";
import type { Season } from "./season.ts";
import type { Teller } from "./telling.ts";

/** How the sandbox ended: what stood at the end, and whether the story came to its end. */
export type SandboxEnding = { readonly isOver: boolean; readonly lines: readonly string[] };

/** Where the servers are, and who is about to write. */
export function introduce(season: Season, name: string, company: string, teller: Teller): void {
  const { imap, smtp, login, password } = season.office;
  const row = (label: string, value: string) => teller.line(`  ${label.padEnd(10)}${value}`);
  teller.line("");
  row("IMAP", `${imap.host}:${imap.port}   without TLS`);
  row("SMTP", `${smtp.host}:${smtp.port}   without TLS`);
  row("Login", login);
  row("Password", password);
  row("Trusts", authservId(season.person.address));
  teller.line("  Any mail client on this machine can open this mailbox while the sandbox runs.", "gray");
  teller.line("");
  teller.line(`${season.person.name} has applied at ${company}. ${name} is about to write.`);
  teller.object({ event: "opened", imap, smtp, login, password });
}

/** What stands at the end, read from the program itself. */
export async function conclude(season: Season): Promise<SandboxEnding> {
  const kinds = new Map(
    (await season.api.outbox()).map((row) => [row.message_id.replace(/^<|>$/g, ""), row.kind]),
  );
  const candidacies = await season.api.candidacies();
  const sent = season.office.departed.map(({ letter, to }) => {
    const kind = kinds.get(letter.messageId)?.replaceAll("_", " ");
    return `${kind ?? "by hand"} to ${to.join(", ")}`;
  });
  const closed = await isClosed(season);
  return {
    isOver: closed,
    lines: [
      ...candidacies.map(
        ({ employer, state, reason }) =>
          `${employer}: ${state.replaceAll("_", " ")}${reason === null ? "" : ` (${reason.replaceAll("_", " ")})`}`,
      ),
      sent.length === 0
        ? "No mail has left."
        : `${sent.length === 1 ? "One mail" : `${sent.length} mails`} left, each one approved: ${sent.join("; ")}.`,
      `${(await season.api.digests()).length} digests, one a day at most. Nothing left this machine.`,
    ],
  };
}

export const isClosed = async (season: Season): Promise<boolean> => {
  const all = await season.api.candidacies();
  return all.length > 0 && all.every(({ state }) => state === "closed");
};
