import { afterAll, beforeAll, describe, test } from "vitest";
import { type Dovecot, startDovecot } from "../support/dovecot.ts";
import { realServer } from "../support/real-servers.ts";
import { play, playedOn, playsAll, stories, timeout } from "./play.ts";

const dovecotServer = realServer("dovecot");
/** Where Dovecot is, one story is played there and not here as well. */
const onDovecot = "happy-path";
const played = playedOn("postgres").filter((name) => name !== onDovecot || dovecotServer.missing || playsAll);

describe(`${played.length} of ${stories.length} stories come true with the queue in PostgreSQL`, () => {
  test.for(played)("%s", { timeout }, (name) => play(name, {}));
});

describe.skipIf(dovecotServer.missing)(dovecotServer.title("a story comes true on Dovecot"), () => {
  let dovecot: Dovecot;
  beforeAll(async () => {
    dovecot = await startDovecot();
  });
  afterAll(() => dovecot?.stop());
  test(onDovecot, { timeout }, () => {
    const login = `${dovecot.login}:${encodeURIComponent(dovecot.password)}`;
    return play(onDovecot, { imapUrl: `imap://${login}@127.0.0.1:${dovecot.imapPort}` });
  });
});
