const leftByName = /\b(?:has|have|'s) (?:now |since |recently )?left [A-Z]/;

/** Said by or of somebody who does not work there any more, or of an address behind which nobody is, in the languages of the program. */
const left = new RegExp(
  [
    "\\b(?:has|have|i've|'s) (?:now |since |recently )?left (?:the |our )?(?:company|organi[sz]ation|firm|business|us\\b)",
    "\\bno longer (?:works?|working|employed|with|at|part of)\\b(?! on\\b)|\\bis not (?:longer )?(?:with|at) (?:the company|us)\\b",
    "\\b(?:e-?mail address|address|mailbox|inbox|account) (?:\\S+ )?is no longer (?:in use|active|valid|monitored|read|checked)\\b",
    "\\bnicht mehr (?:im unternehmen|in unserem (?:haus|unternehmen)|bei uns|bei der \\w|für uns|für die \\w|hier tätig)|\\b(?:hat|habe) (?:das unternehmen|die firma|unser haus|uns) (?:[^\\n]{0,40} )?verlassen\\b|\\baus (?:dem|unserem) (?:unternehmen|haus) ausgeschieden\\b",
    "\\b(?:adresse|postfach) wird nicht (?:mehr|länger) (?:gelesen|genutzt|verwendet|abgerufen)\\b",
    "\\bne (?:travaille|fait|fais) plus (?:chez|partie|pour|dans)\\b|\\b(?:a|ai) quitté (?:l'entreprise|la société|notre (?:société|entreprise|équipe)|ses fonctions|mes fonctions)\\b|\\badresse n'est plus (?:utilisée|active|valide|consultée|relevée)",
    "\\bya no (?:trabaj[ao]|forma parte|formo parte|está en la empresa|presta)\\b|\\b(?:ha|he) dejado (?:la empresa|la compañía|nuestra empresa|de trabajar)\\b|\\b(?:dirección|cuenta|buzón) ya no (?:está|se|es)\\b",
    "\\bwerk(?:t)? (?:niet (?:meer|langer)) (?:bij|voor)\\b|\\bniet (?:meer|langer) werkzaam\\b|\\b(?:heeft|heb) (?:ons|het bedrijf|de organisatie|onze organisatie) verlaten\\b|\\b(?:adres|mailbox|account) (?:is|wordt) niet (?:meer|langer) (?:in gebruik|gelezen|gebruikt|actief)\\b",
    "\\b(?:já )?não (?:trabalha|trabalho|colabora|colaboro|faz parte|faço parte|integra)(?: mais)? (?:na|no|com|da|do|connosco|conosco|nesta|para)\\b|\\bjá não (?:trabalha|colabora)\\b|\\b(?:deixou|deixei) (?:a empresa|a companhia|de trabalhar|a nossa)|\\b(?:endereço|conta|caixa) (?:já )?não (?:está|é) mais\\b",
  ].join("|"),
  "iu",
);

/** True where the writer, or who is written of, is gone for good (POLICY 3.3). */
export const hasLeft = (text: string): boolean => left.test(text) || leftByName.test(text);
