const work =
  /\b(?:applica\w*|applied|applying|candida\w*|interview\w*|position|role|vacanc\w*|job|jobs|career\w*|hiring|recruit\w*|talent|resume|cv|offer|assessment|opening|opportunit\w*|bewerb\w*|stelle\w*|vorstellungs\w*|karriere|poste|entretien|recrutement|candidatur\w*|puesto|entrevista|vaga|seleção|selección|sollicit\w*|vacature|gesprek)\b/i;

/** True when the words touch on work at all, in any of the six languages. A weak sign: it only says that the rest is worth reading. */
export const speaksOfWork = (text: string): boolean => work.test(text);
