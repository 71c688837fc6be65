import { getDomain, getDomainWithoutSuffix } from "tldts";
import { canBeWrittenTo } from "../domain/recipient.ts";

// Addresses there say nothing about an employer.
const freeMail = new Set(
  "gmail.com googlemail.com outlook.com hotmail.com hotmail.co.uk live.com msn.com yahoo.com yahoo.co.uk ymail.com aol.com icloud.com me.com mac.com gmx.de gmx.net gmx.com web.de t-online.de freenet.de posteo.de mailbox.org proton.me protonmail.com pm.me tutanota.com tuta.io fastmail.com hey.com zoho.com mail.com mail.ru yandex.ru yandex.com qq.com 163.com 126.com orange.fr wanadoo.fr free.fr laposte.net sfr.fr libero.it virgilio.it btinternet.com sky.com virginmedia.com ntlworld.com talktalk.net comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net earthlink.net shaw.ca rogers.com bigpond.com telstra.com rediffmail.com".split(
    " ",
  ),
);

// Applicant tracking, booking and job-board systems that write in an employer's name.
const applicantSystem = new Set(
  "greenhouse.io greenhouse-mail.io lever.co hire.lever.co myworkday.com myworkdayjobs.com workday.com icims.com successfactors.com successfactors.eu sapsf.com sapsf.eu smartrecruiters.com workablemail.com workable.com applytojob.com jazz.co jazzhr.com breezy.hr breezy-mail.com csodmail.com cornerstoneondemand.com taleo.net oraclecloud.com ashbyhq.com bamboohr.com teamtailor.com teamtailor-mail.com recruitee.com personio.de personio.com join.com softgarden.io softgarden.de jobvite.com avature.net phenompeople.com eightfold.ai hirevue.com modernhire.com codility.com hackerrank.com hackerrankforwork.com testgorilla.com goodtime.io calendly.com cronofy.com pinpointhq.com tribepad.com eploy.net jobtrain.co.uk hireful.co.uk networxrecruitment.com stonefish.co.uk rippling.com gem.com ukg.com ultipro.com adp.com paylocity.com paycomonline.com dayforce.com governmentjobs.com neogov.com usajobs.gov linkedin.com indeed.com indeedemail.com ziprecruiter.com monster.com glassdoor.com xing.com stepstone.de reed.co.uk totaljobs.com cv-library.co.uk wellfound.com hired.com otta.com welcometothejungle.com notifications.service.gov.uk zoom.us teams.mail.microsoft docusign.net hellosign.com".split(
    " ",
  ),
);

// As in the proof of a sender: two customers of one hosting domain are two.
const privateToo = { allowPrivateDomains: true };

/** Registrable domain of an address or host ("jobs@mail.abc.co.uk" -> "abc.co.uk"), or null. */
export const registrable = (addressOrHost: string): string | null =>
  getDomain(addressOrHost.slice(addressOrHost.lastIndexOf("@") + 1).toLowerCase(), privateToo);

/** True for a mail provider of private people. */
export const isFreeMail = (domain: string): boolean => freeMail.has(domain);

/** True for a system that writes for many employers (POLICY 8.1). */
export const isApplicantSystem = (domain: string): boolean => applicantSystem.has(domain);

// Their names, whatever the ending of the domain: for reading who hires only, never as a proof of anything.
const systemName =
  /^(?:greenhouse|lever|workday|myworkday\w*|icims|successfactors|sapsf|smartrecruiters|smartrec|workable\w*|applytojob|jazz|jazzhr|breezy|csod\w*|cornerstone\w*|taleo|ashby|ashbyhq|bamboohr|teamtailor|recruitee|personio|softgarden|onlyfy|rexx|jobvite|avature|phenom\w*|eightfold|hirevue|modernhire|sparkhire|codility|codesignal|hackerrank\w*|testgorilla|shl|goodtime|calendly|cronofy|pinpoint\w*|tribepad|eploy|oleeo|jobtrain|trac|rippling|gem|ukg|paylocity|paycom\w*|dayforce|governmentjobs|neogov|linkedin|indeed|ziprecruiter|monster|glassdoor|xing|stepstone|reed|totaljobs|gupy|infojobs|welcomekit|flatchr|homerun|docusign|hellosign)(?:-?(?:mail|app|notify|notifications|cal|hire|jobs|system))?$/;

/** True when a domain is an applicant system's or bears the name of one. Never a proof: whoever registers such a domain passes. */
export const seemsApplicantSystem = (domain: string): boolean =>
  isApplicantSystem(domain) || systemName.test(plainLabel(domain));

/** The label without what only says what the mail is for: "orrinlogistics-jobs" is "orrinlogistics". */
export const plainLabel = (domain: string): string =>
  domainLabel(domain).replace(
    /(?<=.{3})-(?:careers?|jobs?|karriere|mail|hr|hiring|forms|notify|notifications|interviews?|work|wd|app)$/,
    "",
  );

/** Registrable domain of an address when it can be an employer's own, else null. */
export function employersDomain(address: string): string | null {
  const domain = registrable(address);
  return domain === null || isFreeMail(domain) || isApplicantSystem(domain) ? null : domain;
}

/** "northwind-traders.co.uk" -> "northwind-traders". */
export const domainLabel = (domain: string): string => getDomainWithoutSuffix(domain, privateToo) ?? domain;

const role =
  /^(?:no-?_?reply|do-?_?not-?_?reply|donotreply|noreply|notifications?|notify|alerts?|mailer-daemon|postmaster|bounces?|auto(?:mated|reply|mailer)?|system|jobs?|careers?|karriere|recruit(?:ing|ment|er|ers|ment-?team)?|talent|hr(?:d|ss|ops|help|admin|team|recruitment)?|ta|rh|rrhh|drh|pools?|hiring|people(?:ops)?|apply|bewerb\w*|personal(?:amt|abteilung)?|karriere\w*|seleccion|seleccao|empleo|vagas|talentos?|recrut\w*|candidat\w*|sollicitaties?|werving|werkenbij|resourcing|selection|staffing|employment|workforce|graduates?|early-?careers|appointments|registrations|cv|applications?|applications?|info|hello|team|contact|office|admin|support|news(?:letter)?|marketing|interviews?|scheduling|scheduler|calendar|hello|enquiries|mail|offers?|assessments?|evaluations?|onboarding|payroll|service|candidates?|applicants?|vacancies|customer.*|subscriptions?)(?:[-_.+].*)?$/i;

/** True when an address is a system's or a shared one, so that its local part names nobody. */
export const isSharedAddress = (address: string): boolean =>
  role.test(address.slice(0, address.indexOf("@"))) || !canBeWrittenTo(address);
