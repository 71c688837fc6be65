/** "Fwd: ", "WG: " and their like at the head of a subject, as mail programs put them there. */
export const forwardMark = /^\s*(?:fwd?|wg|tr|rv|enc|doorst|i|vs|pd)\s*:/i;

/** "Afterword add" alone, as a subject or as the line above a forwarded mail; "Afterword add: …" with the old subject behind it too. */
export const isAdd = (line: string): boolean => /^\s*afterword[\s:,.-]+add(?:$|[\s:,.!-].*$)/i.test(line);
