/** Where people say they are, by the zone whose clock they live by. Names that are first of all something else (Reading, Nice, Mobile) are left out. */
const placesOf: Readonly<Record<string, string>> = {
  "America/New_York":
    "New York|NYC|Washington(?! State)|Manhattan|Brooklyn|Boston|Philadelphia|Washington,? D\\.?C|Atlanta|Miami|Orlando|Tampa|Charlotte|Raleigh|Pittsburgh|Detroit|Cleveland|Columbus|Baltimore|Buffalo|Albany|Newark|Hartford|Richmond,? VA|New Jersey|Massachusetts|Connecticut|Pennsylvania|Virginia|North Carolina|Florida|Ohio|Michigan",
  "America/Chicago":
    "Chicago|Houston|Dallas|Austin|San Antonio|Minneapolis|St\\.? Louis|Kansas City|Milwaukee|Nashville|Memphis|New Orleans|Omaha|Des Moines|Oklahoma City|Tulsa|Texas|Illinois|Wisconsin|Minnesota|Missouri|Nebraska|Iowa",
  "America/Denver":
    "Denver|Boulder|Salt Lake City|Albuquerque|Boise|Santa Fe|Colorado|Utah|Montana|New Mexico|Wyoming",
  "America/Phoenix": "Phoenix|Tucson|Scottsdale|Arizona",
  "America/Los_Angeles":
    "San Francisco|Los Angeles|San Diego|San Jose|Seattle|Sacramento|Oakland|Palo Alto|Mountain View|Las Vegas|Silicon Valley|California|Oregon|Portland,? OR|Vancouver,? WA|Washington State|Nevada",
  "America/Anchorage": "Anchorage|Alaska",
  "Pacific/Honolulu": "Honolulu|Hawaii",
  "America/Toronto": "Toronto|Ottawa|Montr[eé]al|Mississauga|Qu[eé]bec|Ontario|Barrie",
  "America/Winnipeg": "Winnipeg|Manitoba",
  "America/Edmonton": "Calgary|Edmonton|Alberta",
  "America/Vancouver": "Vancouver|British Columbia",
  "America/Halifax": "Halifax|Nova Scotia",
  "America/Mexico_City": "Mexico City|Ciudad de M[eé]xico|CDMX|Guadalajara|Monterrey",
  "America/Bogota": "Bogot[aá]|Medell[ií]n|Colombia",
  "America/Lima": "Lima|Per[uú]",
  "America/Santiago": "Santiago de Chile|Chile",
  "America/Argentina/Buenos_Aires": "Buenos Aires|Argentina",
  "America/Sao_Paulo":
    "S[ãa]o Paulo|Rio de Janeiro|Bras[ií]lia|Recife|Belo Horizonte|Curitiba|Porto Alegre|Salvador da Bahia|Campinas|Brazil|Brasil",
  "Europe/London":
    "London|Edinburgh|Glasgow|Manchester|Birmingham|Leeds|Liverpool|Bristol|Cardiff|Belfast|Sheffield|Newcastle|Nottingham|Cambridge|Oxford|York|Brighton|UK|United Kingdom|Britain|Great Britain|England|Scotland|Wales",
  "Europe/Dublin": "Dublin|Limerick|Galway|Ireland",
  "Europe/Lisbon": "Lisbon|Lisboa|Porto|Coimbra|Portugal",
  "Europe/Paris": "Paris|Lyon|Marseille|Toulouse|Bordeaux|Lille|Nantes|Strasbourg|Grenoble|France",
  "Europe/Brussels": "Brussels|Bruxelles|Brussel|Antwerp|Antwerpen|Ghent|Brugge|Belgium|Belgique|België",
  "Europe/Amsterdam":
    "Amsterdam|Rotterdam|Utrecht|Eindhoven|The Hague|Den Haag|Netherlands|Nederland|Holland",
  "Europe/Berlin":
    "Berlin|Hamburg|Munich|München|Frankfurt|Cologne|Köln|Stuttgart|Düsseldorf|Leipzig|Dresden|Hanover|Hannover|Bremen|Germany|Deutschland",
  "Europe/Vienna": "Vienna|Wien|Graz|Linz|Salzburg|Innsbruck|Austria|Österreich",
  "Europe/Zurich": "Zurich|Zürich|Geneva|Genève|Basel|Bern|Lausanne|Switzerland|Schweiz",
  "Europe/Madrid": "Madrid|Barcelona|Valencia|Seville|Sevilla|Bilbao|Zaragoza|M[áa]laga|Spain|España",
  "Atlantic/Canary": "Canary Islands|Canarias|Tenerife|Las Palmas",
  "Europe/Rome": "Rome|Roma|Milan|Milano|Turin|Bologna|Italy|Italia",
  "Europe/Copenhagen": "Copenhagen|Aarhus|Denmark",
  "Europe/Stockholm": "Stockholm|Gothenburg|Malmö|Sweden",
  "Europe/Oslo": "Oslo|Bergen|Norway",
  "Europe/Helsinki": "Helsinki|Tampere|Finland",
  "Europe/Warsaw": "Warsaw|Krak[oó]w|Wrocław|Gda[nń]sk|Poland",
  "Europe/Prague": "Prague|Brno|Czech Republic|Czechia",
  "Europe/Budapest": "Budapest|Hungary",
  "Europe/Athens": "Athens|Thessaloniki|Greece",
  "Europe/Bucharest": "Bucharest|Cluj|Romania",
  "Europe/Sofia": "Sofia|Bulgaria",
  "Europe/Kyiv": "Kyiv|Kiev|Lviv|Ukraine",
  "Europe/Istanbul": "Istanbul|Ankara|Türkiye",
  "Asia/Jerusalem": "Tel Aviv|Jerusalem|Haifa|Israel",
  "Africa/Lagos": "Lagos|Abuja|Nigeria",
  "Africa/Nairobi": "Nairobi|Kenya",
  "Africa/Johannesburg": "Johannesburg|Cape Town|Durban|South Africa",
  "Africa/Cairo": "Cairo|Egypt",
  "Asia/Dubai": "Dubai|Abu Dhabi|UAE",
  "Asia/Riyadh": "Riyadh|Jeddah|Saudi Arabia",
  "Asia/Karachi": "Karachi|Lahore|Islamabad|Pakistan",
  "Asia/Kolkata":
    "Bangalore|Bengaluru|Mumbai|New Delhi|Delhi|Hyderabad|Chennai|Pune|Kolkata|Gurgaon|Gurugram|Noida|India",
  "Asia/Singapore": "Singapore",
  "Asia/Kuala_Lumpur": "Kuala Lumpur|Malaysia",
  "Asia/Manila": "Manila|Cebu|Philippines",
  "Asia/Jakarta": "Jakarta",
  "Asia/Bangkok": "Bangkok|Thailand",
  "Asia/Ho_Chi_Minh": "Ho Chi Minh City|Hanoi|Vietnam",
  "Asia/Hong_Kong": "Hong Kong",
  "Asia/Shanghai": "Shanghai|Beijing|Shenzhen|Guangzhou|China",
  "Asia/Taipei": "Taipei|Taiwan",
  "Asia/Seoul": "Seoul|South Korea",
  "Asia/Tokyo": "Tokyo|Osaka|Japan",
  "Australia/Perth": "Perth|Western Australia",
  "Australia/Adelaide": "Adelaide",
  "Australia/Brisbane": "Brisbane|Queensland",
  "Australia/Sydney": "Sydney|Melbourne|Canberra|Wollongong|Newcastle,? NSW|NSW|New South Wales",
  "Pacific/Auckland": "Auckland|Wellington|Christchurch|New Zealand",
};

const zones = Object.keys(placesOf);
/** One group a zone; a name in more than one belongs to the first that fits, so the longer ones stand with their state. */
const anyPlace = new RegExp(
  `(?<![\\p{L}\\d@.])(?:${zones.map((zone) => `(${placesOf[zone]})`).join("|")})(?![\\p{L}\\d])`,
  "gu",
);

export type PlaceNamed = { readonly index: number; readonly words: string; readonly zone: string };

/** Cities, states and countries that a text names, with the zone of each. */
export const placesIn = (text: string): readonly PlaceNamed[] =>
  [...text.matchAll(anyPlace)].flatMap((found) => {
    const at = found.slice(1).findIndex((group) => group !== undefined);
    const zone = zones[at];
    return zone === undefined ? [] : [{ index: found.index, words: found[0], zone }];
  });

const american = /^(?:America\/(?:New_York|Chicago|Denver|Phoenix|Los_Angeles|Anchorage)|Pacific\/Honolulu)$/;
const canadian = /^America\/(?:Toronto|Winnipeg|Edmonton|Vancouver|Halifax)$/;

/** How dates in numbers are written in a place: Americans put the month first, Canadians do both. */
export const orderIn = (zone: string): "day" | "month" | null =>
  american.test(zone) ? "month" : canadian.test(zone) || zone === "Asia/Manila" ? null : "day";
