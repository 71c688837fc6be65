import { Temporal } from "temporal-polyfill";
import type { DraftRequest, ThreadMail } from "../../src/domain/draft-request.ts";
import { quotedFacts, statedFacts } from "../../src/drafting/stated-facts.ts";
import { toneOf } from "../../src/drafting/voice/tone-of.ts";
import { toneForPrompt } from "../../src/drafting/voice/tone-prompt.ts";
import { bareFacts } from "../../src/eval/draft-examples.ts";
import type { Writer } from "../../src/ports.ts";

/** What a thank-you is asked with: a thread of four mails, a debrief, three lines about the person, and a voice read from thirty mails. */
export function typicalRequest(writer: Writer): DraftRequest {
  const facts = {
    ...bareFacts("en"),
    recipientName: "Greta Vance",
    role: "Data Analyst",
    interviewDay: "Thursday 21 May",
    promisedDay: "Friday 29 May",
    topic: "the nightly load of the warehouse",
  };
  const voice = toneOf(Array.from({ length: 30 }, (_, n) => ownMail(n)));
  const quoted = quotedFacts(facts, "We will let you know by Friday 29 May.");
  return {
    basis: {
      kind: "thank_you",
      language: "en",
      today: Temporal.PlainDate.from("2026-05-22"),
      personName: facts.personName,
      personAddress: "sam@reed.example",
      recipient: { name: "Greta Vance", address: "greta@northwind.example" },
      employer: facts.employer,
      role: facts.role,
      thread: [...thread.map(({ text }) => text), ...quoted],
      own: [debrief, ...aboutMe],
      stated: statedFacts(facts),
      interviewsElsewhere: false,
      offerDeadline: null,
      ordinal: 1,
      signature: [],
    },
    quoted,
    thread,
    formality: "familiar",
    voice: toneForPrompt(voice, "en", "familiar"),
    plain: writer.draft("thank_you", { ...facts, variant: 0 }, voice).text,
    change: null,
  };
}

const mail = (by: ThreadMail["by"], name: string, day: string, text: string): ThreadMail => ({
  by,
  name,
  day,
  text,
});
const thread: readonly ThreadMail[] = [
  mail(
    "employer",
    "Greta Vance",
    "2026-05-11",
    "Dear Sam,\n\nThank you for your application for the Data Analyst role. Your work on stock reports caught our eye, and we would like to meet you.\n\nWould Thursday 21 May at 14:00 suit you? The talk takes an hour. You would meet Hana Lee, who leads the team, and me. Please bring an example of a report that you are proud of, and think about how you would explain it to somebody from the shop floor.\n\nPlease let me know if you need anything from us.",
  ),
  mail(
    "person",
    "Sam Reed",
    "2026-05-12",
    "Hi Greta,\n\nThanks for the invitation. Thursday 21 May at 14:00 is fine, and I'll bring the weekly report from my last job with the names taken out.\n\nCould you tell me how many stages there are, and when you hope to decide?",
  ),
  mail(
    "employer",
    "Greta Vance",
    "2026-05-13",
    "Hi Sam,\n\nLovely, it is in the calendar. There are two stages: the talk with Hana and me, and a second one with our warehouse manager for the people we would like to go on with. We will let you know by Friday 29 May.\n\nSee you on Thursday.",
  ),
  mail("person", "Sam Reed", "2026-05-13", "Hi Greta,\n\nThat's clear, thanks. See you on Thursday."),
];
const debrief =
  "It went well, I think. Greta walked me through the nightly load of the warehouse and what goes wrong with it at the end of the month. Hana asked how I would find out which shop sends its figures late. I forgot to say that I built exactly such a list at my last job. They decide by the 29th.";
const aboutMe = [
  "I made the stock reports of forty shops for three years.",
  "I can start on 1 July.",
  "I like work that people on the shop floor notice.",
];

const ownMail = (n: number) => ({
  text: `Hi Kim,\n\n${sentences[n % sentences.length]} ${sentences[(n + 3) % sentences.length]}\n\nCheers,\nSam`,
  subject: "Re: the report",
  to: [{ name: "Kim Hall", address: "kim@hall.example" }],
  isReply: true,
  isForward: false,
  isBulk: false,
  at: Temporal.Instant.from("2026-04-01T10:00:00Z").add({ hours: n * 24 }),
});
const sentences = [
  "I've looked at the list again and it's much clearer than the first one, so I'd leave it as it is.",
  "That's a good point, and I don't think anybody else has noticed it yet.",
  "I'll come by after lunch with the drawings and we can go through them together.",
  "I'm not sure that we need another round, but let's ask the others what they think of it.",
  "It's been a long week, so I'd rather look at the rest with a fresh head.",
  "Thanks for taking the time to explain it, that helped a lot.",
  "I can't see why the second part has to wait for the first one.",
];
