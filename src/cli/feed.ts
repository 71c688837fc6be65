import { programCall } from "../domain/program-call.ts";
import { ok } from "../domain/result.ts";
import { type FeedChange, switchFeed } from "../flows/switch-feed.ts";
import { SetupError } from "../setup-error.ts";
import { type FeedBase, feedBase } from "./feed-base.ts";
import { withProgram } from "./open.ts";
import { peopleOf } from "./people.ts";
import { type JsonOption, print, printJson } from "./print.ts";
import { findRunning } from "./running.ts";

export type FeedOptions = JsonOption & { readonly person?: string };

/** `afterword feed`: the person's own calendar subscribes to a secret address. @throws SetupError where there is no address to replace. */
export const feed = (what: FeedChange | "show", options: FeedOptions): Promise<void> =>
  withProgram(async ({ app, config }) => {
    const [person] = await peopleOf(app, options.person);
    const done =
      what === "show" ? ok(person.feedToken) : await switchFeed(app, person.id, what, { by: "cli" });
    if (!done.ok) throw new SetupError(done.error);
    const token = done.value;
    const running = await findRunning(config.dataFolder);
    const base = token === null ? null : feedBase(config, running?.url ?? null);
    const url = base === null ? null : `${base.url}/calendar/${token}.ics`;
    if (options.json)
      return printJson({ address: person.address, on: token !== null, url, works: base?.works ?? null });
    if (token === null) return print(what === "off" ? switchedOff : isOff);
    print(`${what === "new" ? replaced : isOn} Whoever knows its address can read it: keep it to yourself.`);
    if (base === null)
      return print("Its address is known only while Afterword runs, because AFTERWORD_PORT is 0.");
    print(`\n  ${url}\n`);
    for (const words of subscribing) print(words);
    if (base.works !== "anywhere") print(nearOnly(base));
    if (!running) print(`It answers while Afterword runs; "${programCall} start" starts it.`);
  });

const isOn = "The calendar feed is on.";
const isOff = `The calendar feed is off; "${programCall} feed on" switches it on.`;
const switchedOff = "The calendar feed is off; at its old address there is nothing any more.";
const replaced = "The calendar feed has a new address; at the old one there is nothing any more.";

const subscribing = [
  "Apple: in Calendar, File, New Calendar Subscription; on an iPhone, Calendars, Add Calendar, Add Subscription Calendar.",
  "Google: at calendar.google.com, the + beside Other calendars, From URL.",
  "Outlook: in Calendar, Add calendar, Subscribe from web.",
];

/** Google and Outlook fetch a calendar from machines of their own. */
const nearOnly = ({ works }: FeedBase): string =>
  `It works ${works} only, and Google and Outlook do not reach it from the web; for them, put a proxy with https before Afterword and set PUBLIC_URL to its address.`;
