/** Text that a model may see: one-time codes, phone numbers and what a link carries are nobody's business (SAFETY R49). */
export const withoutSecrets = (text: string): string =>
  text
    .replaceAll(/(?:https?:\/\/|www\.)[^\s<>"]+/gi, "[link]")
    .replaceAll(/(?<!\d)\+?\d[\d ()./-]{8,}\d(?!\d)/g, (found) =>
      found.replaceAll(/\D/g, "").length >= 9 && !/\d{4}-\d\d-\d\d|\d\d?[./]\d\d?[./]\d{4}/.test(found)
        ? "[number]"
        : found,
    )
    .replaceAll(/\b\d{4,8}\b(?=\s+is\s+your\b)/gi, "[code]")
    // How far a digit is looked for has an end: a megabyte of "code.code.code" must not take minutes.
    .replaceAll(
      /\b(code|pin|otp|passcode|password)\b(\W{1,20}(?:(?:is|lautet|est|es)\W{1,5})?)(?=\S{0,80}\d)\S+/gi,
      "$1$2[code]",
    );
