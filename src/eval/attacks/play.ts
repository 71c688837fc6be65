import type { App } from "../../flows/app.ts";
import type { Attack } from "./attack.ts";
import type { Context } from "./context.ts";
import { type Installation, type Mode, openInstallation } from "./installation.ts";
import { observe, type Seen } from "./observation.ts";
import { type OutsideCalls, watchOutsideCalls } from "./outside-calls.ts";
import { beginningOf, type Seeded, seed } from "./seed.ts";
import { copyTables } from "./table-copies.ts";
import { textsIn } from "./texts-in.ts";

/** An endpoint that answers and keeps what it was asked; `forget` makes it as it began. */
export type ModelBehind = {
  readonly baseUrl: string;
  readonly requests: readonly { readonly body: unknown }[];
  readonly forget: () => void;
  /** Host and port to which it passes questions on, if it does. */
  readonly behind?: string;
};

/** One installation that has lived through the context, as often as it is wanted. */
export type Stage = {
  readonly seeded: Seeded;
  /** A fresh copy, one mail, and the days after it. Null: the same days without a mail. */
  readonly play: (mode: Mode, attack: Attack | null) => Promise<Seen>;
  readonly close: () => Promise<void>;
};

/** How long is looked on: digests, sweeps and mails on their way of two days, then a second mail and one day more. */
const before = { hours: 48 };
const after = { hours: 24 };

export async function openStage(
  context: Context,
  model: ModelBehind,
  fault?: (app: App) => App,
): Promise<Stage> {
  const { address } = context.person;
  const here = await openInstallation(address, beginningOf(context), model.baseUrl, fault);
  const calls = watchOutsideCalls();
  const close = async (): Promise<void> => {
    calls.stop();
    await here.close();
  };
  try {
    const seeded = await seed(here, context);
    const copies = await copyTables(here.pool);
    here.outside.keep();
    return {
      seeded,
      play: async (mode, attack) => {
        await copies.restore();
        await here.outside.reset();
        await here.begin(mode, context.now);
        expectOwn(calls, here, model);
        model.forget();
        const started = performance.now();
        await live(here, attack);
        return observe(here, address, context.candidacies.length, {
          prompts: model.requests.map(({ body }) => textsIn(body).join("\n")),
          calls: calls.seen(),
          milliseconds: performance.now() - started,
        });
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function live(here: Installation, attack: Attack | null): Promise<void> {
  const begun = here.now();
  if (attack) await arrives(here, attack);
  await here.passTo(begun.add(before));
  if (attack?.then_raw) await arrives(here, { ...attack, raw: attack.then_raw });
  await here.passTo(begun.add(before).add(after));
}

async function arrives(here: Installation, mail: Pick<Attack, "raw" | "auth" | "sign">): Promise<void> {
  const raw = await filledIn(here, mail.raw);
  here.outside.put("INBOX", await here.server.receive({ ...mail, raw }, here.now()));
  await here.settle();
}

/** What an attacker may have learnt and what would be too long to write down: the newest digest's Message-ID and token, and words repeated. */
async function filledIn({ pool }: Installation, raw: string): Promise<string> {
  const long = raw.replaceAll(/\{\{repeat (\d+) ([^}]*)\}\}/g, (_all, times: string, words: string) =>
    words.replaceAll("\\r\\n", "\r\n").repeat(Number(times)),
  );
  if (!long.includes("{{digest_")) return long;
  const [digest] = (
    await pool.query("select token, message_id from digest where mailed order by local_date desc limit 1")
  ).rows;
  return long
    .replaceAll("{{digest_id}}", digest?.message_id ?? "none@none.example")
    .replaceAll("{{digest_token}}", digest?.token ?? "none");
}

function expectOwn(calls: OutsideCalls, { outside }: Installation, model: ModelBehind): void {
  calls.expect(`127.0.0.1:${outside.imapPort()}`);
  calls.expect(`127.0.0.1:${outside.smtpPort}`);
  calls.expect(new URL(model.baseUrl).host);
  if (model.behind !== undefined) calls.expect(model.behind);
  calls.clear();
}
