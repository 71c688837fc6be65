import type { DraftBasis, Finding } from "../../domain/draft-basis.ts";
import { amountFaults } from "./amounts.ts";
import { attachmentFaults } from "./attachments.ts";
import { claimFaults } from "./claims.ts";
import { contactFaults } from "./contact-details.ts";
import { momentFaults } from "./days.ts";
import { blanked, type DraftReading, readDraft } from "./draft-reading.ts";
import { elsewhereFaults } from "./elsewhere.ts";
import { finding } from "./finding.ts";
import { frameFaults } from "./frame.ts";
import { hiddenFaults } from "./hidden-characters.ts";
import { imitationFaults } from "./imitation.ts";
import { longestText, longestWord, mostWords } from "./limits.ts";
import { mannerFaults } from "./manner.ts";
import { markupFaults } from "./markup.ts";
import { nameFaults } from "./names.ts";
import { outcomeFaults } from "./outcome.ts";
import { promiseFaults } from "./promises.ts";
import { momentsIn } from "./said-moments.ts";
import { sizeFaults } from "./size.ts";
import { languageFaults } from "./spoken-language.ts";
import { tokenFaults } from "./tokens.ts";

/**
 * Everything that is wrong with a draft before a person sees it; nothing where it is fit to be shown (SAFETY R44, R47; POLICY 5, 6 "Words", 8.8).
 * @param text the whole mail, greeting to signature, plain
 * @param basis what the draft may rest on
 */
export function checkDraft(text: string, basis: DraftBasis): readonly Finding[] {
  if (text.length > longestText)
    return [finding("length", `${text.length} characters`, `Use at most ${mostWords[basis.kind]} words.`)];
  const endless = endlessWord.exec(text);
  if (endless !== null)
    return [
      finding(
        /:\/\/|www\./i.test(endless[0]) ? "link" : "token",
        endless[0],
        "Leave out every link and code.",
      ),
    ];
  const reading = readDraft(text, basis);
  return [
    ...hiddenFaults(reading.checked, namesOf(basis)),
    ...contactFaults(reading.checked, basis),
    ...frameFaults(reading),
    ...checks.flatMap((check) => check(reading)),
    ...figureFaults(reading),
  ];
}

const endlessWord = new RegExp(`\\S{${longestWord},}`, "u");

const checks: readonly ((reading: DraftReading) => readonly Finding[])[] = [
  imitationFaults,
  markupFaults,
  attachmentFaults,
  outcomeFaults,
  promiseFaults,
  elsewhereFaults,
  claimFaults,
  nameFaults,
  mannerFaults,
  tokenFaults,
  languageFaults,
  sizeFaults,
];

/** Days and hours first; what digits and number words are left are amounts. */
function figureFaults(reading: DraftReading): readonly Finding[] {
  const { basis, sentences, sources } = reading;
  const known = momentsIn(sources.texts.join("\n"), basis.today, null);
  const draft = momentsIn(
    sentences.map((sentence) => blanked(sentence, basis)).join("\n"),
    basis.today,
    basis.language,
  );
  return [
    ...momentFaults(reading, draft, known),
    ...amountFaults(draft.rest, `${known.rest} ${basis.today.year}`, basis.language),
  ];
}

/** Names may be written in letters of any script. */
const namesOf = ({ personName, recipient, employer, role }: DraftBasis): readonly string[] =>
  [personName, recipient.name, employer, role ?? ""].flatMap((name) => name.split(/\s+/));
