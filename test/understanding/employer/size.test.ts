import { describe, expect, test } from "vitest";
import { letter, readingOf } from "./a-mail.ts";

const plain = "We would like to meet you on Thursday.";
const jo = "Jo Field <jo.field@fairholm.example>";

describe("size and kind are said where the mail shows them", () => {
  test.each([
    // The sender's domain.
    [
      "public sector",
      "Priya Nair <p.nair@brackwater.gov.uk>",
      "Brackwater",
      letter(plain, "Priya Nair", "HR Adviser"),
      "brackwater.gov.uk",
    ],
    [
      "public sector",
      "Dana Cole <dana.cole@parks.gov>",
      "Parks Authority",
      letter(plain, "Dana Cole"),
      "parks.gov",
    ],
    ["public sector", "M. Osei <m.osei@wolds.ac.uk>", "Wolds", letter(plain, "Mercy Osei"), "wolds.ac.uk"],
    [
      "public sector",
      "Prof. Lin <lin@tarrant.edu>",
      "Tarrant College",
      letter(plain, "Grace Lin"),
      "tarrant.edu",
    ],
    [
      "public sector",
      "Resourcing <resourcing@swale.nhs.uk>",
      "Swale Hospitals",
      letter(plain, "Resourcing"),
      "swale.nhs.uk",
    ],
    [
      "public sector",
      "Kim Tu <kim@harbour.govt.nz>",
      "Harbour Board",
      letter(plain, "Kim Tu"),
      "harbour.govt.nz",
    ],
    // The employer's name.
    [
      "public sector",
      "Ines Cole <ines.cole@thornley.example>",
      "Thornley Borough Council",
      letter(plain, "Ines Cole"),
      "Thornley Borough Council",
    ],
    [
      "public sector",
      "Ines Cole <ines.cole@thornley.example>",
      "Thornley",
      letter(plain, "Ines Cole", "HR Officer, Thornley Council"),
      "Thornley Council",
    ],
    [
      "public sector",
      "HR <hr@larkmoor.example>",
      "University of Larkmoor",
      letter(plain, "HR"),
      "University of Larkmoor",
    ],
    [
      "public sector",
      "Jobs <jobs@penhallow.example>",
      "Penhallow University Hospitals NHS Trust",
      letter(plain, "Jobs"),
      "NHS Trust",
    ],
    [
      "public sector",
      "Anke Brandt <brandt@lindenau.example>",
      "Stadt Lindenau",
      `Sehr geehrte Frau Reyes,\n\nwir laden Sie zum Gespräch ein.\n\nMit freundlichen Grüßen\nAnke Brandt\nStadt Lindenau`,
      "Stadt Lindenau",
    ],
    [
      "public sector",
      "Anke Brandt <brandt@lindenau.example>",
      "Lindenau",
      `Sehr geehrte Frau Reyes,\n\nwir laden Sie ein.\n\nMit freundlichen Grüßen\nAnke Brandt\nLandratsamt Lindenau | Personal`,
      "Landratsamt Lindenau",
    ],
    [
      "public sector",
      "Luc Morel <morel@valbonne.example>",
      "Mairie de Valbonne",
      `Bonjour,\n\nNous vous invitons à un entretien.\n\nCordialement\nLuc Morel`,
      "Mairie de Valbonne",
    ],
    [
      "public sector",
      "Eva Ruiz <eruiz@olmeda.example>",
      "Ayuntamiento de Olmeda",
      `Hola Ana:\n\nTe invitamos a una entrevista.\n\nUn saludo,\nEva Ruiz`,
      "Ayuntamiento de Olmeda",
    ],
    [
      "public sector",
      "Sanne Bos <s.bos@westerveld.example>",
      "Gemeente Westerveld",
      `Beste Ana,\n\nGraag nodigen wij je uit.\n\nMet vriendelijke groet,\nSanne Bos`,
      "Gemeente Westerveld",
    ],
    [
      "public sector",
      "Rui Dias <rui@portela.example>",
      "Câmara Municipal de Portela",
      `Bom dia,\n\nConvidamo-la para uma entrevista.\n\nCumprimentos,\nRui Dias`,
      "Câmara Municipal de Portela",
    ],
    [
      "public sector",
      "Recruiting <noreply@governmentjobs.com>",
      "Tarrant County",
      letter(plain, "Tarrant County"),
      "governmentjobs.com",
    ],
    // A charity's number, word or name.
    [
      "charity",
      jo,
      "Fairholm Animal Rescue",
      letter(plain, "Jo Field", "Fairholm Animal Rescue", "Registered charity no. 1099999"),
      "1099999",
    ],
    [
      "charity",
      jo,
      "Fairholm",
      letter("We are a small charity that runs three shelters.", "Jo Field"),
      "small charity",
    ],
    ["charity", jo, "The Fairholm Foundation", letter(plain, "Jo Field"), "The Fairholm Foundation"],
    ["charity", jo, "Fairholm", letter("As a non-profit we publish what we pay.", "Jo Field"), "non-profit"],
    [
      "charity",
      "Jo Field <jo@seedbank.org>",
      "Seedbank",
      letter("Our foundation decides on Friday.", "Jo Field"),
      "seedbank.org",
    ],
    [
      "charity",
      "Tom Kurz <kurz@lebenshaus.example>",
      "Lebenshaus gGmbH",
      `Hallo Ana,\n\nwir melden uns.\n\nViele Grüße\nTom Kurz\nLebenshaus gGmbH`,
      "gGmbH",
    ],
    [
      "charity",
      "Lea Petit <lea@main-tendue.example>",
      "Main Tendue",
      `Bonjour,\n\nNous sommes une association humanitaire.\n\nCordialement\nLea Petit`,
      "association humanitaire",
    ],
    // A recruiter who writes for a client.
    [
      "agency",
      "Dev Patel <dev@brightrowe.example>",
      "Kestrel Foods",
      letter("Our client would like to invite you to an interview.", "Dev Patel", "Brightrowe"),
      "Our client",
    ],
    [
      "agency",
      "Dev Patel <dev@brightrowe.example>",
      "Kestrel Foods",
      letter("I have forwarded your CV to a client of mine in Leeds.", "Dev Patel"),
      "client of mine",
    ],
    [
      "agency",
      "Dev Patel <dev@brightrowe.example>",
      "a client of Brightrowe",
      letter("I write on behalf of one of our clients.", "Dev Patel"),
      "on behalf of",
    ],
    [
      "agency",
      "Dev Patel <dev@brightrowe.example>",
      "Kestrel Foods",
      letter(plain, "Dev Patel", "Brightrowe Ltd is acting as an employment agency."),
      "employment agency",
    ],
    [
      "agency",
      "Dev Patel <dev@rowe-recruitment.example>",
      "Kestrel Foods",
      letter(plain, "Dev Patel", "Senior Recruitment Consultant"),
      "rowe-recruitment.example",
    ],
    [
      "agency",
      "Uta Sommer <sommer@talwerk.example>",
      "Kestrel GmbH",
      `Hallo Ana,\n\nunser Mandant möchte Sie zum Gespräch einladen.\n\nViele Grüße\nUta Sommer`,
      "unser Mandant",
    ],
    [
      "agency",
      "Paul Roy <roy@pontcouvert.example>",
      "Kestrel SA",
      `Bonjour,\n\nNotre client souhaite vous rencontrer en entretien.\n\nCordialement\nPaul Roy`,
      "Notre client",
    ],
    [
      "agency",
      "Pilar Gil <gil@cumbre.example>",
      "Kestrel SL",
      `Hola:\n\nNuestro cliente quiere hacerte una entrevista.\n\nUn saludo,\nPilar Gil`,
      "Nuestro cliente",
    ],
    [
      "agency",
      "Bas Kuip <bas@overstap.example>",
      "Kestrel BV",
      `Beste Ana,\n\nMijn opdrachtgever nodigt je uit voor een gesprek.\n\nMet vriendelijke groet,\nBas Kuip`,
      "Mijn opdrachtgever",
    ],
    // How many they are.
    [
      "small",
      jo,
      "Fairholm",
      letter("We are a small team, so everybody does a bit of everything.", "Jo Field"),
      "small team",
    ],
    [
      "small",
      jo,
      "Fairholm",
      letter("There are just nine of us, and we decide together.", "Jo Field"),
      "nine of us",
    ],
    ["small", jo, "Fairholm", letter("We're a company of 30 people.", "Jo Field"), "30 people"],
    [
      "small",
      "Jan Weiß <weiss@feldmann.example>",
      "Feldmann",
      `Hallo Ana,\n\nwir sind ein kleines Team aus zwölf Leuten.\n\nViele Grüße\nJan Weiß`,
      "kleines Team",
    ],
    ["large", jo, "Fairholm", letter("We employ 12,000 people in nine countries.", "Jo Field"), "12,000"],
    [
      "large",
      jo,
      "Fairholm",
      letter("As a FTSE 100 company we check every reference.", "Jo Field"),
      "FTSE 100",
    ],
    [
      "large",
      "Jan Weiß <weiss@feldmann.example>",
      "Feldmann",
      `Hallo Ana,\n\nals Unternehmen mit rund 3.500 Mitarbeitenden brauchen wir etwas Zeit.\n\nViele Grüße\nJan Weiß`,
      "3.500",
    ],
    // The applicant system.
    [
      "large",
      "Fairholm Careers <fairholm@myworkday.com>",
      "Fairholm",
      letter(plain, "Fairholm Careers"),
      "myworkday.com",
    ],
    [
      "large",
      "Fairholm <no-reply@successfactors.eu>",
      "Fairholm",
      letter(plain, "Fairholm"),
      "successfactors.eu",
    ],
  ])("%s: %s for %s", (size, from, employer, text, evidence) => {
    const { size: guess } = readingOf({ from, employer, text });
    expect(guess?.value).toBe(size);
    expect(guess?.says).toContain(evidence);
  });
});

describe("wrong is worse than unknown", () => {
  test.each([
    ["nothing but a name", jo, "Fairholm Bakery", letter(plain, "Jo Field", "Fairholm Bakery")],
    [".org alone", "Jo Field <jo@fairholm.org>", "Fairholm", letter(plain, "Jo Field")],
    ["a council of another kind", jo, "Fairholm Wool Marketing Council", letter(plain, "Jo Field")],
    ["a company with the town in its name", jo, "Stadt Apotheke Lindenau", letter(plain, "Jo Field")],
    ["a company by law", jo, "University Books of Larkmoor Ltd", letter(plain, "Jo Field")],
    [
      "where somebody studied",
      jo,
      "Fairholm Bakery",
      letter(plain, "Jo Field", "MSc, University of Larkmoor"),
    ],
    [
      "a team in something larger",
      jo,
      "Fairholm",
      letter("We are a small team within a global group.", "Jo Field"),
    ],
    [
      "the team that hires",
      jo,
      "Fairholm",
      letter("We're a team of three looking after hiring in four offices.", "Jo Field"),
    ],
    ["two who are ill", jo, "Fairholm", letter("We have two staff off this week.", "Jo Field")],
    [
      "a council's mail that comes from somebody else",
      "J. Boyle <jboyle@ironbark.example>",
      "Thornley Council",
      letter(plain, "Jill Boyle"),
    ],
    [
      "the team that the person led",
      jo,
      "Fairholm",
      letter("You led a team of 12 people at your last job.", "Jo Field"),
    ],
    [
      "somebody else's size",
      jo,
      "Fairholm",
      letter("Our clients are Fortune 500 companies with 20,000 employees.", "Jo Field"),
    ],
    ["neither small nor large", jo, "Fairholm", letter("We employ 120 people.", "Jo Field")],
    [
      "a consultant's clients",
      "Ray Moss <ray@moss-advisory.example>",
      "Moss Advisory",
      letter("You would work at our client's site for the first project.", "Ray Moss"),
    ],
    [
      "a lawyer's clients",
      "Ray Moss <ray@moss-law.example>",
      "Moss Law",
      letter("The role means speaking to our clients every day.", "Ray Moss"),
    ],
    ["a recruiter of the house", jo, "Fairholm", letter(plain, "Jo Field", "Recruitment Manager")],
    [
      "an agency that hires for itself",
      "Dev Patel <dev@rowe-recruitment.example>",
      "Rowe Recruitment",
      letter(plain, "Dev Patel", "Senior Recruitment Consultant"),
    ],
    [
      "a charity that they raise money for",
      jo,
      "Fairholm",
      letter(plain, "Jo Field", "Proud to support Harbour Hospice, registered charity no. 1099998"),
    ],
    [
      "a system that small ones use too",
      "Fairholm <no-reply@personio.de>",
      "Fairholm",
      letter(plain, "Fairholm"),
    ],
    [
      "a venture that calls itself a foundation",
      jo,
      "Fairholm Foundation Capital Ltd",
      letter(plain, "Jo Field"),
    ],
    ["both at once", jo, "Fairholm", letter("We are a small team. We employ 4,000 people.", "Jo Field")],
    [
      "a domain that nobody proved",
      "Jo Field <jo@brackwater.gov.uk>",
      "Brackwater",
      letter(plain, "Jo Field"),
      false,
    ],
  ])("%s", (_what, from, employer, text, proven = true) => {
    expect(readingOf({ from, employer, text, proven }).size).toBeNull();
  });
});

test("kind comes before size: a charity of twelve is a charity, and a recruiter for a council an agency", () => {
  const small = letter("We are a small charity of twelve people.", "Jo Field");
  expect(readingOf({ from: jo, employer: "Fairholm", text: small }).size?.value).toBe("charity");
  const council = letter("Our client would like to see you for an interview.", "Dev Patel");
  const dev = "Dev Patel <dev@brightrowe.example>";
  expect(readingOf({ from: dev, employer: "Thornley Borough Council", text: council }).size?.value).toBe(
    "agency",
  );
});
