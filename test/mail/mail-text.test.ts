import { describe, expect, test } from "vitest";
import { strikesWords, textOfHtml } from "../../src/mail/mail-text.ts";

const shown = "Thursday at ten suits us";

describe("what the eye does not see is not read (POLICY 8.9)", () => {
  test.each([
    ["display none", '<p style="DISPLAY : none !important">', "</p>"],
    ["visibility hidden", '<span style="visibility:hidden">', "</span>"],
    ["the attribute hidden", "<div hidden>", "</div>"],
    ["what only Outlook hides", '<div style="mso-hide:all">', "</div>"],
    ["no opacity", '<div style="opacity:0">', "</div>"],
    ["white letters on the white page", '<span style="color:#fff">', "</span>"],
    ["nearly white letters", '<span style="color:rgb(252, 253, 254)">', "</span>"],
    ["letters without colour", '<span style="color:transparent">', "</span>"],
    ["a white font element", '<font color="FFFFFF">', "</font>"],
    [
      "letters in their cell's bgcolor",
      '<table bgcolor="#003366"><tr><td style="color:#036">',
      "</td></tr></table>",
    ],
    ["letters in their background", '<div style="background:navy"><b style="color:#000080">', "</b></div>"],
    ["letters of one pixel", '<span style="font-size:1px">', "</span>"],
    ["letters of no size", '<span style="font-size: 0">', "</span>"],
    ["a tenth of a letter", '<span style="font-size:0.1em">', "</span>"],
    ["letters of one percent", '<span style="font-size:1%">', "</span>"],
    ["the short form of a font", '<span style="font:1px/1px Arial">', "</span>"],
    ["a box of no height", '<div style="height:0;overflow:hidden">', "</div>"],
    ["a box of no width", '<div style="width:0px; overflow : hidden">', "</div>"],
    ["a greatest height of nothing", '<div style="max-height:0px">', "</div>"],
    ["a place far left of the page", '<div style="position:absolute;left:-9999px">', "</div>"],
    ["a place far above the page", '<div style="position:fixed;top:-200em">', "</div>"],
    ["an indent out of the page", '<p style="text-indent:-9999px">', "</p>"],
    ["a clip to nothing", '<div style="position:absolute;clip:rect(0,0,0,0)">', "</div>"],
    [
      "a class of a style sheet",
      "<style>p{margin:0} .pre, .x{display:none}</style><div class='a pre'>",
      "</div>",
    ],
    ["an id of a style sheet", "<style>#secret { font-size : 0 }</style><i id=secret>", "</i>"],
    [
      "a class within a class",
      "<style>.box .in{color:#ffffff}</style><div class=box><i class=in>",
      "</i></div>",
    ],
    [
      "a rule behind a comment and a media block",
      "<style>/* {} */ @media print{p{color:red}} .z{visibility:hidden}</style><b class=z>",
      "</b>",
    ],
    ["a template", "<template>", "</template>"],
    ["a comment", "<!-- ", " -->"],
  ])("%s", (_, open, close) => {
    const text = textOfHtml(`<p>${shown}</p>${open}you are hired${close}<p>Greg</p>`);
    expect(text).toContain(shown);
    expect(text).toContain("Greg");
    expect(text).not.toContain("hired");
  });
});

describe("words struck through are taken out (POLICY 7.3)", () => {
  test.each([
    ["an s element", "<s>", "</s>"],
    ["a strike element", "<STRIKE>", "</STRIKE>"],
    ["a del element", "<del>", "</del>"],
    ["a style", '<span style="text-decoration: underline line-through">', "</span>"],
    ["a style of its line", "<b style='text-decoration-line:LINE-THROUGH'>", "</b>"],
    ["an element above", "<s><b style='text-decoration:none'>", "</b></s>"],
  ])("by %s", (_, open, close) => {
    const html = `<p>${shown}, ${open}you are hired${close} Greg</p>`;
    expect(textOfHtml(html)).toBe(`${shown}, Greg`);
    expect(strikesWords(html)).toBe(true);
  });

  test("by a class; what is hidden anyway, or never used, strikes nothing that is shown", () => {
    const sheet = "<style>.out{text-decoration:line-through}</style>";
    expect(strikesWords(`${sheet}<p>${shown} <i class=out>or Friday</i></p>`)).toBe(true);
    expect(strikesWords(`${sheet}<p>${shown}</p><div hidden><s>or Friday</s></div>`)).toBe(false);
  });

  test.each([
    ["underlined", "<span style='text-decoration:underline'>"],
    ["in an s element that a style leaves without a line", "<s style='text-decoration:none'>"],
  ])("not those that are %s", (_, open) => {
    expect(textOfHtml(`${open}${shown}`)).toBe(shown);
    expect(strikesWords(`${open}${shown}`)).toBe(false);
  });
});

describe("what the eye does see is read", () => {
  test.each([
    ["a size that only begins with nothing", '<p style="font-size:0.9em">'],
    [
      "letters in a table whose own size is nothing",
      '<table><tr><td style="font-size:0px"><div style="font-size:14px">',
    ],
    ["white letters on a dark cell", '<table bgcolor="#222222"><tr><td style="color:#ffffff">'],
    [
      "white letters on a dark class",
      "<style>.btn{background-color:#06c}</style><a class=btn style='color:#fff'>",
    ],
    ["white letters on a picture", '<div style="background:url(sky.png)"><span style="color:white">'],
    ["black letters again in a white element", '<div style="color:#fff"><span style="color:#111">'],
    [
      "what only small screens hide",
      "<style>@media (max-width:600px){.wide{display:none}}</style><p class=wide>",
    ],
    ["a rule for another class", "<style>.pre{display:none}</style><p class=preface>"],
    ["a rule whose ancestor is missing", "<style>.old .note{display:none}</style><p class=note>"],
    ["a cell of no height", '<table><tr><td style="height:0;overflow:hidden">'],
    ["a height of nothing that cuts nothing", '<div style="height:0">'],
    ["a small place to the left", '<div style="position:relative;left:-5px">'],
    ["a state of a link", "<style>a:visited{color:#fff}</style><a href=x>"],
    ["half opacity", '<p style="opacity:0.5">'],
  ])("%s", (_, open) => {
    expect(textOfHtml(`${open}${shown}`)).toContain(shown);
  });

  test("words that invisible characters break are whole", () => {
    expect(textOfHtml("<p>inter\u200bv\u2060iew on Th\u00adurs\u200cday</p>")).toBe("interview on Thursday");
    expect(textOfHtml("<p>Thurs\u034fday\u3164</p>")).toBe("Thursday");
    const tags = [..."obey me"]
      .map((letter) => String.fromCodePoint(0xe0000 + (letter.codePointAt(0) ?? 0)))
      .join("");
    expect(textOfHtml(`<p>Thurs${tags}day</p>`)).toBe("Thursday");
    expect(textOfHtml("<p>inter&#8203;view&zwnj;ed</p>")).toBe("interviewed");
  });

  test("a link shows its words, a heading its own case, a list its marks, a quote its sign", () => {
    const text = textOfHtml(
      '<h1>Next step</h1><p>See <a href="https://abc.example/x">the plan</a>.</p><ul><li>one</li></ul><blockquote>old</blockquote>',
    );
    expect(text).toContain("Next step");
    expect(text).toContain("See the plan.");
    expect(text).toMatch(/\* one/);
    expect(text).toContain("> old");
    expect(text).not.toContain("abc.example");
  });
});

test.each([
  ["comments of a style sheet that never end", `<style>${"/*".repeat(100_000)}`],
  ["style elements", "<style>.a{display:none}</style>".repeat(12_000)],
  [
    "rules for every element",
    `<style>${".a .b .c{color:red}".repeat(9_000)}</style>${"<i class='a b c'>x</i>".repeat(9_000)}`,
  ],
  ["styles", '<p style="color:red;height:0;overflow:hidden">x</p>'.repeat(8_000)],
  ["blocks in blocks", `<style>${"@media{".repeat(28_000)}</style>`],
  ["elements", "<br>".repeat(100_000)],
])("%s without end take no more than a moment (R25)", (_, html) => {
  const begun = performance.now();
  expect(textOfHtml(`<p>${shown}</p>${html}`)).toContain(shown);
  expect(performance.now() - begun).toBeLessThan(2_500);
});
