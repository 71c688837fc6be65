// Beginnings of words in six languages. A mail that holds one lends no passage: what it is about goes on in its other sentences.
const money =
  "salar|wage|payroll|payslip|paycheck|pay rise|pay cut|price|pricing|invoic|budget|cost|expens|euro|dollar|pound|sterling|bank|account number|loan|rent(?!\\p{L})|mortgage|debt|tax|fee(?:s?)(?!\\p{L})|bonus|compensation|refund|gehalt|gehält|lohn|löhne|rechnung|kosten|preis|geld|miete|schuld(?:en)|steuer|kredit|überweis|konto|honorar|vergütung|salaire|rémunération|facture|argent|loyer|dette|impôt|prêt(?:er)? bancaire|compte bancaire|virement|salario|sueldo|factura|dinero|alquiler|deuda|impuesto|cuenta bancaria|honorarios|loon|salaris|factuur|geld|huur|schuld|belasting|rekening|salário|remunera|fatura|dinheiro|aluguel|dívida|conta bancária|imposto";
const health =
  "ill(?:ness|nesses)?(?!\\p{L})|sick|doctor|physician|hospital|surgery|clinic|diagnos|disease|pregnan|maternity|therap|depress|anxiety|burn-?out|medic(?:al|ation|ine)|cancer|disabilit|disabled|injur|pain(?!\\p{L})|vaccin|covid|krank|erkrank|arzt|ärzt|klinik|schwanger|therapie|behinder|schmerz|operation|malad|médecin|hôpital|grossesse|enceinte|handicap|blessure|enferm|médic|hospital|embaraz|discapacid|dolor|ziek|dokter|ziekenhuis|zwanger|pijn|doent|doenç|gravid|deficiên|funeral|bereave|divorc|beerdigung|scheidung";
const secrets =
  "pass ?word|passphrase|pass ?code|pass ?key|credential|log-?in|pin(?!\\p{L})|pin code|secret|confidential|token|api key|private key|two-factor|passport|social security|national insurance|iban|kennwort|passwor|zugangsdaten|geheim|vertraulich|ausweis|mot de passe|identifiant|confidentiel|passeport|contraseñ|clave|confidencial|pasaporte|wachtwoord|vertrouwelijk|paspoort|senha|palavra-passe|segredo|passaporte|vault|crypto|wallet|nda(?!\\p{L})|non-disclosure";

const told = new RegExp(`(?<!\\p{L})(?:${money}|${health}|${secrets})`, "iu");
// German writes them at the end of a word as well: "Krankenkosten", "Bruttogehalt".
const compound = /(?:gehalt|gehälter|lohn|kosten|rechnung|steuer|konto|passwort|kennwort)(?!\p{L})/iu;
const amount = /[€£$¥₿]|\d\s?(?:k|eur|usd|gbp|chf)(?!\p{L})/iu;

/** True for a text that speaks of money, health or secrets. Rather too often than too rarely: what is meant is a choice among many mails. */
export const isConfidential = (text: string): boolean =>
  told.test(text) || compound.test(text) || amount.test(text);
