import type { CleanDraft } from "./clean.ts";

/** Drafts without a fault in German, French, Spanish, Dutch and Portuguese. */
export const cleanGerman: readonly CleanDraft[] = [
  [
    "thank_you",
    "Guten Tag {full},",
    "vielen Dank für das Gespräch am {day}. Besonders gefallen hat mir, was Sie über {topic} erzählt haben; seitdem kann ich mir die Stelle {role} noch besser vorstellen.\n\nFalls Sie für Ihre Entscheidung noch etwas von mir brauchen, schicke ich es Ihnen gerne.",
    "Mit freundlichen Grüßen",
  ],
  [
    "thank_you",
    "Hallo {name},",
    "danke, dass du dir am {day} Zeit genommen hast. Ich habe mich in der Runde gleich wohlgefühlt und viel über {topic} gelernt.\n\nIch freue mich, wenn es weitergeht.",
    "Viele Grüße",
  ],
  [
    "stage_question",
    "Guten Tag {full},",
    "vielen Dank für die Einladung. Den Termin am {meeting} bestätige ich gerne.\n\nDamit ich mich gut vorbereiten kann: Wie viele Gespräche sind insgesamt vorgesehen, mit wem, und wann möchten Sie entscheiden?",
    "Freundliche Grüße",
  ],
  [
    "check_in",
    "Guten Tag {full},",
    "für die Stelle {role} hatten Sie eine Antwort bis {by} in Aussicht gestellt. Gibt es schon Neuigkeiten, die Sie mit mir teilen können?\n\nMein Interesse an der Aufgabe ist unverändert.",
    "Mit freundlichen Grüßen",
  ],
  [
    "decision_request",
    "Guten Tag {full},",
    "mir liegt das Angebot eines anderen Arbeitgebers vor, auf das ich bis {deadline} antworten muss. Am liebsten würde ich jedoch für {employer} arbeiten.\n\nSehen Sie eine Möglichkeit, bis dahin zu entscheiden?",
    "Freundliche Grüße",
  ],
  [
    "breakup",
    "Guten Tag {full},",
    "am {day} haben wir über die Stelle {role} gesprochen, und ich hatte bis {by} mit einer Nachricht gerechnet. Darf ich fragen, ob Sie sich für jemand anderen entschieden haben?\n\nIch ziehe hier vorerst einen Strich und danke Ihnen für das gute Gespräch.",
    "Mit besten Grüßen",
  ],
  [
    "graceful_no",
    "Hallo {name},",
    "danke für die offene Rückmeldung zur Stelle {role}. Das Gespräch am {day} hat mir trotzdem viel gegeben.\n\nWenn sich bei euch einmal etwas Passendes ergibt, freue ich mich über eine Nachricht. Alles Gute für das Team!",
    "Herzliche Grüße",
  ],
  [
    "keep_in_touch",
    "Guten Tag {full},",
    "an unser Gespräch vom {day} denke ich gerne zurück. Wie Sie damals über {topic} gesprochen haben, ist mir in guter Erinnerung geblieben.\n\nEine Antwort ist nicht nötig. Ich wünsche Ihnen und Ihrem Team eine gute Zeit.",
    "Viele Grüße",
  ],
  [
    "withdraw",
    "Guten Tag {full},",
    "ich habe inzwischen eine andere Stelle angenommen und ziehe meine Bewerbung als {role} daher zurück.\n\nFür das Gespräch und Ihr Vertrauen danke ich Ihnen herzlich.",
    "Mit freundlichen Grüßen",
  ],
];
export const cleanFrench: readonly CleanDraft[] = [
  [
    "thank_you",
    "Bonjour {name},",
    "Je vous remercie pour notre échange du {day}. Ce que vous m'avez raconté sur {topic} m'a beaucoup intéressé et me donne envie d'aller plus loin avec {employer}.\n\nSi un document vous manque, n'hésitez pas à me le dire.",
    "Bien cordialement,",
  ],
  [
    "stage_question",
    "Bonjour {name},",
    "Merci beaucoup pour votre invitation. Je confirme avec plaisir le rendez-vous du {meeting}.\n\nPour bien me préparer, pourriez-vous m'indiquer combien d'étapes sont prévues, avec qui, et quand vous pensez décider ?",
    "Cordialement,",
  ],
  [
    "check_in",
    "Bonjour {name},",
    "Vous aviez évoqué une réponse d'ici au {by} pour le poste de {role}. Avez-vous des nouvelles à partager ?\n\nMon intérêt reste entier.",
    "Bien à vous,",
  ],
  [
    "breakup",
    "Bonjour {name},",
    "Le {day}, nous avons parlé du poste de {role}, et une réponse était attendue d'ici au {by}. Avez-vous choisi quelqu'un d'autre ?\n\nPour ma part, j'en reste là pour l'instant. Si les choses changent, je serai heureux de vous lire.",
    "Cordialement,",
  ],
  [
    "graceful_no",
    "Bonjour {name},",
    "Merci de m'avoir répondu aussi clairement au sujet du poste de {role}. J'ai apprécié notre échange du {day}.\n\nJe vous souhaite une belle suite, ainsi qu'à toute l'équipe.",
    "Bien cordialement,",
  ],
  [
    "withdraw",
    "Bonjour {name},",
    "J'ai accepté un poste dans une autre maison et je retire donc ma candidature pour le poste de {role}.\n\nMerci pour votre temps et pour votre accueil.",
    "Cordialement,",
  ],
];
export const cleanSpanish: readonly CleanDraft[] = [
  [
    "thank_you",
    "Hola, {name}:",
    "Muchas gracias por la conversación del {day}. Me gustó especialmente lo que me contó sobre {topic}, y salí con muchas ganas de seguir adelante con {employer}.\n\nSi necesita algo más de mi parte, con gusto se lo hago llegar.",
    "Un saludo cordial,",
  ],
  [
    "stage_question",
    "Buenos días, {name}:",
    "Gracias por la invitación. Confirmo con mucho gusto la cita del {meeting}.\n\nPara prepararme bien, ¿podría decirme cuántas etapas hay, con quién serían y cuándo piensan decidir?",
    "Saludos cordiales,",
  ],
  [
    "check_in",
    "Hola, {name}:",
    "Tenía entendido que habría noticias sobre el puesto de {role} antes del {by}. ¿Hay alguna novedad que pueda compartir?\n\nMi interés sigue siendo el mismo.",
    "Un saludo,",
  ],
  [
    "decision_request",
    "Hola, {name}:",
    "He recibido una oferta de otra empresa y tengo que contestar antes del {deadline}. Mi interés por el puesto de {role} no ha cambiado.\n\n¿Sería posible conocer su decisión antes de ese día?",
    "Saludos cordiales,",
  ],
  [
    "breakup",
    "Hola, {name}:",
    "El {day} hablamos del puesto de {role} y esperaba una respuesta para el {by}. ¿Han elegido a otra persona?\n\nPor ahora lo dejo aquí y les deseo lo mejor. Si algo cambia, me alegrará saberlo.",
    "Un cordial saludo,",
  ],
  [
    "withdraw",
    "Hola, {name}:",
    "He aceptado un puesto en otro lugar y por eso retiro mi candidatura para {role}.\n\nLe agradezco mucho el tiempo y la confianza.",
    "Saludos cordiales,",
  ],
];
export const cleanDutch: readonly CleanDraft[] = [
  [
    "thank_you",
    "Beste {name},",
    "Hartelijk dank voor het gesprek op {day}. Het was fijn om meer te horen over {topic}, en ik zie mezelf graag bij {employer} werken.\n\nAls er nog iets nodig is, hoor ik het graag.",
    "Met vriendelijke groet,",
  ],
  [
    "stage_question",
    "Beste {name},",
    "Bedankt voor de uitnodiging. Ik bevestig graag de afspraak op {meeting}.\n\nKunt u mij vertellen hoeveel rondes er zijn, met wie, en wanneer u denkt te beslissen?",
    "Met vriendelijke groet,",
  ],
  [
    "check_in",
    "Beste {name},",
    "Ik had begrepen dat er uiterlijk {by} nieuws zou zijn over de functie {role}. Is er al iets dat u kunt delen?\n\nMijn belangstelling is onveranderd.",
    "Vriendelijke groet,",
  ],
  [
    "breakup",
    "Beste {name},",
    "Op {day} spraken we over de functie {role}, en ik verwachtte uiterlijk {by} een bericht. Is er iemand anders gekozen?\n\nIk laat het hier voorlopig bij. Mocht er iets veranderen, dan hoor ik het graag.",
    "Met vriendelijke groet,",
  ],
  [
    "graceful_no",
    "Beste {name},",
    "Dank voor het eerlijke antwoord over de functie {role}. Ik kijk met plezier terug op ons gesprek van {day}.\n\nIk wens u en het team veel succes.",
    "Hartelijke groet,",
  ],
  [
    "withdraw",
    "Beste {name},",
    "Ik heb elders een functie aangenomen en trek mijn sollicitatie voor {role} daarom terug.\n\nHartelijk dank voor de tijd en het vertrouwen.",
    "Met vriendelijke groet,",
  ],
];
export const cleanPortuguese: readonly CleanDraft[] = [
  [
    "thank_you",
    "Olá, {name},",
    "Agradeço muito a conversa do dia {day}. Gostei de saber mais sobre {topic} e fiquei com ainda mais vontade de trabalhar na {employer}.\n\nSe precisarem de mais alguma coisa da minha parte, basta dizer.",
    "Com os melhores cumprimentos,",
  ],
  [
    "stage_question",
    "Bom dia, {name},",
    "Agradeço o convite e confirmo com gosto o encontro do dia {meeting}.\n\nPara me preparar bem, poderia dizer-me quantas etapas existem, com quem, e quando pensam decidir?",
    "Cumprimentos,",
  ],
  [
    "check_in",
    "Olá, {name},",
    "Pelo que entendi, haveria notícias sobre a vaga de {role} até dia {by}. Há alguma novidade que possa partilhar?\n\nO meu interesse continua o mesmo.",
    "Um abraço,",
  ],
  [
    "graceful_no",
    "Olá, {name},",
    "Agradeço a resposta clara sobre a vaga de {role}. A conversa do dia {day} valeu muito a pena para mim.\n\nDesejo o melhor para toda a equipa.",
    "Cumprimentos,",
  ],
  [
    "withdraw",
    "Olá, {name},",
    "Aceitei uma posição noutra empresa e por isso retiro a minha candidatura à vaga de {role}.\n\nAgradeço o tempo e a confiança.",
    "Com os melhores cumprimentos,",
  ],
];
