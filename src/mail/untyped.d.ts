/** The parts that are used of two packages that ship no types. */
declare module "html-to-text" {
  /** An element of its tree; the children of an element are told apart by `type` ("tag", "text", …). */
  type Element = {
    readonly name: string;
    readonly attribs: Readonly<Record<string, string>>;
    readonly parent: Element | null;
    children: readonly { readonly type: string }[];
  };
  type Options = { readonly as: string };
  type Builder<Metadata> = {
    readonly metadata: (element: Element) => Metadata;
    readonly options: { readonly formatters: Readonly<Record<string, Formatter<Metadata>>> };
  };
  /** `metadata` of the builder is what `convert` was given last. */
  export type Formatter<Metadata> = (
    element: Element,
    walk: (children: unknown, builder: Builder<Metadata>) => void,
    builder: Builder<Metadata>,
    options: Options,
  ) => void;
  export function convert<Metadata>(
    html: string,
    options: {
      wordwrap?: number | false;
      whitespaceCharacters?: string;
      formatters?: Record<string, Formatter<Metadata>>;
      selectors?: readonly {
        readonly selector: string;
        readonly format: "skip" | "seen";
        readonly options?: Options & { readonly ignoreHref?: boolean; readonly uppercase?: boolean };
      }[];
      limits?: { maxDepth?: number; maxInputLength?: number; ellipsis?: string };
    },
    metadata: (element: Element) => Metadata,
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
