import { list, lists, type ReplyWords } from "./shape.ts";

export const german: ReplyWords = {
  verbs: {
    yes: list(
      `ja, jawohl, jep, freigeben, freigegeben, genehmigt, einverstanden, absenden, abschicken, schick ab, schick es ab, so senden,
       so schicken, so abschicken, raus damit`,
    ),
    good: list("in ordnung, passt, passt so, ist gut, ist gut so, sieht gut aus, gefällt mir"),
    no: list("nein, nee, nö"),
    skip: list(
      `überspringen, auslassen, weglassen, nicht senden, nicht schicken, nicht abschicken, nicht absenden, nicht verschicken`,
    ),
    later: list("später, verschieben, aufschieben"),
    undo: list("rückgängig, rückgängig machen, zurücknehmen"),
    reopen: list("wieder öffnen, wiedereröffnen, öffnen"),
    close: list("schließen, abschließen"),
    send_again: list(
      `erneut senden, nochmal senden, noch einmal senden, nochmals senden, erneut schicken, nochmal schicken, noch einmal schicken`,
    ),
    was_sent: list(
      "wurde gesendet, wurde verschickt, ist gesendet, ist verschickt, sie wurde gesendet, ist angekommen",
    ),
    why: list("warum, wieso, weshalb"),
  },
  sends: list("senden, sende, schick, schicke, schicken"),
  this: list("dies, das, diesen text"),
  all: list("alle, alles"),
  both: list("beide, alle beide"),
  except: list("außer, bis auf, aber nicht, nur nicht"),
  and: list("und"),
  to: list("bis"),
  towards: [],
  before: list("für, die, den, das, von"),
  is: list("ist, sind"),
  numbers: list("eins, zwei, drei, vier, fünf, sechs, sieben, acht, neun, zehn, elf, zwölf"),
  articles: list("ein"),
  nouns: list("nummer, entwurf, punkt, zeile"),
  courtesies: list(
    `bitte, danke, danke dir, danke schön, vielen dank, besten dank, hallo, guten tag, guten morgen, gern, gerne, mit freundlichen grüßen, viele
     grüße, liebe grüße, beste grüße, schöne grüße, grüße, gruß, lg, mfg`,
  ),
  brakes: list(
    `nicht, nein, nee, nie, niemals, kein, keine, keinen, keins, keiner, keines, warte, warten, wart, wartet, abwarten, halt, stopp, stop, pause,
     pausieren, abbrechen, abbestellen, abmelden, eigentlich, stattdessen, lieber, ändern, ändere, änder, änderung, geändert, umschreiben, aber, doch,
     sondern, außer, wenn, falls, sofern, sobald, bevor, vorher, zuerst, erst, obwohl, fehler, falsch, sorry, entschuldigung, nichts, vielleicht,
     eventuell, evtl, unsicher, moment, mal sehen, nach dem, nach der, nach meinem, nach unserem, überlegen, nachdenken, vergiss, zurückhalten, anhalten, zögere`,
  ),
  prose: [],
  days: {
    before: list("bis zum, bis, am, im, in, auf"),
    today: list("heute"),
    tomorrow: list("morgen"),
    dayAfter: list("übermorgen"),
    nextWeek: list("nächste woche, nächster woche"),
    day: list("tag, tage, tagen"),
    week: list("woche, wochen"),
    month: list("monat, monate, monaten"),
    one: list("ein, eine, einer, einem, einen"),
    weekdays: lists(
      "montag mo, dienstag di, mittwoch mi, donnerstag do, freitag fr, samstag sonnabend sa, sonntag so",
    ),
    months: lists(
      `januar jänner jan, februar feb, märz mär mrz, april apr, mai, juni jun, juli jul, august aug, september sep sept, oktober okt, november nov,
       dezember dez`,
    ),
  },
  commands: {
    status: list("stand, wie ist der stand"),
    help: list("hilfe, befehle"),
    pause: list("pause, pausieren, pausiere"),
    everything: list("alles"),
    for: list("für"),
    until: list("bis, bis zum"),
    resume: list("fortsetzen, pause beenden, pause aufheben"),
    stop: list("stopp, abbestellen, abmelden, aufhören"),
  },
};
