import { describe, expect, test } from "vitest";
import { isFamiliar } from "../../src/understanding/text/address-form.ts";

describe("a thread is familiar where its writers say du, tu, tú or je", () => {
  test.each([
    ["de", "Hallo Ana,\nich freue mich, dich am Montag kennenzulernen."],
    ["de", "Passt es euch am Freitag? Sie meldet sich dann."],
    ["fr", "Bonjour Ana, peux-tu me dire si jeudi te convient ?"],
    ["fr", "Salut Ana, ton rendez-vous est fixé à jeudi."],
    ["es", "Hola, Ana: ¿te viene bien el jueves? Un saludo"],
    ["nl", "Hoi Ana, kun je donderdag? Laat het me weten."],
    ["pt", "Olá, Ana, gostámos muito de falar contigo."],
  ] as const)("%s: %s", (language, text) => {
    expect(isFamiliar([text], language)).toBe(true);
  });
});

describe("it is formal where they say Sie, vous, usted or u, and where nothing tells", () => {
  test.each([
    ["de", "Guten Tag, wir möchten Sie gern kennenlernen."],
    ["de", "Vielen Dank für Ihre Bewerbung."],
    ["de", "Das Gespräch findet am Montag statt. Sie findet im zweiten Stock statt."],
    ["fr", "Nous vous remercions de votre candidature."],
    ["fr", "L'entretien aura lieu jeudi."],
    ["es", "Le agradecemos su interés."],
    ["es", "La entrevista será el jueves."],
    ["nl", "Wij danken u voor uw sollicitatie."],
    ["nl", "Het gesprek is op donderdag."],
    ["pt", "Você pode conversar na quinta-feira? Vou te enviar o convite."],
    ["pt", "A entrevista será na quinta-feira."],
    ["en", "You are invited, and we are glad to have you."],
  ] as const)("%s: %s", (language, text) => {
    expect(isFamiliar([text], language)).toBe(false);
  });

  test("one formal mail among familiar ones makes it formal", () => {
    const familiar = "Hallo Ana, hast du am Montag Zeit?";
    expect(isFamiliar([familiar, familiar], "de")).toBe(true);
    expect(isFamiliar([familiar, "Anbei erhalten Sie die Einladung."], "de")).toBe(false);
    expect(isFamiliar([], "de")).toBe(false);
  });

  test("a word that only holds one of them is none", () => {
    expect(isFamiliar(["Die Industrie und das Duett, der Dirigent."], "de")).toBe(false);
    expect(isFamiliar(["Tutti, tutoriel et tuile."], "fr")).toBe(false);
    expect(isFamiliar(["Het project van de jeugd."], "nl")).toBe(false);
  });
});
