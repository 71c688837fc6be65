const shorter =
  /\b(?:short|shorter|briefer|brief|concise|trim|kürzer|kurz|knapper|(?:plus )?(?:court|courte|bref|brève)|más (?:corto|corta|breve)|corto|breve|korter|kort|mais curt[oa]|curt[oa])\b/iu;

/** True for a wish that asks for fewer words and for nothing else that would have to be written. */
export const wantsShorter = (wish: string): boolean =>
  shorter.test(wish) && wish.trim().split(/\s+/).length <= 5;
