import { expect, test } from "vitest";
import type { Language } from "../../../src/domain/language.ts";
import { conjunctions } from "../../../src/understanding/kind/conjunctions.ts";
import { annotate } from "../../../src/understanding/lexicon/annotate.ts";
import { german } from "../../../src/understanding/lexicon/de.ts";
import { english } from "../../../src/understanding/lexicon/en.ts";
import { spanish } from "../../../src/understanding/lexicon/es.ts";
import { french } from "../../../src/understanding/lexicon/fr.ts";
import { dutch } from "../../../src/understanding/lexicon/nl.ts";
import { portuguese } from "../../../src/understanding/lexicon/pt.ts";

/** Finer ideas that only English tells apart so far. */
const englishOnly = new Set(["TAKEN", "SHORTFALL", "HIRED", "SUBJECTTO", "QUIT", "BREACH", "RUIN"]);

const line = (sentence: string, language: Language) => `${annotate(sentence, language).join(" ")} `;
const says = (sentence: string, language: Language) =>
  Object.entries(conjunctions).flatMap(([name, pattern]) =>
    pattern.test(line(sentence, language)) ? [name] : [],
  );

const sentences: readonly (readonly [string, Language, string])[] = [
  [
    "application_received",
    "de",
    "Ihre Bewerbung um die Stelle in der Gießerei ist heute bei uns eingegangen.",
  ],
  ["application_received", "fr", "Votre candidature pour la fonderie nous est bien parvenue ce matin."],
  ["application_received", "es", "Tu candidatura para la fundición nos ha llegado esta mañana."],
  ["application_received", "nl", "Je sollicitatie bij de gieterij hebben we vanochtend goed ontvangen."],
  ["application_received", "pt", "A sua candidatura à fundição foi recebida esta manhã."],
  ["others_chosen", "de", "Wir haben uns nach zwei Runden für eine andere Bewerberin aus Jena entschieden."],
  ["others_chosen", "fr", "Après deux tours, notre choix s'est porté sur une autre candidate."],
  ["others_chosen", "es", "Tras dos rondas hemos elegido a otra candidata de Lugo."],
  ["others_chosen", "nl", "Na twee rondes hebben we gekozen voor een andere kandidaat uit Zwolle."],
  ["others_chosen", "pt", "Depois de duas rondas, a escolha recaiu sobre outra candidata de Évora."],
  ["not_successful", "de", "Deshalb werden wir Ihre Mappe nicht weiter verfolgen."],
  ["not_successful", "fr", "Votre profil n'a donc pas été retenu par le jury."],
  ["not_successful", "es", "Por eso tu perfil ha sido descartado por el jurado."],
  ["not_successful", "nl", "Daarom nodigen we je deze keer niet uit."],
  ["not_successful", "pt", "Por isso o seu perfil não foi selecionado pelo júri."],
  ["role_filled", "de", "Die Stelle am Hochofen ist inzwischen besetzt."],
  ["role_filled", "fr", "Le poste au haut fourneau est désormais pourvu."],
  ["role_filled", "es", "El puesto en el alto horno ya está cubierto."],
  ["role_filled", "nl", "De functie bij de hoogoven is inmiddels vervuld."],
  ["role_filled", "pt", "A vaga no alto forno já foi preenchida."],
  ["invites_to_talk", "de", "Deshalb laden wir Sie am Montag zu einem Gespräch nach Jena ein."],
  ["invites_to_talk", "fr", "Nous vous invitons donc lundi à un entretien à Brive."],
  ["invites_to_talk", "es", "Por eso te invitamos el lunes a una entrevista en Lugo."],
  ["invites_to_talk", "nl", "Daarom nodigen we je maandag uit voor een gesprek in Zwolle."],
  ["invites_to_talk", "pt", "Por isso gostaríamos de convidá-la na segunda para uma entrevista em Évora."],
  ["cancels_a_talk", "de", "Leider sagen wir das Gespräch am Montag wieder ab."],
  ["cancels_a_talk", "fr", "Nous devons annuler l'entretien de lundi."],
  ["cancels_a_talk", "es", "Tenemos que cancelar la entrevista del lunes."],
  ["cancels_a_talk", "nl", "Het gesprek van maandag gaat helaas niet door."],
  ["cancels_a_talk", "pt", "A entrevista de segunda-feira foi desmarcada."],
  ["moves_a_talk", "de", "Können wir das Gespräch auf Dienstag verschieben?"],
  ["moves_a_talk", "fr", "Pourrions-nous décaler l'entretien à mardi ?"],
  ["moves_a_talk", "es", "¿Podemos aplazar la entrevista al martes?"],
  ["moves_a_talk", "nl", "Kunnen we het gesprek verzetten naar dinsdag?"],
  ["moves_a_talk", "pt", "Podemos remarcar a entrevista para terça?"],
  ["no_news", "de", "Wir haben uns noch nicht entschieden."],
  ["no_news", "fr", "Nous n'avons pas encore pris de décision."],
  ["no_news", "es", "Todavía no hemos decidido nada."],
  ["no_news", "nl", "We hebben nog geen besluit genomen."],
  ["no_news", "pt", "Ainda não há decisão nenhuma."],
];

test.each(sentences)("%s is heard in %s: %s", (what, language, sentence) => {
  expect(says(sentence, language)).toContain(what);
});

const tokens: readonly (readonly [string, Language, string])[] = [
  ["AWAY", "de", "Ich bin bis Montag nicht im Büro."],
  ["AWAY", "fr", "Je suis absente du bureau."],
  ["AWAY", "es", "Estoy fuera de la oficina."],
  ["AWAY", "nl", "Ik ben deze week afwezig."],
  ["AWAY", "pt", "Estou de férias."],
  ["RETURN", "de", "Ab Montag bin ich wieder im Büro."],
  ["RETURN", "fr", "Je lirai tout dès mon retour."],
  ["RETURN", "es", "Escribiré a mi regreso."],
  ["RETURN", "nl", "Bij terugkomst lees ik alles."],
  ["RETURN", "pt", "Escrevo no meu regresso."],
  ["LEFT", "de", "Frau Ott ist nicht mehr bei uns tätig."],
  ["LEFT", "fr", "Madame Ott a quitté l'entreprise."],
  ["LEFT", "es", "Ya no trabajo en la fundición."],
  ["LEFT", "nl", "Ik ben hier uit dienst."],
  ["LEFT", "pt", "Já não trabalho na fundição."],
  ["OFFER", "de", "Hiermit machen wir Ihnen ein Angebot."],
  ["OFFER", "fr", "Voici notre promesse d'embauche."],
  ["OFFER", "es", "¡El puesto es tuyo!"],
  ["OFFER", "nl", "Bijgaand ons contractvoorstel."],
  ["OFFER", "pt", "Segue a nossa proposta de trabalho."],
];

test.each(tokens)("%s is known in %s: %s", (concept, language, sentence) => {
  expect(annotate(sentence, language)).toContain(`#${concept}`);
});

test("foreign words that mean nothing to the lexicon become one gap", () => {
  expect(annotate("Der Ofen am Fluss glüht, und die Stelle ist besetzt.", "de")).toEqual([
    "·",
    "#ROLE",
    "·",
    "#FILLED",
  ]);
});

test("English words are kept as they stand", () => {
  expect(annotate("the furnace glows", "en")).toEqual(["the", "furnace", "glows"]);
});

test("the English lexicon is not applied to another language: German “Post” is no post to apply for", () => {
  expect(annotate("die Post kommt", "de")).toEqual(["·"]);
});

test("a reflexive verb in Portuguese opens no condition, a real one does", () => {
  expect(annotate("Informa-se que tudo chegou", "pt")).not.toContain("#IF");
  expect(annotate("Se tudo chegar", "pt")).toContain("#IF");
});

test("silence or a lack that is taken for a no is said under a condition", () => {
  const first = (sentence: string, language: Language) => annotate(sentence, language)[0];
  expect(first("Sans réponse sous trois semaines, votre dossier n'est pas retenu.", "fr")).toBe("#IF");
  expect(first("De no recibir noticias, tu perfil no ha sido seleccionado.", "es")).toBe("#IF");
  expect(first("Caso não receba resposta, a candidatura não foi selecionada.", "pt")).toBe("#IF");
  expect(first("Hoort u niets, dan bent u niet geselecteerd.", "nl")).toBe("#IF");
  expect(first("Zonder rijbewijs kunnen wij u niet aannemen.", "nl")).toBe("#IF");
  expect(first("Ohne Rückmeldung gilt die Bewerbung als abgelehnt.", "de")).toBe("#IF");
});

test.each([
  ["de", german],
  ["fr", french],
  ["es", spanish],
  ["nl", dutch],
  ["pt", portuguese],
])(
  "every concept that English has a word for has one in %s, so that what is learnt of it carries over",
  (_, lexicon) => {
    const missing = Object.keys(english).filter((concept) => !Object.hasOwn(lexicon, concept));
    expect(missing.filter((concept) => !englishOnly.has(concept))).toEqual([]);
  },
);
