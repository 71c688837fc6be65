import { type Language, languages } from "../../domain/language.ts";

/**
 * The language a text is written in, by counting each language's small words and the commonest words of hiring mail.
 * @param text a mail's newest words; its subject may follow
 * @returns English where nothing else is clearly ahead: a name, a place or a loan word makes no mail foreign
 */
export function languageOf(text: string): Language {
  const words =
    text
      .slice(0, longest)
      .replace(/\S+@\S+|https?:\S+|www\.\S+/g, " ")
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu) ?? [];
  const counts = new Map<Language, number>(languages.map((language) => [language, 0]));
  for (const word of words)
    for (const language of speakers.get(word) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1);
  const best = languages.reduce((ahead, each) =>
    (counts.get(each) ?? 0) > (counts.get(ahead) ?? 0) ? each : ahead,
  );
  return (counts.get(best) ?? 0) >= Math.max(fewest, words.length * leastShare) ? best : "en";
}

const longest = 6_000;
const fewest = 2;
/** In prose every third word is a small one; a list of names and figures happens to hold a few. */
const leastShare = 0.08;

// Words that two of the languages share count for both and so decide nothing between them.
const common: Readonly<Record<Language, string>> = {
  en: "the and to of you your for we our with is are will have has this that be on at it from as by or not if can please thank thanks been was i in an a us me my all any would regards dear hi hello best application interview role position team no new",
  de: "der die das und ist wir sie ihnen ihre ihrer ihren uns unser unsere nicht für mit von dem den des ein eine einen einer zu auf bei im am um zum zur aus nach wird werden haben hat sind ich du dich dir dein deine es dass wenn aber auch noch oder als sich so bis über kann können leider gerne gern bitte danke vielen dank grüße grüßen gruß freundlichen geehrte geehrter hallo liebe lieber bewerbung stelle gespräch guten tag ihr nur schon mich mir fuer koennen gruesse herr frau neue",
  fr: "le la les de du des et est nous vous votre vos notre nos pour avec dans sur une un au aux ce cette ces qui que ne pas plus par en je tu te il elle on se sa son ses ou mais si à été avez avons sont être très bien bonjour merci madame monsieur cordialement candidature poste entretien toi moi ton ta tes mon ma mes suis est qu offres jusqu",
  es: "el la los las de del y en que un una con por para su sus nos se le les te tu tus es no lo al ha han hemos pero más muy este esta como si ya o mi me está son usted ustedes estimado estimada hola gracias saludo saludos proceso entrevista puesto vacante candidatura correo buenos días nuestro nuestra sin fue será tengo qué ofertas",
  nl: "de het een en van is wij we je jij jouw uw u ons onze op met voor niet dat die te zijn hebben heeft hebt wordt worden aan als naar bij of om maar ook nog over uit dan er kan kunnen graag helaas bedankt dank voor beste geachte hoi dag groet groeten vriendelijke gesprek sollicitatie vacature functie ik mij me mijn zal zullen wel geen deze dit tot door hierbij in was te niets wat hij",
  pt: "o a os as de do da dos das e em que um uma com por para seu sua seus suas nos no na ao à às é não se lhe te teu tua você vocês nós mas mais muito este esta como já ou eu me meu minha está são foi será olá oi obrigado obrigada atenciosamente cumprimentos prezado prezada caro cara vaga processo seletivo entrevista candidatura nossa nosso pelo pela tem dia bom boa nao voce",
};

const speakers: ReadonlyMap<string, readonly Language[]> = (() => {
  const known = new Map<string, Language[]>();
  for (const language of languages)
    for (const word of new Set(common[language].split(" ")))
      known.set(word, [...(known.get(word) ?? []), language]);
  return known;
})();
