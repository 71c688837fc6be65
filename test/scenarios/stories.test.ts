import { afterAll, beforeAll, describe, test } from "vitest";
import { type Dovecot, startDovecot } from "../support/dovecot.ts";
import { realServer } from "../support/real-servers.ts";
import { play, playedOn, stories, timeout } from "./play.ts";

const played = playedOn("postgres");

describe(`${played.length} of ${stories.length} stories come true with the queue in PostgreSQL`, () => {
  test.for(played)("%s", { timeout }, (name) => play(name, {}));
});

const dovecotServer = realServer("dovecot");
describe.skipIf(dovecotServer.missing)(dovecotServer.title("a story comes true on Dovecot"), () => {
  let dovecot: Dovecot;
  beforeAll(async () => {
    dovecot = await startDovecot();
  });
  afterAll(() => dovecot?.stop());
  test("happy-path", { timeout }, () => {
    const login = `${dovecot.login}:${encodeURIComponent(dovecot.password)}`;
    return play("happy-path", { imapUrl: `imap://${login}@127.0.0.1:${dovecot.imapPort}` });
  });
});
