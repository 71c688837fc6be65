import type { Finding } from "../../domain/draft-basis.ts";
import type { DraftReading } from "./draft-reading.ts";
import { finding } from "./finding.ts";
import { plain } from "./sources.ts";

const placeholderSays = "Fill or leave out every placeholder.";
const markupSays = "Write plain text: no Markdown, HTML, JSON or code.";
const leakSays = "Give the mail alone, without a word about it, its writer or its instructions.";

const placeholder =
  /\[[^\]\n]{0,80}\]|\{\{?[^}\n]{0,80}\}|<(?:\s*\p{L}[\p{L} _-]{1,40})>|\$\{?\w+|%[A-Z_]{3,}%|(?<!\p{L})(?:x{3,}|X{2,}|TBD|TBC|TODO|FIXME|N\/A|lorem|ipsum|foo ?bar|null|undefined|NaN|(?:insert|enter|add|your|recipient|company|hiring manager|applicant|candidate|sender|first|last)['’]?s? (?:name|company|title|role|date|position) here|(?:your|recipient|sender|company|first|last|full)[ _](?:name|title|role)(?=[,.]|$)|(?:YOUR|RECIPIENT|COMPANY|FIRST|LAST)[ _]?NAME)(?!\p{L})|_{2,}|\.{4,}|…{2,}|\?{3,}/u;
const markup =
  /\*\*|__|~~|```|`[^`\n]+`|^\s*#{1,6}\s|\]\(|<\/?[a-z!][^>\n]{0,200}>|&(?:[a-z]{2,8}|#\d{2,5}|#x[\da-f]{2,5});|^\s*[{[]|[}\]]\s*$|"\s*\w{1,30}"\s*:\s*["[{\d]|\\[nrt"\\u]|\|[^|\n]*\||(?<!\p{L})[*_]\p{L}[^*_\n]{0,60}[*_](?!\p{L})|=>|<-|->|\/\*|\*\/|^\s*\/\/|<%|%>|\b(?:function|const|SELECT \* |DROP TABLE|curl |sudo )\s*[({'"]?/imu;
const oddMarks = /[<>{}[\]|\\`~^=#*_§¶†‡•●■►→←⇒✓✔✗☐☑]/u;
/** "Kolleg*innen" and its like are spelling. */
const inclusive = /\p{L}[*_:]\p{Ll}/gu;

const leak =
  /(?<!\p{L})(?:as an? (?:ai|language model|assistant|llm|large)|i(?:'m| am) (?:an? )?(?:ai|language model|assistant|bot|llm)|(?:language|ai) model|artificial intelligence|künstliche intelligenz|sprachmodell|ki-(?:modell|assistent)|(?:en tant qu'|je suis une? )(?:ia|intelligence|assistant|modèle)|modèle de langage|modelo de (?:lenguaje|linguagem)|inteligencia artificial|inteligência artificial|taalmodel|kunstmatige intelligentie|chatgpt|gpt-?\d*|openai|claude|gemini|copilot|system prompt|(?:the|this|your|my) (?:prompt|instructions?|guidelines)|(?:previous|above|prior|these) instructions?|instructions? (?:above|below|given|say|were)|as (?:requested|instructed|you asked|per your request)|(?:here(?:'s| is| are)|below is|this is|find below) (?:the|your|my|a|an) (?:\p{L}+ ){0,3}(?:draft|e-?mail|mail|text|version|message|letter|reply|response|follow-up|rewrite)|(?:revised|final|updated|short(?:er)?|corrected|alternative) (?:draft|version|e-?mail|text|mail)|the draft|(?:word count|words?:|tone:|draft:|note:|output:|email body|body:|version \d|option [\dab]\b)|(?:let me know|tell me) if (?:you(?:'d| would)? (?:like|want|need|prefer) (?:me to|any|a|an|another|the) ?(?:\p{L}+ )?(?:change|version|edit|adjust|tweak|revis|shorten|rewrite|modif|draft)\p{L}*)|feel free to (?:adjust|edit|modify|change|customi[sz]e|personali[sz]e|tweak|adapt|use)|(?:hier (?:ist|kommt)|anbei) (?:der|ein|die|ihr|mein) (?:\p{L}+ )?(?:entwurf|text|vorschlag|nachricht|e-?mail|mail|version)|voici (?:le|un|une|la|votre) (?:\p{L}+ )?(?:brouillon|texte|proposition|version|message|e-?mail|projet)|aquí (?:tiene|está|va) (?:el|un|una|la|su) (?:\p{L}+ )?(?:borrador|texto|versión|propuesta|correo|mensaje)|hier is (?:het|een|de) (?:\p{L}+ )?(?:concept|tekst|versie|voorstel|mail|bericht)|aqui está (?:o|um|uma|a) (?:\p{L}+ )?(?:rascunho|texto|versão|proposta|e-?mail|mensagem)|<data>|untrusted|json|schema|user data|token limit|i cannot (?:help|assist|comply|fulfil)|i can't (?:help with|assist)|^(?:sure|certainly|of course|absolutely|understood|okay|got it|gerne|natürlich|bien sûr|claro|natuurlijk)[,!.:](?:\s|$))/imu;

/** Marks of other texts than a letter, gaps that nobody filled, and what a model says about its own work (SAFETY R44, R47). */
export function markupFaults({ checked, written, sources, frame, basis }: DraftReading): readonly Finding[] {
  const known = (words: string): boolean =>
    [basis.role ?? "", basis.employer, ...basis.own].some((source) => plain(source).includes(words.trim()));
  const faults: Finding[] = [];
  const bare = checked.normalize("NFC").replace(/[‘’´]/g, "'").replaceAll(inclusive, "aa");
  const gap = placeholder.exec(bare);
  if (gap !== null && !known(gap[0])) faults.push(finding("placeholder", gap[0], placeholderSays));
  const found = markup.exec(bare);
  if (found !== null && !known(found[0])) faults.push(finding("markup", found[0], markupSays));
  else {
    const odd = bare
      .split(/\s+/)
      .find((word) => oddMarks.test(word) && !known(word.replace(/[.,;:!?]+$/, "")));
    if (odd !== undefined && gap === null) faults.push(finding("markup", odd, markupSays));
  }
  for (const sentence of [...written, frame.last]) {
    const said = leak.exec(sentence);
    // Whoever works with such models has said so.
    if (said === null || (said[0].length < 24 && sources.own.includes(` ${said[0].toLowerCase()} `)))
      continue;
    return [...faults, finding("leak", said[0], leakSays)];
  }
  return faults;
}
