// What a sender's name and an organisation's name are made of, besides the name itself. English and the five other languages of the reading.

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Words that name a department or a shared mailbox, never a company: "Harbour Bakery Talent Team". Folded. */
export const departmentWords = list(`
  career careers job jobs talent talents acquisition recruiting recruitment recruiter recruiters resourcing hr hiring team teams crew
  selection seleccion selecao recrutement recrutamento talento talentos werving karriere bewerbung bewerbermanagement bewerbungen
  personalabteilung personalmanagement personalamt personalwesen personalreferat candidature candidatures candidates applications
  applicants admissions onboarding payroll department dept departamento departement abteilung afdeling drh rrhh rh
  equipe equipo equipa atracao atraccion attraction empleo emploi vagas sollicitaties noreply no-reply mailbox notifications alerts updates
  ats hris jobportal karriereteam ausbildung lehrstuhl dekanat schulleitung geschaftsleitung bewerberservice nachwuchsteam admin recruit leitung sekretariat verwaltung personalverwaltung secretaria secretariat secretariaat secretaria interview interviews scheduling scheduler coordinator registrations appointments housekeeping medical-staffing assessments offers enquiries vacancies bookings hrteam selectiedienst selectie workforce
`);

/** Words that name a department beside one of the others or alone, but end companies' names too: "Arbroath Marine Services". Folded. */
export const halfDepartmentWords = list(`
  people staff staffing personnel personal human resources recursos humanos ressources humaines services service shared operations ops office
  desk work partners partner students student experience change culture cultura culture gente gestao personas organisation organization direction direccion direcao
  global support info contact news system early graduate graduates campus candidate applicant application school reception hello
  center centre helpdesk help employment employee civilian planning search dean deans postdoc adviser advisor pool public relations selection panel screening
  safer police gov civil state online verification visa mobility immigration casting details community tracking support test tests checking compliance program programme referral desk
  secretary board faculty committee management medical reply automated the your our to and at & y e et und of de da do das dos
`);

/** Words that join a name's parts or stand before it, in lower case inside a name: "University of the Wolds", "Banque du Drac". Folded. */
export const joiningWords = list(
  "of the and & de del de la las los el der die das des dem du le les da do das dos di fur fuer von van vom zu zum zur e y et und en op aan het ten ter + for",
);

/** Words that make a name an agency's when they stand in it or in its domain (POLICY 8.5). Folded. */
export const agencyWords =
  /(?:recruit(?!ing@)|^staff|staffing|talent|(?<!re)search|personnel|resourcing|headhunt|executivesearch|interim|placements?$|manpower|personal(?:beratung|vermittlung|dienst|$)|zeitarbeit|uitzend|detacher|workforce|selection$|seleccion|consultoriarh|people$|executives?|exec$|temps$|^rh(?=conseil|consult|part|selec|recru|expert|group|solu|human|talent)|rh$|consultoria(?:de)?rh|headhunters?)/;

/** Domains of job boards and applicant systems that no list knows yet: their own name tells the trade. */
export const portalWords =
  /(?:^jobs?(?!on)|jobs?$|jobs|careers?|vacanc|emploi|empleo|emprego|vagas|stellen(?:markt|anzeige|angebot)|^hire|^hiring|hiring$|(?<!s)hire$|recruit|applicants?|^apply|talent)/;

/** What an agency says of those it works for. */
export const speaksOfClients =
  /\b(?:(?:my|our) clients?\b|a client of (?:mine|ours)|retain\b[^.]{2,40}\bto fill|we represent|nuestro encargo|i recruit (?:exclusively )?for|(?:am|been) retained by|talent sourcer for|acts? as an employment (?:agency|business)|acting as an employment (?:agency|business)|is an employment (?:agency|business)|(?:unser|mein)(?:en?|es?|em)? (?:mandant|kunde|auftraggeber)|(?:mon|notre) client|(?:nos|vos) candidats|nuestro cliente|(?:mijn|onze) (?:klant|opdrachtgever|cliënt)|(?:meu|nosso) cliente|candidate (?:mailings|outreach))/i;

/** Endings by which a squashed domain label falls into words: "hudsontile" is "Hudson Tile". Longest first. */
export const businessEndings = `
  generating marketing casualty refining pipeline ambulance maritime coastguard constabulary supply storage radio textile fitouts gallery neighbourhood
  traders brothers ferries industrial resources recruitment
  manufacturing fabrications fabrication distillers construction engineering consulting enterprises technologies technology properties industries healthcare logistics analytics
  university solutions associates insurance institute financial hospitals transport textiles furniture gardening marketing education electric
  pharmacy software security services academy airways architects aviation bakeries beverages brewery brewing builders building capital catering
  ceramics chemicals childcare clinics college coffee council cycles design digital distillery electrics electronics energy estates factory
  finance fitness flooring flowers foods forestry foundation freight gallery gardens garage grocers hardware holidays homes hospital hospice hotels
  housing imaging interiors joinery kitchen kitchens landscapes laundry leather library lighting linen logistik machines makers marine maritime
  materials medical mining minerals mobility motors museum nursery nurseries optics outdoors packaging partners pharma physio pictures plumbing
  plastics plumbers pottery primary printing products property records recycling removals renewables rentals repairs research resort restaurant
  retail robotics roofing schools school science security seafood seeds shipping society solar spices sports stables stores stone studio studios
  supplies surgery surveyors systems tailors theatre therapy tiles timber tools tours towers toys trading training travel trust tyres utilities vets
  vehicles ventures village vineyards wealth wholesale windows wines workshop works yachts
  air apps arts auto bank bikes boats books bread bus butchers cabs cafe cakes care cars catch cheese clinic club co couriers courier dairy
  chemical chemicals credit rescue animal logistik academy cathedral agency shelter union society club store group union cathedral parish diocese church chapel data deli dental drones farm farms film films fish frame frames foods food gas gear glass gold group guitars health home hotel house inns ink insure
  inn ironworks island kids labs lab law legal lodge maps media metals mill mills music news oils paint paints paper parks park pay pet pets
  plant play power press print pumps rail road sails salon salt shoes shop skin soap spa steel stoves surf tea tech telecom textil tile trains
  trees trucks tv tyre vet vision water wine wood wool wools yarn zoo
`
  .trim()
  .split(/\s+/)
  .toSorted((a, b) => b.length - a.length);

/** Legal forms, at a name's end. */
export const legalForm =
  /[\s,]+(?:\(?pty\)?\s+ltd|pvt\.?\s+ltd|\(?p(?:vt)?\)?\s+ltd|pvt|dac|clg|cic|sdn\.?\s+bhd|a\/s|k\.k|pte\.?\s+ltd|co\.,?\s+ltd|ltd|limited|inc|incorporated|llc|llp|plc|g?gmbh(?: & co\.? kg)?|ges\.?m\.?b\.?h|betriebsges\.?m\.?b\.?h|mbh|ag|se|s\.?a\.?(?:s|r\.?l|u)?|s\.?l\.?u?|b\.?v|n\.?v|corp|corporation|pty|pte|oy|ab|aps|kg|ohg|e\.?v|lda|ltda|s\.?p\.?a|srl|bvba|vof)\.?$/i;
