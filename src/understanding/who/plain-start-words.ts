/** Words that open sentences, greetings and headings, months, days and meeting tools: capitalised, yet part of no name. Folded. */
export const plainStartWords: ReadonlySet<string> = new Set(
  `
  i we you he she it they me us my our your his her its their this that these those there here a an the some any all both each every no not one two
  three four five six seven eight nine ten first second third last next new old other another many most more much such same own few several what when where which
  who whom whose why how if as at by for from in into of off on onto out over per since so than then though till to until up upon via while with within
  without about above after again against along also although always among and are am be because been before being below beside between but can
  could did do does doing done down due during either else even ever great good happy glad had has have having hello hi hey hiya dear morning
  afternoon evening however indeed instead is just kind kindly best warm regards sincerely thanks thank thankyou cheers congratulations congrats unfortunately sadly regrettably
  lovely please perfect sorry apologies let lets like looking may maybe might must need nothing now once only or per perhaps please re regarding
  right should still sure tell today tomorrow tonight too very was welcome well were will would yes yet yours
  january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
  monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun easter christmas
  nobody everyone everybody somebody anyone someone members tokens garda mondays tuesdays wednesdays thursdays fridays saturdays sundays
  start started join dial
  governors children parents phones visitors parking lunch breakfast coffee covid reception security access congratulation grusse gruesse grusse gruss groet groeten saludo saludos abrazo
  abraco cumprimentos salutations regards wishes hochachtungsvoll dein deine euer eure euch nachster nachste schritt paso proximo etape prochaine volgende stap teams page section
  guests guest gaste invites invitados gasten convidados organiser organizer organizador organisator venue panel programme day days week weeks year today morning love smiles warmly sante salut cordially respectfully atentamente gruss lg vg mfg
  am pm bst gmt utc est edt et cst cdt ct mst mdt mt pst pdt pt cet cest aest aedt bank holiday time date place location when where format duration
  interview interviews interviewer interviewers application applications applicant applicants applied apply position positions role roles job jobs vacancy post
  opening offer offers assessment test task stage step round meeting call chat conversation talk invitation update updated reminder confirmation confirmed
  cancelled canceled rescheduled accepted declined video phone telephone online onsite teams zoom webex skype google microsoft meet outlook hangouts
  whatsapp calendar pdf cv resume hr re fw fwd aw wg ps ref id req requisition reference status candidate
  candidates team talent recruiting recruitment careers hiring human resources people panel committee board join click reply answer accept
  head director manager chief vp ceo cto cfo coo cio sent mail email e-mail web tel phone fax mobile ext address subject title note notes next what
  mr mrs ms miss mx dr prof professor sir madam sister captain principal nurse
  dbs gdpr nhs usa uk eu us nda hgv visa faq inc ltd llc plc gmbh
  der die das den dem ein eine einen wir sie ihr ihre ihnen ich es und oder aber bei beim im am um an auf aus mit nach von vom zu zum zur fur uber leider vielen liebe
  lieber liebes sehr guten tag hallo moin servus gerne bitte danke herzlichen freundliche mit viele beste grusse gruss herr herrn frau unsere unser ihren ihrer sollten wenn falls
  bewerbung vorstellungsgesprach gesprach termin stelle absage einladung zusage januar februar marz mai juni juli oktober dezember montag dienstag mittwoch donnerstag freitag samstag sonntag
  le la les un une des du de nous vous je il elle ils elles ce cette ces votre notre vos nos mon ma mes et ou mais donc merci bonjour bonsoir cher chere madame monsieur mme
  mademoiselle malgre suite cordialement bien entretien candidature poste rendez-vous lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril
  juin juillet aout septembre octobre novembre decembre sans pour par dans sur avec si
  el los las una unos unas nosotros usted ustedes tu su sus nuestro nuestra y o pero gracias hola buenos buenas dias tardes estimado estimada querido querida senor senora sr sra
  lamentamos entrevista solicitud puesto vacante lunes martes miercoles jueves viernes sabado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre para por con en si
  het de een wij jij jouw uw ons onze en of maar bedankt beste geachte hartelijk hartelijke groet groeten met vriendelijke helaas gesprek sollicitatie functie vacature
  maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart mei juni juli augustus
  o os as um uma nos voce voces seu sua seus suas nosso nossa e ou mas obrigado obrigada ola oi caro cara prezado prezada prezados bom boa dia tarde infelizmente agradecemos
  entrevista candidatura vaga segunda terca quarta quinta sexta janeiro fevereiro marco abril maio junho julho setembro outubro novembro dezembro
`
    .trim()
    .split(/\s+/),
);

/** A name of a place or tool where an interview is held; no employer's. */
export const meetingTool =
  /^(?:zoom|(?:microsoft )?teams|google(?: meet| calendar| agenda)?|webex|skype|hangouts|calendly|outlook|whatsapp|linkedin|greenhouse|workday|lever|ashby|workable|teamtailor|smartrecruiters|icims|personio|docusign|hackerrank|testgorilla|hirevue|codility|jazzhr|bamboo(?: ?hr)?|successfactors|recruitee|jobvite|taleo|breezy(?: hr)?|spark ?hire|modern ?hire|shl(?: online(?: assessments)?)?|indeed(?: apply)?|codesignal|trac(?: jobs)?|pinpoint|tribepad|gupy|jobportal)$/i;
