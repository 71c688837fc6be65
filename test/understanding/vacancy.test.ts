import { describe, expect, test } from "vitest";
import { newsIn } from "../../src/understanding/their-news.ts";
import { vacancyAmong, vacancyIn } from "../../src/understanding/vacancy.ts";
import { ana, messageOf } from "../support/message.ts";

const mail = (subject: string, text: string) =>
  messageOf({ from: "Fairholm Bakery <news@fairholm.example>", subject, text });
const own = (subject: string, text: string) =>
  vacancyIn(mail(subject, text), ana, "newsletter_job_alert", "Fairholm Bakery")?.role ?? null;

describe("an employer's own vacancy notice", () => {
  test.each([
    ["We're hiring: Shop Manager", "See our site.", "Shop Manager"],
    ["News", "We are looking for a Shop Manager for our new shop in Leeds.", "Shop Manager"],
    ["New vacancy: Office Manager", "Office Manager\nLeeds, full time", "Office Manager"],
    ["A role you may like", "We have an opening for a Purchasing Lead from September.", "Purchasing Lead"],
    ["Neue Stelle", "Wir suchen ab sofort eine Bürokauffrau (m/w/d) in Köln.", "Bürokauffrau"],
    ["Nous recrutons", "Nous recherchons un libraire à temps plein.", "libraire"],
    ["Nieuwe vacature", "We zoeken per direct een magazijnmedewerker.", "magazijnmedewerker"],
  ])("%s: %s", (subject, text, role) => {
    expect(own(subject, text)).toBe(role);
  });

  test.each([
    ["News", "We are looking for feedback on our new bread."],
    [
      "Your application",
      "We have received your application for the vacancy of Office Manager. See our current vacancies.",
    ],
    ["Office Manager", "The position of Office Manager has been filled."],
    ["We're hiring", "See our careers page."],
    ["Your order", "Your bread is on its way."],
    ["News", "We keep our position as a leader in rye bread. Join us as we celebrate."],
  ])("is not %s: %s", (subject, text) => {
    expect(own(subject, text)).toBeNull();
  });
});

describe("a job board names the employer as the one who hires", () => {
  const board = (text: string, subject = "Your job alert") =>
    vacancyAmong(mail(subject, text), "Fairholm Bakery")?.role ?? null;

  test.each([
    ["Office Manager\nFairholm Bakery\nLeeds, England", "Office Manager"],
    ["Office Manager\nFairholm Bakery · Leeds", "Office Manager"],
    ["Office Manager - Fairholm Bakery - Leeds", "Office Manager"],
    ["Office Manager at Fairholm Bakery Ltd", "Office Manager"],
    ["Fairholm Bakery is hiring a Production Planner in Leeds.", "Production Planner"],
    ["Fairholm Bakery sucht einen Production Planner", "Production Planner"],
  ])("%s", (text, role) => {
    expect(board(text)).toBe(role);
  });

  test.each([
    "Office Manager\nFairholm Bakery Supplies\nLeeds",
    "Office Manager\nOther Inns\nLeeds, next to Fairholm Bakery",
    "Fairholm Bakery has 12 followers.",
    "You applied at Fairholm Bakery",
    "See who works at Fairholm Bakery",
  ])("is not: %s", (text) => {
    expect(board(text)).toBeNull();
  });
});

describe("news that say what an employer did", () => {
  test.each([
    "We have opened our fifth shop in York.",
    "Our team won the regional baking award.",
    "We are proud to announce a new oven.",
    "Fairholm Bakery has just acquired the mill next door.",
    "Wir haben in Köln eine neue Werkstatt eröffnet.",
    "Nous avons ouvert une boutique à Lyon.",
    "Hemos abierto una tienda en Sevilla.",
    "We hebben in Utrecht een nieuwe winkel geopend.",
  ])("%s", (sentence) => {
    expect(newsIn(`Hello,\n\n${sentence} Come and see.\n\nFairholm Bakery`, "Fairholm Bakery")).toBe(
      sentence,
    );
  });

  test.each([
    "We have received your order.",
    "We have completed the selection of candidates.",
    "Have you opened our last letter?",
    "Twenty percent off all bread this week.",
    "We have changed our privacy policy.",
  ])("are not: %s", (sentence) => {
    expect(newsIn(`Hello,\n\n${sentence}\n\nFairholm Bakery`, "Fairholm Bakery")).toBeNull();
  });
});
