import { parseArgs } from "node:util";
import { run } from "./run.ts";

const usage = `npm run chaos -- [--kills 500] [--mails 500] [--seed N] [--redis] [--dovecot] [--each] [--calm] [--people N] [--processes N] [--plant naive-retry] [--json]

Plays days of a job search for several people on the whole program, as several processes, while mail servers, databases, networks and clocks
break and processes are killed; then lets all heal and holds what the servers saw against what was approved. Ends with status 1 where a
promise was broken. The same seed makes the same choices; what meets them when depends on the machine.

  --kills N      at least so many processes are killed (500)
  --mails N      at least so many mails are approved (500)
  --seed N       begins the row of random choices (the clock's seconds)
  --redis        the queue in Redis, which is killed and emptied as well; else in PostgreSQL
  --dovecot      mailboxes on Dovecot; else on small servers of our own
  --each         each durable step also kills its process the first time it is taken
  --calm         nothing is broken and nobody is killed
  --plant NAME   puts a known mistake in, which must be found: naive-retry`;

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "500" },
    mails: { type: "string", default: "500" },
    seed: { type: "string", default: String(Math.floor(Date.now() / 1_000) % 1_000_000) },
    people: { type: "string", default: "12" },
    processes: { type: "string", default: "3" },
    redis: { type: "boolean", default: false },
    dovecot: { type: "boolean", default: false },
    each: { type: "boolean", default: false },
    calm: { type: "boolean", default: false },
    plant: { type: "string", default: "" },
    json: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

if (values.help) console.log(usage);
else {
  const tell = (line: string) => console.error(line);
  tell(`seed ${values.seed}`);
  const outcome = await run({
    seed: Number(values.seed),
    kills: Number(values.kills),
    approvals: Number(values.mails),
    people: Number(values.people),
    invitationsADay: 5,
    processes: Number(values.processes),
    calm: values.calm,
    badly: 0.25,
    onRedis: values.redis,
    onDovecot: values.dovecot,
    eachStep: values.each,
    plant: values.plant,
    tell,
  });
  if (values.json) console.log(JSON.stringify({ seed: Number(values.seed), ...outcome }));
  else {
    const { broken, ended, kills, struck, approved, accepted, steps, faults, seconds, days } = outcome;
    console.log(
      `${kills} kills at random and ${struck} at a first step, in ${days} days and ${seconds} s; ${steps.length} different steps were taken`,
    );
    console.log(
      `${approved} mails approved, ${accepted} accepted by the server; they ended: ${listed(ended)}`,
    );
    console.log(`Broken besides: ${listed(faults)}`);
    console.log(broken.length === 0 ? "Every promise held." : `BROKEN:\n${broken.join("\n")}`);
  }
  process.exitCode = outcome.broken.length === 0 ? 0 : 1;
}

function listed(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([name, n]) => `${name} ${n}`)
    .join(", ");
}
