import type { Finding } from "../../domain/draft-basis.ts";
import type { DraftReading } from "./draft-reading.ts";
import { whereFound } from "./finding.ts";
import { phrasePattern } from "./phrases.ts";

/** Words that end an application, in a mail that must (withdraw) or must never hold them. */
const withdrawing = phrasePattern({
  en: `
    withdr[ae]w*
    (?:step|stepping|stepped|bow|bowing|drop|dropping|pull|pulling|back|backing) (?:back|out|aside|down|away)
    pull* ... (?:my )?application
    (?:take|remove|strike|drop|leave|delete) ... (?:my name|me|my application|my candidacy) ... (?:off|from|out|of)
    remove me
    (?:no longer|not|not any ?more) (?:be )?(?:interested|considered|available|pursu*|a candidate)
    no longer (?:wish|want|seek*|look*|apply*|pursu*|in the running|consider*)
    (?:do not|don't|would not|wouldn't|will not|won't|cannot|can't|not) (?:wish|want|like|be able|going)? ?(?:to )?(?:continue|proceed|pursue|go (?:on|further|ahead)|take part|join|move forward|progress|take up)
    (?:lost|losing) interest
    (?:close|end|cancel|terminate|discontinue|retract|rescind|stop|halt) ... (?:my )?(?:application|candidacy|process)
    my (?:application|candidacy) ... (?:closed|ended|cancelled|over|void|done)
    (?:decided|chosen|opted) (?:against|not to)
    decided to (?:stay|leave|go elsewhere|take another|pursue)
    out of the (?:running|race|process)
    count me out
    (?:leave|leaving|let|letting) ... my (?:application|candidacy) ... (?:at that|there|rest|go|lapse|behind)
    (?:not|n't|never|stop|stopped|stopping|cease|end|ending|quit) (?:to )?(?:be )?(?:going (?:ahead|on|any)|go(?:ing)? (?:on|ahead|forward|further)|continu\\p{L}*|proceed\\p{L}*|pursu\\p{L}*|consider\\p{L}* me|taking part|my candidacy|the process)
    not (?:a|the right) (?:fit|match) for me
    (?:declin*|turn* down|turning down|refus*|reject*|pass on|passing on) ... (?:offer|position|role|job|opportunity|invitation|interview|you)
    (?:have|has|'ve) (?:signed|accepted|taken|agreed|committed) ... (?:elsewhere|contract|position|another|other|with|to)
    (?:accepted|taken) (?:a|another) (?:position|job|role|offer)
  `,
  de: `
    (?:zieh*|zog|zurück) ... (?:bewerbung|kandidatur) ... zurück*
    (?:ziehe|nehme) ... zurück
    zurück(?:zieh*|gezogen|nehm*|genommen|tret*|getreten)
    (?:bewerbung|kandidatur) ... (?:zurück*|beend*|stornier*|gegenstandslos|hinfällig)
    kein interesse mehr
    nicht (?:mehr|länger) (?:interessiert|zur verfügung|weiter*|verfolg*|berücksichtig*)
    (?:nicht|keinesfalls) ... (?:weiterführen|weiterverfolgen|fortsetzen|antreten|annehmen)
    (?:gegen|dagegen) ... entschieden
    für (?:ein|einen|eine) ander* ... entschieden
    (?:lehne|sage|muss|möchte) ... (?:ab|absagen|ablehnen)
    (?:aus dem (?:verfahren|prozess|rennen)) 
    steige ... aus
    (?:woanders|anderswo|anderweitig|ander*) ... (?:unterschrieben|zugesagt|angenommen|unterzeichnet)
    verabschiede mich aus
    nicht (?:mehr |länger |weiter )?(?:\\p{L}+ )?(?:weiterzumachen|weitermachen|fortzusetzen|weiterzuführen|weiterzugehen|teilzunehmen|weiterzuverfolgen)
  `,
  fr: `
    retir* ... (?:candidature|dossier|nom)
    (?:me|de me) (?:retir*|désist*)
    retire ma
    renonc*
    désist*
    plus (?:intéressée?|candidate?|disponible)
    ne (?:souhaite|désire|veux|peux|compte|vais) (?:plus|pas) ... (?:poursuivre|continuer|donner suite|donner une suite)
    (?:mets|mettre) (?:un terme|fin)
    (?:décline|refuse) ... (?:offre|proposition|poste|invitation)
    ne ... pas ... suite à (?:votre|l'|la|cette)
    (?:signé|accepté|engagée?) ... (?:ailleurs|autre)
    (?:abandonn*) ... (?:candidature|processus)
    ne (?:pas|plus) (?:poursuivre|continuer|donner suite|aller plus loin|participer)
  `,
  es: `
    retir* ... (?:candidatura|solicitud|nombre|proceso)
    me retiro
    (?:desist*|renunci*)
    ya no (?:estoy|me|deseo|quiero|puedo|sigo)
    no (?:deseo|quiero|puedo|voy a) (?:seguir|continuar|avanzar|participar)
    (?:dejo|abandono|salgo de|anulo|cancelo) ... (?:proceso|candidatura)
    (?:rechaz*|declin*) ... (?:oferta|propuesta|puesto|invitación)
    (?:he|acabo de) (?:firmado|aceptado|firmar|aceptar) ... (?:otr*|contrato)
    no contar con mi candidatura
    no cuenten conmigo
    no (?:continuar|seguir|avanzar|proseguir|participar)
  `,
  nl: `
    (?:trek|trekken|trok) ... (?:terug|in)
    (?:trek|trekken) (?:mijn|me|ik|daarom|hierbij|dus)
    neem ... niet aan
    terug(?:trek*|getrokken|te trekken)
    intrek*
    ingetrokken
    zie ... (?:ervan )?af
    afzien
    (?:geen interesse|niet (?:meer|langer)) ... (?:geïnteresseerd|beschikbaar|verder|meer|in aanmerking)
    geen interesse meer
    (?:wijs|sla) ... af
    bedank* voor (?:de eer|het aanbod en)
    stap* ... uit
    niet (?:langer |meer |verder )?(?:door(?:gaan|te gaan|ga)|verder (?:te )?gaan|mee(?:doen| te doen)|voort(?:zetten| te zetten))
    (?:stop|beëindig) ... (?:sollicitatie|procedure|kandidatuur)
    elders ... (?:getekend|aangenomen|toegezegd)
    (?:getekend|aangenomen) ... (?:elders|ander*)
  `,
  pt: `
    retir* ... (?:candidatura|nome|processo)
    desist*
    (?:renunci*)
    não (?:continuar|seguir|prosseguir|avançar|participar)
    já não (?:tenho|estou|desejo|pretendo|quero)
    não (?:tenho mais|estou mais|desejo|pretendo|quero|posso) (?:interesse|seguir|continuar|prosseguir|avançar|interessad[oa])
    (?:deixo|abandono|saio d[oe]|cancelo|encerro) ... (?:processo|candidatura)
    (?:recus*|declin*) ... (?:oferta|proposta|vaga|convite)
    (?:assinei|aceitei|fechei) ... (?:outr*|contrato)
    (?:assinei|aceitei) (?:outra|um|uma)
  `,
});

const accepting = phrasePattern({
  en: `
    (?:i|we|and|to|hereby|gladly|happily|would|will|'ll|formally|officially) accept
    (?:am|'m|be) (?:happy|glad|pleased|delighted|thrilled|ready|willing|honou?red|able|prepared) to accept
    accept(?:ing|ed|ance)? ... (?:your|the|this) (?:\\p{L}+ )?(?:offer|position|role|job|contract|terms|proposal)
    (?:my|a) (?:answer is )?(?:yes|acceptance)
    (?:yes|it's a yes|it is a yes) (?:to|from me|i do)
    (?:sign|signing|signed|countersign*) ... (?:contract|offer|agreement|papers)
    (?:take|taking) ... (?:the|your|this) (?:job|position|offer)
    (?:take|taking) (?:the|this|your) role(?! of)
    (?:i'm|i am|count me) in
    (?:say|saying) yes
    agree to (?:your|the|these|those|all)
    you have (?:a deal|my agreement|my consent)
    we have a deal
    happy to (?:come on board|sign)
  `,
  de: `
    nehme ... (?:an|angebot)
    (?:angebot|stelle|vertrag|position) ... (?:annehm*|anzunehmen|angenommen|antreten|zusag*|unterschr*|unterzeich*)
    (?:sage|zusage) ... zu
    (?:ich )?sage (?:ja|zu)
    zusage
    akzeptiere
    unterschreibe ... (?:vertrag|angebot)
    unterschreibe
    bin dabei
    einverstanden
    (?:trete|trete ich) ... an
  `,
  fr: `
    (?:j'accepte|accepter (?:votre|l'|la|le|cette|ce)|acceptation)
    (?:dis|dire) oui
    je signe*
    signer ... (?:contrat|offre)
    (?:c'est|ma réponse est) (?:un )?oui
    d'accord (?:pour|avec) (?:votre|l'|la|le|les)
  `,
  es: `
    acepto
    aceptar ... (?:oferta|propuesta|puesto|contrato)
    (?:mi )?aceptación
    digo que sí
    (?:firmo|firmar|firmaré)
    (?:estoy|quedo) de acuerdo
  `,
  nl: `
    (?:accepteer|aanvaard)
    (?:accepteren|aanvaarden)
    neem ... aan
    (?:aanbod|baan|functie|contract) ... (?:aannemen|aan te nemen|tekenen|accepteren)
    (?:zeg|zeggen) ja
    teken (?:ik|het|graag|met)
    (?:ga|gaan) ... akkoord
    akkoord
  `,
  pt: `
    aceito
    aceitar ... (?:oferta|proposta|vaga|contrato)
    (?:minha )?aceitação
    (?:digo|dizer) (?:que )?sim
    (?:assino|assinar|assinarei)
    (?:estou|fico) de acordo
  `,
});

/** A mail that withdraws does; no other mail accepts, refuses or ends anything: these are the person's to say (POLICY 1, 5). */
export function outcomeFaults({ written, sentences, basis }: DraftReading): readonly Finding[] {
  const ends = withdrawing(basis.language);
  if (basis.kind === "withdraw")
    return [...sentences, ...written].some((sentence) => ends.test(sentence))
      ? []
      : whereFound(
          [sentences[0] ?? ""],
          /^.*$/su,
          "purpose",
          "Say plainly that the application is withdrawn.",
        );
  const says = "Neither withdraw, accept nor refuse anything: say only what this mail is for.";
  return [
    ...whereFound(written.map(withoutTheirs), ends, "outcome", says),
    ...whereFound(written.map(withoutTheirs), accepting(basis.language), "outcome", says),
  ].slice(0, 1);
}

/** What they may decide, and what a promise of silence says, ends nothing of the person's. */
const withoutTheirs = (sentence: string): string =>
  sentence.replaceAll(
    /(?:not|nicht|pas|plus|no|niet|não) (?:write|wish to write|schreiben|écri\p{L}*|escrib\p{L}*|schrijven|escrev\p{L}*)[^.!?]*/giu,
    "",
  );
