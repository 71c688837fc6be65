import type { Finding } from "../../domain/draft-basis.ts";
import type { DraftReading } from "./draft-reading.ts";
import { finding, whereFound } from "./finding.ts";
import { phrasePattern } from "./phrases.ts";
import { momentsIn } from "./said-moments.ts";

const offers = phrasePattern({
  en: `
    (?:another|other|different|second|competing|rival|further|additional|several|multiple|more) (?:job |written |formal )?(?:offers?|contracts?)
    offers? ... (?:from|by|with|elsewhere|on (?:the|my) (?:table|desk)|in hand|in my pocket)
    (?:i have|i've|i (?:just )?(?:received|got|hold|was given)|there is|i now have) ... an? (?:\\p{L}+ )?offer
    (?:made|given|extended|sent|offered|presented) me ... (?:offer|contract|position|job|role|place)
    (?:another|other|different|second|rival) (?:employers?|compan(?:y|ies)|firms?|organi[sz]ations?|businesses) ... (?:hire|want*|offer*|sign*|chos*|waiting|made|contract)
    (?:job|position|role|place|work|opportunit(?:y|ies)|contract|something) elsewhere
    counter-?offers?
    (?:offers?|contracts?|positions?|jobs?|invitations?|something) ... (?:some(?:one|body) else|other people|a competitor|competitors)
  `,
  de: `
    (?:ander\\p{L}*|weiter\\p{L}*|zweit\\p{L}*|konkurrierend\\p{L}*|mehrere|zusätzlich\\p{L}*) (?:\\p{L}+ )?(?:angebote?|stellenangebote?|jobangebote?|vertragsangebote?|zusagen?|verträge?)
    (?:habe|liegt|vorliegen|erhalten|bekommen) ... (?:ein(?:e|en)?) (?:\\p{L}+ )?(?:angebot|zusage|vertragsangebot|stellenangebot)
    (?:angebot|zusage) ... (?:von|eines|einer|anderswo|woanders|anderweitig)
    (?:ander\\p{L}*|weiter\\p{L}*) (?:arbeitgeber\\p{L}*|unternehmen\\p{L}*|firm\\p{L}*|betrieb\\p{L}*) ... (?:angebot\\p{L}*|einstellen|möchte|will|zugesagt|unterschreiben)
    gegenangebot\\p{L}*
  `,
  fr: `
    (?:autres?|seconde|deuxième|nouvelle|plusieurs) (?:offres?|propositions?|contrats?|promesses?)
    (?:j'ai|ai|reçu|me fait|m'a fait|fait) ... une? (?:\\p{L}+ )?(?:offre|proposition|promesse)
    (?:offre|proposition) ... (?:ailleurs|autre|concurrent*)
    autre (?:employeur|entreprise|société) ... (?:propos*|offr*|embauch*|recrut*|engag*)
    contre-offre
  `,
  es: `
    (?:otras?|segunda|varias|nuevas?) (?:ofertas?|propuestas?|contratos?)
    (?:tengo|he recibido|recibí|me han hecho|me ha llegado) ... una (?:\\p{L}+ )?(?:oferta|propuesta)
    (?:oferta|propuesta) ... (?:de otr*|en otr*|sobre la mesa)
    otra (?:empresa|compañía) ... (?:ofrec*|contrat*|quiere|propuesto)
    contraoferta
  `,
  nl: `
    (?:ander*|tweede|meer|meerdere|nog een) (?:\\p{L}+ )?(?:aanbod|aanbiedingen|aanbieding|contract|baan)
    (?:heb|ligt|kreeg|ontving) ... een (?:\\p{L}+ )?(?:aanbod|aanbieding|contract)
    (?:aanbod|aanbieding) ... (?:van een ander*|elders)
    ander* (?:werkgever|bedrijf|organisatie|firma) ... (?:aanbod|aangeboden|aannemen|wil)
    tegenbod
  `,
  pt: `
    (?:outr*|segunda|várias|novas?) (?:ofertas?|propostas?|contratos?)
    (?:tenho|recebi|fizeram-me|me fizeram|chegou-me) ... uma (?:\\p{L}+ )?(?:oferta|proposta)
    (?:oferta|proposta) ... (?:de outr*|em outr*|noutr*|sobre a mesa)
    outra (?:empresa|companhia) ... (?:oferec*|contrat*|quer|propôs)
    contraproposta
  `,
});

const interviews = phrasePattern({
  en: `
    (?:other|further|several|multiple|more|additional|parallel) (?:\\p{L}+ )?(?:interviews?|conversations?|talks|applications?|processes|employers?|compan(?:y|ies)|firms?|opportunit(?:y|ies)|options?|organi[sz]ations?|candidac*|irons)
    (?:another|second|different) (?:interview|process|employer|company|firm|organi[sz]ation|application|opportunity|option)
    (?:interview\\p{L}*|talk\\p{L}*|conversations?|final rounds?|applying|applied|in (?:the )?process|rounds?|negotiat*) ... (?:elsewhere|with others|other|another)
    (?:other|several) (?:places|teams) ... (?:interview*|talk*|interest*)
    elsewhere
    somewhere else
    competitors?
    rival
    (?:i am|i'm) (?:also )?(?:interviewing|in talks|in conversation)
    in demand
    weighing ... options
    my options
  `,
  de: `
    (?:ander\\p{L}*|weiter\\p{L}*|parallel\\p{L}*|mehrere\\p{L}*|laufend\\p{L}*) (?:\\p{L}+ )?(?:vorstellungsgespräch\\p{L}*|gespräch\\p{L}*|bewerbung\\p{L}*|verfahren|auswahlverfahren|arbeitgeber\\p{L}*|unternehmen|firm\\p{L}*|prozess\\p{L}*|option\\p{L}*|möglichkeit\\p{L}*)
    (?:anderswo|woanders|anderweitig)
    (?:konkurrenz|mitbewerber\\p{L}*|wettbewerber\\p{L}*)
  `,
  fr: `
    (?:d'autres|plusieurs|autres) (?:entretiens?|candidatures?|processus|employeurs?|entreprises?|sociétés?|pistes|échanges|opportunités|recrutements?)
    (?:un )?autre (?:entretien|processus|employeur|entreprise|société|recrutement)
    ailleurs
    (?:la )?concurren*
    (?:entretiens?|processus) ... en parallèle
  `,
  es: `
    (?:otr[oa]s?|vari[oa]s|más) (?:entrevistas?|procesos?|candidaturas?|empresas?|empleadores?|opciones|oportunidad*|compañías?|conversaciones)
    en otr[oa] (?:sitio|lugar|parte|empresa)
    (?:la )?competencia
    (?:entrevistas?|procesos?) ... en paralelo
  `,
  nl: `
    (?:ander*|meerdere|parallel*|lopende|verschillende) (?:\\p{L}+ )?(?:gesprek*|sollicitatie*|procedure*|werkgever*|bedrijven|bedrijf|organisatie*|optie*|traject*)
    elders
    ergens anders
    concurren*
  `,
  pt: `
    (?:outr[oa]s?|vári[oa]s|mais) (?:entrevistas?|processos?|candidaturas?|empresas?|empregadores?|opções|oportunidades?|conversas)
    (?:noutr*|em outr*) (?:lugar|sítio|empresa*|process*|lado)
    (?:a )?concorrência
    (?:entrevistas?|processos?) ... em paralelo
  `,
});

/** Ends of sentences that speak of the reader's own house. */
const theirs =
  /\b(?:other|another|further|more) (?:interviews?|conversations?|talks?|applications?) with (?:you|your)\b/giu;

/**
 * What goes on with other employers is said only where it is true and allowed: interviews where the journal has one near, an offer in a
 * request for a decision, with its true deadline (POLICY 1, 5).
 */
export function elsewhereFaults({ written, sentences, basis }: DraftReading): readonly Finding[] {
  const { kind, language, interviewsElsewhere, offerDeadline, today } = basis;
  if (kind === "withdraw") return [];
  const texts = written.map((sentence) => sentence.replaceAll(theirs, " "));
  if (kind !== "decision_request") {
    const offer = whereFound(texts, offers(language), "elsewhere", "Say nothing of any other offer.");
    if (offer.length > 0 || interviewsElsewhere) return offer;
    return whereFound(
      texts,
      interviews(language),
      "elsewhere",
      "Say nothing of other employers, interviews or applications.",
    );
  }
  const several = whereFound(
    texts,
    /\b(?:(?:several|multiple|other|many|various) (?:\p{L}+ )?offers|mehrere\p{L}* (?:\p{L}+ )?angebote|plusieurs (?:offres|propositions)|varias (?:ofertas|propuestas)|meerdere (?:aanbiedingen|banen)|várias (?:ofertas|propostas))/iu,
    "elsewhere",
    "Speak of one other offer, the one that the facts tell of.",
  );
  if (offerDeadline === null || several.length > 0) return several;
  const wanted = momentsIn(offerDeadline, today, null).days.map(({ date }) => date);
  const said = momentsIn(sentences.join("\n"), today, language).days.flatMap(({ date, lastDate }) => [
    date,
    lastDate,
  ]);
  return wanted.length === 0 || wanted.some((date) => said.some((one) => one?.equals(date)))
    ? []
    : [finding("elsewhere", sentences[0] ?? "", `Name the deadline as the facts give it: ${offerDeadline}.`)];
}
