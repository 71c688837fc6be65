/** What can be answered, with what it does; drafts are 1 to 3, a question is 4, a candidacy 5, an unconfirmed sending 6. */
export const replyExamples: readonly { readonly write: readonly string[]; readonly does: string }[] = [
  { write: ["1 ok", "ok 1", "1 👍"], does: "sends draft 1 as it is shown" },
  { write: ["1, 3 yes", "1-3 ok", "one and three ok"], does: "sends several" },
  { write: ["all ok", "all except 2"], does: "sends every draft shown; 2 stays undecided" },
  { write: ["2 skip", "2 no"], does: "leaves draft 2 out" },
  {
    write: ["3 later", "3 later fri", "3 later 2 weeks"],
    does: "asks again on the next working day, or then",
  },
  {
    write: ["2: mention the night shift", "2 shorter please"],
    does: "makes a new version, which needs its own yes; without a model only `shorter` is understood",
  },
  {
    write: ["2 send: Dear Nora, thank you for Thursday. Kind regards, Sam"],
    does: "sends your own text instead, half an hour later at the earliest",
  },
  { write: ["4 yes", "4 no"], does: "answers a question" },
  { write: ["4 is offer"], does: "says what the mail is" },
  { write: ["5 close", "5 reopen"], does: "ends or reopens a candidacy" },
  { write: ["merge 5 into 2", "move 5 to 2", "split 5"], does: "puts right what belongs together" },
  { write: ["undo 1"], does: "takes the last decision about that line back" },
  { write: ["6 was sent", "6 send again"], does: "settles a sending that could not be confirmed" },
  { write: ["why 3", "3 why?"], does: "explains why line 3 stands there, and changes nothing" },
];

/** The same in the other languages. */
export const repliesElsewhere: readonly (readonly [string, readonly string[]])[] = [
  [
    "German",
    [
      "1 ja",
      "alle außer 2",
      "2 überspringen",
      "3 später Freitag",
      "2: kürzer bitte",
      "4 ist Absage",
      "warum 3",
    ],
  ],
  [
    "French",
    [
      "1 oui",
      "tous sauf 2",
      "2 passer",
      "3 plus tard demain",
      "2 : plus court",
      "4 est un refus",
      "pourquoi 3",
    ],
  ],
  [
    "Spanish",
    [
      "1 sí",
      "todos menos 2",
      "2 omitir",
      "3 más tarde mañana",
      "2: más corto",
      "4 es una oferta",
      "por qué 3",
    ],
  ],
  [
    "Dutch",
    [
      "1 akkoord",
      "alle behalve 2",
      "2 overslaan",
      "3 later maandag",
      "2: korter graag",
      "4 is een afwijzing",
      "waarom 3",
    ],
  ],
  [
    "Portuguese",
    ["1 sim", "todos exceto 2", "2 pular", "3 depois amanhã", "2: mais curto", "4 é uma recusa", "por que 3"],
  ],
];
