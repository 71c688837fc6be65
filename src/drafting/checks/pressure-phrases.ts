import type { Phrases } from "./phrases.ts";

/** Hurry, threats, reproach and scarcity. */
export const pressure: Phrases = {
  en: `
    too late
    (?:last|final|only|one) (?:chance|opportunity|warning|notice|call|reminder)
    (?:miss|missing|missed) (?:out|this|your|the)
    (?:lose|losing|lost) (?:me|this|out|your chance|a (?:good|great|strong))
    (?:be|make|making) (?:a |the )?(?:fool*|mistake|error)
    (?:a|big|great|serious|costly|real) mistake
    (?:you|will|would|might|may|'ll) (?:come to )?(?:regret|rue|be sorry)
    (?:asap|a\\.s\\.a\\.p\\.?|as soon as (?:possible|you can)|at (?:the|your) earliest|without delay|urgent*|hurry)
    (?:answer|reply|decide|decision|respond|response|know|get back|confirm|act|move|hear|write|come back|need*) ... (?:immediately|right away|at once|promptly|quickly|fast|now)
    (?:i|we) (?:need|require|expect|demand|insist|deserve|must have|want) (?:on )?(?:an?|your|the|to (?:hear|know)|to be|some|better|more) ...(?:answer|reply|response|decision|clarity|word|feedback|told|treated|respect|courtesy|update|news)
    (?:i|we) (?:need|expect|demand|insist|deserve|require)
    (?<!(?:nothing|anything|all|what|whatever|everything) )you (?:must|have to|need to|should|ought to|had better|owe|had promised|failed|have failed|ignored|have ignored|keep ignoring|never (?:answered|replied|wrote|got back)|did not (?:even )?(?:answer|reply|bother|keep)|didn't (?:even )?(?:answer|reply|bother|keep)|still have not|still haven't)
    (?:otherwise|or else|if not|failing (?:that|which)|unless) ... (?:i|you|we)
    (?:won't|will not|cannot|can't|can not|not going to) (?:be able to )?(?:wait|hold|stay|be (?:available|free|around|on the market)|last)
    (?:clock|time) is (?:ticking|running|short|of the essence)
    running out
    (?:high|great|strong|much|hot) demand
    snapped up
    (?:other|many|several|others) ... (?:are (?:interested|waiting|queuing|chasing|after)|want me|fighting)
    (?:don't|do not|never|why) (?:wait|delay|hesitate to decide|let (?:me|this|it))
    (?:unprofessional|unacceptable|disappoint*|frustrat*|disrespect*|rude|unfair|shame|appalling|poor form|annoy*|angry|upset|fed up|ridiculous|insult*|outrag*)
    (?:lawyer|legal (?:action|steps?|advice|route|claim)|solicitor|sue|(?:in|to|go to|the) court|complain*|report you|glassdoor|(?:go|going|make this|made) public|publicly|name and shame|(?:bad|negative|honest|poor|online|public|leave a|write a|post a|my) reviews?|social media|consequences)
    (?:waited|waiting|wait) (?:long enough|patiently|far too long|too long|in vain|for (?:weeks|ages|so long))
    (?:have|has|'ve) (?:been )?(?:ignored|ghosted|left|kept) (?:me|hanging|waiting|in the dark|on read)
    (?:ghost|ghosted|ghosting|in the dark|hanging)
    (?:let|letting) me (?:go|slip|get away)
    (?:slip|slips|slipping|get|gets) (?:away|through your)
    while (?:you|i) (?:still )?can
    (?:long|still) on the market
    (?:decide|answer|reply|respond|act) (?:now|quickly|fast|soon|today)
    (?:tired|weary|sick) of
    (?:my|the|this|your|such|long|continued) (?:\\p{L}+ )?(?:patience|silence)
    impatien*
    (?:keep|kept|keeping|leave|leaving) me (?:waiting|hanging|guessing|in the dark|in limbo)
    too much to ask
    (?:for|very) long (?=$|[.!])
    (?:free|available|around|open|on offer) (?:for|much) (?:very |so |too )?longe?r?
    (?:escalat\\p{L}*|take (?:this|it|the matter) (?:to|up|further|higher)|inform your|tell your (?:boss|director|manager))
    no later than
    (?:not|n't) ... (?:opportunity|chance) ... (?:twice|again|forever|long)
    i (?:can|could) (?:easily )?go elsewhere
    (?:before|until) (?:someone|somebody|another|others?|it's|it is|i'm|i am|they) (?:else |\\p{L}+ )?(?:snap|take|get|hire|too|gone|taken|do|does|will)
  `,
  de: `
    zu spät
    letzte\\p{L}* (?:chance|gelegenheit|mahnung|warnung|möglichkeit|erinnerung)
    (?:entgeh|verpass|versäum|verlier)\\p{L}*
    (?:ein|der|großer|schwerer)\\p{L}* (?:fehler|dummheit)
    bereu*
    (?:umgehend|unverzüglich|schnellstmöglich|so schnell wie möglich|dringend|eilt|eilig|baldmöglichst|asap|schnellstens)
    (?:antwort*|entscheid*|melden|bescheid|rückmeldung|brauche) ... (?:sofort|rasch|schnell|zeitnah)
    (?:sofort|rasch|schnell|zeitnah)\\p{L}* ... (?:antwort*|entscheid*|melden|bescheid|rückmeldung)
    (?:ich )?(?:verlange|fordere|bestehe|verdiene|brauche|benötige) ... (?:antwort|entscheidung|rückmeldung|klarheit|respekt|bescheid)
    (?:verlange|fordere|bestehe auf|poche)
    erwarte (?!(?:\\p{L}+ )?kein|nicht)
    sie (?:müssen|sollten|schulden|haben versäumt|hatten versprochen|haben mich)
    du (?:musst|solltest|schuldest|hast mich)
    (?:ansonsten|andernfalls|sonst|oder aber)
    (?:kann|werde|will) ... nicht (?:länger|ewig|mehr) (?:warten|zur verfügung)
    (?:nicht ewig|nicht länger) 
    (?:die zeit|uhr) (?:läuft|drängt|tickt)
    (?:gefragt|begehrt|heiß umkämpft|umworben)
    (?:unprofessionell|inakzeptabel|enttäusch*|unhöflich|respektlos|frech*|unverschämt*|ärger*|frustr*|unfair|bodenlos*|schade um)
    (?:anwalt|rechtlich*|gericht|klage|beschwer*|kununu|bewertung*|öffentlich|konsequenz*)
    (?:lange genug|viel zu lange|vergeblich) ... (?:gewartet|warte|wartete)
    (?:hängen|zappeln) (?:lassen|gelassen)
    (?:ignorier*|hingehalten|hinhalt*)
    (?:wegschnapp*|schnappen|weggeschnappt)
    solange (?:sie|du|es|ich) noch
    geduld
    (?:ihr|dein|dieses|langes) schweigen
    ungeduldig*
    entscheiden sie (?:sich )?(?:jetzt|schnell|bald|rasch)
  `,
  fr: `
    trop tard
    (?:dernière|ultime|seule) (?:chance|occasion|relance|opportunité|fois)
    (?:perdre|perdez|perdriez|passer à côté|rater|raterez|manquer|louper|échapper) ... (?:me|moi|occasion|chance|candidat*|profil|de me)
    (?:me|de me) (?:perdre|laisser (?:partir|filer|échapper))
    (?:une|grave|grosse|belle) erreur
    regretter*
    (?:au plus vite|dès que possible|urgent*|urgence|sans délai|dans les plus brefs délais)
    (?:répond\\p{L}*|réponse|décid\\p{L}*|décision|retour) ... (?:rapidement|rapide|vite|tout de suite)
    (?:j'attends|j'exige|je réclame|je mérite|j'ai besoin d|il me faut|je demande) ... (?:réponse|décision|retour|respect|clarté)
    (?:j'exige|je réclame|je mérite)
    vous (?:devez|devriez|me devez|auriez dû|n'avez (?:même )?pas|avez ignoré|ne répondez)
    (?:sinon|autrement|faute de quoi|à défaut|sans quoi)
    ne ... (?:plus )?(?:pas )?attendre (?:plus|davantage|éternellement|longtemps)
    (?:le temps presse|compte à rebours)
    (?:très demandée?|très courtisée?|sollicitée? de toutes)
    (?:inacceptable*|inadmissible*|décevan*|déçue?s?|irrespect*|manque de (?:respect|professionnalisme)|scandal*|honteu*|lamentable|agac*|frustr*)
    (?:avocat*|juridique|tribunal|plainte|avis en ligne|conséquences|publiquement)
    (?:assez|trop) attendu
    attends depuis (?:trop|des)
    (?:silence (?:radio|pesant|assourdissant))
    tant qu'il est (?:encore )?temps
    pendant qu'il est
    patience
    impatien*
    (?:votre|ton|ce|long) silence
  `,
  es: `
    demasiado tarde
    (?:última|única) (?:oportunidad|ocasión|advertencia|llamada|vez)
    (?:perder|perderme|pierd*|perderá*|perdería*|dejar escapar|dejarme (?:ir|escapar)|escap*|desaprovech*)
    (?:un|gran|grave) error
    (?:arrepent|arrepient|lamentar)\\p{L}*
    (?:urgente*|urgencia|ya mismo|sin demora)
    (?:contest*|respond*|respuesta|decid*|decisión|noticia*) ... (?:cuanto antes|lo antes posible)
    (?:contest*|respond*|respuesta|decid*|decisión) ... (?:rápid*|ya|ahora|pronto|inmediat*)
    (?:exijo|reclamo|merezco|necesito|espero) (?:ya )?(?:una|un|su|tu|que me) ... ?(?:respuesta|decisión|contestación|respeto|contesten|respondan)
    (?:exijo|reclamo|merezco)
    (?:usted|ustedes|tú)? ?(?:debe|debería|deberían|debes|tiene que|tienen que|tienes que|me deben?) (?:decid*|contest*|respond*|una|dar*|escoger|elegir)
    (?:de lo contrario|si no|en caso contrario|o si no)
    no (?:puedo|voy a|pienso) (?:seguir )?(?:esper*|aguant*)
    (?:el tiempo (?:corre|apremia|se acaba))
    (?:muy solicitad[oa]|muy demandad[oa]|muy codiciad[oa])
    (?:inaceptable|decepcion*|falta de (?:respeto|seriedad|profesionalidad)|poco profesional|indignan*|vergonzos*|vergüenza|frustr*|enfad*|molesto con)
    (?:abogad*|legal*|tribunal*|denunci*|reseña*|consecuencias|públicamente)
    (?:bastante|demasiado) (?:tiempo )?(?:esperando|he esperado)
    he esperado (?:bastante|demasiado|suficiente)
    mientras (?:pueda|puedan|puedas|aún|todavía)
    antes de que (?:otr*|sea|me)
    paciencia
    impacien*
    (?:su|tu|este|tanto) silencio
  `,
  nl: `
    te laat
    (?:laatste|enige) (?:kans|waarschuwing|mogelijkheid|oproep|herinnering)
    (?:mis|mist|missen|misloop*|verlies*|verliez*|kwijtraak*|laat ... gaan|laat ... schieten)
    (?:een|grote|enorme) (?:fout|vergissing|blunder)
    (?:spijt (?:van|krijgen|hebben)|betreuren)
    (?:dringend|spoed*|zo snel mogelijk|direct antwoord|per omgaande|zonder uitstel|asap|snel (?:een )?(?:antwoord|besluit|beslis*)|snel beslis*)
    (?:ik )?(?:eis|verwacht|verlang|verdien|heb ... nodig) (?:nu |snel )?(?:een|uw|je|jullie|dat) ... ?(?:antwoord|besluit|reactie|beslissing|respect|duidelijkheid|reageert)
    (?:ik )?(?:eis|sta erop)
    (?:u|jullie|je) (?:moet|moeten|had moeten|hadden moeten|bent mij|zou moeten|negeert|negeren|hebt mij)
    (?:anders|zo niet|of anders) (?:ga|ben|kies|moet|zal|trek|neem)
    (?:kan|ga|wil) ... niet (?:langer|eeuwig|meer) wachten
    niet (?:eeuwig|langer) (?:wachten|beschikbaar)
    de (?:tijd|klok) (?:dringt|tikt)
    (?:veelgevraagd|gewild|in trek)
    (?:onacceptabel|onprofessioneel|teleur*|respectloos|onbeleefd|schandalig|frustr*|belachelijk|boos)
    (?:advocaat|juridisch*|rechter|klacht*|beoordeling*|gevolgen|openbaar)
    (?:lang genoeg|veel te lang|tevergeefs) ... (?:gewacht|wacht)
    aan het lijntje
    voordat (?:iemand|een ander|anderen|het te)
    zolang het (?:nog )?kan
    geduld
    ongeduldig*
    (?:uw|je|deze|jullie) stilte
  `,
  pt: `
    tarde demais
    demasiado tarde
    (?:última|única) (?:chance|oportunidade|vez|chamada)
    (?:perder|perde|perderá|percam|percam-me|deixar escapar|escapar|desperdiçar)
    (?:um|grande|grave) erro
    arrepend\\p{L}*
    (?:urgent*|urgência|o quanto antes|quanto antes|o mais (?:rápido|breve|depressa) possível|sem demora|já mesmo)
    (?:respond*|resposta|decid*|decisão|retorno) ... (?:rápid*|rapid*|já|agora|depressa|imediat*)
    (?:exijo|reclamo|mereço|preciso|espero) (?:de )?(?:uma|um|sua|que me) ... ?(?:resposta|decisão|retorno|respeito|respondam|respeitem)
    (?:exijo|reclamo|mereço)
    (?:você|vocês|o senhor)? ?(?:deve|devem|deveria|deveriam|têm de|tem de|tem que|têm que|me devem?) (?:decidir|responder|dar|escolher|uma)
    (?:caso contrário|senão|do contrário|se não)
    não (?:posso|vou|pretendo) (?:continuar (?:a|à) )?(?:esper*|aguard*)
    (?:o tempo (?:corre|urge|está a acabar|está acabando))
    (?:muito procurad[oa]|muito disputad[oa]|muito requisitad[oa])
    (?:inaceitável|decepcion*|desilud*|falta de (?:respeito|profissionalismo)|pouco profissional|vergonh*|frustr*|indign*)
    (?:advogad*|tribuna*|processo judicial|queixa|reclamação|consequências|publicamente)
    (?:esperei|espero) (?:tempo demais|demais|o suficiente|há demasiado)
    enquanto (?:podem|pode|é tempo|há tempo)
    antes que (?:outr*|seja|alguém)
    paciência
    impacien*
    (?:seu|teu|este|tanto) silêncio
    não vou (?:esperar|aguardar)
  `,
};
