import { patternOf } from "./phrases.ts";

/** Words that speak of something sent along, whatever it is. All languages at once: not one may slip through (SAFETY R44). */
export const sentAlong = patternOf(`
  attach* (?!to the idea)
  attached
  attachments?
  re-?attach*
  enclos*
  herewith
  appended
  appendix
  annex*
  with this (?:e-?mail|message|note) (?:comes|come|you|is|are)
  \\.?(?:pdf|docx?|xlsx?|pptx?|zip|jpe?g|png|csv|odt|rtf|exe)s?
  (?:am|'m) (?:sending|forwarding|sharing|submitting|passing|including|adding) (?!(?:you )?(?:my )?(?:thanks|best|kind|warm|good|greetings|regards|on my thanks))
  screenshots?
  (?:google )?drive
  dropbox
  wetransfer
  onedrive
  sharepoint
  (?:up|down)load*
  anbei
  anhang
  anhänge
  im anhang
  beigefügt*
  beifüg*
  füge ... bei
  angehängt*
  anhäng*
  hänge ... an
  anlagen?
  beiliegen*
  beigelegt*
  beilage
  mitgeschickt*
  mitgesendet*
  mitgesandt*
  (?:runter|herunter|hoch)gelad*
  ci-joint*
  ci-après
  ci-inclus*
  pi[èe]ces? jointes?
  p\\.?j\\.?
  je (?:vous |te )?joins
  joint* (?:à|au) (?:ce|cet|présent)
  en annexe
  en pi[èe]ce*
  en fichier
  adjunt*
  anex*
  en anexo
  acompaño ... (?:cv|curr[ií]culum|document*|carpeta|carta|portfolio|informe)
  bijlagen?
  bijgevoegd*
  bijgesloten
  bijvoeg*
  meegestuurd*
  meegezonden
  voeg ... (?:toe|bij)
  em anexo
  segue(?:m)? (?:em|junto|abaixo|aqui)
  apens*
  junto (?:envio|segue|remeto)
`);

/** That it comes with this very mail. */
export const hereIs = patternOf(`
  here(?:'s| is| are| you go| you have)
  below
  with this (?:e-?mail|message|note|reply)
  in this (?:e-?mail|message|note|reply)
  along with this
  alongside
  accompan*
  includ*
  (?:am|'m|be) (?:sending|forwarding|sharing|passing|adding|submitting)
  (?:have|'ve) (?:put|added|sent|shared|uploaded|placed|dropped|inserted|forwarded|packed|tucked)
  (?:comes?|came|goes|arrives?|travels?) (?:with|along|together)
  (?:you will|you'll|you can|please) ... (?:find|see|open|consult)
  find
  follows
  is in (?:this|the) (?:mail|e-?mail|file|folder)
  send(?:e)? ich
  ich (?:sende|schicke|übersende|lege|reiche|übermittle|leite)
  hiermit
  hierbei
  anliegend
  finden sie
  findest du
  mit dieser (?:mail|e-mail|nachricht)
  dabei
  liegt
  liegen
  vous trouver*
  tu trouver*
  voici
  avec ce (?:mail|courriel|message)
  je (?:vous |te )?(?:transmets|envoie|communique|fais parvenir|remets|adresse)
  accompagn*
  aquí (?:tiene|va|está|dejo|le)
  le (?:envío|mando|remito|dejo|hago llegar|paso|acerco)
  les (?:envío|mando|remito|dejo|hago llegar)
  te (?:envío|mando|dejo|paso)
  con este (?:correo|mensaje|mail)
  incluy*
  encontrar*
  hier(?:bij| is| zijn| vindt| vind)
  bij deze* 
  met deze (?:mail|e-mail|boodschap)
  vindt u
  vind je
  ik (?:stuur|voeg|zend|mail|sluit)
  stuur ik
  aqui (?:está|vai|tem|envio|deixo)
  (?:lhe )?(?:envio|mando|remeto|encaminho)
  com este (?:e-?mail|mensagem)
  com esta (?:mensagem)
  inclu[ío]*
`);

/** An offer to send something later, if it is wanted, sends nothing. */
export const onlyOffered = patternOf(`
  if
  should (?:you|any*|there|it)
  whatever
  happy to (?:send|share)
  glad to (?:send|share)
  gladly (?:send|share)
  would help
  wenn
  falls
  sollte*
  bei bedarf
  gerne? (?:nach)
  si
  au besoin
  n'hésitez
  volontiers
  on request
  auf (?:wunsch|nachfrage)
  sur (?:simple )?demande
  a petición
  a pedido
  op verzoek
  mocht
  als
  indien
  desgewenst
  se (?:precisar|for|desejar|quiser|houver|necess*)
  caso
`);
