import type { EmployerSize } from "../../domain/candidacy.ts";
import { legalForm } from "../who/company-words.ts";
import { type Guess, quoted, type SizeClues } from "./clues.ts";

/** Domains that only states, their services and their armies can have. */
const ofTheState =
  /(?:^|\.)(?:gov|mil)$|\.(?:gov|gob|gouv|govt|mil|police|mod|nhs|judiciary|parliament)\.[a-z]{2}$|(?:^|\.)(?:gc\.ca|nhs\.net|nhs\.scot|gov\.scot|gov\.wales|bund\.de|europa\.eu|admin\.ch|rijksoverheid\.nl)$/;
/** Domains of schools and universities. */
const ofLearning =
  /\.edu$|\.(?:ac|edu|sch|k12)\.[a-z]{2}$|\.k12\.[a-z]{2}\.us$|^(?:uni|tu|fh)-[a-z-]+\.(?:de|at)$/;

/** A council, a ministry, a public hospital, a university: by the sender's domain, else by name (POLICY 4). */
export function publicBodyBehind({
  domain,
  isFromSystem,
  organisations,
}: SizeClues): Guess<EmployerSize> | null {
  if (domain !== null && !isFromSystem && (ofTheState.test(domain) || ofLearning.test(domain)))
    return {
      value: "public sector",
      says: `Their mail comes from "${domain}".`,
      strength: ofTheState.test(domain) ? 4 : 3,
    };
  const name = organisations.find(isPublicBody);
  return name === undefined
    ? null
    : { value: "public sector", says: `They sign as ${quoted(name)}.`, strength: 3 };
}

/** A company may bear the town hall in its name ("Stadt Apotheke GmbH", "University Books Ltd"). */
const isPublicBody = (name: string): boolean =>
  !legalForm.test(name) && !trade.test(name) && bodies.some((body) => body.test(name));

const trade =
  /\b(?:press|books?|bookshop|store|club|society|union|students?|alumni|apotheke|hotel|caf[eé]|restaurant|verlag|werke|sparkasse|marketing|ventures?|capital|partners|consulting|solutions|games?|cinema|theatre|brewery|bakery|bäckerei|brauerei|theater|reisen)\b/i;

const bodies: readonly RegExp[] = [
  // Councils of a place; research, arts and trade have councils of another kind.
  /^(?:(?!\b(?:arts|british|business|cricket|design|energy|european|fashion|film|global|industry|international|marketing|medical|national|nursing|press|refugee|research|retail|safety|stewardship|student|trade|world|works|youth)\b).)+ council$/i,
  /\b(?:city|county|borough|district|town|parish|metropolitan|shire) (?:and \w+ )?council\b/i,
  /\bNHS\b|\b(?:health board|health authority|ambulance trust|hospitals? trust)\b|^hse ireland$/i,
  /^(?:the )?university of \p{L}|^[\p{L} .'-]+ (?:university|state college)$/iu,
  /^universit(?:y|é|ät|eit|at|ies)\b|^universi(?:dad|dade)\b|\b(?:hochschule|fachhochschule|hogeschool|haute école)\b/i,
  /^(?:the |hm )?(?:ministry|revenue and customs|treasury|prison service|courts?)\b|^(?:u\.?s\.? )?department (?:of|for) \p{L}|\b(?:constabulary|police service|fire and rescue|fire authority)\b/iu,
  /^(?:ministère|préfecture|mairie|ville|commune|conseil (?:départemental|régional)|rectorat|centre hospitalier|chu|communauté (?:de communes|d'agglomération|urbaine)|métropole) (?:de|d'|du|des|la|le)/i,
  /^(?:Landeshauptstadt|Hansestadt|Kreisstadt|Universitätsstadt|Stadt|Gemeinde|Landkreis|Stadtverwaltung|Kreisverwaltung|Gemeindeverwaltung) \p{Lu}/u,
  /^(?:landratsamt|bezirksamt|bundesamt|landesamt|finanzamt|bundesagentur|bundesministerium|senatsverwaltung|regierungspräsidium|staatsministerium|universitätsklinikum|ministerium)\b|\p{L}(?:ministerium|regierung)$/iu,
  /^(?:ayuntamiento|diputación|generalitat|junta|gobierno|ministerio|consejería|xunta|cabildo|servicio \p{L}+ de salud)\b/iu,
  /^(?:gemeente|provincie|ministerie|waterschap|rijkswaterstaat|rijksdienst|veiligheidsregio)\b/i,
  /^(?:câmara municipal|município|prefeitura|ministério|governo|junta de freguesia|instituto politécnico|centro hospitalar)\b/i,
];
