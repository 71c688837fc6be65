const pairs =
  "colour/color colours/colors favour/favor favourite/favorite favourable/favorable behaviour/behavior honour/honor honoured/honored labour/labor neighbour/neighbor neighbours/neighbors endeavour/endeavor humour/humor centre/center centres/centers theatre/theater fibre/fiber organise/organize organised/organized organising/organizing organisation/organization realise/realize realised/realized recognise/recognize recognised/recognized apologise/apologize prioritise/prioritize prioritised/prioritized summarise/summarize summarised/summarized specialise/specialize specialised/specialized minimise/minimize optimise/optimize optimised/optimized finalise/finalize finalised/finalized familiarise/familiarize emphasise/emphasize utilise/utilize analyse/analyze analysed/analyzed analysing/analyzing defence/defense travelling/traveling travelled/traveled traveller/traveler cancelled/canceled cancelling/canceling labelled/labeled labelling/labeling modelling/modeling modelled/modeled counselling/counseling fulfil/fulfill enrol/enroll enrolment/enrollment catalogue/catalog grey/gray ageing/aging judgement/judgment jewellery/jewelry sceptical/skeptical aluminium/aluminum maths/math";

const split = pairs.split(" ").map((pair) => pair.split("/"));
const british: ReadonlySet<string> = new Set(split.map(([word = ""]) => word));
const american: ReadonlySet<string> = new Set(split.map(([, word = ""]) => word));

const fewestWords = 2;
const clearShare = 0.75;

/** Whether English texts are spelled the British or the American way; null where too few words tell, or both do. */
export function spellingOf(texts: readonly string[]): "british" | "american" | null {
  let [here, there] = [0, 0];
  // In a name, "Lincoln Center", the spelling is the owner's.
  for (const text of texts)
    for (const [word] of text.matchAll(/(?<![\p{L}'-])\p{Ll}+(?![\p{L}'-])/gu)) {
      if (british.has(word)) here += 1;
      if (american.has(word)) there += 1;
    }
  const all = here + there;
  if (all < fewestWords) return null;
  return here >= all * clearShare ? "british" : there >= all * clearShare ? "american" : null;
}
