import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { OutboxId } from "../../src/domain/ids.ts";
import {
  type OutboxEventType,
  type OutboxState,
  outboxStates,
  statesThatAllow,
} from "../../src/domain/outbox.ts";
import { replayMoves } from "../../src/domain/outbox-replay.ts";
import type { Outbox } from "../../src/ports/store.ts";
import { type Connected, openReceivingApp, type ReceivingApp } from "../support/receiving-app.ts";

let here: ReceivingApp;
let ana: Connected;
beforeAll(async () => {
  here = await openReceivingApp();
  ana = await here.connect();
});
afterAll(() => here.close());

const inOutbox = <T>(work: (outbox: Outbox) => Promise<T>): Promise<T> =>
  here.app.store.transaction((tx) => work(tx.outbox));
const notBefore = Temporal.Instant.from("2026-05-18T08:00:00Z");

/** A mail to the person: no draft stands behind it. */
async function made(): Promise<OutboxId> {
  const id = randomUUID() as OutboxId;
  const row = {
    id,
    personId: ana.personId,
    mailboxId: ana.mailboxId,
    purpose: "self",
    draftId: null,
    draftHash: null,
    candidacyId: null,
    messageId: `${id}@reyes.example`,
    envelopeFrom: ana.address,
    envelopeTo: ana.address,
    rfc822: Buffer.from("Subject: hello\r\n\r\nhello\r\n"),
    notBefore,
  } as const;
  expect(await inOutbox((outbox) => outbox.insert(row, notBefore))).toBe(true);
  expect(await inOutbox((outbox) => outbox.insert(row, notBefore))).toBe(false);
  return id;
}

/** The row that the log gives, and the row itself. */
async function both(id: OutboxId) {
  const replayed = replayMoves(await inOutbox((outbox) => outbox.moves(id)));
  const [row] = await here.query("select state, attempt, attempts, reply from outbox where id = $1", [id]);
  return { replayed, row };
}

const events = [
  ...["claim", "cancel", "transmit", "expire", "release", "hold", "accepted", "rejected", "deferred"],
  ...["lost", "found", "notFound", "sendAgain", "wasSent"],
] as OutboxEventType[];
const step = fc.record({
  /** Mostly an event that the state allows, else any. */
  allowed: fc.constantFrom(true, true, true, false),
  which: fc.noBias(fc.nat({ max: 999 })),
  reply: fc.option(fc.constantFrom("", "250 taken", "451 later", "550 no"), { nil: undefined }),
  /** The attempt that makes the move: the one that has it, one that has lost it, or nobody's. */
  by: fc.constantFrom("owner", "owner", "zombie", "anybody"),
});

/** Where a walk begins: the later states are seldom reached by chance. */
const beginning = fc.constantFrom<OutboxEventType[]>(
  [],
  ["claim", "transmit"],
  ["claim", "transmit", "lost"],
  ["claim", "transmit", "lost", "notFound"],
);

test("after any moves, taken or refused, the log alone gives the row: its state, its attempt, their count and the last reply", async () => {
  const reached = new Set<OutboxState>();
  const walk = fc.asyncProperty(
    beginning,
    fc.array(step, { minLength: 6, maxLength: 12 }),
    async (first, steps) => {
      const id = await made();
      let attempt: string | null = null;
      let state: OutboxState = "queued";
      for (const [n, { allowed, which, reply, by }] of steps.entries()) {
        const fitting = events.filter((event) => statesThatAllow(event).includes(state));
        const from = allowed && fitting.length > 0 ? fitting : events;
        const event = first[n] ?? from[which % from.length] ?? "claim";
        const newAttempt = randomUUID();
        const fence =
          attempt === null || by === "anybody" || n < first.length
            ? {}
            : { attempt: by === "owner" ? attempt : newAttempt };
        const change = event === "claim" ? { newAttempt, leaseSeconds: 60 } : fence;
        const said = reply === undefined ? {} : { reply };
        const moved = await inOutbox((outbox) => outbox.move(id, event, { ...change, ...said }));
        if (moved === null && events.every((one) => !statesThatAllow(one).includes(state))) break;
        if (moved === null) continue;
        if (event === "claim") attempt = newAttempt;
        state = moved;
        reached.add(moved);
      }
      const { replayed, row } = await both(id);
      expect(replayed).toEqual({ ok: true, value: row });
    },
  );
  await fc.assert(walk, { numRuns: 60, seed: 59 });
  expect([...reached].sort()).toEqual([...outboxStates].sort());
});

test("of two that move a row at once one does, and the log has no hole and no line of the other", async () => {
  const id = await made();
  const claims = Array.from({ length: 8 }, () =>
    inOutbox((outbox) => outbox.move(id, "claim", { newAttempt: randomUUID(), leaseSeconds: 60 })),
  );
  expect((await Promise.all(claims)).filter((state) => state !== null)).toEqual(["claimed"]);
  expect((await inOutbox((outbox) => outbox.moves(id))).map(({ n, event }) => [n, event])).toEqual([
    [1, "made"],
    [2, "claim"],
  ]);
});

test("a move whose transaction fails leaves no line: the log says what the row says", async () => {
  const id = await made();
  const failing = inOutbox(async (outbox) => {
    await outbox.move(id, "cancel", {});
    throw new Error("the power is gone");
  });
  await expect(failing).rejects.toThrow("the power is gone");
  expect((await both(id)).replayed).toMatchObject({ value: { state: "queued" } });
  expect(await inOutbox((outbox) => outbox.moves(id))).toHaveLength(1);
});

test("no line of the log can be changed or taken out while its mail is there", async () => {
  const id = await made();
  const change = "update outbox_move set to_state = 'sent' where outbox_id = $1";
  await expect(here.query(change, [id])).rejects.toThrow("append-only");
  await expect(here.query("delete from outbox_move where outbox_id = $1", [id])).rejects.toThrow(
    "append-only",
  );
  await here.query("delete from outbox where id = $1", [id]);
  expect(await inOutbox((outbox) => outbox.moves(id))).toEqual([]);
});

test("a mail that is older than the log is carried over as it stands, and its log goes on from there", async () => {
  const id = await made();
  await inOutbox((outbox) => outbox.move(id, "claim", { newAttempt: randomUUID(), leaseSeconds: 60 }));
  await here.query("drop table outbox_move; drop function outbox_move_is_append_only");
  await here.query(
    await readFile(join(import.meta.dirname, "../../src/store/migrations/0005-outbox-moves.sql"), "utf8"),
  );
  await inOutbox((outbox) => outbox.move(id, "hold", {}));
  const { replayed, row } = await both(id);
  expect(replayed).toEqual({ ok: true, value: row });
  expect((await inOutbox((outbox) => outbox.moves(id))).map(({ event }) => event)).toEqual([
    "carried_over",
    "hold",
  ]);
});
