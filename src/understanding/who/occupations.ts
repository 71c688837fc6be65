import { squash } from "./spelling.ts";

// Head nouns of trades: what a job title turns on. Frequent ones of every trade, in the six languages of the reading. Folded.
const heads = new Set(
  `
  accountant acoustician actor actuary adjuster administrator advisor adviser advocate agent agronomist aide analyst anaesthetist anesthetist animator apprentice
  arborist archaeologist architect archivist artist artworker assembler assessor assistant associate astronomer attendant attorney audiologist auditor author
  baker banker barber barista barman bartender beautician beekeeper biochemist bioinformatician biologist biostatistician blacksmith blaster bookbinder bookkeeper botanist
  brewer bricklayer broker builder bursar butcher butler buyer cabinetmaker captain caregiver caretaker carer carpenter carrier cartographer cashier
  caseworker caterer chairman chairperson chambermaid champion chancellor chaplain chauffeur chair checker cheesemonger chef chemist chief childminder chiropractor
  choreographer cleaner clerk clinician coach coder collector columnist commander commis commissioner companion compere compiler composer concierge conductor conservator
  consultant contractor controller cook coordinator copywriter copyeditor coroner correspondent counsel counsellor counselor courier critic curator custodian cutter
  dancer dealer dean deckhand demonstrator dentist deputy dermatologist designer detective developer dietician dietitian director dishwasher dispatcher diver docent
  doctor doorman draftsman draughtsman draughtsperson dressmaker driver dyer ecologist economist editor educator electrician embalmer embryologist engineer
  entomologist epidemiologist ergonomist estimator examiner executive expert fabricator facilitator farmer farrier fellow fellowship finisher firefighter fisher fishmonger fitter
  florist foreman foreperson forester forwarder foundryman framer fundraiser futurist gamekeeper gardener geneticist geographer geologist geophysicist gilder
  glassblower glazier goldsmith governess graduate groom groundskeeper groundsman groundsperson groundworker guard guide gunsmith hairdresser handyman handyperson hand handler handler harvester
  hatter head headteacher helper historian host hostess housekeeper hunter hydrogeologist hydrologist illustrator importer inspector installer instructor 
  intern internship interpreter investigator ironworker janitor jeweller jeweler jockey joiner journalist judge keeper labourer laborer laminator landscaper lawyer 
  lead leader lecturer lectureship legislator librarian lifeguard linesman linguist liaison loader locksmith logger logistician machinist maid maintainer maker manager manageress marketer
  marshal mason masseur masseuse master mate mathematician matron mechanic mechatronician mediator medic mentor merchandiser merchant messenger meteorologist
  metallurgist metalworker microbiologist midwife miller milliner miner minister mixologist model modeler modeller moderator mortician mover musician nanny naturalist
  negotiator neurologist neuroscientist notary nurse nurseryman nutritionist observer oceanographer officer operative operator optician optometrist orderly organiser organizer
  organist orthodontist osteopath overseer owner packager packer painter paediatrician pediatrician paralegal paramedic parker partner pastor patrol pathologist patternmaker pedagogue
  performer perfusionist pharmacist pharmacologist philosopher phlebotomist photographer physician physicist physio physiologist physiotherapist pianist picker pilot
  planner plasterer playworker plumber podiatrist poet policeman porter postdoc postdoctoral postman potter practitioner preparer presenter president presser principal printer
  privatdozent processor procurator producer professor professorship programmer projectionist promoter proofreader prosecutor provost psychiatrist psychologist psychotherapist
  publicist publisher pumper purchaser radiographer radiologist ranger rapporteur reader realtor receptionist recruiter rector refinisher registrar
  repairer replenishment reporter representative rep rescuer researcher restorer reviewer rigger roaster roofer sailor salesman salesperson saleswoman sampler sawyer scaffolder scheduler scholar scientist
  sculptor seamstress secretary seller senator sergeant server setter sexton shepherd shipwright shoemaker shunter signaller signalman silversmith singer skipper smith solderer soldier solicitor
  sommelier sourcer sonographer specialist splicer sprayer statistician steward stewardess stockbroker stocker stonemason storekeeper storeman storeperson strategist stylist sub-editor subeditor substitute
  superintendent superviser supervisor surgeon surveyor sweeper tailor tanner teacher technician technologist tech teller temp temps tenor tester therapist tiler toolmaker
  trader trainee trainer transcriber translator treasurer tuner turner tutor typesetter typist umpire underwriter upholsterer usher valet valuer vet veterinarian vicar videographer 
   volunteer waiter waitress waitstaff warden warehouseman warehouseperson washer watchman watchmaker weaver webmaster welder wholesaler winder winemaker woodworker worker workman wrangler writer yardman zookeeper zoologist
  ceo cfo coo cto cmo cio cpo cro vp svp evp qa sre mgr asst admin sdr bdr hca rn rgn lpn cna lsa asv barrister vicar verger chaplain curate geotech devops dba pmo
  apprenticeship traineeship residency clerkship bursary studentship scholarship tutorship curatorship
  pot-washer prep bookseller stylists physios
  sachbearbeiter sachgebietsleitung leitung leiter mitarbeiter fachkraft hilfskraft kraft kaufmann kauffrau pfleger pflegerin krankenschwester lehrer lehrkraft erzieher arzt arztin
  ingenieur techniker entwickler berater buchhalter bilanzbuchhalter bilanzbuchhaltung verkaufer koch kochin kellner backer metzger maurer elektriker elektroniker mechaniker mechatroniker schlosser schreiner tischler monteur
  fahrer kraftfahrer referent referentin assistent assistenz praktikant praktikum werkstudent auszubildender auszubildende ausbildung azubi volontar dozent professur konstrukteur planer architektin gartner
  controller disponent einkaufer vertriebler redakteur ubersetzer jurist anwalt steuerfachangestellte hausmeister reinigungskraft sachbearbeitung pflegefachmann pflegefachfrau fachmann fachfrau lagerist meister gutachter gutachterin schichtleiter trainee projektleiter bauleiter teamleiter filialleiter
  agente agent comptable conseiller conseillere vendeur vendeuse responsable charge chargee chef cheffe directeur directrice ingenieur ingenieure technicien technicienne developpeur developpeuse infirmier infirmiere aide-soignant aide-soignante
  aide conducteur conductrice chauffeur livreur cuisinier cuisiniere serveur serveuse boulanger boulangere patissier assistant assistante gestionnaire coordinateur coordinatrice coordonnateur animateur animatrice
  educateur educatrice professeur professeure enseignant enseignante formateur formatrice graphiste redacteur redactrice traducteur traductrice juriste avocat avocate notaire libraire operateur operatrice hotesse receptionniste magasinier
  preparateur preparatrice electricien plombier menuisier macon soudeur mecanicien mecanicienne ouvrier ouvriere caissier caissiere stagiaire alternant alternante apprenti apprentie consultant consultante analyste acheteur acheteuse
  controleur controleuse auditeur auditrice secretaire bibliothecaire pharmacien pharmacienne kinesitherapeute medecin psychologue moniteur monitrice mediateur mediatrice jardinier facteur
  administrativo administrativa analista asesor asesora asistente auxiliar ayudante cajero cajera camarero camarera carpintero celador celadora cientifico cientifica cocinero cocinera comercial conductor conductora consultor consultora contable
  coordinador coordinadora dependiente dependienta desarrollador desarrolladora director directora disenador disenadora economista educador educadora electricista encargado encargada enfermero enfermera especialista fisioterapeuta fontanero gerente gestor gestora guia
  ingeniero ingeniera investigador investigadora jefe jefa lider maestro maestra mecanico mecanica medico medica monitor monitora mozo operador operadora operario operaria panadero periodista profesor profesora programador programadora
  psicologo psicologa recepcionista redactor redactora repartidor reponedor reponedora representante soldador soldadora supervisor supervisora tecnico tecnica trabajador trabajadora traductor traductora vendedor vendedora veterinario vigilante becario becaria aprendiz practicas corrector correctora
  medewerker medewerkster leerkracht docent docente verpleegkundige verzorgende begeleider adviseur beleidsmedewerker boekhouder accountmanager ontwikkelaar tekenaar timmerman loodgieter lasser monteur
  kok bakker slager verkoper verkoopster inkoper inkoopster schoonmaker kapper chauffeur vrachtwagenchauffeur magazijnmedewerker orderpicker planner projectleider teamleider filiaalmanager assistent-filiaalmanager stagiair stage redacteur vertaler
  jurist advocaat receptionist leidinggevende uitvoerder werkvoorbereider onderzoeker bibliothecaris fysiotherapeut huisarts conciërge conducteur machinist
  atendente auxiliar balconista cozinheiro cozinheira contabilista contador contadora coordenador coordenadora desenvolvedor desenvolvedora enfermeiro enfermeira engenheiro engenheira
  estagiario estagiaria estagio gerente gestor gestora jornalista mediador mediadora motorista operador operadora pedreiro professor professora programador recepcionista secretaria soldador supervisor tecnico tecnica tradutor tradutora vendedor vendedora cientista assistente analista diretor diretora
  arquiteto arquiteta advogado advogada farmaceutico farmaceutica fisioterapeuta nutricionista psicologo psicologa cuidador cuidadora eletricista mecanico mecanica encarregado encarregada porteiro padeiro costureira oleiro aprendiz formador formadora
`
    .trim()
    .split(/\s+/)
    .map(squash),
);

// What the Romance languages and Dutch make of a verb: "tramitador", "opératrice", "begeleidster".
const made =
  /.{4}(?:ador|adora|edor|edora|idor|idora|ateur|atrice|rista|tista|nista|leuse|teuse|ieuse|ster|ologo|ologa|ologue|ologin|behandelaar|begeleider|verkoper)$/;
const notMade =
  /^(?:entrevista|register|semester|minister|master|poster|cluster|roster|leicester|manchester|winchester|chester|worcester|rochester|gloucester|lancaster|doncaster|easter|foster|sister|munster|ulster|leinster|westminster|munchster|monster|webster|disaster|salvador|labrador|ecuador|computador|revista|conquista|comedor)$/;

// "Heads up", "in good hands": the plural of these names no trade.
const notMany =
  /^(?:heads|hands|leads|guides|guards|models|hosts|chiefs|partners|companions|champions|experts|owners|minds|temps)$/;

// German and Dutch write a trade as one word; its end tells.
const compound =
  /.{3}(?:leiter|leiterin|leitung|berater|beraterin|arbeiter|arbeiterin|entwickler|entwicklerin|ingenieur|ingenieurin|techniker|technikerin|pfleger|pflegerin|lehrer|lehrerin|meister|meisterin|assistent|assistentin|helfer|helferin|fahrer|fahrerin|kaufmann|kauffrau|kraft|planer|planerin|buchhalter|buchhalterin|buchhaltung|manager|managerin|gutachter|gutachterin|verkaufer|verkauferin|fachmann|fachfrau|bearbeitung|bearbeiter|bearbeiterin|referent|referentin|schlosser|mechaniker|mechanikerin|elektroniker|monteur|forscher|forscherin|konstrukteur|konstrukteurin|mitarbeiter|mitarbeiterin|sekretar|sekretarin|student|studentin|medewerker|leider|leidster|adviseur|begeleider|verpleegkundige|kundige|verzorger|tekenaar|ontwikkelaar|chauffeur|inkoper|verkoper|bakker|werker|kracht|docent|coordinator|woman|person|master|keeper|worker|smith|maker|therapist|ologist|ographer|rechter|wart|wartin)$/;

/** True when a word is the head of a job title: "Baker", "Nurses", "Sachbearbeiterin", "Cajera/o". */
export function isOccupation(word: string): boolean {
  const known = seen.get(word);
  if (known !== undefined) return known;
  if (seen.size > mostSeen) seen.clear();
  const is = namesATrade(word);
  seen.set(word, is);
  return is;
}

// The same words come again in every mail; asking the sets and endings each time is most of the reading's cost.
const seen = new Map<string, boolean>();
const mostSeen = 20_000;

/** "Traders", "Distillers": the plural of a trade ends a company's name more often than a job title. */
export const isPluralTrade = (word: string): boolean =>
  /[^s]s$/.test(word) && !heads.has(squash(word)) && isOccupation(word);

/** True when a word names a trade and can hardly be a surname: the listed heads only, no ending. */
export const isListedTrade = (word: string): boolean => heads.has(squash(word));

function namesATrade(word: string): boolean {
  const plain = squash(word.replace(/[/(].*$/, "").replace(/['’]s$/, ""));
  if (plain.length < 2 || notMany.test(plain)) return false;
  return (
    heads.has(plain) ||
    (plain.endsWith("s") && heads.has(plain.slice(0, -1))) ||
    (plain.endsWith("in") && heads.has(plain.slice(0, -2))) ||
    (plain.endsWith("innen") && heads.has(plain.slice(0, -5))) ||
    (plain.length > 8 && compound.test(plain)) ||
    (plain.length > 6 && made.test(plain) && !notMade.test(plain)) ||
    (word.includes("-") && word.split("-").some((part) => part.length > 2 && heads.has(squash(part))))
  );
}
