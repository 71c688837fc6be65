const list = (words: string): readonly string[] => words.trim().split(/\s+/);

/** Nouns of letters about work; a longer word may end in one: "Vorstellungsgespräch". Lower case. */
const nouns: ReadonlySet<string> = new Set(
  list(`
  gelingen erfolg wunsch dank aussicht betracht bezugnahme rücksprache eile ehre erwägung gunst haltung herzlichkeit ideal jahreszeit kreis lehre lektüre leichtigkeit menge motiv mut mitarbeit neugier notiz nutzen offene passendes perspektive reaktionen sicht spannung sympathie träger wärme zuhören zuspruch anfangszeit arbeitgeber arbeitgeberin arbeitgebers chef chefin gesprächspartner runde bewerberin anderen abend abende abends abschluss abschnitt absprache abteilung alltag anfang anfrage angabe angaben angebot angebote anfangs ansprechpartner anliegen anlass annahme ansatz ansätze antwort antworten anruf arbeit arbeiten arbeitsplatz art arten aspekt aspekte atmosphäre aufbau aufgabe aufgaben augenblick auge augen aufwand austausch auswahl ausblick
  bedarf bedenken bedeutung begeisterung beginn begriff beispiel beispiele beitrag bereich bereiche bericht bescheid beschluss besuch betrieb betracht bewerber bewerbung bezug bild bitte blick brief briefe büro beste bestes
  chance chancen dank datum dauer detail details dialog dienst ding dinge dritte dritten druck
  ebene eindruck eindrücke einblick einblicke einladung einsatz einzelheiten ende entscheidung entscheidungen entwicklung erfahrung erfolg erfolge ergebnis ergebnisse erinnerung erwartung erwartungen erste ersten
  fach fall fälle familie feedback filiale filialen firma folge form frage fragen frau freude freuen freunde frist fähigkeit führung
  gast gedanke gedanken gegenüber geduld gefühl gegenwart gelegenheit gemeinschaft geschichte geschäft gespräch gespräche gesprächs glück grund gründe gruß grüße grüßen gruppe gute gutes
  hand haus häuser hause herausforderung herbst herz herzen hilfe hinblick hinsicht hinweis hinweise hintergrund hoffnung humor
  idee ideen inhalt inhalte interesse interessen information informationen jahr jahre jahren jahres kandidat kenntnis klarheit kollege kollegen kollegin kolleginnen kontakt kopf kraft kräfte kultur kunde kunden kürze
  lage lager land laufe leben lebens licht liebe liebes linie lob lösung lösungen lust
  mail mails mal male mensch menschen minute minuten mitarbeiter mitte mitteilung mittel moment monat monate monaten morgen möglichkeit möglichkeiten mühe
  nachfrage nachmittag nachricht nachrichten nähe name namen neues neuigkeit neuigkeiten neuem niveau
  offenheit ordnung ort orte personen person plan pläne planung platz plätze position prinzip problem probleme produkt produkte projekt projekte prozess prozesse prozesses punkt punkte
  rahmen rat raum reaktion rede regel reihe reise richtung rolle rollen ruhe rückblick rückmeldung rückmeldungen runde runden
  sache sachen satz sätze schluss schlussstrich schritt schritte schule seite seiten sekunde sinn situation sommer sorge spaß sprache stand standort stelle stellen stelle stil stimmung strich stück stunde stunden suche system systeme
  tag tage tagen tages tat team teams teil teile teilnehmer tempo termin termine thema themen tisch tür
  überblick übergang umfang umgang umständen uhr uhrzeit unternehmen unternehmens unterlagen unterschied unterstützung ursache urteil
  verbindung verbleib verfahren verfahrens verfügung vergangenheit verlauf vergnügen vergleich verständnis vertrauen vertrag vielfalt voraus vorbereitung vorfreude vorhaben vormittag vorschlag vorstellung vorgehen vorteil
  wahl wandel wechsel weg wege weile weise weiteres weiterem welt werk wert werte wetter wiedersehen wille winter wirkung wissen woche wochen wohl wort worte worten wörter wunsch wünsche würdigung
  zahl zahlen zeichen zeile zeilen zeit zeiten zeitpunkt zeitplan zeitraum ziel ziele zug zukunft zusage zusammenarbeit zusammenhang zustand zuversicht zweck zweifel zweite zweiten
  frühjahr frühling ihrerseits vieles einiges nichts anderes anderem möglichem folgendes genaueres näheres wichtiges interessantes konkretes neue neuen kleine rückfrage rückfragen stufe stufen gespräche letzte letztes
`),
);
const longest = Math.max(...[...nouns].map((noun) => noun.length));
/** Endings of nouns that are made of other words, never of names. */
const abstract =
  /(?:ung|ungen|heit|heiten|keit|keiten|schaft|schaften|tion|tionen|tät|täten|ismus|nisse?|enz|anz|mente?|ierung|ierungen)$/;

/** True for what is plainly a noun; a name that ends like one is taken for it only where it is long. */
export function isGermanNoun(word: string): boolean {
  const lower = word.toLowerCase();
  if (nouns.has(lower) || (lower.length > 6 && abstract.test(lower))) return true;
  for (let length = Math.min(longest, lower.length - 3); length > 3; length -= 1)
    if (nouns.has(lower.slice(lower.length - length))) return true;
  return false;
}

const determiner =
  /^(?:der|die|das|den|dem|des|ein|eine|einen|einem|einer|eines|kein\p{L}*|mein\p{L}*|dein\p{L}*|sein\p{L}*|ihr\p{L}*|unser\p{L}*|eur\p{L}*|euer|dies\p{L}*|jen\p{L}*|jed\p{L}*|manch\p{L}*|welch\p{L}*|all\p{L}*|viel\p{L}*|wenig\p{L}*|einig\p{L}*|mehrer\p{L}*|beid\p{L}*|etwas|nichts|was|zum|zur|im|am|beim|vom|ins|ans|aufs|fürs|übers)$/iu;
const preposition =
  /^(?:in|an|auf|aus|bei|mit|nach|von|zu|für|über|unter|gegen|neben|zwischen|wegen|seit|ohne|durch|um|vor|hinter|als|und|oder|sehr|so|wie|bis)$/iu;
const adjective = /^\p{Ll}{3,}(?:e|en|er|es|em)$/u;

/** True where the words before make a noun of a word with a capital: "der", "mit großem", "Ihre neue". */
export function standsAsNoun(before: string, beforeThat: string): boolean {
  if (determiner.test(before)) return true;
  return (
    adjective.test(before) &&
    !preposition.test(before) &&
    (determiner.test(beforeThat) || preposition.test(beforeThat))
  );
}
