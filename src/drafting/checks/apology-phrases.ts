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
