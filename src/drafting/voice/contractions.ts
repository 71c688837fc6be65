const short =
  /(?<!\p{L})(?:I'(?:m|ve|d|ll)|(?:you|we|they)'(?:re|ve|d|ll)|(?:he|she|it|that|there|here|what|who|let)'(?:s|ll|d)|(?:do|does|did|ca|could|wo|would|should|is|are|was|were|have|has|had)n't|(?:do|does|did|is|was|would|could)nt)(?!\p{L})/giu;

/**
 * Where a contraction would have stood. A verb at the end of its clause has none ("Yes, I am."), nor has the "have" of possession ("I have a
 * question").
 */
const long =
  /(?<!\p{L})(?:I am|(?:you|we|they) are|(?:it|that|there|here|he|she|what|who) is|let us|(?:I|you|we|they|he|she|it|that) will|(?:I|you|we|they) would|(?:I|you|we|they) have(?= (?:not |already |also |just |now )?(?:been|had|seen|made|done|got|taken|sent|read|found|worked|\p{L}+ed)\b)|(?:do|does|did|could|would|should|is|are|was|were|has|had|will) not|cannot|can not|have not)(?=,? \p{L})/giu;

/** Counts short forms ("I'm") and the written-out ones in whose place one could stand ("I am") in an English text. */
export const contractionsIn = (text: string): { readonly short: number; readonly long: number } => ({
  short: text.match(short)?.length ?? 0,
  long: text.replace(/\s+/g, " ").match(long)?.length ?? 0,
});
