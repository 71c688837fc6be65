import type { Finding } from "../../domain/draft-basis.ts";
import { type Language, languages } from "../../domain/language.ts";
import { finding } from "./finding.ts";

const says = "Leave out every number that the facts do not give.";

// Beyond these, digits are written. "One" is an article in most of the languages and stands free.
const words: Readonly<Record<Language, string>> = {
  en: "two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90 hundred=100 hundreds=100 thousand=1000 thousands=1000 million=1000000 millions=1000000 dozen=12 dozens=12 decade=10 decades=10 half=0.5 third=0.33 quarter=0.25 double=2 doubled=2 twice=2 triple=3 tripled=3 threefold=3 twofold=2 tenfold=10 percent=% percentage=% couple=2",
  de: "zwei=2 beiden=2 drei=3 vier=4 fünf=5 sechs=6 sieben=7 acht=8 neun=9 zehn=10 elf=11 zwölf=12 dreizehn=13 vierzehn=14 fünfzehn=15 sechzehn=16 siebzehn=17 achtzehn=18 neunzehn=19 zwanzig=20 dreißig=30 vierzig=40 fünfzig=50 sechzig=60 siebzig=70 achtzig=80 neunzig=90 hundert=100 hunderte=100 tausend=1000 tausende=1000 million=1000000 millionen=1000000 dutzend=12 dutzende=12 jahrzehnt=10 jahrzehnte=10 hälfte=0.5 doppelt=2 verdoppelt=2 verdreifacht=3 prozent=%",
  fr: "deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10 onze=11 douze=12 treize=13 quatorze=14 quinze=15 seize=16 dix-sept=17 dix-huit=18 dix-neuf=19 vingt=20 trente=30 quarante=40 cinquante=50 soixante=60 cent=100 cents=100 centaine=100 centaines=100 mille=1000 milliers=1000 million=1000000 millions=1000000 douzaine=12 dizaine=10 dizaines=10 décennie=10 moitié=0.5 double=2 doublé=2 triplé=3 pourcent=%",
  es: "dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 once=11 doce=12 trece=13 catorce=14 quince=15 dieciséis=16 diecisiete=17 dieciocho=18 diecinueve=19 veinte=20 treinta=30 cuarenta=40 cincuenta=50 sesenta=60 setenta=70 ochenta=80 noventa=90 cien=100 ciento=100 cientos=100 mil=1000 miles=1000 millón=1000000 millones=1000000 docena=12 docenas=12 década=10 décadas=10 mitad=0.5 doble=2 triple=3",
  nl: "twee=2 drie=3 vier=4 vijf=5 zes=6 zeven=7 acht=8 negen=9 tien=10 elf=11 twaalf=12 dertien=13 veertien=14 vijftien=15 zestien=16 zeventien=17 achttien=18 negentien=19 twintig=20 dertig=30 veertig=40 vijftig=50 zestig=60 zeventig=70 tachtig=80 negentig=90 honderd=100 honderden=100 duizend=1000 duizenden=1000 miljoen=1000000 miljoenen=1000000 dozijn=12 tientallen=10 decennium=10 helft=0.5 dubbele=2 verdubbeld=2 verdrievoudigd=3 procent=%",
  pt: "dois=2 duas=2 três=3 quatro=4 cinco=5 seis=6 sete=7 oito=8 nove=9 dez=10 onze=11 doze=12 treze=13 catorze=14 quatorze=14 quinze=15 dezasseis=16 dezesseis=16 dezassete=17 dezessete=17 dezoito=18 dezanove=19 dezenove=19 vinte=20 trinta=30 quarenta=40 cinquenta=50 sessenta=60 setenta=70 oitenta=80 noventa=90 cem=100 cento=100 centenas=100 mil=1000 milhares=1000 milhão=1000000 milhões=1000000 dúzia=12 dúzias=12 dezena=10 dezenas=10 década=10 décadas=10 metade=0.5 dobro=2 triplo=3",
};

const values: Readonly<Record<Language, ReadonlyMap<string, string>>> = {
  en: table(words.en),
  de: table(words.de),
  fr: table(words.fr),
  es: table(words.es),
  nl: table(words.nl),
  pt: table(words.pt),
};
function table(list: string): ReadonlyMap<string, string> {
  return new Map(
    list.split(" ").map((pair): [string, string] => {
      const [word = "", value = ""] = pair.split("=");
      return [word, value];
    }),
  );
}

/** "A line or two" and "the two of us" count nothing. German and Dutch write long numbers as one word. */
const idle =
  /(?<!\p{L})(?:or two|one or two|the two of (?:us|you)|half(?: an?)? (?:hour|hearted)|second half|oder zwei|zu zweit|ou deux|o dos|of twee|ou dois|ou duas|seis en|mil gracias|mille mercis?|mil obrigad[oa]s|(?:a|one) hundred percent|quarter past|half past|in half)(?!\p{L})/giu;
const joined =
  /^(?:\p{L}*(?:und|en|ën)(?:zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig|twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig)|(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|twee|drie|vijf|zes|zeven|negen|tien)(?:hundert|tausend|honderd|duizend|einhalb|mal|fach)\p{L}*)$/u;
const figures = /[\p{L}]*\d[\p{L}\d]*(?:[.,'/ ]\d{3}(?!\d)|[.,/:-]\d+)*(?:[\p{L}%]*)/gu;
const symbols = /[%‰€$£¥₹½¼¾⅓⅔²³]/u;

/**
 * Numbers of amount stand only where a source has them (POLICY 5). Days and hours are taken out of both texts before.
 * @param known the sources, their days and hours blanked as well
 */
export function amountFaults(text: string, known: string, language: Language): readonly Finding[] {
  const spoken = text.replaceAll(idle, " ");
  const found = amountsIn(spoken, [language]);
  if (found.length === 0) return [];
  const given = new Set(amountsIn(known, languages).map(({ value }) => value));
  return found
    .filter(({ value }) => !given.has(value))
    .map(({ words: said }) => finding("number", said, says));
}

type Amount = { readonly words: string; readonly value: string };

function amountsIn(text: string, spoken: readonly Language[]): readonly Amount[] {
  const found: Amount[] = [];
  for (const { 0: said } of text.matchAll(figures)) found.push({ words: said, value: figureOf(said) });
  for (const { 0: said } of text.matchAll(new RegExp(symbols, "gu")))
    found.push({ words: said, value: said === "%" ? "%" : said });
  for (const { 0: said } of text.matchAll(/\p{L}+(?:-\p{L}+)*/gu)) {
    const word = said.toLowerCase();
    for (const part of new Set([word, ...word.split("-")])) {
      const value = spoken.map((language) => values[language].get(part)).find((one) => one !== undefined);
      if (value !== undefined) found.push({ words: said, value });
      else if (part.length > 6 && joined.test(part)) found.push({ words: said, value: part });
    }
  }
  return found;
}

/** "1,200" and "1.200" are 1200; "4th" is 4. */
const figureOf = (said: string): string => {
  const digits = said.replace(/(?<=\d)[.,' ](?=\d{3}(?!\d))/g, "").replace(/[%]/g, "");
  const bare = /^(\d+)(?:st|nd|rd|th|er|e|º|ª)$/i.exec(digits)?.[1] ?? digits;
  return bare
    .toLowerCase()
    .replace(/^0+(?=\d)/, "")
    .replace(",", ".");
};
