import type { Language } from "../../domain/language.ts";

/**
 * What a writer says they have done. In a follow-up that is to have talked, heard, thought and enjoyed; any other deed is a claim about the
 * person and needs a source (POLICY 5).
 */
export function isDeed(clause: string, language: Language): boolean {
  const { told, idle } = deeds[language];
  for (const found of clause.matchAll(told)) if (!idle.test(found[1] ?? "")) return true;
  return false;
}

type Deeds = { readonly told: RegExp; readonly idle: RegExp };

const between = String.raw`(?:[^\s.!?;:]+\s+){0,7}?`;

const deeds: Readonly<Record<Language, Deeds>> = {
  en: {
    told: /(?<!\p{L})i(?:'ve| have| had)?(?: (?:also|already|once|personally|always|often|previously|recently|since|just|now|really|then|successfully))? (\p{L}{3,}ed|led|built|grew|wrote|taught|made|won|spent|brought|drove|sold|dealt|set|put|took|did|gave|kept|held|became|founded|began|cut|run|ran)(?!['\p{L}])/giu,
    idle: /^(?:enjoyed|appreciated|wanted|hoped|liked|loved|learned|listened|talked|discussed|mentioned|asked|noticed|noted|marked|jotted|looked|remained|stayed|received|accepted|signed|decided|needed|valued|wished|thanked|applied|called|followed|returned|arrived|joined|agreed|shared|promised|confirmed|expected|understood|visited|chatted|walked|waited|wondered|interviewed|used|considered|reached|tried|realised|realized|imagined|continued|stopped|turned|moved|touched|pleased|impressed|delighted|surprised|glad|inspired|struck|interested|excited|encouraged|moved|invited|offered|withdrawn|answered|replied|emailed|planned|missed|admired|recalled|remembered|gathered|hesitated|passed|saved|welcomed|treasured|respected|missed|recognised|recognized|started|indeed|described|explained|thought|made|took|kept|gave|felt|set|put|did|held|began|spent|wrote)$/i,
  },
  de: {
    told: new RegExp(
      String.raw`(?<!\p{L})(?:[Ii]ch\s+(?:habe|hatte)|(?:[Hh]abe|[Hh]atte)\s+ich)\s+${between}((?:an|auf|aus|ab|ein|zu|vor|nach|mit|weiter|um|durch|über|zurück|zusammen|bei)?(?:ge|ver|be|er|ent|zer)\p{Ll}{2,}(?:t|en)|\p{Ll}{3,}iert)(?!\p{L})`,
      "gu",
    ),
    idle: /(?:gelernt|gesprochen|gefreut|gefühlt|wohlgefühlt|gehört|gelesen|gesehen|gedacht|nachgedacht|mitgenommen|genossen|geschätzt|gehofft|erfahren|bekommen|erhalten|verstanden|angenommen|unterschrieben|unterzeichnet|entschieden|behalten|gerechnet|notiert|vorgemerkt|gefunden|gewonnen|gefallen|erinnert|gemerkt|bemerkt|gewesen|geblieben|gegangen|gekommen|gefahren|gefragt|vergessen|begeistert|beeindruckt|überzeugt|interessiert|gespannt|geworden|genommen|gewartet|gewünscht|begonnen|entnommen|vernommen|kennengelernt|verfolgt|zugesagt|abgesagt|gesagt|eingeplant|vertan|gebracht|besucht|erlebt|empfunden|gemacht|gehabt|gegeben|unterhalten|versprochen|ausgetauscht|gewusst|gern|gerne|gestern|guten|gegen|gesamten|gemeinsamen|erwartet|besten|bereits|ersten|bekannten|verbunden|vernetzt|besprochen|erwähnt|vorgestellt|beworben)$/i,
  },
  fr: {
    told: /(?<!\p{L})j'(?:ai|avais)\s+(?:\p{L}+ment\s+|beaucoup\s+|bien\s+|aussi\s+|déjà\s+|toujours\s+|longtemps\s+|souvent\s+|été\s+)?(\p{L}{2,}(?:é|i|u|is|it|ert|aint))(?!\p{L})/giu,
    idle: /^(?:apprécié|aimé|eu|reçu|accepté|signé|lu|vu|entendu|compris|pensé|noté|appris|décidé|choisi|gardé|trouvé|senti|souhaité|espéré|parlé|échangé|discuté|retenu|pu|voulu|été|repensé|remarqué|attendu|dû|cru|mentionné|ravi|touché|impressionné|découvert|rencontré|passé|confirmé|oublié|pris|suivi|retiré|refusé|réfléchi|demandé|évoqué|savouré|quitté|ressenti|su)$/i,
  },
  es: {
    told: /(?<!\p{L})h(?:e|abía)\s+(\p{L}{2,}(?:ado|ido)|hecho|escrito|puesto|abierto|dicho|visto)(?!\p{L})/giu,
    idle: /^(?:recibido|aceptado|firmado|leído|visto|oído|entendido|comprendido|pensado|anotado|aprendido|decidido|guardado|encontrado|sentido|deseado|esperado|hablado|conversado|disfrutado|sido|podido|querido|tenido|conocido|quedado|estado|agradecido|apreciado|retenido|recordado|elegido|dicho|olvidado|notado|salido|valorado|sabido|comentado|preguntado|reflexionado|seguido|confirmado|retirado|mencionado|tomado)$/i,
  },
  nl: {
    told: new RegExp(
      String.raw`(?<!\p{L})(?:ik\s+(?:heb|had)|(?:heb|had)\s+ik)\s+${between}(\p{L}{0,8}ge\p{L}{2,}(?:d|t|en)|(?:ver|be|ont|her|er)\p{L}{3,}(?:d|t|en))(?!\p{L})`,
      "giu",
    ),
    idle: /(?:gesproken|genoten|gehoord|gelezen|gezien|gedacht|nagedacht|geleerd|gevonden|begrepen|gekregen|ontvangen|aangenomen|getekend|ondertekend|besloten|gehouden|gewaardeerd|gehoopt|gemerkt|gehad|gevoeld|genoteerd|gedachten|gerekend|gezegd|afgezegd|toegezegd|onthouden|verwacht|gewild|gemogen|gewenst|gevraagd|vergeten|bewaard|ervaren|gekozen|meegenomen|leren kennen|ontmoet|bezocht|gedaan|gegeven|geweest|genomen|gewacht|gekeken|graag|gevolgd|bekeken|besproken|verteld|genoemd|bevestigd|begonnen|belangstelling|getrokken|ingetrokken|gesprek|gesprekken)$/i,
  },
  pt: {
    told: /(?<!\p{L})(?:tenho|tinha|havia)\s+(\p{L}{2,}(?:ado|ido)|feito|escrito|posto|aberto|dito|visto)(?!\p{L})/giu,
    idle: /^(?:recebido|aceitado|aceite|assinado|lido|visto|ouvido|entendido|compreendido|pensado|anotado|aprendido|decidido|guardado|encontrado|sentido|desejado|esperado|falado|conversado|gostado|sido|podido|querido|tido|conhecido|ficado|estado|agradecido|apreciado|lembrado|escolhido|dito|esquecido|notado|valorizado|sabido|comentado|perguntado|seguido|confirmado|retirado|mencionado|tomado)$/i,
  },
};
