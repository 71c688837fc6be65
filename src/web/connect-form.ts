import { z } from "zod";
import type { AboutPerson, Servers } from "../connecting/desk-steps.ts";

/** What a form of the pages for connecting asks for. */
export type ConnectForm =
  | { readonly act: "meet"; readonly about: AboutPerson }
  | { readonly act: "try"; readonly servers: Servers; readonly password: string }
  | { readonly act: "save"; readonly folder: string }
  | { readonly act: "back" };

const text = z.string().max(500).default("");
const form = z.discriminatedUnion("act", [
  z.object({ act: z.literal("meet"), address: text, name: text, zone: text, country: text, digestAt: text }),
  z.object({
    act: z.literal("try"),
    imap: text,
    smtp: text,
    login: text,
    password: text,
    history: z.coerce.number().int().min(0).max(3_650).default(90),
  }),
  z.object({ act: z.literal("save"), folder: text }),
  z.object({ act: z.literal("back") }),
]);

/** Gives what a form asks for; null where it is none of ours. Of a field that stands there twice the last counts. */
export function connectFormIn(body: string): ConnectForm | null {
  const read = form.safeParse(Object.fromEntries(new URLSearchParams(body)));
  if (!read.success) return null;
  const { data } = read;
  switch (data.act) {
    case "meet": {
      const { act, ...about } = data;
      return { act, about };
    }
    case "try": {
      const { act, password, history, ...servers } = data;
      return { act, password, servers: { ...servers, historyDays: history } };
    }
    case "save":
    case "back":
      return data;
  }
}
