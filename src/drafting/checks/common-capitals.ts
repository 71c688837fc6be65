import { plainStartWords } from "../../understanding/who/plain-start-words.ts";

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Words that stand with a capital in the middle of a sentence and name nobody: pronouns, titles, days, months, languages. Lower case. */
export const plainCapitals = list(`
  i i'm i'd i'll i've cv hr it pdf ok am pm q faq ceo cto cfo ps dr mr mrs ms mx prof
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
  english german french spanish dutch portuguese italian polish danish swedish european british american christmas easter
  u uw usted ustedes ud uds vd
`);

/** Words of courtesy that German writes with a capital. Lower case. */
export const germanPronouns = list(`
  sie ihnen ihr ihre ihren ihrem ihrer ihres du dich dir dein deine deinen deinem deiner deines euch euer eure euren eurem eurer
  montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar februar märz april mai juni juli august september oktober november dezember
  deutsch englisch französisch spanisch portugiesisch niederländisch frau herr herrn
`);

/** Words that begin sentences. Lower case, with accents as they are written. */
const starters = list(`
  about above according admittedly actually after again all along already also although always am among and another any anyone anything apart are around as asking at
  based be because before being below beside besides best between beyond both briefly but by can certainly clearly coming congratulations considering could
  dear decisions despite did discussing do does during each either equally especially even every everyone everything exactly far few finally first following for from further
  getting given giving glad going good great had happily has have having he hearing hello her here hi his hope hopefully how however i if in indeed inside instead is it its
  just kind knowing last lastly lately later learning let like likewise listening little long looking lots many may maybe meanwhile meeting might mine more moreover most much my
  naturally neither never nevertheless news next no nobody none nor not nothing now of off often on once one only or other others otherwise our ours out outside over overall
  particularly people perhaps personally please plenty quite rather reading really regarding regardless right seeing several shall she should similarly simply since so some someone something sometimes soon
  speaking spending still such sure surely talking thank thanks that the their theirs them then there therefore these they thinking this those though through throughout thus to today together too towards
  under understandably understanding unless until upon us very walking warm was we welcome well were what whatever when whenever where whether which while who whoever whose why will wishing with within without
  s'il s'ils qu'il qu'elle qu'un mir mich dir dich grüß grüße richte richten sag sagen doe doet groet salue saluez dale dele saluda salude diga dígale cumprimente não jou jouw jullie diploma diploma's diplomas
  wonderful working would writing yes yet you your yours either decisions feedback time times both neither plans work life nature ideas details questions answers interest
  all's that's it's there's what's here's let's who's
  one's wherever whichever worth somewhere
  c'est cela ceci ça ce cet cette ces tout toute tous rien chaque quelque plusieurs certains mon ma mes votre vos notre nos leur leurs son sa ses il elle on nous vous ils elles je j'ai qui que quoi dont où quand comment pourquoi si lors lorsque depuis pendant après avant avec sans sous sur dans chez entre vers par pour parce puisque comme ainsi aussi alors donc car mais ou et ni or encore toujours jamais déjà bientôt enfin d'abord ensuite puis voilà voici merci bonne bien au aux à de du des d'un d'une la le les l'échange l'entretien un une en y ne pas plus moins très trop peu beaucoup assez auriez-vous pourriez-vous pouvez-vous avez-vous est-ce serait-il y-a-t-il quel quelle quels quelles
  esto este esta estos estas ese esa eso aquel aquella todo toda todos todas nada nadie algo alguien cada cualquier mi mis su sus tu tus nuestro nuestra lo la el los las un una unos unas yo usted ustedes ellos ellas me te se le les nos quien quienes que qué cuál cuándo cómo dónde por para con sin sobre entre hasta desde hacia según durante tras ante bajo si aunque porque como cuando mientras pero y o ni también tampoco además así entonces luego después antes ahora hoy ya todavía aún siempre nunca quizá quizás tal muchas muchos muchísimas gracias ha he hemos fue será sería podría podrían puede pueden tiene tengo quedo espero agradezco ojalá sea al del en a ante sigo me
  dit dat deze die het de een alles niets iets iemand niemand elk elke ieder iedere mijn uw jouw je jullie u ik wij we ons onze hij zij ze hun hen wie wat waar wanneer waarom hoe als indien omdat terwijl toen nadat voordat sinds tijdens na voor met zonder van over onder tussen bij door om op in uit aan tot te naar binnen buiten maar en of dus want ook nog al weer daarom daarna daarnaast verder eerst dan nu straks vandaag graag bedankt dank hartelijk veel kunt kun kan zou mag mocht is was zijn heeft hebt heb had wordt zal er hier daar zo zelfs toch inmiddels gezien welke
  isto isso aquilo este esta esse essa aquele aquela tudo todo toda todos todas nada ninguém algo alguém cada qualquer meu minha meus minhas seu sua seus suas nosso nossa o a os as um uma uns umas eu ele ela nós vocês você lhe me te se nos quem que qual quando como onde por para com sem sobre entre até desde durante após ante sob se embora porque enquanto mas e ou nem também além assim então depois antes agora hoje já ainda sempre nunca talvez tal muito muita muitos muitas é foi será seria poderia poderiam pode podem tem tenho há houve fico espero agradeço continuo gostaria ao à do da no na pelo pela em de
  alles das dies diese dieser dieses der die den dem ein eine einen einem einer es er wir ich man wer was wo wann warum wie wenn falls ob weil da während nachdem bevor seit mit ohne bei nach vor von zu zum zur im in an am auf aus über unter zwischen für gegen um durch bis und oder aber sondern denn also auch noch schon wieder nur sehr so dann danach darum deshalb daher außerdem ferner zunächst zuerst jetzt heute vielen vielleicht gern gerne danke ist war sind waren hat hatte haben wird wäre würde würden könnte könnten können kann darf dürfte soll sollte sollten mag möchte ihr ihre ihren mein meine meinen unser unsere nichts niemand jeder jede jedes etwas manches vieles beides gibt haben hätten steht wurde werden habe bin sofern darüber dafür dabei daran davon damit hierzu dazu besonders gerade weiterhin weiter inzwischen nun herzlichen besten
`);

/** True for a word that begins a sentence without being a name. */
export const beginsSentences = (word: string): boolean => {
  // "You'd" begins like "you".
  const lower = word.toLowerCase().replace(/(?:n't|'(?:d|ll|ve|re|s|m))$/, "");
  return (
    starters.has(lower) ||
    plainCapitals.has(lower) ||
    plainStartWords.has(lower) ||
    /(?:ing|tion|ness|ment|ity|ly|ung|heit|keit|schaft|ción|ção|dad|dade|mente|heid)$/.test(lower)
  );
};
