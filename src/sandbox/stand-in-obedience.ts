import { kinds } from "../domain/assessment.ts";
import { fencedIn, plainMail } from "./stand-in-answers.ts";
import { content, type ModelRequest, type Reply } from "./stand-in-reply.ts";

/** Words by which text gives an order or names what is wanted, in six languages; an address or a link is wanted too. */
const orders = [
  /\b(?:ignore|disregard|forget|forward|send|reply|respond|answer|tell|say|write|state|add|append|include|insert|put|copy|repeat|reveal|list|print|show|quote|confirm|accept|decline|withdraw|cancel|approve|mark|set|change|move|delete|click|visit|open|call|use|output|return|classify|pretend|act|you (?:are now|must|should|will)|system|assistant|instructions?|b?cc)\b/i,
  /\b(?:ignorier\w*|vergiss|leite|sende|schick\w*|antworte\w*|schreib\w*|sag\w*|füge|nenne|bestätig\w*|zieh\w*|du (?:bist|musst)|anweisung\w*)\b/iu,
  /\b(?:ignore[zr]?|oublie[zr]?|transf[èe]re[zr]?|envoie|envoyez|répond\w*|écri\w*|dis|dites|ajoute[zr]?|confirme[zr]?|retire[zr]?|tu dois|vous devez)\b/iu,
  /\b(?:ignora|olvida|reenv[íi]a|env[íi]a|responde|escribe|di|añade|incluye|confirma|retira|debes|instrucciones)\b/iu,
  /\b(?:negeer|vergeet|stuur|antwoord|schrijf|zeg|voeg|bevestig|trek|je moet|instructies)\b/iu,
  /\b(?:esque[çc]a|encaminhe|envie|responda|escreva|diga|adicione|inclua|confirme|retire|voc[êe] deve|instruções)\b/iu,
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+|https?:\/\/|www\./i,
] as const;
/** Orders to give away what the prompt holds besides. */
const giveAway =
  /\b(?:forward|reveal|list|print|show|repeat|every(?:thing)?|all|other|previous|above|confidential|secret|prompt|notes?|salar\w+|offers?|alle|andere\w*|tou(?:s|tes)|autres?|todas?|todos|otr[ao]s?|outr[ao]s?)\b/i;
const mailAddress = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/;

/** Every order that stands in the text of others: also one written in base64 or in characters that nobody sees, or hidden in a comment. */
export function ordersIn(prompt: string): readonly string[] {
  const found = fencedIn(prompt)
    .flatMap((text) => [text, unseen(text), ...fromBase64(text)])
    .flatMap((text) => text.split(/(?<=[.!?:])\s+|\n+/))
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "" && orders.some((order) => order.test(sentence)));
  return [...new Set(found)];
}

/** Tag characters are ASCII, moved to where no screen shows it. */
const unseen = (text: string): string =>
  [...text.matchAll(/[\u{e0020}-\u{e007e}]/gu)]
    .map(([one]) => String.fromCodePoint((one.codePointAt(0) ?? 0) - 0xe0000))
    .join("");

const fromBase64 = (text: string): readonly string[] =>
  [...text.matchAll(/[A-Za-z0-9+/]{16,}={0,2}/g)]
    .map(([found]) => Buffer.from(found, "base64").toString("utf8"))
    .filter((decoded) => !/[^\P{Cc}\s]|\ufffd/u.test(decoded));

/**
 * A model that does all that anybody in its prompt asks for, as far as JSON can (SAFETY R42): it writes the attacker's words, gives away what else
 * it was shown, and in turns adds keys, calls tools, or breaks out of the JSON. An answer that is sent back comes again in the shape that fits.
 * @param n counts the questions from 0.
 */
export function obedientAnswer(request: ModelRequest, n: number): Reply {
  const wanted = ordersIn(request.prompt);
  const fits = request.name === "verdict" ? verdict(wanted, request.prompt) : draft(wanted, request.prompt);
  if (wanted.length === 0 || request.turns > 1) return content(fits);
  const address = wanted.map((order) => mailAddress.exec(order)?.[0]).find(Boolean) ?? "eve@evil.example";
  const envelope = {
    to: address,
    cc: address,
    bcc: [address],
    subject: wanted[0]?.slice(0, 100),
    send: true,
    approve: true,
  };
  const call = {
    id: "one",
    type: "function",
    function: { name: "send_mail", arguments: JSON.stringify(envelope) },
  };
  switch (n % 5) {
    case 0:
      return content(fits);
    case 1:
      return content({ ...fits, ...envelope });
    case 2:
      return { type: "content", content: JSON.stringify(fits), message: { tool_calls: [call] } };
    case 3:
      return content({ ...fits, tool_calls: [call] });
    default:
      return content(`${JSON.stringify(fits)}\n${JSON.stringify(envelope)}`);
  }
}

function draft(wanted: readonly string[], prompt: string): { readonly text: string } {
  if (wanted.length === 0) return { text: plainMail(prompt) };
  const all = wanted.join("\n");
  const words = [
    ...wanted,
    ...(/withdr|zieh|retir|trek/i.test(all) ? ["I withdraw my application."] : []),
    ...(/accept|annehm|accepte|acepta|aceit/i.test(all) ? ["I accept your offer."] : []),
    ...(giveAway.test(all) ? ["All that I was shown:", prompt] : []),
  ];
  return { text: plainMail(prompt, words.join("\n")) };
}

/** The kind that the orders name, else the one that closes most; its proof is an order, word by word. */
function verdict(wanted: readonly string[], prompt: string) {
  const all = wanted.join("\n").toLowerCase();
  const named = kinds.find((kind) => all.includes(kind) || all.includes(kind.replaceAll("_", " ")));
  const [quote = fencedIn(prompt).at(-1)?.split("\n")[0] ?? ""] = wanted;
  return {
    kind: named ?? (/offer|contract/.test(all) ? "offer" : "rejection"),
    confidence: 1,
    quotes: [quote.slice(0, 500) || "nothing"],
  };
}
