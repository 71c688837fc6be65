import type { Phrases } from "./phrases.ts";

/** Excuses for the mail itself. */
export const apology: Phrases = {
  en: `
    (?:bother|disturb|trouble|pester|bug|annoy|nag|interrupt|inconvenienc|burden)(?:ing|ed|s|e)?
    (?:do not|don't|not) (?:want|wish|mean|like) to (?:be a|take|seem|appear|intrude|impose|come across)
    (?:be|being|am|been) a (?:nuisance|pest|bother|burden|pain)
    nuisance
    intrud*
    intrusion
    (?:excuse|forgive|pardon) (?:me|my|the|this|another)
    apolog*
    (?:sorry|regret) (?:for|to|that i|if|about) (?:writing|write|bother*|contact*|follow*|email*|message*|ask*|reach*|the (?:repeated|extra|another|second)|this|another|disturb*|com* back)
    (?:if )?(?:this|it|i) (?:is|am|be) (?:too )?(?:forward|pushy|impatient|inconvenient|a bad time)
    (?:take|taking) (?:up )?(?:more of )?your (?:valuable|precious) time
  `,
  de: `
    (?:stör|beläst|behellig|nerv|aufdräng)\\p{L}*
    störe
    störung
    zur last
    entschuldig* ... (?:nachricht|mail|störung|nachfrage|schreiben|melden|erneut*)
    aufdringlich
    lästig
    umstände
    verzeih*
    (?:ihre|deine) (?:kostbare|wertvolle) zeit
  `,
  fr: `
    (?:dérang|importun|embêt)\\p{L}*
    insistan\\p{L}*
    (?:votre|ton) (?:précieux) temps
    (?:excus*|pardon*|désolée?) ... (?:message|relance|relancer|écrire|solliciter|nouveau)
    (?:abuser|abuse) de
  `,
  es: `
    molest\\p{L}*
    incomod\\p{L}*
    importun\\p{L}*
    (?:disculp|perdon|siento|lamento)\\p{L}* ... (?:mensaje|correo|insist*|escrib*|molest*|volver)
    insistencia
    (?:su|tu) valioso tiempo
  `,
  nl: `
    (?:stoor|storen|gestoord|lastigval*|lastig gevallen|lastig te vallen|opdringerig)
    val* ... lastig
    (?:sorry|excuus|excuses|vergeef) ... (?:mail*|bericht*|schrij*|storen|vragen|weer|nogmaals)
    (?:uw|je|jouw) kostbare tijd
  `,
  pt: `
    (?:incomod|incómod|importun|perturb)\\p{L}*
    incómodo
    incômodo
    (?:desculp|perdo|lament)\\p{L}* ... (?:mensagem|e-?mail|insist*|escrev*|incomod*|contat*)
    insistência
    (?:seu|teu) precioso tempo
  `,
};

/** Regret of any kind. */
export const beggingPardon: Phrases = {
  en: `
    sorry
    apolog*
    forgive
    pardon
    excuse
    my bad
    regret*
  `,
  de: `
    entschuldig*
    verzeih*
    tut mir leid
    sorry
    pardon
    bedau[e]?r*
    leider
    nachsicht
  `,
  fr: `
    désolée?s?
    excus*
    pardon*
    navrée?
    regrett*
    confus
  `,
  es: `
    perd[oó]n*
    disculp*
    lo siento
    siento
    lament*
  `,
  nl: `
    sorry
    excuus
    excuses
    vergeef
    vergeving
    spijt*
    neem me niet kwalijk
    verontschuldig*
  `,
  pt: `
    desculp*
    perdão
    perdoe*
    lament*
    sinto muito
  `,
};

/** Words that stand where a reason to write should. */
export const filler: Phrases = {
  en: `
    (?:just|only|quick*|simply|merely|briefly) (?:a )?(?:check*|touch*|follow*|circl*|bump*|reach*|ping*|nudg*|remind*|drop*|wondering|writing|popp*|hopping|seeing|looping|curious|want* to (?:check|follow|touch|see|reach|say|ask|know|remind|ping))
    (?:just|only) (?:a )?(?:quick|little|brief|gentle|friendly|short|small) (?:note|word|line|mail|e-?mail|question|reminder|check|nudge|ping|follow-?up|message)
    check(?:ing)? (?:back )?in
    touch(?:ing|ed)? base
    circl(?:e|ing) (?:back|round|around)
    bump(?:ing|ed)?
    ping(?:ing|ed)?
    nudg(?:e|ing|ed)
    (?:gentle|friendly|kind|quick|small|soft) (?:reminder|nudge|follow-?up|ping|bump)
    follow(?:ing)?[- ]up
    reach(?:ing|ed)? out
    (?:top|front|back|bottom) of (?:your|the) (?:inbox|mailbox|mind|pile|list)
    (?:your|the) inbox
    (?:hope|trust) (?:that )?(?:this|my|the|these) (?:e-?mail|mail|message|note|letter|lines|words)?\\s*(?:finds?|reach(?:es)?|greets?)
    finds? you (?:well|in good)
    (?:hope|trust) (?:that )?(?:you are|you're|all is|everything is|this) (?:doing )?(?:well|fine|good|great)(?!,? with)
    hope (?:that )?you (?:had|have|are having) a (?:good|great|nice|lovely|wonderful|pleasant|relaxing) (?:weekend|week|day|start)
    loop(?:ing)? (?:back|in)
    (?:see|seeing|know) (?:if|whether|how) (?:things|everything) (?:are|is|stand*|going)
    per my (?:last|previous)
    as per
    wanted to (?:see|ask|check|know) (?:if|whether|how|where) (?:there|things|everything|you)
    chas(?:e|ing) (?:you|this|up)
    (?:resurfac|resend|re-?surfac)\\p{L}*
    keep* ... on your radar
    on your radar
  `,
  de: `
    (?:nur|bloß|lediglich|einfach) (?:\\p{L}+ )?(?:kurz|mal|noch|schnell|eben)
    (?:kurz|mal|schnell|eben) (?:\\p{L}+ )?(?:nachhak*|nachfrag*|nachzuhak*|nachzufrag*|melden|erinnern|anklopf*|anfragen|nachhören|nachsehen|fragen)
    nach(?:zu)?hak*
    nachgehakt
    anzuklopfen
    anklopf*
    nachhören
    nachzuhören
    (?:kleine|freundliche|kurze|sanfte)\\p{L}* (?:erinnerung|nachfrage|rückfrage)
    in erinnerung (?:rufen|bringen)
    auf dem laufenden
    (?:postfach|posteingang)
    hoffe,? (?:es geht|dass es|diese|sie sind|du bist|meine (?:mail|nachricht))
    (?:mail|nachricht) (?:erreicht|trifft)
    schönes wochenende (?:gehabt|hatten)
    wollte (?:nur|mal|kurz|eben|noch einmal|nochmal)
  `,
  fr: `
    (?:juste|simplement|seulement|rapidement) (?:un |une )?(?:petit*|pour|vous|prendre|relanc*|savoir|voir|rappel|mot|message|question|faire)
    (?:petit|petite|simple|courte?|rapide) (?:relance|rappel|coucou|message|mot|question|point|suivi)
    relanc*
    (?:faire|fais) (?:un |le )?(?:petit )?(?:point|suivi)
    prendre (?:des|de vos) nouvelles
    prends des nouvelles
    (?:je )?reviens vers
    revenir vers
    remonter ... (?:mail|message|pile)
    boîte (?:de réception|mail)
    (?:j'espère|en espérant) que (?:vous allez|tu vas|tout va|ce (?:mail|message|courriel)|ce mot)
    suite à mon (?:dernier|précédent)
  `,
  es: `
    (?:solo|sólo|simplemente|únicamente|tan solo) (?:\\p{L}+ )?(?:quería|para|escrib*|un|una|paso|pasaba|recordar*|saber|ver|consultar|retomar)
    (?:retom|recuperar|reactiv)\\p{L}* (?:el )?(?:contacto|hilo|tema|conversación)
    (?:pequeño|breve|amable|rápido|simple|cordial) (?:recordatorio|mensaje|seguimiento|apunte)
    recordatorio
    (?:hacer|dar|hago|doy) (?:un |el )?seguimiento
    dar un toque
    bandeja de entrada
    (?:espero|deseo|confío en) que (?:est[eé]|este|se encuentr*|todo|haya|tod[oa]s)
    saber cómo va* (?:todo|las cosas)
    ver cómo va*
  `,
  nl: `
    (?:even|gewoon|alleen|enkel|slechts|zomaar|eventjes) (?:\\p{L}+ )?(?:polsen|check*|vragen|horen|informeren|kijken|een (?:korte|kleine|snelle)|laten weten|herinner*|aankloppen|opvolgen|contact|bijpraten|navragen)
    polsen
    pols
    (?:kleine|korte|vriendelijke|snelle) (?:reminder|herinnering|check|opvolging)
    reminder
    (?:ter )?herinnering aan mijn
    (?:bovenaan|boven in) ... (?:inbox|mailbox|postvak)
    inbox
    postvak
    (?:ik )?hoop dat (?:het goed|alles goed|je|u|deze|dit|mijn)
    wilde (?:graag )?(?:even|nog even|gewoon|alleen)
    terugkomen op mijn (?:vorige|eerdere|laatste)
    contact opnemen
  `,
  pt: `
    (?:só|apenas|somente|simplesmente) (?:\\p{L}+ )?(?:quer*|para|passando|passar|escrev*|um|uma|lembrar|saber|ver|reforçar|retomar|dar)
    (?:retom|reforç|reativ)\\p{L}* (?:o )?(?:contat*|contact*|assunto|conversa)
    (?:pequeno|breve|simples|rápido|gentil) (?:lembrete|mensagem|seguimento|recado|follow*)
    lembrete
    (?:fazer|dar|dou|faço) (?:um |o )?(?:seguimento|acompanhamento|follow*|alô|olá)
    caixa de entrada
    (?:espero|desejo|torço) que (?:estej*|esteja*|tudo|tenha*|este|esta)
    saber como (?:estão|andam|vão) as coisas
    passando para
  `,
};
