import { writeFile } from "node:fs/promises";
import { programCall } from "../domain/program-call.ts";
import { wishForms } from "../domain/reply-setting.ts";
import { type Setting, withUnit } from "../domain/setting.ts";
import { preferenceSettings } from "../domain/settings.ts";
import { personSettings, wishSettings } from "../domain/settings-said.ts";

/** Where the page lies in the repository. */
export const settingsPageFile = new URL("../../docs/settings.md", import.meta.url);

/** Gives docs/settings.md, made of the one table of settings: `npm run docs:settings` writes it. */
export const settingsPage = (): string =>
  [
    "# Settings",
    "",
    "This page is made by `npm run docs:settings`; do not edit it by hand.",
    "",
    "Every number of the follow-up policy can be changed, for everything or for one candidacy. Working days are those of the recipient's country; hours are those of the recipient's clock. A change counts at once: what is due is planned anew, and the journal keeps what was set and what it was before.",
    "",
    "```sh",
    `${programCall} set                              # all of them, with their values`,
    `${programCall} set after-promise 3              # for everything`,
    `${programCall} set --candidacy 4 breakup 8      # for candidacy 4 alone`,
    `${programCall} set after-promise --default      # as it was`,
    "```",
    "",
    "## Numbers of the policy",
    "",
    ...grid(
      ["setting", "default", "allowed", "what it means"],
      preferenceSettings.map((setting) => [
        `\`${setting.name}\``,
        withUnit(setting, setting.default ?? ""),
        setting.allowed,
        setting.isForAll ? `${setting.means} Counts for everything.` : setting.means,
      ]),
    ),
    "",
    "## About you",
    "",
    "They were told when the mailbox was connected.",
    "",
    ...grid(["setting", "allowed", "what it means"], personSettings.map(toldOf)),
    "",
    "## One candidacy alone",
    "",
    "These are set with `--candidacy` and its number.",
    "",
    ...grid(["setting", "allowed", "what it means"], wishSettings.map(toldOf)),
    "",
    "The same, and the size of an employer, can be said in a reply to the digest, with the number of a line that is about a candidacy or a draft:",
    "",
    ...grid(
      ["you reply", "what it does"],
      wishForms.map(({ write, does }) => [`\`${write}\``, does]),
    ),
    "",
  ].join("\n");

const toldOf = ({ name, allowed, means }: Setting): readonly string[] => [`\`${name}\``, allowed, means];

/** A Markdown table with aligned columns. */
function grid(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((row) => (row[at] ?? "").length)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)];
}

if (import.meta.main) await writeFile(settingsPageFile, settingsPage());
