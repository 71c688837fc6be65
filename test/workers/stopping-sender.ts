import { writeSync } from "node:fs";
import { compose } from "../../src/compose.ts";
import { loadConfig } from "../../src/config.ts";
import type { OutboxId } from "../../src/domain/ids.ts";
import { sendDue } from "../../src/flows/send-due.ts";
import { createCourier } from "../../src/mail/courier.ts";

/** A sender that is stopped once, as by SIGSTOP or a laptop's lid, before its gate or between the gate and the first byte. It gives a server three seconds up to the body. */
const { STOP_AT, OUTBOX_ID } = process.env;
const { app, close } = await compose(loadConfig());
const courier = createCourier({ timeouts: { untilBody: 3_000, silence: 5_000, afterBody: 5_000 } });
const stopAt = (place: string): void => {
  if (STOP_AT !== place) return;
  writeSync(1, "stopped\n");
  process.kill(process.pid, "SIGSTOP");
};

await sendDue(
  {
    ...app,
    courier: {
      ...courier,
      send: (account, mail, gate) =>
        courier.send(account, mail, async () => {
          stopAt("before the gate");
          const isOpen = await gate();
          stopAt("after the gate");
          return isOpen;
        }),
    },
  },
  OUTBOX_ID as OutboxId,
);
await close();
