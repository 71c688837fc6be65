import type { EmployerSize } from "../../domain/candidacy.ts";
import { numberIn } from "../text/number-words.ts";
import { type Guess, quoted, type SizeClues } from "./clues.ts";

/** Fewer than that are small, as many or more are large (Recommendation 2003/361/EC, article 2); what lies between is neither. */
const smallBelow = 50;
const largeFrom = 250;

/** How many work there, where they say so of themselves. A team inside something larger, or somebody else's, is no employer. */
export function headCountIn({ sentences, signature }: SizeClues): Guess<EmployerSize> | null {
  const said = [...sentences, ...signature.split("\n").slice(1)].filter((line) => !ofOthers.test(line));
  const found = said.flatMap((line) => {
    const value = sizeSaid(line);
    return value === null ? [] : [{ value, line }];
  });
  const [first] = found;
  if (first === undefined || found.some(({ value }) => value !== first.value)) return null;
  return { value: first.value, says: `They say so: ${quoted(first.line.trim())}.`, strength: 2 };
}

const ofOthers =
  /\b(?:your|you|our|my|the) (?:current |previous |last |former |new )?(?:clients?|customers?|employer)\b|\b(?:you|she|he) (?:led|managed|manage|lead|would lead|will lead|looked after)\b|\b(?:small|little|kleines?|petite|pequeñ[oa]|klein|pequen[oa]) \p{L}+ (?:with)?in(?:side)? (?:an?|the|our)\b|\bwithin (?:an?|the|our) \p{L}+|\bpart of an?\b|\binnerhalb\b|\bau sein\b|\bdentro d[eo]\b|\bbinnen (?:een|de|het)\b|\b(?:kunden|clients|clientes|klanten)\b/iu;

function sizeSaid(line: string): EmployerSize | null {
  if (smallWords.some((words) => words.test(line))) return "small";
  if (largeWords.some((words) => words.test(line))) return "large";
  for (const pattern of counted) {
    const figures = pattern.exec(line)?.[1];
    const count = figures === undefined ? null : numberIn(figures);
    if (count !== null && count > 0)
      return count < smallBelow ? "small" : count >= largeFrom ? "large" : null;
  }
  return null;
}

const kinds =
  "(?:team|company|firm|business|practice|workshop|studio|shop|bakery|start-?up|employer|organisation|organization|outfit|crew)";
const smallWords: readonly RegExp[] = [
  new RegExp(
    `\\b(?:we are|we're|as)(?: still| only| just)? an? (?:very |fairly |really |quite )?(?:small|tiny|little) (?:\\w+[- ]){0,2}${kinds}\\b(?! (?:of|within|inside|in)\\b)`,
    "i",
  ),
  /\bwe(?: are|'re) (?:an? )?(?:small and family|small,? family)[- ](?:run|owned)\b/i,
  /\b(?:wir sind|als) (?:noch )?ein(?:en?)? (?:sehr )?(?:kleiner?s?|überschaubares|inhabergeführter kleiner) (?:\p{L}+ )?(?:team|unternehmen|betrieb|büro|firma|agentur|praxis)\b/iu,
  /\bnous sommes une (?:toute |très )?petite (?:équipe|entreprise|structure|société|agence)\b/i,
  /\bsomos (?:un equipo|una empresa) (?:muy )?pequeñ[oa]\b|\bsomos una pequeña empresa\b/i,
  /\b(?:wij|we) zijn een (?:heel )?klein (?:\p{L}+ )?(?:team|bedrijf|bureau|kantoor)\b/iu,
  /\bsomos uma (?:equipa|empresa) (?:muito )?pequena\b|\bsomos uma pequena empresa\b/i,
];
const largeWords: readonly RegExp[] = [
  /\b(?:we are|we're|as) an? (?:\w+[- ]){0,2}(?:FTSE[- ](?:100|250)|Fortune[- ](?:100|500|1000)|DAX|CAC[- ]?40|S&P 500|IBEX)\b/i,
  /\b(?:we|our (?:company|group)) (?:have|has|are in|with) offices in (?:over |more than )?[1-9]\d+ countries\b/i,
];

const figures = "((?:\\d{1,3}(?:[., ]\\d{3})+|\\d{1,6})|[a-z]+(?:-[a-z]+)?)";
const about =
  "(?:about |around |roughly |over |more than |some |nearly |almost |just |only |currently |now |approximately |rund |etwa |über |ca\\. |mehr als |knapp |environ |plus de |près de |más de |unos |cerca de |mais de |ruim |zo'n |ongeveer |meer dan )*";
const counted: readonly RegExp[] = [
  new RegExp(
    `\\b(?:we are|we're)(?: still| now)? (?:an? )?(?:\\w+[- ]){0,2}(?:team|company|firm|business|crew|staff|practice|studio|start-?up|family)? ?of ${about}${figures}\\b(?! (?:companies|brands|offices|firms|schools|hospitals|stores|shops|the|(?:\\w+ )?(?:looking|working|hiring|handling|covering|who|in|on|here))\\b)`,
    "i",
  ),
  new RegExp(`\\bthere are ${about}${figures} of us\\b`, "i"),
  new RegExp(
    `\\b(?:we|our (?:company|group|firm|business)|the (?:company|group|firm))(?: currently| now)? employs? ${about}${figures} (?:\\w+ ){0,2}(?:people|staff|colleagues|employees)\\b`,
    "i",
  ),
  new RegExp(
    `\\b(?:we|our (?:company|group|firm|business)|the (?:company|group|firm)) (?:have|has|are|with)(?: currently| now| grown to)? ${about}${figures} (?:\\w+ )?(?:employees|members of staff|staff)\\b(?! (?:off|on|in|at|out|away|left|leaving|to|from|who)\\b)`,
    "i",
  ),
  new RegExp(`\\bour (?:whole |entire )(?:team|staff|company) (?:of|is) ${about}${figures}\\b`, "i"),
  new RegExp(
    `\\b(?:wir (?:sind|beschäftigen)|unser unternehmen (?:hat|beschäftigt)|(?<=\\b(?:wir|als)\\b.{0,60})mit)(?: (?:ein|einem) team (?:von|aus))? ${about}${figures} (?:\\p{L}+ )?(?:mitarbeite\\p{L}*|beschäftigten?|kolleg\\p{L}*|leuten?|köpfen?)(?!\\p{L})`,
    "iu",
  ),
  new RegExp(
    `\\b(?:nous sommes|nous comptons|nous employons|notre (?:entreprise|groupe|société) compte)(?: une équipe de)? ${about}${figures} (?:salariés|collaborateurs|employés|personnes)\\b`,
    "iu",
  ),
  new RegExp(
    `\\b(?:somos|tenemos|contamos con|nuestra empresa tiene)(?: un equipo de)? ${about}${figures} (?:empleados|personas|trabajadores|profesionales)\\b`,
    "iu",
  ),
  new RegExp(
    `\\b(?:wij zijn|we zijn|wij hebben|we hebben|(?<=\\b(?:wij|we|als)\\b.{0,60})met)(?: een team van)? ${about}${figures} (?:medewerkers|mensen|collega's|werknemers)(?!\\p{L})`,
    "iu",
  ),
  new RegExp(
    `\\b(?:somos|temos|contamos com)(?: uma equipa de)? ${about}${figures} (?:colaboradores|pessoas|funcionários|trabalhadores)\\b`,
    "iu",
  ),
];
