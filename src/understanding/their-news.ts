import { sentencesOf } from "./text/plain-words.ts";
import { newestText } from "./text/reply-text.ts";

/** The sentence of a newsletter in which an employer says what it did, or null: something true to write about (POLICY 1, "An occasion"). */
export function newsIn(text: string, employer: string): string | null {
  const name = employer.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const they = new RegExp(`(?<![\\p{L}])(?:${name}) ha(?:s|ve) (?:just |recently |now )?${done}`, "iu");
  return (
    sentencesOf(newestText(text)).find(
      (sentence) =>
        sentence.length <= 220 &&
        !sentence.endsWith("?") &&
        !toTheReader.test(sentence) &&
        (we.test(sentence) || they.test(sentence)),
    ) ?? null
  );
}

/** What was done to the reader's order or application is no news. */
const toTheReader =
  /\b(?:your|yours|recruitment|selection|interviews?|candidates?|applications?|positions?|unsubscribe|terms|privacy|cookies?|polic(?:y|ies)|ihre[nrms]?|deine[nrms]?|votre|vos|ton|tu|su|tus|sus|jouw|uw|sua|teu|bewerbung\p{L}*|candidatures?)(?![\p{L}])/iu;

const done =
  "(?:opened|launched|won|moved (?:in|to)|acquired|bought|raised|released|published|celebrated|completed|finished|signed|merged|expanded|reached|built|introduced|founded|unveiled|been (?:awarded|named|shortlisted|certified)|turned \\d+)(?!\\p{L})";

const we = new RegExp(
  [
    `(?<!\\p{L})(?:we|our (?:\\w+ ){0,2}\\w+)(?:'ve| have| has)?(?: just| now| recently| also| finally)? ${done}`,
    "(?<!\\p{L})we(?:'re| are) (?:\\w+ )?(?:proud|pleased|delighted|happy|excited|thrilled) to (?:announce|share|tell|open|launch)(?!\\p{L})",
    "(?<!\\p{L})we(?:'re| are) (?:opening|launching|moving|celebrating|expanding)(?!\\p{L})",
    "(?<!\\p{L})wir (?:haben|sind) [^.?!]{0,80}(?:eröffnet|gewonnen|gestartet|umgezogen|übernommen|veröffentlicht|eingeführt|gefeiert|ausgezeichnet|erweitert|gegründet|fertiggestellt)(?!\\p{L})|(?<!\\p{L})wir eröffnen(?!\\p{L})",
    "(?<!\\p{L})nous avons (?:\\p{L}+ )?(?:ouvert|lancé|remporté|gagné|déménagé|publié|acquis|fêté|inauguré|reçu le prix)(?!\\p{L})|(?<!\\p{L})nous ouvrons(?!\\p{L})",
    "(?<!\\p{L})hemos (?:abierto|lanzado|ganado|inaugurado|publicado|adquirido|celebrado|estrenado)(?!\\p{L})",
    "(?<!\\p{L})(?:wij|we) hebben [^.?!]{0,80}(?:geopend|gelanceerd|gewonnen|overgenomen|gepubliceerd|gevierd|uitgebreid)(?!\\p{L})",
    "(?<!\\p{L})(?:abrimos|lançámos|lançamos|ganhámos|ganhamos|inaugurámos|inauguramos|publicámos|celebrámos)(?!\\p{L})",
  ].join("|"),
  "iu",
);
