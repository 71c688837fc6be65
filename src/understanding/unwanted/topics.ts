/**
 * What people will not do, and the words by which a mail announces it, in six languages. `wish` finds it in the person's own words; `mail` is stricter
 * where a word means something else as well (the tasks of a job, an interview on a Saturday).
 */
export type Topic = {
  readonly name: string;
  readonly wish: RegExp;
  readonly mail: RegExp;
  /** That it comes at all is worth telling, even where the mail does not say how much of it. */
  readonly tellsAlone: boolean;
};

const topic = (name: string, wish: string, mail: string | null = null, tellsAlone = true): Topic => ({
  name,
  wish: new RegExp(`(?<!\\p{L})(?:${wish})(?!\\p{L})`, "giu"),
  mail: new RegExp(`(?<!\\p{L})(?:${mail ?? wish})(?!\\p{L})`, "iu"),
  tellsAlone,
});

const exercise = "(?:tasks?|assignments?|exercises?|tests?|challenges?|presentation)";

const weekend = "(?:weekends?|week-ends?|saturdays?|sundays?)";

export const topics: readonly Topic[] = [
  topic(
    "trial",
    "trial (?:days?|shifts?|weeks?|periods?)|work trials?|probetage?|probearbeit\\p{L}*|schnuppertage?|journées? d'essai|días? de prueba|proefdag(?:en)?|dias? de experiência",
  ),
  topic(
    "task",
    "(?:take-?home|coding|technical|written|home|case)?[ -]?(?:tasks?|assignments?|exercises?|tests?|challenges?|homework|case stud(?:y|ies)|work samples?)|(?:probe)?aufgaben?|arbeitsproben?|exercices?|études? de cas|pruebas?|ejercicios?|opdracht(?:en)?|testes?|exercícios?|desafios?",
    `(?:take[- ]home|coding|technical|written|practical|short|small|brief|home|design|skills?|writing|sample|data|unpaid)[- ]${exercise}|homework|case stud(?:y|ies)|work samples?|(?:complete|do|prepare|submit|return|finish|set|give|send|sending|attached|attach|work on|have|is|involves?|includes?|with) (?:you |us |me |back |out )?(?:\\p{L}+ ){0,3}${exercise}|${exercise} (?:should|will|takes?|is due|attached|at home|before|by|below)|(?:probe|fall|test)aufgaben?|arbeitsproben?|aufgabe (?:zu|für|bis|anbei)|fallstudien?|(?:petit |petite |test |exercice )(?:technique|pratique|écrit|test|exercice)|études? de cas|prueba (?:técnica|práctica|escrita)|caso práctico|ejercicios?|(?:kleine|korte|praktische|thuis)?opdracht (?:te|voor|maken|thuis)|praktijkopdracht|teste (?:técnico|prático|escrito)|desafio (?:técnico|prático)|exercício`,
  ),
  topic(
    "relocation",
    "relocat\\p{L}*|mov(?:e|ing) (?:house|home|city|abroad)|umzug|umziehen|déménag\\p{L}*|traslad\\p{L}*|mudanza|reubicación|verhuiz\\p{L}*|mudança|mudar de cidade",
    "relocat\\p{L}*|mov(?:e|ing) (?:house|home|abroad|to (?!stage|round|phase|step|zoom|teams|\\p{L}+day)(?-i:\\p{Lu})\\p{L}{2,})|umzug|umziehen|umzuziehen|déménag\\p{L}*|traslad\\p{L}*|mudanza|reubicación|verhuiz\\p{L}*|mudança de (?:cidade|residência)|mudar-se",
  ),
  topic(
    "weekend",
    "weekends?|saturdays?|sundays?|wochenend\\p{L}*|samstag\\p{L}*|sonntag\\p{L}*|week-ends?|fin(?:es)? de semana|zaterdag\\p{L}*|zondag\\p{L}*|weekeind\\p{L}*|fins? de semana|sábados?|domingos?|samedis?|dimanches?",
    [
      `${weekend}[- ](?:work|working|shifts?|cover|duty|duties|rota|hours|availability|openings?|on-?call)`,
      `(?:work|works|working|cover|covering|available|availability|open|shifts?|rota|duty) (?:\\p{L}+ ){0,4}${weekend}`,
      `(?:includ|involv|requir)\\p{L}* (?:\\p{L}+ ){0,4}${weekend}`,
      `(?:please|complete|finish|prepare|do|send|submit|return) [^.?!]{0,60}over the weekend`,
      `(?:every|alternate|one|most) (?:other |second |third |fourth )?${weekend}(?: in| a| per| off)?`,
      "wochenend(?:arbeit|dienst|schicht)\\p{L}*|samstagsarbeit|(?:auch|gelegentlich|regelmäßig|bereitschaft) (?:\\p{L}+ )?am wochenende|am wochenende (?:zu )?arbeit\\p{L}*",
      "(?:travail|travailler|travaillez) (?:le |les |un )?(?:week-?ends?|samedis?|dimanches?)|week-?ends? travaillés?|un (?:samedi|week-?end) sur",
      "trabajar (?:los |en |algún )?(?:fin(?:es)? de semana|sábados?|domingos?)|fines de semana alternos|turnos? de fin de semana",
      "weekenddienst\\p{L}*|(?:werken in het|in het) weekend(?:en)?(?: te)? werk\\p{L}*|werken in het weekend",
      "trabalhar (?:aos |ao )?(?:fins? de semana|sábados?|domingos?)",
    ].join("|"),
  ),
  topic(
    "night",
    "nights?|night-?shifts?|nacht\\p{L}*|nächt\\p{L}*|nuits?|noches?|noites?|nocturn\\p{L}*",
    "night[- ]?(?:shifts?|work|duty|duties|rota|bake|team)|(?:work|works|working|cover|covering) (?:\\p{L}+ ){0,3}nights?|nights (?:every|one|in)|nacht(?:schicht|dienst|arbeit)\\p{L}*|(?:travail|poste|horaires?) de nuit|turnos? (?:de noche|nocturnos?|da noite|noturnos?)|trabalho noturno",
  ),
  topic(
    "on call",
    "on-?call|on call|stand-?by|pager duty|(?:ruf)?bereitschaft\\p{L}*|astreintes?|guardias?|oproepdienst\\p{L}*|bereikbaarheidsdienst\\p{L}*|regime de prevenção",
    "on-call|on call (?:rota|duty|shifts?|one|every|for|at|week)|(?:be|being|are|go) on call|stand-?by|pager duty|(?:ruf)?bereitschaft(?:sdienst)?|astreintes?|guardias?|oproepdienst\\p{L}*|bereikbaarheidsdienst\\p{L}*|regime de prevenção",
  ),
  topic(
    "overtime",
    "overtime|überstunden|heures supplémentaires|horas extra\\p{L}*|overuren|overwerk\\p{L}*",
  ),
  topic("shift", "shifts?|shift ?work|schicht\\p{L}*|horaires décalés|turnos?|ploegendienst\\p{L}*"),
  topic(
    "travel",
    "travel\\p{L}*|business trips?|reisen?|reisetätigkeit|dienstreisen?|déplacements?|viaj\\p{L}*|desplazamientos?|reizen|deslocações|viagens",
    "(?:some|frequent|regular|occasional|extensive|much|heavy|international|business|overnight|weekly|monthly|involves?|includes?|requires?|willing(?:ness)? to|able to|\\d+ ?%(?: of)?|percent|days?(?: of)?) travel\\p{L}*|travel\\p{L}* (?:to (?:our )?(?:sites?|clients?|customers?|offices?)|of|up to|around|about|required|requirements?|\\d+)|business trips?|reisetätigkeit|dienstreisen?|reisebereitschaft|déplacements|déplacement (?:fréquent|régulier|professionnel)|viajes|viajar|desplazamientos?|reizen|deslocações|viagens",
  ),
  topic(
    "office",
    "office|on-?site|in[- ]person|vor ort|büro|präsenz\\p{L}*|bureau|sur site|présentiel|oficina|presencial|kantoor|op locatie|escritório",
    null,
    false,
  ),
  topic(
    "fixed term",
    "fixed[- ]term|temporary (?:contracts?|roles?|positions?|jobs?)|befrist\\p{L}*|CDD|contratos? temporal(?:es)?|tijdelijke? contract\\p{L}*|contratos? a termo",
  ),
  topic("commission", "commission[- ]only|commission(?:s| based|-based)?|provision\\p{L}*"),
  topic(
    "recorded video",
    "one-?way (?:video )?(?:interviews?|videos?)|(?:pre-?)?recorded (?:video )?(?:interviews?|answers?|videos?)|asynchronous (?:video )?interviews?|video ?recordings?|zeitversetzte\\p{L}* (?:video)?interviews?|entretiens? vidéo différés?|entrevistas? (?:en )?diferid\\p{L}*",
  ),
  topic(
    "rounds",
    "rounds?|stages?|interviews?|gesprächsrunden?|tours?|rondas?|rondes?|rodadas?",
    "rounds?|stages?|interviews|gesprächsrunden?|gespräche|tours|entretiens|rondas?|entrevistas|rondes?|gesprekken|rodadas?",
    false,
  ),
  topic(
    "pay",
    "salary|salaries|pay|wage|gehalt|salaire|salario|sueldo|salaris|salário|ordenado",
    null,
    false,
  ),
  topic(
    "holiday",
    "holidays?|vacation|annual leave|urlaub\\p{L}*|congés|vacaciones|vakantie\\p{L}*|férias",
    null,
    false,
  ),
];
