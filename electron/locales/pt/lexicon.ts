import type { Lexicon } from '../lexicon.ts';

export const ptLexicon: Lexicon = {
  please: 'por favor',
  polite: 'obrigado, obrigada, ola',
  consent: {
    optOut: ['parar', 'pare', 'parem', 'sair', 'cancelar', 'descadastrar'],
    optIn: ['comecar', 'voltar'],
    help: ['ajuda'],
    yes: ['sim'],
    no: ['nao'],
    optOutSentences: [
      /\bnao me (?:enviem|envie|mandem|mande|escrevam|escreva) mais\b/,
      /\b(?:parem|pare|para) de (?:me )?(?:enviar|mandar|escrever)/,
      /\bnao quero (?:receber )?mais (?:mensagens|sms|textos)\b/,
      /\b(?:removam|remova|retirem|retire|apaguem|apague|tirem|tire) (?:o )?meu (?:numero|contato|contacto)\b/,
      /\b(?:chega|basta) de (?:mensagens|sms)\b/,
      /\bquero (?:me descadastrar|cancelar as mensagens)\b/,
    ],
    reported: /\b(?:recebi|recebo|recebemos|chegou|chegam|porque|por que)\b/,
    maybe: 'parar, parem, cancelar',
  },
  person: ['uma pessoa', 'atendente', 'falar com uma pessoa'],
  reply: {
    confirm: ['sim, certo, combinado, perfeito, ate amanha, la estarei'],
    move: ['mudar, outro dia, remarcar'],
    cancel: ['desmarcar, nao vou'],
    none: ['nenhum, outro'],
    no: 'nao',
    regrets: '',
    greetings: /\b(?:bom dia|boa tarde)\b/g,
    noise: 'ola obrigado obrigada',
    choices: ['', 'dois', 'tres', 'quatro', 'cinco', 'seis'],
    weekdays: ['domingo', 'segunda', 'terca', 'quarta', 'quinta', 'sexta', 'sabado'],
    days: ['hoje', 'amanha', ''],
    beforeHour: 'as',
    dates: null,
  },
  question: {
    noise: `o a os as um uma uns umas de do da dos das no na nos nas em ao aos eu me meu minha meus minhas tu te teu tua voce voces
      seu sua seus suas nos vos vosso vossa e es sou sao esta estao estou ser foi tem tens tenho temos ha haver posso pode
      podem podemos podia poderia quero queria querem gostaria preciso ou mas se que com por para pra sobre sem lhe ola oi
      bom boa dia tarde noite obrigado obrigada favor cumprimentos tambem ja muito ok saber dizer pergunta duvida fazem fazer
      loja possivel disponivel ate`,
    asking: 'quando onde quem qual quais quanto quanta quantos quantas como hora horas tempo porque',
    time: `hoje amanha agora semana segunda terca quarta quinta sexta sabado sabados domingo domingos feira dias ainda logo cedo
      fim`,
    hasCompounds: false,
  },
  numbers: {
    2: 'dois',
    3: 'tres',
    4: 'quatro',
    5: 'cinco',
    6: 'seis',
    7: 'sete',
    8: 'oito',
    9: 'nove',
    10: 'dez',
    11: 'onze',
    12: 'doze',
    15: 'quinze',
    20: 'vinte',
    30: 'trinta',
    50: 'cinquenta',
    100: 'cem',
  },
  today: 'hoje',
  tomorrow: 'amanha',
};
