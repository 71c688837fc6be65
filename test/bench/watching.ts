import { parseArgs } from "node:util";
import { holdMany } from "./watching-many.ts";

const { values } = parseArgs({
  options: {
    mailboxes: { type: "string", default: "1000" },
    seconds: { type: "string", default: "90" },
  },
});
const held = await holdMany(Number(values.mailboxes), Number(values.seconds));
const kb = (n: number): string => `${Math.round(n)} KB`;
console.log(
  `${held.mailboxes} mailboxes: connected after ${held.seconds.toFixed(1)} s, ${Math.round(held.resident)} MB; ` +
    `each ${kb(held.each)} (a bare imapflow connection ${kb(held.bareEach)}); ` +
    `idle CPU ${held.cpu.toFixed(1)} % of a core (bare ${held.bareCpu.toFixed(1)} %, PostgreSQL ${held.postgresCpu.toFixed(1)} %)`,
);
