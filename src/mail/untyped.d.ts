/** The parts that are used of two packages that ship no types. */
declare module "html-to-text" {
  type Selector = {
    selector: string;
    format?: "skip" | "block" | "inline" | "paragraph";
    options?: { ignoreHref?: boolean; uppercase?: boolean; leadingLineBreaks?: number };
  };
  export function convert(
    html: string,
    options?: {
      wordwrap?: number | false;
      whitespaceCharacters?: string;
      selectors?: Selector[];
      limits?: { maxDepth?: number; maxInputLength?: number; ellipsis?: string };
    },
  ): string;
}

declare module "mjml" {
  export default function mjml2html(
    mjml: string,
    options?: {
      fonts?: Record<string, string>;
      keepComments?: boolean;
      validationLevel?: "strict" | "soft" | "skip";
      ignoreIncludes?: boolean;
    },
  ): Promise<{ html: string; errors: { formattedMessage: string }[] }>;
}
