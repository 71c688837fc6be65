// German writes every noun like a name. These are none.
const nouns: ReadonlySet<string> = new Set(
  "Abend Ablauf Absage Absprache Ahnung Angebot Anfang Anfrage Anhang Anliegen Anruf Ansatz Antwort Anregung Arbeit Art Aufgabe Aufgaben Aufwand Augenblick Austausch Auswahl Bedarf Bedenken Bedeutung Beispiel Beispiele Beitrag Bereich Bericht Bescheid Besuch Bewerbung Bild Bitte Blick Dank Dauer Details Dinge Eindruck Einblick Einblicke Einladung Einschätzung Empfehlung Ende Ergebnis Ergebnisse Erfahrung Erfahrungen Erfolg Erklärung Fall Falle Fehler Firma Form Frage Fragen Freude Gedanke Gedanken Gefühl Gelegenheit Geduld Gespräch Gespräche Grund Gründe Gruß Herausforderung Hilfe Hinweis Hinweise Idee Ideen Info Infos Interesse Inhalt Job Kollege Kollegen Kollegin Kolleginnen Kontakt Kürze Lage Lösung Lust Mail Mails Meinung Mensch Menschen Minute Minuten Mittag Moment Monat Monate Morgen Mühe Nachricht Nachrichten Nachfrage Name Ordnung Ort Ostern Plan Pläne Platz Problem Probleme Projekt Projekte Punkt Punkte Rahmen Recht Reihe Rolle Rückfrage Rückfragen Rückmeldung Rückruf Runde Sache Sachen Schluss Schritt Schritte Seite Sicht Sinn Situation Sorge Spaß Stand Start Stelle Stunde Stunden Tag Tage Tagen Team Teams Teil Telefonat Termin Termine Text Thema Themen Ton Treffen Überblick Uhr Umgang Umstände Unterhaltung Unterlagen Unterstützung Verfahren Verfügung Vergnügen Verständnis Vertrauen Vorfreude Vorgehen Vorschlag Vorschläge Vorstellung Vorteil Weg Wege Weise Welt Wert Wissen Woche Wochen Wochenende Wort Worte Wunsch Zeit Zeiten Ziel Ziele Zukunft Zusammenarbeit Zusage Zweifel Entscheidung Rückblick".split(
    " ",
  ),
);

const built = /^\p{Lu}\p{Ll}{5,}(?:ung|ungen|heit|heiten|keit|keiten|schaft|tion|tionen|tät)$/u;

/** True for a German noun of everyday letters, or one whose ending shows that it is no name ("Verlässlichkeit"; "Hartung" is too short to tell). */
export const isPlainNoun = (word: string): boolean => nouns.has(word) || built.test(word);
