import type { Kind } from "../assessment.ts";
import { list } from "./shape.ts";

/** How a kind is said in the other languages, "4 ist Absage": in their order, what is the same in two of them once. */
export const kindsElsewhere: Readonly<Record<Kind, readonly string[]>> = {
  application_received: list(
    "eingangsbestätigung, accusé de réception, acuse de recibo, ontvangstbevestiging, confirmação de recebimento",
  ),
  interview_invitation: list(
    "einladung, vorstellungsgespräch, convocation, entretien, invitación, entrevista, uitnodiging, gesprek, convite",
  ),
  interview_confirmed: list(
    "bestätigung, bestätigt, confirmé, confirmado, bevestigd, bevestiging, confirmação",
  ),
  interview_rescheduled: list("verschoben, reporté, aplazado, verplaatst, adiado"),
  interview_cancelled: list("abgesagt, annulé, cancelado, geannuleerd"),
  info_request: list("rückfrage, frage, demande, pregunta, vraag, pergunta"),
  assessment: list("aufgabe, épreuve, prueba, opdracht, teste"),
  holding: list(
    "noch offen, keine neuigkeiten, pas de nouvelles, sin noticias, nog geen nieuws, sem notícias",
  ),
  rejection: list("absage, nein, refus, non, rechazo, negativa, afwijzing, nee, recusa, rejeição, não"),
  no_for_now: list("jetzt nicht, pas maintenant, ahora no, nu niet, agora não"),
  offer: list("angebot, zusage, offre, oferta, aanbod, proposta"),
  offer_withdrawn: list(""),
  auto_reply: list(
    "automatische antwort, abwesenheitsnotiz, réponse automatique, respuesta automática, automatisch antwoord, resposta automática",
  ),
  bounce: list(""),
  recruiter_outreach: list(""),
  newsletter_job_alert: list("rundbrief, werbung, publicité, boletín, nieuwsbrief, reclame"),
  unrelated: list("nichts, rien, nada, niets"),
};
