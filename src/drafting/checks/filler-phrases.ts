import type { Phrases } from "./phrases.ts";

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
    hoffe,? (?:diese|dass diese|meine|dass meine) (?:mail|nachricht|zeilen)
    (?:mail|nachricht) (?:erreicht|trifft)
    schönes wochenende (?:gehabt|hatten)
    wollte (?:nur|mal|kurz|eben|noch einmal|nochmal)
  `,
  fr: `
    (?:juste|simplement|seulement|rapidement) (?:un |une )?(?:petit*|pour|vous|prendre|relanc*|savoir|voir|rappel|mot|message|question|faire)
    (?:petit|petite|simple|courte?|rapide) (?:relance|rappel|coucou|point|suivi)
    relanc*
    (?:faire|fais) (?:un |le )?(?:petit )?(?:point|suivi)
    prendre (?:des|de vos) nouvelles
    prends des nouvelles
    (?:je )?reviens vers
    revenir vers
    remonter ... (?:mail|message|pile)
    boîte (?:de réception|mail)
    (?:j'espère|en espérant) que (?:ce (?:mail|message|courriel)|ce mot)
    suite à mon (?:dernier|précédent)
  `,
  es: `
    (?:solo|sólo|simplemente|únicamente|tan solo) (?:\\p{L}+ )?(?:quería|para|escrib*|una? (?:recordatorio|mensaje|nota|pregunta|toque)|paso|pasaba|recordar*|saber|ver|consultar|retomar)
    (?:retom|recuperar|reactiv)\\p{L}* (?:el )?(?:contacto|hilo|tema|conversación)
    (?:pequeño|breve|amable|rápido|simple|cordial) (?:recordatorio|mensaje|seguimiento|apunte)
    recordatorio
    (?:hacer|dar|hago|doy) (?:un |el )?seguimiento
    dar un toque
    bandeja de entrada
    (?:espero|deseo|confío en) que (?:este (?:correo|mensaje|mail)|se encuentr*)
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
    (?:ik )?hoop dat (?:deze|dit|mijn) (?:mail|bericht*|e-mail)
    wilde (?:graag )?(?:even|nog even|gewoon|alleen)
    terugkomen op mijn (?:vorige|eerdere|laatste)
    contact opnemen
  `,
  pt: `
    (?:só|apenas|somente|simplesmente) (?:\\p{L}+ )?(?:quer*|para|passando|passar|escrev*|uma? (?:lembrete|recado|mensagem|pergunta|olá|alô)|lembrar|saber|ver|reforçar|retomar|dar)
    (?:retom|reforç|reativ)\\p{L}* (?:o )?(?:contat*|contact*|assunto|conversa)
    (?:pequeno|breve|simples|rápido|gentil) (?:lembrete|mensagem|seguimento|recado|follow*)
    lembrete
    (?:fazer|dar|dou|faço) (?:um |o )?(?:seguimento|acompanhamento|follow*|alô|olá)
    caixa de entrada
    (?:espero|desejo|torço) que (?:este e-?mail|esta mensagem)
    saber como (?:estão|andam|vão) as coisas
    passando para
  `,
};
