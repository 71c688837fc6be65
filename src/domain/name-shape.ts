/** True for a line that has the shape of a person's name: "Sam", "Sam J. Reed". Whether it is one, whoever asks must say: "Tomorrow" looks the same. */
export const looksLikeName = (line: string): boolean =>
  /^\p{Lu}[\p{L}'-]*\.?(?: \p{Lu}[\p{L}'-]*\.?){0,2}$/u.test(line);
