/**
 * What watching costs beside a bare imapflow client on the same server, in one run: the way of a mail into the journal on a private Dovecot, and
 * memory, processor and start with many mailboxes on a light IMAP server. `npm run bench:watching -- --mailboxes 5000` holds more of them.
 */
import { parseArgs } from "node:util";
import { addedByTheProgram } from "./watching-arrival.ts";
import { holdMany } from "./watching-many.ts";

const { values } = parseArgs({
  options: {
    mails: { type: "string", default: "200" },
    mailboxes: { type: "string", default: "1000" },
    seconds: { type: "string", default: "90" },
  },
});

const mails = Number(values.mails);
if (mails > 0) {
  const added = await addedByTheProgram(mails);
  const percentile = (p: number) => added[Math.min(mails - 1, Math.floor((p / 100) * mails))]?.toFixed(1);
  console.log(
    `from a bare client's having a mail to its journal event, ${mails} mails: p50 ${percentile(50)} ms, p95 ${percentile(95)} ms`,
  );
}
const held = await holdMany(Number(values.mailboxes), Number(values.seconds));
const kb = (n: number): string => `${Math.round(n)} KB`;
console.log(
  `${held.mailboxes} mailboxes: connected after ${held.seconds.toFixed(1)} s, ${Math.round(held.resident)} MB; ` +
    `each ${kb(held.each)} (a bare imapflow connection ${kb(held.bareEach)}); ` +
    `idle CPU ${held.cpu.toFixed(1)} % of a core (bare ${held.bareCpu.toFixed(1)} %, PostgreSQL ${held.postgresCpu.toFixed(1)} %)`,
);
process.exit(0);
