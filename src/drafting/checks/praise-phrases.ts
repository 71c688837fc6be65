import type { Phrases } from "./phrases.ts";

/** Superlatives and praise of oneself. */
export const praise: Phrases = {
  en: `
    (?:i am|i'm|be) the right person
    (?:right) (?:candidate|fit|match|choice|hire)
    (?:best|ideal|perfect|strongest|finest|greatest|top|exact|natural|obvious|dream|outstanding|excellent|exceptional|superb|great|unbeatable|unrivalled) (?:possible )?(?:candidate|person|fit|match|choice|hire|applicant|addition|talent|pick|one for|asset|answer)
    (?:very|absolute|simply|undoubtedly|by far) (?:the )?(?:best|better|strongest)
    (?:i am|i'm|me|myself|being) (?:the|by far|simply|truly|clearly|undoubtedly|definitely|really|without (?:a )?doubt)? ?(?:the )?(?:best|ideal|perfect|unique*|exceptional*|outstanding|excellent|brilliant|remarkable|extraordinar*|superior|unmatched|unrivalled|unparalleled|world-class|amazing|fantastic|incredible|the one|a genius|a star|a rockstar|a unicorn|second to none|one of a kind|exactly (?:who|what|the)|(?:more|better) than (?:qualified|any*|every*|most))
    (?:nobody|no one|no-one|none|hardly anyone|few|few people|not many|not a single) ... (?:better|as well|like (?:me|i)|match*|more|suited|as good|rival*|equal)
    (?:better|more|harder|faster) than (?:any*|all|every*|most|the other*|other*|the rest)
    uniquely
    perfectly (?:suited|qualified|placed|matched|fit)
    (?:ideally|exceptionally|extremely|highly|supremely|outstandingly|eminently|superbly|incomparably) (?:qualified|suited|placed|skilled|talented|gifted|capable|experienced|motivated)
    (?:outstanding|exceptional|excellent|unmatched|unparalleled|extraordinary|world-class|stellar|unrivalled|superior|first-class|top-notch) (?:skill*|record|track|experience|result*|ability|abilities|work|performance|qualit*|achievement*|knowledge)
    (?:second to none|one of a kind|head and shoulders|without equal|top performer|high achiever|game[- ]changer|rock ?star|go-to)
    (?:exactly|precisely|just) (?:the (?:person|one|candidate|kind)|who|what) (?:you|that you|your)
    (?:will|would|'ll|'d) (?:not |never )?(?:find|meet) (?:any\\p{L}*|no\\p{L}*|a better)
    (?:huge|enormous|great|invaluable|tremendous) (?:asset|gain|win|benefit) (?:to|for) (?:you|your)
    lucky to (?:have|get) me
    out(?:perform|shin|do|class|match)\\p{L}*
    (?:born|made|built|destined|meant|cut out) (?:for|to)
    (?:anyone|anybody|someone|somebody) (?:more|better|as)
    asset to (?:you|your|the)
  `,
  de: `
    (?:beste|ideale|perfekte|richtige|optimale|geeignetste|stärkste|hervorragende|exzellente|herausragende|ausgezeichnete|absolute)\\p{L}* (?:\\p{L}+ )?(?:kandidat*|person|besetzung|wahl|bewerber*|mitarbeiter*|ergänzung|verstärkung|match|lösung|fachkraft|besetzt)
    besser\\p{L}* (?:\\p{L}+ )?finden
    (?:niemand|keiner|kein anderer|kaum jemand) ... (?:besser|so gut|wie ich|geeigneter|ebenso)
    (?:besser|mehr|geeigneter) als (?:all*|jed*|and*|die)
    einzigartig*
    (?:hervorragend|perfekt|ideal|bestens|optimal|außergewöhnlich|herausragend|überdurchschnittlich|exzellent|ausgezeichnet)\\p{L}* (?:geeignet|qualifiziert|passend*|passe|fähigkeit*|leistung*|ergebnis*|kenntnis*|qualifikation*)
    (?:passe|bin) (?:ich )?(?:\\p{L}+ )?(?:perfekt|ideal|optimal|hervorragend|bestens)
    (?:wie geschaffen|wie gemacht|unschlagbar|konkurrenzlos|unersetzlich|unübertroffen|überragend*|glücksfall)
    genau (?:die|der|das) (?:richtige*|person|was sie|was ihr|den sie|die sie)
    großer gewinn
    glücklich schätzen
  `,
  fr: `
    (?:meilleure?|idéale?|parfaite?|excellente?|exceptionnel(?:le)?|parfait) (?:candidat*|personne|profil|choix|recrue|recrutement|atout)
    (?:candidat*|profil|personne|choix|recrue|atout) (?:\\p{L}+ )?(?:idéale?|parfaite?|exceptionnel(?:le)?|unique|rare|hors pair|incontournable|d'exception|qu'il (?:vous|te) faut)
    (?:personne|nul|aucun autre|peu de gens) ... (?:mieux|meilleur*|comme moi|aussi bien)
    (?:mieux|meilleure?|plus) que (?:quiconque|tout*|n'importe|les autres|personne)
    (?:exceptionnel*|hors pair|sans égal|hors du commun|incomparable*|inégalé*|remarquable*|irréprochable)
    (?:parfaitement|idéalement|particulièrement|extrêmement) (?:qualifiée?|adaptée?|compétente?|taillée?)
    (?:faite?|née?|taillée?) pour (?:ce|le|cette)
    exactement (?:la personne|celui|celle|ce qu'il)
    la perle rare
    ne trouver\\p{L}* (?:pas|personne|jamais)
  `,
  es: `
    (?:mejor|ideal|perfect[oa]|excelente|idóne[oa]|óptim[oa]|excepcional) (?:candidat*|person*|perfil|opción|elección|profesional|fichaje)
    (?:candidat*|person*|perfil|opción|elección|profesional) (?:\\p{L}+ )?(?:ideal|perfect[oa]|idóne[oa]|excepcional|únic[oa]|óptim[oa])
    (?:nadie|ningun* otr*|poc[oa]s) ... (?:mejor|como yo|igual*|tan bien)
    mejor que (?:nadie|cualquier*|tod*|otr*|los demás|las demás)
    (?:excepcional*|extraordinari*|inmejorable*|insuperable*|incomparable*|inigualable*|sobresaliente*|brillante)
    (?:perfectamente|idealmente|altamente|sumamente|excepcionalmente) (?:cualificad*|capacitad*|preparad*|calificad*)
    (?:hech[oa]|nacid[oa]) para (?:este|el|esta)
    justo (?:lo que|la persona|quien)
    exactamente (?:lo que|la persona|quien)
    gran fichaje
  `,
  nl: `
    (?:beste|ideale|perfecte|juiste|uitstekende|geknipte|uitgelezen|sterkste) (?:\\p{L}+ )?(?:kandida*|persoon|keuze|match|medewerk*|aanwinst|iemand|vrouw|man)
    (?:niemand|geen ander|weinig mensen) ... (?:beter|zoals ik|zo goed|geschikter)
    (?:beter|geschikter) dan (?:wie|elk*|ander*|iedereen|alle)
    (?:uniek*|uitzonderlijk*|buitengewoon|onovertroffen|weergaloos|ongeëvenaard|excellent*|uitmuntend*|briljant)
    (?:perfect|ideaal|uitstekend|bij uitstek|uitermate) (?:geschikt|passend*|gekwalificeerd|pas)
    (?:geknipt|geboren|gemaakt) voor
    precies (?:de|degene|wie|wat) (?:persoon|u|jullie|je|die)
    grote aanwinst
    aanwinst
  `,
  pt: `
    (?:melhor|ideal|perfeit[oa]|excelente|excepcional|excecional) (?:candidat*|pesso*|perfil|opção|escolha|profissional|contratação)
    (?:candidat*|pesso*|perfil|opção|escolha|profissional) (?:\\p{L}+ )?(?:ideal|perfeit[oa]|cert[oa]|excepcional|excecional|únic[oa])
    (?:ninguém|nenhum outro|pouc[oa]s) ... (?:melhor|como eu|igual|tão bem)
    melhor (?:do )?que (?:ninguém|qualquer|tod*|outr*|os demais|os outros)
    (?:excepcional*|excecional*|extraordinári*|inigualáve*|incomparáve*|imbatíve*|insuperáve*|brilhante)
    (?:perfeitamente|idealmente|altamente|extremamente) (?:qualificad*|capacitad*|preparad*|adequad*)
    (?:feit[oa]|nascid[oa]) para (?:est[ea]|o|a)
    exatamente (?:o que|a pessoa|quem)
  `,
};
