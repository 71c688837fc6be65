import { afterAll, beforeAll, expect, test } from "vitest";
import { invitation } from "../support/letter.ts";
import { openReceivingApp, type ReceivingApp } from "../support/receiving-app.ts";
import { databaseUrl, type Installation, installation } from "./command-line.ts";

let here: ReceivingApp;
let there: Installation;

/** Two people share the installation, and both have a candidacy 1. */
beforeAll(async () => {
  here = await openReceivingApp();
  there = await installation({ DATABASE_URL: databaseUrl(here.connection) });
  for (const name of ["Ana", "Bo"]) {
    const address = `${name.toLowerCase()}@reyes.example`;
    const one = await here.connect({ name: `${name} Reyes`, address });
    await here.deliver(one, invitation({ to: `${name} Reyes <${address}>`, id: `invite@${name}.example` }));
  }
  // The command line has no key of theirs, and asks for it only where there is a password to open.
  await here.query("delete from mailbox");
});
afterAll(async () => {
  await there.remove();
  await here.close();
});

test("a setting of one candidacy is changed for the person who is named, and tells what follows there", async () => {
  await here.query(
    "update candidacy set because = 'What Ana waits for.' where person_id = (select id from person where address = 'ana@reyes.example')",
  );
  const said = await there.run("set --person bo@reyes.example --candidacy 1 after-promise 3".split(" "));
  expect(said).toMatchObject({ code: 0, err: "" });
  const [changed, because] = said.out.split("\n");
  expect(changed).toMatch(/^after-promise is 3 working days for .+ now; it was 2\.$/);
  const rows = await here.query(
    "select address, because, candidacy.preferences from candidacy join person on person.id = person_id order by address",
  );
  expect(rows).toMatchObject([
    { address: "ana@reyes.example", because: "What Ana waits for.", preferences: {} },
    { address: "bo@reyes.example", because, preferences: { afterPromise: 3 } },
  ]);
});
