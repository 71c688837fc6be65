import { Temporal } from "temporal-polyfill";
import type { DraftFacts, FactName } from "../domain/draft-facts.ts";
import type { Language } from "../domain/language.ts";
import { spokenDate } from "../domain/spoken.ts";
import { listed } from "../domain/spoken-meeting.ts";

/** Facts that a draft may know or not, each by its name in the templates. */
export type TellableFact = Exclude<FactName, "person_name" | "employer">;

/** A mail of which only is known who writes it and to which employer. */
export const bareFacts = (language: Language): DraftFacts => ({
  language,
  personName: "Sam Reed",
  recipientName: null,
  employer: "Northwind",
  role: null,
  interviewDay: null,
  promisedDay: null,
  ordinal: 1,
  variant: 0,
});

/** Each fact that may be missing, as it is when it is known, in the words of that language. */
export function exampleFacts(language: Language): Readonly<Record<TellableFact, Partial<DraftFacts>>> {
  const day = (date: string) =>
    spokenDate(Temporal.PlainDate.from(date), Temporal.PlainDate.from("2026-05-18"), language);
  const own = ownWords[language];
  return {
    first_name: { recipientName: "Greta Vance" },
    role: { role: "Data Analyst" },
    interview_day: { interviewDay: day("2026-05-21") },
    promised_day: { promisedDay: day("2026-05-29") },
    meeting: { meeting: own.meeting },
    interviewers: { interviewers: listed(["Hana Lee", "Jo Field", "Ruth Mendel"], language) },
    topic: { topic: own.topic },
    addition: { addition: own.addition },
    offer_deadline: { offerDeadline: day("2026-06-05") },
    occasion: { occasion: own.occasion },
    occasion_named: { occasionNamed: own.named },
    their_words: { theirWords: own.theirs },
    their_day: { theirDay: day("2026-06-12") },
    vacancy: { vacancy: "Senior Data Analyst" },
    coordinator: { coordinator: true },
    interviews_elsewhere: { interviewsElsewhere: true },
    late_stage: { lateStage: true },
    not_now: { notNow: true },
    offered: { offered: true },
    informal: { informal: true },
    brief: { brief: true },
  };
}

type OwnWords = Readonly<Record<"meeting" | "topic" | "addition" | "occasion" | "named" | "theirs", string>>;

const ownWords: Readonly<Record<Language, OwnWords>> = {
  en: {
    meeting: "Tuesday 2 June at 10:00 and Friday 5 June at 09:30 New York time",
    topic: "the nightly load of the warehouse",
    addition: "I forgot to say that I ran the migration at Contoso.",
    occasion: "I passed the exam in August.",
    named: "your new office in Leeds",
    theirs: "Do get in touch again in September.",
  },
  de: {
    meeting: "Dienstag, 2. Juni, um 10:00 Uhr und Freitag, 5. Juni, um 09:30 Uhr (Ortszeit New York)",
    topic: "die nächtlichen Läufe im Lager",
    addition: "Ich habe vergessen zu sagen, dass ich den Umzug bei Contoso geleitet habe.",
    occasion: "Ich habe im August die Prüfung bestanden.",
    named: "das neue Büro in Leipzig",
    theirs: "Melden wir uns im September wieder.",
  },
  fr: {
    meeting: "mardi 2 juin à 10:00 et vendredi 5 juin à 09:30 (heure locale à New York)",
    topic: "le chargement de nuit",
    addition: "J'ai oublié de dire que j'ai mené la migration chez Contoso.",
    occasion: "J'ai réussi l'examen en août.",
    named: "le nouveau bureau à Lyon",
    theirs: "Revenons-en au mois de septembre.",
  },
  es: {
    meeting: "martes 2 de junio a las 10:00 y viernes 5 de junio a las 09:30 (hora de New York)",
    topic: "la carga nocturna del almacén",
    addition: "Olvidé decir que dirigí la migración en Contoso.",
    occasion: "Aprobé el examen en agosto.",
    named: "la nueva oficina en Bilbao",
    theirs: "Hablemos de nuevo en septiembre.",
  },
  nl: {
    meeting: "dinsdag 2 juni om 10:00 uur en vrijdag 5 juni om 09:30 uur (tijd in New York)",
    topic: "de nachtelijke verwerking in het magazijn",
    addition: "Ik vergat te zeggen dat ik de migratie bij Contoso heb geleid.",
    occasion: "In augustus heb ik het examen gehaald.",
    named: "het nieuwe kantoor in Utrecht",
    theirs: "Laten we in september weer contact hebben.",
  },
  pt: {
    meeting: "2 de junho (terça-feira) às 10:00 e 5 de junho (sexta-feira) às 09:30 (hora de New York)",
    topic: "o processamento noturno do armazém",
    addition: "Esqueci de dizer que conduzi a migração na Contoso.",
    occasion: "Em agosto passei no exame.",
    named: "o novo escritório no Porto",
    theirs: "Falemos de novo em setembro.",
  },
};
