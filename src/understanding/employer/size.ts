import type { EmployerSize } from "../../domain/candidacy.ts";
import { plainLabel, seemsApplicantSystem } from "../domains.ts";
import { sentencesOf } from "../text/plain-words.ts";
import { charityBehind } from "./charities.ts";
import type { EmployerClues, Guess, SizeClues } from "./clues.ts";
import { headCountIn } from "./head-count.ts";
import { organisationsIn } from "./organisations.ts";
import { publicBodyBehind } from "./public-bodies.ts";
import { recruiterBehind } from "./recruiters.ts";

/**
 * Guesses what kind of employer it is (POLICY 4). Kind before size: a charity of twelve is a charity, a council of ten thousand is public sector;
 * and whoever writes for a client is an agency, whatever the client is.
 */
export function sizeOf(clues: EmployerClues): Guess<EmployerSize> | null {
  const isFromSystem = clues.domain !== null && seemsApplicantSystem(clues.domain);
  const mail: SizeClues = {
    ...clues,
    isFromSystem,
    sentences: sentencesOf(clues.newest),
    organisations: organisationsIn(clues),
  };
  return (
    recruiterBehind(mail) ??
    publicBodyBehind(mail) ??
    charityBehind(mail) ??
    headCountIn(mail) ??
    systemBehind(mail)
  );
}

// Bought by large employers; those of the public sector announce vacancies of nobody else.
const large =
  /^(?:my)?workday(?:jobs)?$|^icims$|^successfactors$|^sapsf$|^taleo$|^oraclecloud$|^avature$|^phenom(?:people)?$|^eightfold$|^csodmail$|^cornerstoneondemand$|^ultipro$/;
const publicOnes = /^(?:governmentjobs|neogov|usajobs)$/;

/** The weakest evidence: which applicant system the mail came through. */
function systemBehind({ domain }: SizeClues): Guess<EmployerSize> | null {
  if (domain === null) return null;
  const label = plainLabel(domain);
  const says = `They write through "${domain}".`;
  if (publicOnes.test(label)) return { value: "public sector", says, strength: 2 };
  return large.test(label) ? { value: "large", says, strength: 1 } : null;
}
