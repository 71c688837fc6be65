import { list, lists, type ReplyWords } from "./shape.ts";

export const portuguese: ReplyWords = {
  verbs: {
    yes: list(
      `sim, de acordo, concordo, combinado, aprovar, aprovado, aprovada, aprovo, pode enviar, pode mandar, envie assim, pode seguir`,
    ),
    good: list("está bom, está bem, está ótimo, está ok, tá bom, parece bom, perfeito"),
    no: list("não"),
    skip: list("pular, saltar, ignorar, não enviar, não envie, não envies, não mande, não mandar"),
    later: list("depois, mais tarde, adiar"),
    undo: list("desfazer, desfaz, anular"),
    reopen: list("reabrir, reabre"),
    close: list("fechar, encerrar, fecha"),
    send_again: list("reenviar, enviar novamente, enviar de novo, enviar outra vez, envie de novo"),
    was_sent: list("foi enviado, foi enviada, já foi enviado, já foi enviada, já enviado"),
    why: list("por que, por quê, porquê, porque"),
  },
  sends: list("enviar, envie, envia, manda, mandar, mande"),
  this: list("isto, isso, este texto"),
  all: list("todos, todas, tudo"),
  both: list("ambos, ambas, os dois, as duas"),
  except: list("exceto, menos, salvo, mas não"),
  and: list("e"),
  to: list("a, ao, até"),
  towards: list("a, ao"),
  before: list("para, do, da, de"),
  is: list("é, está, são, estão"),
  numbers: list("-, dois, três, quatro, cinco, seis, sete, oito, nove, dez, -, doze"),
  articles: list("um, uma"),
  nouns: list("número, rascunho, linha"),
  courtesies:
    list(`por favor, obrigado, obrigada, muito obrigado, olá, oi, bom dia, atenciosamente, cumprimentos, com os melhores cumprimentos, abraço, um
     abraço, abraços`),
  brakes: list(
    `não, nunca, jamais, espera, espere, esperar, aguarda, aguarde, pare, pára, para, parar, pausa, pausar, cancela, cancelar, cancele, muda, mudar,
     mude, altera, alterar, altere, alteração, corrige, corrigir, mas, porém, se, exceto, salvo, antes, primeiro, depois de, depois do, depois da,
     erro, errado, errada, desculpe, desculpa, nada, nenhum, nenhuma, talvez, senão, na verdade, em vez, melhor não, ainda, momento, pensar, dúvida,
     calma, esquece, esqueça, a menos que, stop`,
  ),
  prose: list(
    `mais curto, mais curta, mais breve, mais longo, mais longa, mais formal, mais informal, mais simples, mais direto, mais direta, mais cordial,
     mais caloroso, mais calorosa, mais pessoal, mais detalhes, mais simpático, mais leve`,
  ),
  days: {
    before: list("até a, até o, até, na, no, em, a, daqui a, dia, para"),
    today: list("hoje"),
    tomorrow: list("amanhã"),
    dayAfter: list("depois de amanhã"),
    nextWeek: list("próxima semana, a próxima semana, semana que vem, na semana que vem"),
    day: list("dia, dias"),
    week: list("semana, semanas"),
    month: list("mês, meses"),
    one: list("um, uma"),
    weekdays: lists(
      `segunda segunda-feira seg, terça terça-feira ter, quarta quarta-feira qua, quinta quinta-feira qui, sexta sexta-feira sex, sábado sáb,
       domingo dom`,
    ),
    months: lists(
      `janeiro jan, fevereiro fev, março mar, abril abr, maio mai, junho jun, julho jul, agosto ago, setembro set, outubro out, novembro nov,
       dezembro dez`,
    ),
  },
  commands: {
    status: list("estado, situação, como está"),
    help: list("ajuda, comandos"),
    pause: list("pausa, pausar, pause"),
    everything: list("tudo"),
    for: list("por, durante, de"),
    until: list("até, até a, até o"),
    resume: list("retomar, fim da pausa"),
    stop: list("stop, parar, pare, cancelar"),
  },
};
