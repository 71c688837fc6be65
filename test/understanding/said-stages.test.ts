import { describe, expect, test } from "vitest";
import { stagesIn } from "../../src/understanding/said-stages.ts";
import { sentencesOf } from "../../src/understanding/text/plain-words.ts";

describe("a sentence that tells how many stages there are or what comes next", () => {
  test.each([
    "Ours is a two-stage process.",
    "We follow a three-step hiring procedure.",
    "Our interview process consists of three rounds.",
    "The selection has 2 stages.",
    "There will be three rounds in all.",
    "There are two interviews, the second with the director.",
    "After this there is one more conversation with the head of the lab.",
    "After that you would meet the whole team for a second interview.",
    "This is the final interview.",
    "We would like to invite you to the final round.",
    "Thursday will be the last round.",
    "This will be the only interview.",
    "This is the first of two interviews.",
    "You are now in stage 2 of 3.",
    "If it goes well, we will invite you to a second interview with the board.",
    "Should you be successful, there is a further panel interview in June.",
    "A short call is followed by an interview on site.",
    "She said there are two more rounds.",
    "One more interview to go.",
    "No more interviews after this one.",
    "Unser Verfahren ist zweistufig.",
    "Der Auswahlprozess besteht aus drei Gesprächen.",
    "Danach folgt ein zweites Gespräch mit der Geschäftsführung.",
    "Das ist das abschließende Gespräch.",
    "Le processus comporte deux étapes.",
    "Ensuite, vous aurez un second entretien avec la directrice.",
    "Ce sera l'entretien final.",
    "El proceso consta de tres fases.",
    "Si va bien, habrá una segunda entrevista con la gerente.",
    "De procedure bestaat uit twee gesprekken.",
    "Daarna volgt een tweede gesprek met de directie.",
    "O processo tem três etapas.",
    "Depois terá uma segunda entrevista com o diretor.",
  ])("%s", (sentence) => {
    const letter = `Dear Ana,\n\nThank you for your interest. ${sentence} Please let us know.`;
    expect(stagesIn(sentencesOf(letter))).toBe(sentence);
  });
});

describe("what tells nothing of the stages", () => {
  test.each([
    "The next step is an interview on Thursday.",
    "We will be in touch about next steps.",
    "We would like to invite you to an interview.",
    "We would like to invite you to a second interview.",
    "Following our conversation, we would like to invite you to a second interview.",
    "After careful consideration we would like to invite you to a second interview.",
    "At your last interview you spoke about the bakery.",
    "Thank you for our last conversation.",
    "There are two interview slots on Thursday.",
    "Please follow these three steps to join the interview.",
    "It is a two-part exercise that you do beforehand.",
    "Your interviewers are Jo Field and Sam Moss.",
    "The interview lasts two hours.",
    "We will decide by Friday, then we will call you.",
    "In unserem letzten Gespräch haben wir über die Backstube gesprochen.",
    "Wir laden Sie zum Gespräch ein.",
    "La prochaine étape est un entretien jeudi.",
    "El siguiente paso es una entrevista el jueves.",
    "De volgende stap is een gesprek op donderdag.",
    "O próximo passo é uma entrevista na quinta-feira.",
  ])("%s", (sentence) => {
    expect(stagesIn(sentencesOf(sentence))).toBeNull();
  });
});
