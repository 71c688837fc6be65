import type { Language } from "../../domain/language.ts";

/** How a writer says in six languages what they are going to do. All of it is refused but for what `harmless` and `onlyIfWanted` let through. */

/** The future of the first person, where it begins. */
export const future: Readonly<Record<Language, string>> = {
  en: String.raw`(?<!\p{L})(?:i|we)(?:'ll|'d'll| will| shall|'m going to| am going to|'m about to| am about to| plan(?: to)?| intend(?: to)?| aim to| mean to| propose to| undertake| hope to (?=send|call|ring|visit|start|deliver|finish|have|bring|share|get))(?!\p{L})|(?<=,? and )will(?= (?:send|call|get|be|follow|write|ring|share|deliver|bring|start))`,
  de: String.raw`(?<!\p{L})(?:ich (?:\p{L}+ )?werde|werde ich|wir werden|werden wir|(?<=\bund )werde)(?!\p{L})`,
  fr: String.raw`(?<!\p{L})(?:je (?:ne )?(?:vous |te |t'|l'|le |la |les |me |m'|y |en |n'|lui |leur )*(?:\p{L}+[ei]?rai)|j'(?:y |en )?\p{L}+rai|je (?:ne )?vais|j'irai|nous (?:vous )?\p{L}+rons)(?!\p{L})`,
  es: String.raw`(?<!\p{L})(?:(?:no )?(?:le |les |te |os |lo |la |me |se )*\p{L}{2,}(?:ré|remos)|(?:no )?voy a|vamos a)(?!\p{L})`,
  nl: String.raw`(?<!\p{L})(?:ik (?:\p{L}+ )?zal|zal ik|ik ga(?! ervan| graag in)|ga ik|we zullen|wij zullen|zullen we)(?!\p{L})`,
  pt: String.raw`(?<!\p{L})(?:(?:não )?(?:lhe |te |me |o |a )*\p{L}{2,}(?:rei|remos)(?:-\p{L}+)*|\p{L}{2,}-(?:lhe|te|me|o|a|se)-ei|(?:eu )?(?:não )?vou(?= \p{L}+r(?!\p{L}))|vamos(?= \p{L}+r(?!\p{L})))(?!\p{L})`,
};

/** What follows from the future's first word and obliges to nothing. */
export const harmless: Readonly<Record<Language, string>> = {
  en: String.raw`\S+(?: (?:shall|will|am going to))? (?:(?:of course|naturally|certainly|always|gladly|happily|also|then|only|simply|just|still|fully|well|very much|quite|now|therefore|for now|in any case|readily) )*(?:be (?:(?:very|more than|most|always|only too|truly|really|genuinely|quite|just as) )?(?:glad|happy|pleased|delighted|grateful|thankful|interested|thinking|rooting|following (?:your|the) news)|understand|respect|remain|stay (?:interested|grateful)|keep (?:you|this|our|it|your|the|that|what|an eye|fond|good)|draw a line|leave (?:it|this|things|the matter)|not (?:write|ask|follow|chase|mention|bother|press|raise|pursue it)|think back|look (?:forward|back)|remember|hear from|appreciate|value|miss|take (?:it|this|that|your silence) (?:as|that)|assume|turn to other things|close (?:this|the) (?:chapter|matter)|consider (?:this|it|the matter) closed|hold (?:our|it|you|that) |read (?:on|your|about)|follow (?:your|the) (?:news|work|growth))`,
  de: String.raw`[^.!?]{0,60}?(?:verstehen|freuen|verständnis|strich|schlusspunkt|nicht (?:mehr|weiter)|in (?:guter )?erinnerung|respektieren|erfahren|hören|ruhen lassen|abschließen|dankbar|gern an)`,
  fr: String.raw`[^.!?]{0,40}?(?:rai(?:s)? (?:très |bien sûr |volontiers |toujours |naturellement )*(?:heureu|ravi|content|reconnaissant|plaisir)|aurai (?:grand )?plaisir|lirai|souviendrai|reprendr|répondrai|attendrai|comprendrai|resterai|garderai|respecterai|tirerai|penserai|apprécierai|n'écrirai|n'insisterai|ne vous (?:écrirai|relancerai|solliciterai)|ne t'écrirai|m'en tiendrai|considérerai|suivrai (?:vos|votre|tes))`,
  es: String.raw`[^.!?]{0,30}?(?:estaré (?:encantad|agradecid|atent|a la|a su|a tu)|leer|esperar|dedicar|agradecer|entender|comprender|recordar|quedar|seguir|no (?:volver|insistir|escribir|le escribir|molestar)|volveré a escribir|dejar|pondré|cerrar|tendré (?:en cuenta|presente)|guardar|respetar|me alegrar|alegrar|dar(?:é)? por|será)`,
  nl: String.raw`[^.!?]{0,50}?(?:begrijpen|niet (?:meer|verder|opnieuw)|blijven|waarderen|hierbij laten|streep|respecteren|denken|begrip|horen|blij zijn|met plezier)`,
  pt: String.raw`[^.!?]{0,30}?(?:ficar|terei (?:muito )?(?:gosto|prazer)|esperar por|aguardar|dedicar|ler|seguir|continuar|entender|compreender|agradecer|guardar|não (?:voltar|insistir|escrever)|deixar|estarei (?:à|a) |serei grat|encerrar|respeitar|lembrar|recordar|colocar um ponto|dar por)`,
};

/** What binds without a future. */
export const acts: Readonly<Record<Language, string>> = {
  en: `
    i (?:\\p{L}+ )?(?:promise|guarantee|commit|pledge|swear|vow|assure)
    (?:i can|i could|i am able to|i'm able to|i am ready to|i'm ready to|i am free to|i would be able to|i'd be able to|i am prepared to|i am willing to|i'm willing to|happy to|glad to|ready to|able to|prepared to|willing to|could|can) (?:\\p{L}+ )?(?:start|begin|relocate|move|travel|commute|fly|come by|come in|come on board|join (?:you|your|the team)|sign|work (?:weekends|nights|overtime|for free|shifts)|accept|commit|deliver|finish)
    (?:my )?(?:start date|notice period|first day|earliest start)
    (?:i am|i'm) (?:available|free) (?:from|on|as of|as from|at once|immediately|any ?time|next|this|tomorrow|to)
    (?:available|free) (?:from|to start|to begin|immediately|at once)
    (?:i am|i'm) (?:sending|calling|forwarding|coming|writing up|preparing|working on|putting together|drafting)
    let me (?:send|call|ring|get back|follow up|forward|prepare|put together|write up|bring|draft|show you)
    (?:you will|you'll|you can|you may|you shall) (?:\\p{L}+ )?(?:have|get|receive|expect|find|count on|rely on|see) ... (?:from me|by|my|it|the|them|tomorrow|shortly|soon)
    (?:(?<=^|[.!?] )|please |you can |you may |you should |and )(?:expect|look out for|watch for|await) (?:my|a|an|the|it|them|me|something|more)
    (?:count|depend|bank|rely) on me
    (?:hear|hearing) (?:back |again |more |soon )*from me
    i (?:can|could|would) (?:\\p{L}+ )?be (?:with you|there|in place|on site|at your|ready)
    my word
    consider it done
    (?:will|'ll) (?:be in touch|get back|follow up|reach out|call you|write again|circle back)
    (?<=^|[.!?] )talk (?:to you )?(?:soon|then|on)
    more (?:on this )?(?:soon|shortly|to follow)
    (?:will|to) follow (?:shortly|soon|tomorrow|separately|by|on|next|this)
    (?:i|we) (?:agree|consent) to
    i (?:hereby )?(?:confirm|agree) (?:that i (?:will|can|shall)|to)
    see you (?:on|at|soon|then|tomorrow|next)
  `,
  de: `
    (?:ich )?(?:verspreche|garantiere|versichere|gelobe|verpflichte mich)
    sichere ... zu
    ich (?:\\p{L}+ )?(?:schicke|sende|übersende|maile|rufe|melde(?! mich (?:lieber |gleich |hier )*(?:direkt|heute|hiermit|persönlich))|liefere|bringe|komme|übernehme|reiche|erledige|bereite|erstelle|leite|kümmere|besorge|fange|beginne|starte|ziehe um)
    (?:schicke|sende|übersende|maile|rufe|melde(?! ich mich (?:lieber |gleich |hier |nun )*(?:direkt|heute|hiermit|persönlich))|liefere|bringe|komme|übernehme|reiche|erledige|bereite|erstelle|kümmere|besorge) ich
    (?:kann|könnte|könnten) (?:ich )?... (?:anfangen|beginnen|starten|umziehen|einsteigen|liefern|antreten)
    (?:ich )?stehe ... (?:ab|sofort|zum) ... zur verfügung
    (?:verfügbar|frei) ab
    ab (?:sofort|morgen|dem) ... (?:verfügbar|frei|bereit|zur verfügung)
    sie (?:erhalten|bekommen|hören|haben|kriegen) ... (?:von mir|meine*|in kürze|morgen|demnächst|bald)
    du (?:erhältst|bekommst|hörst|hast|kriegst) ... (?:von mir|meine*|in kürze|morgen|demnächst|bald)
    lasse (?:ich )?(?:ihnen|dir) ... zukommen
    (?:eintritts(?:datum|termin)|kündigungsfrist|arbeitsbeginn|starttermin)
    verlassen sie sich
    auf mich (?:zählen|verlassen)
    (?:folgt|folgen) (?:in kürze|morgen|demnächst|bald|separat)
  `,
  fr: `
    je (?:\\p{L}+ )?(?:promets|garantis|m'engage|jure|certifie)
    je (?:vous |te |t'|lui )?(?:envoie|transmets|appelle|rappelle|téléphone|fais parvenir|recontacte|reviens vers|prépare|apporte|adresse(?! (?:mes|ces|ce mot|toutes|un))|livre|tiens au courant|relance)
    je peux (?:\\p{L}+ )?(?:commencer|débuter|démarrer|déménager|venir|rejoindre|livrer|prendre mes fonctions)
    je (?:suis|reste) (?:disponible|libre) (?:dès|à partir|à compter|immédiatement|tout de suite)
    (?:préavis|date de début|prise de poste)
    vous (?:aurez|recevrez|trouverez) ... (?:de ma part|mon|ma|mes|demain|bientôt)
    comptez sur moi
    vous pouvez compter
    à (?:demain|très vite)
  `,
  es: `
    (?:le |les |te )?(?:prometo|garantizo|aseguro|me comprometo)
    (?:le|les|te|os) (?:(?:envío|mando)(?! (?:un |mis |muchos |cordial\\p{L}* )?(?:saludo|abrazo|mejores|saludos|deseos))|llamo|hago llegar|paso|preparo|escribo mañana|entrego)
    puedo (?:\\p{L}+ )?(?:empezar|incorporarme|comenzar|mudarme|trasladarme|viajar|entregar)
    (?:estoy|quedo) (?:disponible|libre) (?:desde|a partir|de inmediato|inmediatamente|ya)
    (?:preaviso|fecha de (?:incorporación|inicio)|incorporación inmediata)
    (?:recibirá|recibirás|tendrá|tendrás) ... (?:mi|mis|el|la|un|una)
    cuente conmigo
    cuenta conmigo
    puede contar
  `,
  nl: `
    ik (?:\\p{L}+ )?(?:beloof|garandeer|verzeker|zeg toe|verbind me)
    ik (?:\\p{L}+ )?(?:stuur|mail|bel|lever|breng|kom|bezorg|regel|bereid|begin|start|neem contact|meld)
    (?:stuur|mail|bel|lever|breng|bezorg|regel|meld) ik
    (?:kan|zou) (?:ik )?... (?:beginnen|starten|verhuizen|leveren|aanvangen)
    (?:beschikbaar|vrij) (?:vanaf|per|met ingang)
    (?:per|vanaf) (?:direct|meteen|morgen) ... (?:beschikbaar|beginnen|starten)
    (?:u krijgt|u ontvangt|u hoort|je krijgt|je ontvangt|je hoort) ... (?:van mij|mijn|morgen|snel|binnenkort)
    (?:opzegtermijn|startdatum|ingangsdatum)
    (?:reken|vertrouw) (?:maar )?op mij
    tot (?:snel|gauw)
  `,
  pt: `
    (?:prometo|garanto|asseguro|comprometo-me|me comprometo|dou a minha palavra)
    (?:lhe |te )?(?:envio|mando|ligo|telefono|encaminho|preparo|entrego)(?:-lhe|-te)?
    entro em contat*
    entro em contacto
    posso (?:\\p{L}+ )?(?:começar|iniciar|me mudar|mudar-me|viajar|entregar)
    (?:estou|fico) (?:disponível|livre) (?:desde|a partir|de imediato|imediatamente|já)
    (?:aviso prévio|data de início|início imediato)
    (?:receberá|receberás|terá) ... (?:meu|minha|o|a|um|uma)
    (?:conte|conta|podem? contar) comigo
  `,
};

/** An offer that waits for their wish. */
export const onlyIfWanted: Readonly<Record<Language, string>> = {
  en: `
    if
    should (?:you|any*|there|it|a|an|something|further|more)
    in case
    whatever
    anything
    whenever
    let me know
    (?:would|may|might|could) (?:be of )?help
    useful
    need
    questions?
    happy to
    glad to
    please (?:tell|write|ask)
    that you
  `,
  de: `
    wenn
    falls
    sollten?
    sollte
    sofern
    bei (?:bedarf|rückfragen|fragen|interesse)
    jederzeit
    auf wunsch
    auf nachfrage
    gerne? (?:nach|bereit|weitere)
    benötig*
    brauch*
  `,
  fr: `
    si
    s'il*
    au besoin
    le cas échéant
    n'hésitez
    n'hésite
    volontiers
    tout (?:complément|autre)
    utile*
    à votre disposition
    besoin
  `,
  es: `
    si
    en caso
    cualquier
    cuando (?:quiera|quieras|lo necesite)
    necesit*
    con (?:mucho )?gusto
    encantad*
    útil*
    a su disposición
  `,
  nl: `
    als
    mocht
    mochten
    indien
    desgewenst
    wanneer
    nodig
    graag
    uiteraard
  `,
  pt: `
    se
    caso
    qualquer
    quando (?:quiser|precisar)
    precis*
    com (?:todo o |muito )?(?:gosto|prazer)
    útil
    úteis
    à disposição
    necess*
  `,
};
