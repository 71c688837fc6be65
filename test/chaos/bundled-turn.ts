/** A flow that takes one step of the store, in a bundle of its own: says the names of the failpoints that it came by. */
import type { OutboxId } from "../../src/domain/ids.ts";
import type { App } from "../../src/flows/app.ts";
import { sendTurn } from "../../src/flows/send-turn.ts";
import { withFailpoints } from "./failpoints.ts";

const app = {
  store: {
    transaction: async (work: (tx: object) => unknown) => work({ outbox: { get: async () => null } }),
  },
  queue: {},
  courier: {},
  mailboxes: {},
} as unknown as App;
const named = withFailpoints(app, async (step, when) => console.log(`${step} ${when}`));
await sendTurn(named, "none" as OutboxId, new AbortController().signal);
