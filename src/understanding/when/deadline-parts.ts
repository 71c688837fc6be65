const early =
  "early(?: in)?|(?:at )?(?:the )?(?:beginning|start|first half) of|anfang|beginn|début(?: de)?|principios de|comienzos de|begin(?: van)?|in[íi]cio d[aeo]";
const middle =
  "(?:the )?middle of|mid-?|midway through|mitte|milieu d[eu]|mediados de|midden(?: van)?|half|meados d[aeo]";
export const late =
  "(?:the )?(?:end|close|latter part) of|late(?: in)?|later|ende|(?:la )?fin(?: d[eu])?|finales de|fin de|eind(?:e)?(?: van)?|(?:o )?fi(?:m|nal) d[aeo]";
/** "Early", "the middle of", "the end of" or "in", before a week or a month; groups one to three. */
export const part = `(?:(${early})|(${middle})|(${late})|(?:in the course of|im laufe|im verlauf|dans le courant de|courant|in de loop van|ao longo d[ae]|durante|during|sometime|some time|some point|at some point|in|im|en|em))?\\s*`;
export const the = "(?:(?:the|der|des|dem|de|la|el|da|do|le)\\s+)?";
