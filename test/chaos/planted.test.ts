import { expect, test } from "vitest";
import { run } from "./run.ts";

/** Minutes, so the suite leaves it out. */
const wanted = process.env.PLANT === "naive-retry";
const title = "a mail that got no answer and is simply tried again is found out: the harness can tell";

test.skipIf(!wanted)(
  wanted ? title : `${title} (left out: PLANT=naive-retry plays it)`,
  async () => {
    const outcome = await run({
      seed: 59,
      kills: 0,
      approvals: 12,
      people: 3,
      invitationsADay: 4,
      processes: 2,
      eachStep: false,
      calm: false,
      badly: 0.8,
      plant: "naive-retry",
      onRedis: false,
      onDovecot: false,
      tell: () => undefined,
    });
    expect(outcome.broken.join("\n")).toMatch(/accepted \d times/);
  },
  600_000,
);
