/**
 * Gives the sentence that tells how many stages there are or which come after the next one, or null (POLICY 1 stage_question, 6.5). That there is a
 * "next step" tells nothing: the invitation is one itself. Read in the mail's sentences, in six languages.
 */
export const stagesIn = (sentences: readonly string[]): string | null =>
  sentences.find(
    (sentence) =>
      ofAStage.test(sentence) && !about.test(sentence) && patterns.some((pattern) => pattern.test(sentence)),
  ) ?? null;

/** Without one of these words no pattern fits; most sentences end here. */
const ofAStage =
  /interview|round|stage|conversation|meeting|talk|chat|call|visit|step|stuf|runde|phase|gespräch|schritt|probe|schnupper|entretien|étape|tour|rendez|échange|rencontre|temps|entrevista|fase|ronda|etapa|reuni|paso|gesprek|stap|meeloop|proefdag|conversa|rodada/i;

/** What else has parts: a question paper, a call that is joined in three steps, a role. */
const about =
  /\b(?:steps? to (?:join|confirm|book|log|connect|complete|register|access|apply)|(?:two|three|four|five|[2-5])[- ](?:stage|part|step) (?:exercise|task|question|test|form|verification|authentication|audit|sale|project))\b/i;

const many = "(?:two|three|four|five|six|[2-6])";
const talk = "(?:interviews?|conversations?|meetings?|talks?|chats?|calls?)";
const stage = "(?:stages?|rounds?)";
const another =
  "(?:second|third|fourth|2nd|3rd|further|final|last|another|one more|follow-up|separate|technical|practical|panel|trial)";
const one = "(?:interview|conversation|meeting|round|stage|visit|day|task|exercise|presentation)";
const process = "(?:process|procedure|interviews?|interviewing|selection|recruitment|hiring)";

const english: readonly string[] = [
  // "a two-stage process", "our three-round interview process"
  `\\b${many}[- ](?:stage|round|step|part|phase)s?,?\\b[^.?!]{0,40}\\b${process}\\b`,
  `\\b(?:one|single)[- ](?:stage|round)\\b[^.?!]{0,30}\\b${process}\\b`,
  // "the process has three stages", "our interviews run over two rounds"
  `\\b${process}\\b[^.?!]{0,40}\\b(?:consists? of|has|have|involves?|includes?|comprises?|is made up of|is|takes?|will be|will have|runs? (?:over|to|in)|in|over|across)\\b[^.?!]{0,20}\\b${many}\\s+(?:\\w+\\s){0,2}(?:stages?|rounds?|steps?|parts?|phases?|${talk})\\b`,
  // "there will be three rounds", "there is one more conversation", "there are two interviews" and no two slots
  `\\b(?:there (?:will be|are|is)|there'(?:s|ll be)|we (?:have|do|hold|run)|(?:you )?will have)\\b[^.?!]{0,25}\\b(?:${many}|one more|one further|another|a (?:second|third|further|final))\\s+(?:\\w+\\s)?(?:${stage}|${talk})\\b(?! (?:slots?|times?|dates?|options?|rooms?|links?))`,
  `\\b(?:${many}|one|one more|a final|no (?:more|further)) (?:more )?(?:${stage}|interviews?|conversations?) (?:to (?:go|come|follow)|left|remain(?:s|ing)?|in (?:all|total)|altogether)\\b`,
  `\\b(?:${many}|one) more ${stage}\\b`,
  `\\b(?:no (?:more|further)|not? (?:any )?(?:second|other)) (?:interviews?|${stage})\\b`,
  `\\b(?:${many}|the (?:two|three|four)) ${stage} (?:in|of|to) (?:the|our|this) ${process}\\b`,
  // "the final interview", "the last round"; "at your last interview" was the one before
  `\\bfinal(?:[- ](?:round|stage|step))?\\s+(?:\\w+\\s)?(?:interview|round|stage|conversation|meeting|step)\\b|\\bfinal[- ]round\\b`,
  `(?<!\\b(?:our|your|my|since|at|after|from|in|during) (?:the )?)\\blast (?:stage|round)\\b|\\b(?:is|be|was) (?:the|our|your) last (?:interview|conversation|step|one)\\b`,
  `\\b(?:the only|a single|just (?:the )?one|only one) (?:interview|${stage})\\b`,
  // "the first of two interviews", "stage 1 of 3"
  `\\b(?:first|second|third|1st|2nd|3rd) (?:\\w+ )?of (?:our |the |these |a total of )?${many} (?:\\w+ )?(?:${stage}|${talk}|steps?)\\b`,
  `\\b(?:stage|round|interview) (?:one|two|three|[1-4]) (?:of|out of) ${many}\\b`,
  // "after this there is a second interview", "if that goes well, we will invite you to meet the board for a final talk"
  `\\b(?:after (?:this|that|which)|following (?:this|that|which)|afterwards|then)\\b[^.?!]{0,80}\\b${another}\\s+(?:\\w+[- ]){0,2}(?:${one}|interviews|rounds|stages)\\b`,
  `\\b(?:if|should|when|once|assuming|provided|subject to)\\b[^.?!]{0,60}\\b(?:go(?:es)? well|successful|works? out|pass(?:es)?|progress(?:es)?|get through|like what|shortlisted)\\b[^.?!]{0,90}\\b(?:second|third|further|final|last|another|one more|follow-up|panel|trial|practical)\\s+(?:\\w+[- ]){0,2}${one}\\b`,
  `\\b(?:call|interview|conversation|chat|screening|task|exercise|test)\\b[^.?!]{0,40}\\b(?:is |will be |to be |and )?followed by\\b[^.?!]{0,50}\\b(?:interview|round|stage|panel|conversation)\\b`,
];

const german: readonly string[] = [
  "\\b(?:zwei|drei|vier|fünf|mehr|2|3|4|5)-?stufig\\p{L}*",
  "\\b(?:verfahren|prozess|auswahl\\p{L}*|bewerbungs\\p{L}*|insgesamt|besteht|umfasst|gibt es|führen wir|folgen)\\b[^.?!]{0,50}\\b(?:zwei|drei|vier|fünf|[2-5])\\s+(?:\\p{L}+\\s)?(?:stufen|runden|schritten?|phasen|gespräche\\p{L}*|gesprächsrunden|interviews?)",
  "\\bin (?:zwei|drei|vier|[2-5]) (?:stufen|runden|schritten|phasen|gesprächen)\\b",
  "\\b(?:finale[snmr]?|abschließende[snmr]?|letzte[snmr]? und entscheidende[snmr]?) (?:gespräch\\p{L}*|interview|runde|gesprächsrunde|schritt)|\\babschlussgespräch\\b|\\bletzten? (?:runde|stufe|gesprächsrunde)\\b",
  "\\b(?:danach|anschließend|im anschluss|bei (?:gegenseitigem|positivem|erfolg)|wenn (?:das|es|alles)|sofern|falls|läuft (?:das|es|alles))[^.?!]{0,90}\\b(?:zweite[snmr]?|zweitgespräch|weitere[snmr]? gespräch|letzte[snmr]? gespräch|probetag|probearbeit\\p{L}*|schnuppertag)",
];

const french: readonly string[] = [
  "\\b(?:processus|recrutement|procédure|sélection|entretiens?)\\b[^.?!]{0,60}(?<!\\p{L})(?:deux|trois|quatre|[2-4]) (?:étapes|tours|entretiens|phases|temps|échanges)",
  "\\ben (?:deux|trois|quatre|[2-4]) (?:étapes|temps|tours|phases)\\b",
  "\\b(?:entretien|tour|rendez-vous|échange) final\\b|(?<!\\p{L})(?:étape finale|dernière étape|dernier tour|ultime (?:étape|entretien))",
  "\\b(?:ensuite|après (?:cet|cette|ce)|à l'issue|puis|si (?:tout|cela|cet|l'entretien|ce premier))(?!\\p{L})[^.?!]{0,90}(?<!\\p{L})(?:second|seconde|deuxième|dernier|dernière|autre|nouvel) (?:entretien|rendez-vous|échange|étape|rencontre)",
  "\\b(?:il y aura|il reste|nous prévoyons) (?:deux|trois|encore un|un (?:second|deuxième|dernier))[^.?!]{0,15}(?:entretiens?|tours?|étapes?|échanges?)",
];

const spanish: readonly string[] = [
  "\\b(?:proceso|selección|procedimiento)\\b[^.?!]{0,60}\\b(?:dos|tres|cuatro|[2-4]) (?:fases|etapas|entrevistas|rondas|pasos)\\b",
  "\\b(?:entrevista|fase|ronda|etapa) final\\b|(?<!\\p{L})última (?:fase|ronda|etapa)\\b",
  "\\b(?:después|posteriormente|luego|tras est[ae]|si (?:todo )?(?:va|sale) bien)(?!\\p{L})[^.?!]{0,90}(?<!\\p{L})(?:segunda|tercera|última|otra) (?:y última )?(?:entrevista|ronda|reunión|fase)",
  "\\b(?:habrá|hay|tendrás|tendrá|quedan?) (?:dos|tres|otra|una (?:segunda|última)|una más)[^.?!]{0,15}(?:entrevistas?|rondas?|fases)\\b",
];

const dutch: readonly string[] = [
  "\\b(?:procedure|proces|sollicitatie\\p{L}*|selectie\\p{L}*|bestaat uit)\\b[^.?!]{0,60}\\b(?:twee|drie|vier|[2-4]) (?:ronden|rondes|gesprekken|stappen|fasen|fases)\\b",
  "\\b(?:laatste|finale) (?:ronde|fase|gespreksronde)\\b|\\b(?:eindgesprek|arbeidsvoorwaardengesprek)\\b",
  "\\b(?:daarna|vervolgens|als (?:dit|het|dat)|bij (?:een positief|wederzijds)|na dit gesprek)\\b[^.?!]{0,90}\\b(?:(?:tweede|derde|laatste|nog een) (?:gesprek|ronde)|vervolggesprek|meeloopdag|proefdag)\\b",
  "\\b(?:er (?:zijn|volgen|komen)|we voeren) (?:twee|drie|vier|[2-4]) (?:gesprekken|ronden|rondes)\\b",
];

const portuguese: readonly string[] = [
  "\\b(?:processo|seleção|recrutamento)(?!\\p{L})[^.?!]{0,60}\\b(?:duas|dois|três|quatro|[2-4]) (?:fases|etapas|entrevistas|rondas|rodadas)\\b",
  "\\b(?:entrevista|fase|etapa|ronda|rodada) final\\b|(?<!\\p{L})última (?:fase|etapa|ronda|rodada)\\b",
  "\\b(?:depois|a seguir|em seguida|se (?:tudo )?correr bem)\\b[^.?!]{0,90}(?<!\\p{L})(?:segunda|terceira|última|outra) (?:entrevista|conversa|fase|etapa)",
  "\\b(?:haverá|há|terá|faltam?) (?:duas|três|mais uma|uma (?:segunda|última))[^.?!]{0,15}(?:entrevistas?|fases?|etapas?|conversas?)\\b",
];

const patterns: readonly RegExp[] = [
  ...english,
  ...german,
  ...french,
  ...spanish,
  ...dutch,
  ...portuguese,
].map((source) => new RegExp(source, "iu"));
