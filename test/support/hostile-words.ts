import fc from "fast-check";

const signs = [..."ab1.@,;:<>\"'()[]\\ \r\n\t\u0000\u0085\u200b\u2028\u202e\uff20=?é+-_%!&|/\ud800"];
const pieces = [
  "greg@abc.example",
  "eve@evil.example",
  "\r\nBcc: eve@evil.example",
  "\nTo: eve@evil.example\n\n",
  "\r\n.\r\nRCPT TO:<eve@evil.example>\r\n",
  "> SIZE=1\r\nRCPT TO:<eve@evil.example",
  "team: eve@evil.example;",
  "@relay.example,@evil.example:",
  '"eve@evil.example"@',
  "(eve@evil.example)",
  "=?utf-8?Q?=0D=0ABcc:_eve=40evil.example?=",
  "=?utf-8?B?DQpCY2M6IGV2ZUBldmlsLmV4YW1wbGU=?=",
  "%evil.example",
  "evil.example!greg",
  "greg@аbc.example",
  "greg@bücher.example",
  "greg@xn--bcher-kva.example",
  "greg@abc。example",
  "greg@\u212aappa.example",
  "größe",
  "a".repeat(70),
  "long ".repeat(250),
  `${"a.".repeat(130)}example`,
  "[127.0.0.1]",
  " NOTIFY=NEVER",
  "x-header: y",
  "--boundary--",
  "From: eve@evil.example",
];

/** Signs and pieces that end a line, a header, an address or a command somewhere, in any order. */
export const words = fc
  .array(
    fc.oneof(
      { weight: 2, arbitrary: fc.constantFrom(...signs) },
      { weight: 1, arbitrary: fc.constantFrom(...pieces) },
    ),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((parts) => parts.join(""));
/** Often nearly right: what is wrong everywhere is refused too easily. */
export const addresses = fc.oneof(
  words,
  fc.tuple(words, words).map(([before, after]) => `${before}greg@abc.example${after}`),
  fc
    .tuple(fc.constantFrom(...signs), fc.nat(15))
    .map(([sign, at]) => `${"greg@abc.example".slice(0, at)}${sign}${"greg@abc.example".slice(at)}`),
);
