import { isCancel, text } from "@clack/prompts";
import {
  flags,
  type Question,
  questions,
  refusalOf,
  type ServerRules,
  type Texts,
} from "../connecting/answers.ts";
import { suggestion, usualDigestAt } from "../connecting/suggestions.ts";
import { SetupError } from "../setup-error.ts";
import { leftAsItWas } from "./ask.ts";

/** Asks those of the `wanted` questions that are not `answered`; `known` is what each prompt begins with. @throws SetupError when the person turns away. */
export async function askTheRest(
  wanted: readonly Question[],
  address: string,
  already: Partial<Texts>,
  known: Partial<Texts>,
  rules: ServerRules,
): Promise<Partial<Texts>> {
  let answered = already;
  for (const question of wanted) {
    if (answered[question] !== undefined) continue;
    const answer = await text({
      message: prompts[question],
      initialValue: known[question] ?? suggestion(question, address, answered),
      validate: (words) => refusalOf(question, words ?? "", rules) ?? undefined,
    });
    if (isCancel(answer)) throw leftAsItWas();
    answered = { ...answered, [question]: answer };
  }
  return answered;
}

const prompts: Texts = {
  name: "Your name, as your mails are signed",
  zone: "Your time zone",
  country: "Where you live (two letters, for the public holidays)",
  digestAt: "When should the daily digest come?",
  imap: "IMAP server, for reading",
  smtp: "SMTP server, for sending",
  login: "Login name",
};

/** Where nobody can be asked: the machine's zone may be anything there, so it is not guessed. @throws SetupError with every missing flag of those that are `wanted`. */
export function complete(
  address: string,
  texts: Partial<Texts>,
  wanted: readonly Question[] = questions,
): Texts {
  const all = { digestAt: usualDigestAt, login: address, ...texts };
  const missing = wanted.filter((question) => all[question] === undefined);
  if (missing.length > 0) {
    throw new SetupError(
      `Nobody can be asked here, for this is no terminal; give ${missing.map((question) => flags[question]).join(", ")} too.`,
    );
  }
  return { name: "", zone: "", country: "", imap: "", smtp: "", ...all };
}
