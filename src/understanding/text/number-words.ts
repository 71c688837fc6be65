const rows = [
  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty",
  "ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
  "un deux trois quatre cinq six sept huit neuf dix",
  "uno dos tres cuatro cinco seis siete ocho nueve diez",
  "een twee drie vier vijf zes zeven acht negen tien elf twaalf",
  "um dois três quatro cinco seis sete oito nove dez",
];
// "Once" and "onze" are eleven in one language and no number in another.
const others =
  "a=1 an=1 eine=1 einen=1 einem=1 einer=1 une=1 una=1 één=1 uma=1 duas=2 half=0.5 thirty=30 forty=40 fifty=50 sixty=60 douze=12 quinze=15 doce=12 doze=12 zwanzig=20 vingt=20 veinte=20 twintig=20 vinte=20";

const values: ReadonlyMap<string, number> = new Map([
  ...rows.flatMap((row) => row.split(" ").map((word, at): [string, number] => [word, at + 1])),
  ...others.split(" ").map((pair): [string, number] => {
    const [word = "", value] = pair.split("=");
    return [word, Number(value)];
  }),
]);

/** The value of a number in figures or a word in six languages ("1,200", "2.5", "12.000", "twelve"), or null. */
export function numberIn(text: string): number | null {
  const plain = text.trim().toLowerCase();
  const joined = plain.replace(/[., '](?=\d{3}(?:\D|$))/g, "").replace(",", ".");
  return /^\d+(?:\.\d+)?$/.test(joined) ? Number(joined) : (values.get(plain) ?? null);
}
