import type { Finding } from "../../domain/draft-basis.ts";
import { isDeed } from "./deeds.ts";
import type { DraftReading } from "./draft-reading.ts";
import { finding } from "./finding.ts";
import { phrasePattern } from "./phrases.ts";
import { wordsIn } from "./sources.ts";

/** Sentences in which somebody tells of what they have done, learnt, or can do. */
const claim = phrasePattern({
  en: `
    i(?:'ve| have| had| also| once| previously| personally| then| first| recently| already| successfully){0,3} (?:led|lead|managed?|ran|run|built|build|worked|developed?|designed?|delivered|launched|grew|grown|increased|reduced|cut|saved|implemented|shipped|migrated|maintained?|taught|teach|trained|published|founded|won|studied|graduated|earned|supervised|oversaw|coordinated|organi[sz]ed|created|introduced|improved|achieved|negotiated|sold|handled|headed|directed|mentored|coached|hired|scaled|automated|wrote (?!to you)|written (?!to you|about)|programmed|coded|set up|turned around|tripled|doubled|halved|spent|served|owned|planned|ported|rolled out|cleaned|rebuilt|rewrote|opened|completed|passed|held|speak|spoke (?:fluent|at)|master*|specialis*|specializ*|hold|bring|used|know how|lived|volunteered|consulted|advised|analy[sz]ed|researched|invented|patented|transformed|integrated|solved|faced|dealt|operated|tested|moved (?:a|the|our|an))
    my (?:\\p{L}+ )?(?:experience|background|expertise|skills?|degree|thesis|studies|training|certificat\\p{L}*|qualification*|knowledge|years|career|track record|diploma|doctorate|phd|master's|bachelor's|education|strengths?|achievement*|project\\p{L}*|team at|fluency|command of)
    (?:my|our) (?:last|previous|current|former|present|old|first) (?:role|job|position|company|employer|team|post|work\\p{L}*)
    as an? (?:former|trained|certified|qualified|experienced|senior|seasoned|long-?time|native|graduate|chartered|licensed|professional|registered|lead|\\p{L}+ by training)
    (?:i am|i'm|being) (?:an? )?(?:\\p{L}+ )?(?:fluent|certified|qualified|experienced|proficient|skilled|trained|expert|specialist|veteran|native speaker|graduate|versed|familiar with|used to|accustomed|adept|accredited|chartered|licensed|bilingual|trilingual|good at|strong in|comfortable with|at home in)
    (?:i have|i've|with|having) (?:\\p{L}+ ){0,4}(?:experience|years|expertise|background|knowledge|degree|training|certificat*|skills)
    years (?:of|in|at|with|as)
    (?:has|have|had) (?:taught|trained|prepared|equipped) me
    my (?:english|german|french|spanish|dutch|portuguese|italian|language*|writing|coding|maths) (?:is|are|has)
    i (?:used to|come from|studied|graduated|qualified|majored)
    i (?:have|hold|earned|took|did|own) (?:an?|my|the|two|several) (?:\\p{L}+ )?(?:degree|master|bachelor|doctora\\p{L}*|phd|mba|diploma|licen[cs]e|certificat\\p{L}*|qualification|background|black belt|talent|gift|knack|habit|way)(?:'s)?
    as an? (?!(?:next|result|candidate|team|whole|matter|first|small|thank|sign|way|follow|consequence|rule|further|reminder)(?!\\p{L}))(?:\\p{L}+ )?\\p{L}+,? (?:i|my)
    (?:under|through|thanks to) my (?:lead\\p{L}*|direction|management|work|effort*)
    (?:led|managed|built|developed|designed|delivered|launched|grew|headed) by me
    i was (?:responsible|in charge|head|lead|promoted|awarded|named|part of the team)
  `,
  de: `
    (?:ich )?habe (?:ich )?... (?:geleitet|geführt|aufgebaut|entwickelt|gearbeitet|betreut|umgesetzt|verantwortet|studiert|gelernt|eingeführt|gebaut|gesteigert|gesenkt|reduziert|geschult|ausgebildet|unterrichtet|veröffentlicht|gegründet|gewonnen|organisiert|koordiniert|verhandelt|verkauft|programmiert|abgeschlossen|erworben|gesammelt|konzipiert|optimiert|betrieben|promoviert|begleitet|verbessert|migriert|automatisiert|geplant|gestaltet|mitgewirkt)
    mein* (?:\\p{L}+ )?(?:erfahrung*|berufserfahrung|kenntnisse*|ausbildung|studium|abschluss|qualifikation*|fähigkeit*|fachwissen|laufbahn|hintergrund|stärken|zertifi*|promotion|tätigkeit|projekt*)
    (?:jahre* |langjährige* |mehrjährige* |umfangreiche* |fundierte* )(?:\\p{L}+ )?(?:erfahrung*|kenntnisse*|berufserfahrung|praxis)
    (?:bin|war) ich? ... (?:ausgebildet*|zertifiziert*|verantwortlich|erfahren*|studiert*|gelernte*|promovierte*|leiter*|fließend|muttersprach*|tätig)
    (?:ich )?(?:war|bin) ... (?:verantwortlich|zuständig|tätig|zertifiziert|ausgebildet)
    als (?:gelernte*|ausgebildete*|ehemalige*|studierte*|erfahrene*|zertifizierte*|langjährige*|leitende*)
    (?:ich )?spreche ... (?:fließend|verhandlungssicher|\\p{L}+isch)
    (?:ich )?(?:beherrsche|verfüge über|leite|leitete|führte|arbeitete|entwickelte|betreute|verantwortete|studierte|bringe ... mit)
    (?:in|bei) mein\\p{L}* (?:letzten|vorherigen|früheren|aktuellen|jetzigen|vorigen|bisherigen)
  `,
  fr: `
    (?:j'ai|ayant|nous avons) (?:\\p{L}+ )?(?:dirigé|géré|mené|piloté|développé|conçu|travaillé|encadré|lancé|créé|réalisé|étudié|obtenu|formé|enseigné|publié|fondé|gagné|augmenté|réduit|économisé|coordonné|organisé|négocié|vendu|programmé|supervisé|déployé|migré|occupé|exercé|acquis|participé à la|mis en place|automatisé|amélioré|construit|livré|monté|managé|soutenu)
    (?:mon|ma|mes) (?:\\p{L}+ )?(?:expérience*|expertise|parcours|diplôme*|formation*|compétence*|connaissance*|études|certific*|doctorat|master|licence|maîtrise|carrière|savoir-faire|atouts?|projets?)
    (?:mon|ma) (?:dernier|dernière|précédent*|ancien*|actuel*|premier|première) (?:poste|emploi|employeur|équipe|entreprise|mission)
    (?:années|ans) d'
    (?:je suis|étant) (?:\\p{L}+ )?(?:diplômée?|certifiée?|bilingue|trilingue|spécialiste|experte?|expérimentée?|titulaire|formée?|ingénieure?|spécialisée?)
    en tant (?:que|qu')
    je (?:parle|maîtrise|possède|dispose d)
    j'étais ... (?:responsable|chef*|chargée?)
    de formation
  `,
  es: `
    he (?:\\p{L}+ )?(?:dirigido|liderado|gestionado|trabajado|desarrollado|diseñado|coordinado|creado|estudiado|lanzado|implantado|implementado|formado|enseñado|publicado|fundado|ganado|aumentado|reducido|ahorrado|organizado|negociado|vendido|programado|supervisado|obtenido|migrado|llevado|mejorado|construido|ocupado|participado en la)
    (?:dirigí|lideré|gestioné|trabajé|desarrollé|diseñé|coordiné|creé|estudié|lancé|implanté|logré|conseguí|obtuve|aumenté|reduje|fundé|gané)
    (?:mi|mis) (?:\\p{L}+ )?(?:experiencia|trayectoria|formación|título|titulación|conocimientos|habilidades|competencias|estudios|certific*|doctorado|máster|grado|carrera|puntos fuertes|proyectos?|especialidad)
    (?:mi|en mi) (?:último|última|anterior|antiguo|antigua|actual|primer|primera) (?:puesto|trabajo|empleo|empresa|equipo|etapa)
    años de
    (?:soy|siendo) (?:\\p{L}+ )?(?:licenciad[oa]|graduad[oa]|titulad[oa]|certificad[oa]|bilingüe|trilingüe|especialista|expert[oa]|ingenier[oa]|diplomad[oa])
    como (?:antigu[oa]|ex|expert[oa]|responsable|jefe|jefa|director*|profesional)
    (?:hablo|domino|poseo|dispongo de|cuento con) 
    (?:fui|era) ... (?:responsable|jefe|jefa|director*|encargad[oa])
  `,
  nl: `
    (?:ik )?heb (?:ik )?... (?:geleid|gewerkt|ontwikkeld|opgezet|gebouwd|aangestuurd|ontworpen|gestudeerd|behaald|gegeven les|begeleid|beheerd|ingevoerd|geïmplementeerd|gelanceerd|verhoogd|verlaagd|bespaard|georganiseerd|gecoördineerd|onderhandeld|verkocht|geprogrammeerd|opgericht|gewonnen|gepubliceerd|opgeleid|opgedaan|gemanaged|geautomatiseerd|verbeterd|gemigreerd|uitgerold)
    mijn (?:\\p{L}+ )?(?:ervaring*|achtergrond|kennis|opleiding*|studie|diploma*|vaardigheden|expertise|loopbaan|certific*|promotie|master|bachelor|werkervaring|sterke punten|project*)
    (?:in|bij) mijn (?:vorige|laatste|huidige|eerdere|oude|eerste) (?:baan|functie|rol|werk*|team|bedrijf)
    jaar* (?:lang )?(?:ervaring|werkervaring)
    (?:ruime|brede|jarenlange|veel|uitgebreide) (?:\\p{L}+ )?(?:ervaring|werkervaring|kennis)
    (?:ben|was) (?:ik )?... (?:gecertificeerd|verantwoordelijk|gediplomeerd|afgestudeerd|opgeleid|tweetalig|specialist|expert|vloeiend|ervaren|werkzaam)
    als (?:voormalig*|ervaren|gecertificeerd*|gediplomeerd*|oud-\\p{L}+|opgeleid*|senior)
    ik (?:spreek|beheers|beschik over|leidde|werkte|ontwikkelde|studeerde|bouwde|gaf leiding)
  `,
  pt: `
    (?:liderei|dirigi|geri|trabalhei|desenvolvi|projetei|coordenei|criei|estudei|lancei|implementei|formei|ensinei|publiquei|fundei|ganhei|aumentei|reduzi|economizei|organizei|negociei|vendi|programei|supervisionei|obtive|migrei|conduzi|conquistei|construí|gerenciei|chefiei|consegui)
    (?:tenho|tendo) (?:\\p{L}+ )?(?:liderado|trabalhado|desenvolvido|gerido)
    (?:minha|meu|meus|minhas) (?:\\p{L}+ )?(?:experiência|trajetória|percurso|formação|diploma|conhecimentos?|habilidades|competências|estudos|certific*|doutoramento|doutorado|mestrado|licenciatura|graduação|carreira|pontos fortes|projetos?|especialidade)
    (?:meu|minha|no meu|na minha) (?:último|última|anterior|antigo|antiga|atual|primeiro|primeira) (?:cargo|trabalho|emprego|empresa|equipe|equipa|função)
    anos de
    (?:sou|sendo) (?:\\p{L}+ )?(?:licenciad[oa]|formad[oa]|graduad[oa]|certificad[oa]|bilingue|bilíngue|especialista|experiente|fluente|engenheir[oa]|mestre|doutor*)
    (?:falo|domino|possuo|disponho de|conto com)
    (?:tenho|com) (?:\\p{L}+ )?(?:experiência|formação|conhecimentos?|anos)
    (?:fui|era) ... (?:responsável|chefe|diretor*|gerente|líder)
    como (?:ex|antig[oa]|especialista|responsável|chefe|profissional)
  `,
});

/** Words that any such sentence has. */
const empty = new Set(
  "about after again also always another back because been before being both could during each every first from great have having here into just know last like long many more most much near next only other over part past same several since some still such than that their them then there these they this those thing things through time under very want well were what when where which while with without work worked working would year years your yours role position company team teams experience really especially particularly quite good large other more make made help und oder aber auch eine einen einem einer meine meinen mein nicht noch sehr schon habe haben hatte wird werden wurde über dass wenn diese dieser diesem bereits avec dans pour plus très aussi cette mon mes une des les sur par est sont pendant avoir être como para pero más muy este esta estos sobre entre desde porque también tengo puedo een van het met voor ook maar niet deze heeft hebben wordt zijn over onder uma com mais muito essa esse sobre entre desde também".split(
    " ",
  ),
);

const says = "Claim about the writer only what their own words or the thread say, in those words.";

/** What a draft tells of the person's work, training and skills has to be told by their own words or by the thread (POLICY 5). */
export function claimFaults({ written, basis, sources }: DraftReading): readonly Finding[] {
  const pattern = claim(basis.language);
  const claims = written
    .map((sentence) => sentence.replaceAll(theirInterest, " "))
    .flatMap(clausesIn)
    .filter((clause) => pattern.test(clause) || isDeed(clause, basis.language));
  if (claims.length === 0) return [];
  const known = new Set(sources.texts.flatMap((text) => wordsIn(text.toLowerCase()).map(stem)));
  const bare = claims.find((sentence) => !isSupported(sentence, known));
  return bare === undefined ? [] : [finding("claim", bare, says)];
}

/** Thanks for an interest in what one has done claim nothing of it. */
const theirInterest =
  /(?:interest|intérêt|interés|interesse|belangstelling|attention|aandacht|atenção|atención|time)\p{L}* (?:porté |shown )?(?:in|à|por|voor|pel[ao]|en|an|de|à la|a) (?:my|mon|ma|mi|mijn|meiner?|o meu|a minha|minha|meu) \p{L}+/giu;

/** "One thing from my side: I led …, which seems close": what stands round a claim needs no support. */
const clausesIn = (sentence: string): readonly string[] =>
  sentence.split(
    /[;:(]\s*|,\s+(?=(?:which|and|but|so|as|was|und|aber|ce|qui|et|lo|que|y|wat|en|o|e)(?!\p{L}))|\s-\s/u,
  );

/** Three of four words that say something are said by a source; endings do not matter. */
function isSupported(sentence: string, known: ReadonlySet<string>): boolean {
  const telling = wordsIn(sentence.toLowerCase()).filter((word) => word.length > 3 && !empty.has(word));
  const found = telling.filter((word) => known.has(stem(word)));
  return telling.length > 0 && found.length >= telling.length * leastSupported;
}

const leastSupported = 0.75;
const stem = (word: string): string => word.slice(0, word.length > 7 ? 6 : 5);
