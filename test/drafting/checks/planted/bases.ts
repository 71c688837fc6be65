import { Temporal } from "temporal-polyfill";
import type { DraftBasis } from "../../../../src/domain/draft-basis.ts";
import type { FollowUpKind } from "../../../../src/domain/follow-up.ts";
import type { Language } from "../../../../src/domain/language.ts";
import type { Chance } from "../../../season/chance.ts";

/** What the slots of a clean draft are filled with, and the basis on which all of it rests. */
export type Setting = { readonly basis: DraftBasis; readonly slots: Readonly<Record<string, string>> };

const people: Readonly<Record<Language, readonly string[]>> = {
  en: [
    "Greta Vance",
    "Owen Hartley",
    "Priya Nair",
    "Siobhan O'Dowd",
    "Jean-Luc Marsh",
    "Thandi Mokoena",
    "Mei Lin Foster",
  ],
  de: ["Katrin Albers", "Jörg Hülsmann", "Anne-Marie Vogt", "Cem Yıldız", "Birgit Tölle"],
  fr: ["Élodie Garnier", "Bruno Lefort", "Maëlle Coutant", "Jean-Yves Perrot"],
  es: ["Lucía Ferrer", "Íñigo Salas", "Marta Quiroga", "Raúl Benavente"],
  nl: ["Sanne de Wit", "Joris van der Heide", "Femke Bakels", "Daan Oosting"],
  pt: ["Inês Carvalhal", "Tomás Azevedo", "Luísa Prates", "Caio Montenegro"],
};
const employers: Readonly<Record<Language, readonly string[]>> = {
  en: [
    "Harrow & Pike",
    "Northmoor Tiles",
    "Lantern Freight",
    "Orchard Street Clinic",
    "Bluestone",
    "Quill and Sons",
  ],
  de: ["Hafenkontor Wessel", "Brennhof Ofenbau", "Lindenwerk", "Stadtmühle Kröger"],
  fr: ["Atelier Brumaire", "Maison Collinet", "Verrerie du Loup", "Transports Armel"],
  es: ["Talleres Miraflor", "Cerámica Odón", "Editorial Noguera", "Grupo Bastida"],
  nl: ["De Vries Zaden", "Molenaar Techniek", "Waterkant Advies", "Bakkerij Tromp"],
  pt: ["Olaria Serrano", "Casa Figueiral", "Navegar Rotas", "Moinho Branco"],
};
const roles: Readonly<Record<Language, readonly string[]>> = {
  en: [
    "Data Engineer",
    "Office Manager",
    "Senior Product Designer",
    "Warehouse Planner",
    "Payroll Specialist",
    "C# Developer",
  ],
  de: ["Disponent", "Leitung Einkauf", "Data Analyst", "Sachbearbeitung Zoll"],
  fr: ["chargé de projet", "Responsable logistique", "Data Analyst", "assistant de direction"],
  es: ["Jefe de almacén", "Diseño gráfico", "Product Manager", "técnica de calidad"],
  nl: ["Planner", "Teamleider logistiek", "UX Designer", "Inkoper"],
  pt: ["Analista de dados", "Gestor de loja", "Product Owner", "Técnica de qualidade"],
};
/** What the talk was about, and what the person has written of themselves. */
const topics: Readonly<Record<Language, readonly string[]>> = {
  en: [
    "the nightly load",
    "your plans for the second warehouse",
    "the handover between shifts",
    "the new booking desk",
  ],
  de: ["die Umstellung im Lager", "den neuen Schichtplan", "die Übergabe am Morgen"],
  fr: ["la reprise des stocks", "le nouvel outil de suivi", "les tournées du matin"],
  es: ["el cambio de almacén", "el nuevo catálogo", "los turnos de mañana"],
  nl: ["de verhuizing van het magazijn", "het nieuwe rooster", "de overdracht in de ochtend"],
  pt: ["a mudança do armazém", "o novo catálogo", "a passagem de turno"],
};
const writers = [
  "Mira Dell",
  "Tom Ashby",
  "Noor El Amin",
  "Klara Lorenz",
  "Ana Sofia Duarte",
  "Felix Brandt",
];

const weekdays: Readonly<Record<Language, readonly string[]>> = {
  en: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
  de: ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"],
  fr: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
  es: ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
  nl: ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"],
  pt: ["segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira", "sábado", "domingo"],
};
const tags: Readonly<Record<Language, string>> = {
  en: "en-GB",
  de: "de",
  fr: "fr",
  es: "es",
  nl: "nl",
  pt: "pt-BR",
};

/** A day in the words of a language, as the engine gives it to a draft. */
export function spokenIn(date: Temporal.PlainDate, language: Language): string {
  const month = date.toLocaleString(tags[language], { month: "long" });
  const weekday = weekdays[language][date.dayOfWeek - 1] ?? "";
  if (language === "de") return `${weekday}, ${date.day}. ${month}`;
  if (language === "es") return `${weekday} ${date.day} de ${month}`;
  if (language === "pt") return `${date.day} de ${month} (${weekday})`;
  return `${weekday} ${date.day} ${month}`;
}

const at: Readonly<Record<Language, (day: string) => string>> = {
  en: (day) => `${day} at 14:00`,
  de: (day) => `${day}, um 14:00 Uhr`,
  fr: (day) => `${day} à 14:00`,
  es: (day) => `${day} a las 14:00`,
  nl: (day) => `${day} om 14:00 uur`,
  pt: (day) => `${day} às 14:00`,
};
const theirMail: Readonly<Record<Language, (name: string, day: string, role: string) => string>> = {
  en: (name, day, role) =>
    `Hello,\n\nmany thanks for coming in to talk about the ${role} role. We hope to get back to you by ${day}.\n\nKind regards,\n${name}`,
  de: (name, day, role) =>
    `Guten Tag,\n\nvielen Dank für das Gespräch über die Stelle ${role}. Wir melden uns bis ${day}.\n\nViele Grüße\n${name}`,
  fr: (name, day, role) =>
    `Bonjour,\n\nmerci pour cet entretien au sujet du poste de ${role}. Nous reviendrons vers vous d'ici au ${day}.\n\nCordialement,\n${name}`,
  es: (name, day, role) =>
    `Buenos días:\n\ngracias por venir a hablar del puesto de ${role}. Le diremos algo antes del ${day}.\n\nUn saludo,\n${name}`,
  nl: (name, day, role) =>
    `Goedendag,\n\nbedankt voor het gesprek over de functie ${role}. Uiterlijk ${day} hoort u van ons.\n\nMet vriendelijke groet,\n${name}`,
  pt: (name, day, role) =>
    `Bom dia,\n\nobrigado pela conversa sobre a vaga de ${role}. Daremos notícias até ${day}.\n\nCumprimentos,\n${name}`,
};

/** A basis with names, days and a role by chance. */
export function settingOf(kind: FollowUpKind, language: Language, chance: Chance): Setting {
  const today = Temporal.PlainDate.from("2026-05-04").add({ days: chance.between(0, 120) });
  const name = chance.oneOf(people[language]);
  const other = chance.oneOf(people[language].filter((one) => one !== name));
  const employer = chance.oneOf(employers[language]);
  const role = chance.oneOf(roles[language]);
  const me = chance.oneOf(writers);
  const topic = chance.oneOf(topics[language]);
  const day = spokenIn(today.subtract({ days: chance.between(8, 30) }), language);
  const by = spokenIn(today.subtract({ days: chance.between(1, 6) }), language);
  const deadline = spokenIn(today.add({ days: chance.between(3, 9) }), language);
  const meeting = at[language](spokenIn(today.add({ days: chance.between(2, 7) }), language));
  const own = [`${topic}.`, ...ownLines[language]];
  const basis: DraftBasis = {
    kind,
    language,
    today,
    personName: me,
    personAddress: "me@writer.example",
    recipient: { name, address: "someone@employer.example" },
    employer,
    role,
    thread: [theirMail[language](name, by, role)],
    own,
    stated: [
      day,
      by,
      meeting,
      role,
      employer,
      name,
      other,
      ...(kind === "decision_request" ? [deadline] : []),
    ],
    interviewsElsewhere: false,
    offerDeadline: kind === "decision_request" ? deadline : null,
    ordinal: 1,
    signature: [],
  };
  const [first = name] = name.split(" ");
  return {
    basis,
    slots: { name: first, full: name, other, employer, role, me, topic, day, by, deadline, meeting },
  };
}

/** What the person has told of themselves, as notes and lines of a profile have it. */
const ownLines: Readonly<Record<Language, readonly string[]>> = {
  en: [
    "I led the move of the spare parts archive to a new catalogue.",
    "Worked 6 years in dispatch, two of them as shift lead.",
    "Add: I forgot to say that I ran the returns desk for three summers.",
  ],
  de: ["Ich habe das Ersatzteilarchiv in einen neuen Katalog überführt.", "6 Jahre in der Disposition."],
  fr: ["J'ai conduit le transfert des archives vers un nouveau catalogue.", "6 ans aux expéditions."],
  es: ["He llevado el traslado del archivo de recambios a un nuevo catálogo.", "6 años en expediciones."],
  nl: ["Ik heb het archief van onderdelen naar een nieuwe catalogus overgezet.", "6 jaar in de expeditie."],
  pt: ["Conduzi a passagem do arquivo de peças para um novo catálogo.", "6 anos na expedição."],
};
