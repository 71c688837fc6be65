/** The days of the week in the six languages, to be put in a pattern: where one stands alone it is an answer, never a name. */
export const dayNames =
  "(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|mi[ée]rcoles|jueves|viernes|s[áa]bado|domingo|(?:maan|dins|woens|donder|vrij|zater|zon)dag|(?:segunda|ter[çc]a|quarta|quinta|sexta)(?:-feira)?";
