/** Words of automatic answers in the languages of the program (POLICY 8.2: also "has left" and the acknowledgement of a mailbox). */

export const absenceSubject = new RegExp(
  [
    "^\\W*(?:\\[[^\\]]*\\]\\s*)?(?:auto(?:mat(?:ic|ed))?[- ]?(?:reply|response|responder|answer)|autorespon\\w*|autoreply|auto:)",
    "\\bout[- ]of[- ](?:the[- ])?office\\b|\\b(?:reply|response|message) \\(?automatic\\)?\\b|\\bautomatic (?:reply|response)\\b|\\bauto-?reply\\b",
    "^\\W*(?:i(?:'m| am) )?(?:currently )?away (?:from|until|till|on)\\b|^\\W*(?:on|annual|parental|maternity|paternity|sick) (?:annual |parental |maternity |paternity |sick )?(?:leave|vacation|holidays?)\\b",
    "^\\W*(?:abwesen\\w*|automatische (?:antwort|abwesenheit\\w*)|nicht im büro)|\\babwesenheits(?:notiz|nachricht|benachrichtigung|assistent|meldung)\\b",
    "^\\W*(?:réponse automatique|message d'absence|absence du bureau|absent(?:e)? du bureau)",
    "^\\W*(?:respuesta automática|fuera de (?:la )?oficina|ausente de la oficina)",
    "^\\W*(?:automatisch (?:antwoord|bericht)|afwezig\\w*|niet op kantoor)",
    "^\\W*(?:resposta automática|fora do escritório|ausência (?:do|temporária))",
    "^\\W*(?:risposta automatica|fuori (?:sede|ufficio)|autosvar|automatiskt svar|frånvaro)",
  ].join("|"),
  "i",
);

/** Said by the writer of themselves and of now. */
export const absenceWords = new RegExp(
  [
    "\\b(?:i am|i'm|i will be|i'll be|we are|is) (?:currently |presently )?(?:out of (?:the )?office|away(?: from)?|on (?:annual |parental |maternity |paternity |sick )?(?:leave|vacation|holidays?)|travell?ing)\\b",
    "\\bout of the office (?:until|from|starting|and|through|on)\\b|\\b(?:i )?will (?:not )?(?:be )?(?:back|return(?:ing)?) (?:to|in|at) the office\\b",
    "\\bno longer (?:works?|work(?:ing)?|employed|with (?:the company|us)|at (?:the company|this company))\\b|\\bhas left (?:the company|us|our)\\b",
    "\\b(?:mailbox|inbox|address|account)\\b[^.\\n]{0,60}\\b(?:no longer (?:in use|active|monitored|valid)|(?:is )?not (?:being )?(?:monitored|read))\\b",
    "\\b(?:bin|ist|befinde mich)\\b[^\\n]{0,50}\\b(?:nicht im (?:büro|haus)|abwesend|im urlaub|in elternzeit|ausser haus|außer haus|nicht erreichbar|nicht im büro erreichbar)\\b",
    "\\bje (?:suis|serai)\\b[^\\n]{0,40}\\b(?:absent|absente|en congés?|en vacances|en déplacement|en arrêt)",
    "\\b(?:estoy|estaré|me encuentro)\\b[^\\n]{0,40}\\b(?:fuera de (?:la )?oficina|de vacaciones|ausente|de baja)\\b",
    "\\bik ben\\b[^\\n]{0,40}\\b(?:afwezig|op vakantie|met vakantie|met verlof|niet (?:aanwezig|op kantoor))\\b",
    "\\b(?:estou|estarei|encontro-me)\\b[^\\n]{0,40}\\b(?:fora do escritório|de férias|ausente|de licença)",
  ].join("|"),
  "i",
);

/** What an answering program says beside: whom to ask meanwhile, and when this one will answer. */
export const absenceSigns =
  /\b(?:in (?:my|his|her|their) absence|limited access|no access to (?:my )?e-?mails?|(?:will|shall) (?:respond|reply|answer|get back|read)\b[^.\n]{0,60}\b(?:return|back|possible)|if (?:it is|it's|this is|your (?:matter|request|enquiry|message) is|you (?:need|require|have))\b[^.\n]{0,30}\b(?:urgent|immediate|assistance|emergency)|for (?:urgent|pressing|immediate)|urgent (?:matters|messages|requests|enquiries)|(?:e-?mails?|messages?) (?:will|are) (?:not )?(?:be )?(?:forwarded|read|monitored)|please (?:contact|call|write to|e-?mail|direct|forward|reach)\b|contact someone else|dringenden? (?:fällen|angelegenheiten)|wenden sie sich|weitergeleitet|en cas d'urgence|veuillez contacter|en caso de urgencia|póngase en contacto|bij spoed|neem contact op|em caso de urgência|(?:thank you|thanks) for your (?:e-?mail|mail|message))\b/i;

/** What only a person asks, proposes or answers. */
export const personsWords =
  /\?|\b(?:let's|shall we|i (?:suggest|propose)|how about|looking forward|would you|could you|as (?:agreed|discussed|promised)|i've attached|attached (?:is|are|you will)|see you)\b/i;
