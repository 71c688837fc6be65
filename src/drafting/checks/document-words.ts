import { patternOf } from "./phrases.ts";

/** What mails carry along. */
export const document = patternOf(`
  cv
  c\\.v\\.
  r[ée]sum[ée]s?
  curricul*
  currícul*
  portfolios?
  portfólio
  portafolio
  cartera
  references
  certificat*
  certificado*
  documents?
  documentos?
  documentation
  paperwork
  files?
  fichiers?
  archivos?
  arquivos?
  ficheiros?
  transcripts?
  slides?
  presentation
  cover letter
  lettre de motivation
  diplom*
  sample(?:s)?
  write-?up
  spreadsheet
  summary
  report
  plan
  lebenslauf
  zeugnis*
  arbeits(?:probe|zeugnis)*
  unterlagen
  dokument*
  datei*
  mappe
  bestand*
  document*
  referenties
  getuigschrift*
  dossier
  carta
  brief
  resumen
  resumo
  relatório
  informe
  rapport
  notes
  screenshot
  deck
  proposal
  case study
  images?
  photos?
  copy
  kopie
  copie
  copia
  cópia
`);
