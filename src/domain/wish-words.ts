const shorter =
  "(?:(?:a bit|a little|much|even|etwas|viel|un peu|beaucoup|un poco|mucho|een beetje|veel|um pouco|muito) )?" +
  "(?:short|shorter|briefer|brief|more concise|kürzer|kurz|knapper|(?:plus )?(?:court|courte|bref|brève)|(?:más )?(?:corto|corta|breve)|korter|kort|(?:mais )?curt[oa])";
const courtesy = "(?: ?,? ?(?:please|bitte|s'il te plaît|s'il vous plaît|por favor|alstublieft|graag))?";
const whole = new RegExp(`^(?:make (?:it|this) |please )?${shorter}${courtesy}[.!]?$`, "iu");

/** True for a wish that asks for fewer words and for nothing else. */
export const wantsShorter = (wish: string): boolean => whole.test(wish.trim().replace(/\s+/g, " "));
