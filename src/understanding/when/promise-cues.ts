/** Words in which somebody of the employer promises an answer, in six languages; and words that promise none. */

const news =
  "(?:answers?|repl(?:y|ies)|responses?|decisions?|verdicts?|outcomes?|results?|feedback|updates?|news|word|comments|choice|notification|next steps?|yes or (?:a )?no|clarity)";
const everybody =
  "(?:you|ya|yous|me|us|candidates?|applicants?|finalists|attendees|interviewees|everyone|everybody|all|each|both|those|people|anyone|nobody|successful|shortlisted)";
const telling =
  "(?:tell|inform|notify|contact|call|ring|phone|telephone|text|e-?mail|message|write(?: to)?|update|advise|answer|ping|let|reach|keep)(?:ing)?";
const decision = "(?:decisions?|choice|conclusion|minds?|selection|determination|appointment)";
/** Somebody tells, or something is known. */
const concepts = [
  `\\b${telling}\\s+${everybody}\\b`,
  `\\b(?:(?:get|come|circle|report|write|ring|call|revert)(?:ting|ing)?\\s+(?:right )?back|be back (?:to|with) (?:you|ya|everyone|all)|revert|reach(?:ing)? out|(?:be|get|getting|being|stay)\\s+in\\s+(?:touch|contact)|follow(?:ing)? up|respond|reply|answer|announce|decid(?:e|es|ing)|choos(?:e|es|ing)|settle|write|call|phone|ring|know more|(?:have|get) (?:it|this|things|everything|that) (?:sorted|settled|decided|for you|done)|(?:make|makes|making|reach|take|come to)(?: \\w+){0,3} ${decision})\\b`,
  `\\b(?:give|send|share|provide|confirm|finali[sz]e|propose|offer|issue|publish|communicate|have|has|get|expect|anticipate|promise|pass on|bring|make)\\b(?:[^.;]{0,40}?\\b)?${news}\\b`,
  `\\bdrop\\s+${everybody}\\s+a\\s+(?:line|note|mail|message)\\b`,
  `\\b${telling}\\s+(?:\\w+ly |the |un|all )*(?:un)?(?:successful|shortlisted|selected|other|remaining)?\\s*(?:candidates|applicants)\\b`,
  "\\b(?:letters?|e-?mails?|notifications?|results?|notices?)\\b[^.;]{0,30}\\b(?:sent|posted|issued|go(?:es)? out)\\b|\\blook out for\\b[^.;]{0,20}\\b(?:e-?mail|letter|call|message)",
  "\\b(?:speak|talk) (?:to|with) you\\b|\\bconfirm (?:it |this )?(?:one way|either way)\\b|\\bhear (?:back|something|anything)\\b",
  "\\bexpect to (?:hear|know|learn)\\b|\\bhear (?:back )?from us\\b",
  `\\bgive\\s+${everybody}\\s+(?:a|an|some)\\s+(?:\\w+\\s+)?(?:steer|indication|idea|heads[- ]up|timeline|picture)\\b`,
  "\\bexpect\\b[^.;]{0,20}\\b(?:call|letter|e-?mail|message)\\b",
  `\\bgive\\s+${everybody}\\s+(?:a|an)\\s+(?:\\w+\\s+)?(?:call|ring|shout|bell|buzz)\\b`,
  `\\b${everybody}\\b[^.;]{0,70}?\\b(?:hear|learn|knows?|find out|be (?:\\w+ly )?(?:told|notified|informed|contacted|advised|called|telephoned|phoned|e-?mailed|updated|written to|rung|in the picture|made aware)|(?:get|receive|have|be given|be sent|expect)\\b[^.;]{0,40}?\\b(?:${news}|call|letter|e-?mail|message|ring|word|it))\\b`,
  `\\b${news}\\b[^.;]{0,60}?\\b(?:expected|due|made|known|announced|reached|taken|ready|available|follows?|out|communicated|published|released|with you|come|coming|go(?:es)? out|sent|issued|delayed|postponed|deferred|pushed back|put back|held over|by|within|before)\\b`,
  "\\b(?:have|get|propose|suggest|offer|send|give|find)\\b[^.;]{0,30}\\b(?:new|another|other|alternative|further) (?:date|time|slot|appointment)s?\\b",
  "\\bconfirm\\b[^.;]{0,30}\\b(?:next|outcome|stage|step|round|whether|decision)",
];
const english = new RegExp(concepts.join("|"), "iu");
/** It lies ahead: a future, a plan, or a plain present of those who write. */
const future =
  /\b(?:will|shall|should|can|could|would (?:expect|hope|like|aim|anticipate|be)|going to|aims?|aiming|hopes?|hoping|plans?|planning|expect(?:s|ed|ing)?|anticipate|intends?|intending|due|looking to|trying|try to|promise|means? to|can expect|wants? to|you have my word|may|is to|are to|to be|word is|follows?|go(?:es)? out|are (?:sent|posted|issued)|look out|promise)\b|'ll\b|\b(?:we|i)\s+(?:\w+ly |always |usually |normally )?(?:answer|reply|come|get|respond|decide|revert|tell|inform|call|ring|write|let|contact|notify|make|choose|meet|aim)\b|\b(?:we|i)\s+\w+\b[^.;]{0,60}\band\s+(?:then\s+)?(?:get|come|reply|respond|answer|let|tell|inform|call|contact|write|ring|notify)\b|\b(?:delayed|postponed|deferred|pushed|put|held)\b[^.;]{0,20}\b(?:until|till|to)\b|\b(?:you|candidates|applicants|everyone)\s+(?:hear|receive|get|know|learn)\b|^\W*(?:and |then |so )?(?:tell|let|inform|call|ring|phone|write to|answer) you\b|\b(?:they|he|she|the \w+|\p{Lu}[\p{L}'-]+)\s+(?:decides?|chooses?|(?:are|is) (?:deciding|choosing)|meets? to decide|(?:will )?knows?)\b|^\W*expect\b|^\W*(?:decision|answer|outcome|feedback|update|news) (?:by|within|before|next)\b/iu;
/** Said in ways of their own. */
const idioms =
  /\b(?:can|may|should) expect (?:that|it|this|one|them)\b|\b(?:you|everyone)(?:'ll| will) have (?:that|it|this)\b|\byou have my word\b|\ballow (?:us )?(?=(?:up to )?[\w-]+(?: to [\w-]+)? (?:working |business )?(?:days|weeks)\b)|\bit(?:'ll| will| should) be (?=(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)/iu;

const german = [
  "\\b(?:(?:uns|mich|sich)\\b.{0,60}?\\bmelden|melden? (?:\\p{L}+ )?(?:uns|mich|sich)\\b|melde mich|informier\\p{L}+|benachrichtig\\p{L}+|(?:geben|gebe|gibt|erhalten|bekommen|erhält|bekommt)\\b.{0,60}?\\b(?:bescheid|rückmeldung|antwort|nachricht|feedback)|(?:rückmeldung|antwort|bescheid|entscheidung|zu- oder absage|ergebnis\\p{L}*|nachricht)\\b.{0,60}?\\b(?:geben|erhalten|bekommen|fällt|fallen|folgt|mitteilen|kommt|treffen|vorliegen|erhältst|bekommst)|hören (?:sie|wieder )?.{0,25}?\\bvon uns|hörst du|kommen?\\b.{0,40}?\\bauf (?:sie|dich) zu|zurückmelden|zurückkommen|teilen?\\b.{0,60}?\\bmit\\b|entscheiden|entscheidung .{0,20}verschiebt|(?:rufe|rufen|ruft)\\b.{0,40}?\\ban\\b|anrufen|wissen sie|schlagen?\\b.{0,40}?\\bvor\\b|(?:rückmeldung|antwort|entscheidung) (?:bis|spätestens|innerhalb))",
];
const french = [
  "(?:(?:vous|te) (?:tiens|tient|tenons|tiendr\\p{L}+)|prendr(?:ons|ai|a) (?:notre|une|la|sa|ma) décision|vous en inform\\p{L}+|vous (?:aurez|recevrez|serez (?:informé|contacté|prévenu|tenu)|connaîtrez|saurez|entendrez)|(?:vous|te|t') ?(?:donner(?:a|ons|ai)|tiendr(?:ons|ai|a)|tenons|informer(?:ons|ai|a)|informons|(?:re)?contacter(?:ons|ai|a)|recontactons|rappeller(?:ons|ai|a)|rappelons|rappelle|appelle|appeller(?:ons|ai|a)|ferons|ferai|proposer(?:ons|ai|a)|dir(?:ons|ai|a)|communiquer(?:ons|ai|a)|répondr(?:ons|ai|a)|répondons|écrir(?:ons|ai|a)|préviendr(?:ons|ai|a))|revien(?:s|dr(?:ai|ons|a))|revenons vers|reprendr(?:ons|ai|a) contact|(?:réponse|retour|décision)\\b[^.]{0,50}?\\b(?:sera|parviendra|suivra|est attendue|interviendra|prise)|tu auras)",
];
const spanish = [
  "(?:(?:te|le|os|les|se) (?:lo )?(?:dir(?:é|emos|á)|informar(?:é|emos|á)|comunicar(?:é|emos|á)|llamar(?:é|emos|á)|avisar(?:é|emos|á)|contestar(?:é|emos|á)|responder(?:é|emos|á)|dar(?:é|emos|á)|escribir(?:é|emos|á)|contactar(?:é|emos|á)|propondr(?:é|emos|á))|(?:te|le|os) (?:confirmo|digo|llamo|aviso|escribo|informo|cuento|confirmamos|decimos|llamamos|avisamos|escribimos|informamos|confirmaremos|confirmaré)|(?:nos|me) (?:pondremos|pondré) en contacto|(?:tendrás?|recibirás?|sabrás?|tendréis)|(?:respuesta|decisión|resultado)\\b[^.]{0,50}?\\b(?:será|estará|llegará)|daremos|contactaremos|tomaremos (?:una|la) decisión|volvemos a (?:contactar|escribir))",
];
const dutch = [
  "\\b(?:(?:u|je|jij) (?:hoort|krijgt|ontvangt)|(?:hoor|krijg|ontvang) (?:je|jij)|(?:hoort|krijgt|ontvangt) u|(?:laat|laten)\\b[^.]{0,60}?\\bweten|(?:neemt|nemen|neem)\\b[^.]{0,40}?\\bcontact|(?:belt|bel|bellen|gaat|ga|gaan|zal|zullen)\\b[^.]{0,60}?\\b(?:bellen|belt|contact|mailen|weten|reageren|beslissen)|bel(?:len)? (?:je|u|ik)|(?:bericht|reactie|antwoord|terugkoppeling|uitsluitsel|beslissing|besluit)\\b[^.]{0,50}?\\b(?:van ons|volgt|krijgen|ontvangen|valt|verwachten)|(?:komen|kom|komt)\\b[^.]{0,40}?\\b(?:terug|bij (?:je|u))|informeren)",
];
const portuguese = [
  "(?:entrar(?:emos|ei|á) em conta(?:c)?to|retorno\\b|(?:vão|vai|irá|irão) receber|receber(?:á|ás|ão)|(?:avisar|informar|comunicar|contactar|contatar|ligar)(?:emos|ei|á|ão)|(?:avisar|informar|contactar|contatar)-(?:te|lhe|los|la)?-?(?:emos|ei|á)|dar(?:emos|ei|á)|(?:damos|dou|dar-(?:lhe|te)) (?:\\p{L}+ )?(?:resposta|notícias|retorno)|digo-(?:lhe|te)|(?:dir|dar|informar|comunicar)-(?:lhe|te)-(?:emos|ei|á)|ter(?:emos|á|ás) (?:uma |a |novidades|notícias|resposta)|(?:resposta|decisão|resultado)\\b[^.]{0,50}?\\b(?:será|sai|até)|responder(?:emos|ei|á)|volt(?:amos|aremos|o|arei) a|te ligo|lhe ligo|saber(?:á|ás))",
];

const continental = new RegExp([...german, ...french, ...spanish, ...dutch, ...portuguese].join("|"), "iu");

/** Where in a clause somebody of the employer says that they will tell, or that the person will hear; null where nobody does. */
export function promiseAt(clause: string): PromiseCue | null {
  const idiom = idioms.exec(clause);
  const found = idiom ?? (future.test(clause) ? english.exec(clause) : null) ?? continental.exec(clause);
  return found === null ? null : { index: found.index, words: found[0], isIdiom: idiom !== null };
}
/** `isIdiom`: "please allow ten days" asks nothing of the person, for all its "please". */
export type PromiseCue = { readonly index: number; readonly words: string; readonly isIdiom: boolean };

/** What the person is to do by a date promises nothing: what is said to "us" and "me", what begins as an order, "your answer". */
export const asked =
  /\b(?:please|kindly|could (?:you|i|we)|can you|would you|will you|may (?:i|we)|you (?:must|need to|have to|are asked|should (?:complete|send|reply|respond|submit))|(?:tell|let|call|ring|phone|e-?mail|write(?: to)?|text|send|give|answer|inform|get back to|come back to|reply to|contact|drop|back to|return)(?:\s+(?!from\b|with\b|of\b)\w+){0,2}?\s+(?:me|us)\b|your (?:answer|decision|reply|response|confirmation|acceptance|yes)|appreciate|bitte|melden sie sich|wir bitten|merci de|veuillez|pourriez-vous|pouvez-vous|nous vous prions|prière de|por favor|rogamos|le pedimos|gelieve|graag|wilt u|wil je|kun je|laat (?:het )?(?:ons|me|mij)|solicitamos|pedimos)\b|^\W*(?:reply|respond|confirm|complete|send|return|sign|submit|book|choose|pick|upload|accept|register|apply|be finished|answer)\b(?! you)/i;
/** The promise of a person with "please" in the same breath is one all the same. */
export const asksAndPromises =
  /\b(?:we|i|they)(?:'ll| will| shall)\b(?! (?:need|require|appreciate|want|ask|expect you|accept))|\byou(?:'ll| will) (?:hear|get|have|know|be)\b/i;
/** What was only hoped, refused, or promised before. */
export const void_ =
  /\b(?:get to know you|won't|will not|cannot|can't|could not|couldn't|not be able to|unable to|may not|might not|don't expect to|do not expect|not expect|had hoped|were hoping|was hoping|had promised|had said|hear from you|no (?:response|reply|answer)|if (?:we|i) (?:get|hear|receive|have not|haven't|do not|don't|did not|didn't)|should have (?:been|had|\w+ed))\b|\b(?:kann|können|werden)\b[^.]{0,40}\b(?:nicht|keine?[nr]?)\b|(?<![\p{L}])(?:ne|n')\s?\p{L}+[^.]{0,20}\b(?:pas|plus|aucun)|\bno (?:\p{L}+ )?(?:podemos|podremos|será|es posible)\b|\b(?:kunnen|kan|zal|zullen)\b[^.]{0,40}\b(?:niet|geen)\b|\bnão (?:\p{L}+ )?(?:podemos|conseguimos|será|é possível)\b/iu;
/** Deadlines that bind the person or a thing: a link, a file, a form, an advertisement. */
export const anotherMatter =
  /\b(?:link|invitation|invite|code|portal|survey|offer|vacancy|advert|applications?) (?:will |is |are |stays? |remains? )?(?:expires?|expire|valid|open|closes?|close|closing)\b|\b(?:keep|retain|store|hold|delete|erase)\w*\b[^.]{0,40}\b(?:data|details|cv|résumé|resume|file|record|application)\b|\bkeep (?:you|your \w+) in mind\b|\b(?:future|new|other) (?:roles?|vacanc\w+|openings?|opportunit\w+)\b|\broles? opening\b|\b(?:deadline|last day) (?:for|to)\b|\bpayment|invoice|refund|reimburse/i;

/** "If you have not heard by then, it is a no" (POLICY 8.3). */
export const silence: readonly RegExp[] = [
  /\b(?:if|should) (?!we (?:get|receive|hold|(?:have|do|did|should)(?: not|n't) (?:hear|heard|hold|receive|received|get)|not (?:hear|hold|receive|get)|hear))(?:you|we|i)(?:'ve)? (?:have|heard|do|haven't|don't|hear|not|receive|has|hasn't)\b(?!.{0,30}\bfrom you\b).{0,60}?\b(?:not|n't|nothing|no (?:reply|response|word))?\b.{0,90}?\b(?:assume|unsuccessful|not (?:been )?(?:successful|selected|shortlisted)|consider (?:it|this|your application|yourself)|take it|means? (?:that )?|chosen (?:another|someone)|a no\b|closed|no longer|gone (?:with|another)|went with|other (?:candidates|applicants))/i,
  /\bonly (?:shortlisted|successful|selected) (?:candidates|applicants)\b.{0,40}\b(?:contacted|notified|informed|invited|hear)/i,
  /\b(?:no|without) (?:news|reply|response|answer|word|call)\b.{0,60}\b(?:means?|as|is)\b.{0,50}(?:\bno\b|reject|someone else|another|unsuccessful|\bnot\b)/i,
  /\b(?:sollten|falls|wenn) (?:sie|du|wir)\b.{0,120}\b(?:keine|nichts|nicht)\b.{0,160}\b(?:absage|nicht berücksichtig\p{L}+|anderweitig|abgelehnt)/iu,
  /\bsans (?:nouvelles?|réponse|retour)\b.{0,160}\b(?:considérer|pas été retenue?|n'a pas|négati|refus)/iu,
  /\b(?:si|de no)\b.{0,80}\bno (?:ha|has|recib\p{L}+|hemos|te|le)\b.{0,160}\b(?:finalizado|descartad|no (?:ha sido|has sido)|entender|considere|seleccionad)/iu,
  /\b(?:als|indien|mocht|heeft|heb)\b.{0,80}\b(?:niets|geen|niet)\b.{0,160}\b(?:afgewezen|afwijzing|niet geselecteerd|andere kandida|niet door)/iu,
  /\b(?:se|caso|não)\b.{0,80}\b(?:não|nenhum)\b.{0,160}\b(?:não (?:foi|foste|avan)|considere|encerrad|seleccionad|selecionad)/iu,
];
