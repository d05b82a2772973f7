import type { Lexicon } from '../lexicon.ts';

export const esLexicon: Lexicon = {
  please: 'por favor',
  polite: 'gracias, hola',
  consent: {
    optOut: ['baja', 'parar', 'cancelar', 'darme de baja', 'dar de baja'],
    optIn: ['alta', 'iniciar', 'comenzar'],
    help: ['ayuda'],
    yes: ['si'],
    no: [],
    optOutSentences: [
      /^no mas$/,
      /\bno mas (?:mensajes|sms|textos|publicidad)\b/,
      /\bno me (?:envien|envie|envies|escriban|escriba|escribas|manden|mande|mandes) (?:mas|nada mas)\b/,
      /\b(?:dejen|deje|deja|paren|pare) de (?:enviarme|escribirme|mandarme|molestar(?:me)?)\b/,
      /\b(?:borren|borre|borra|eliminen|elimine|quiten) mi (?:numero|telefono)\b/,
      /\b(?:denme|deme|quiero darme|quiero la|dar(?:me)?) de baja\b/,
      /\bno quiero (?:recibir )?mas (?:mensajes|sms|textos)\b/,
    ],
    reported: /\b(?:he|hemos|han|recibi|recibo|recibido|llegan|llega|porque|por que)\b/,
    maybe: 'baja, parar, cancelar',
  },
  person: ['una persona', 'hablar con una persona', 'hablar con alguien'],
  reply: {
    confirm: ['si, vale, confirmo, de acuerdo, perfecto, hasta manana, alli estare, claro'],
    move: ['cambiar, otro dia, otra hora'],
    cancel: ['cancelo, anular, no voy'],
    none: ['ninguno, otro'],
    no: 'no',
    regrets: 'lamento',
    greetings: /\b(?:buenos dias|buenas tardes)\b/g,
    noise: 'hola gracias',
    choices: ['uno', 'dos', 'tres', 'cuatro', 'cinco', 'seis'],
    weekdays: ['domingo', 'lunes', 'martes', 'miercoles', 'jueves', 'viernes', 'sabado'],
    days: ['hoy', 'manana', ''],
    beforeHour: '',
    dates: null,
  },
  question: {
    noise: `el la los las un una unos unas de del al a yo me mi mis tu te ti tus usted ustedes su sus nos nosotros nuestro vosotros
      os vuestro es soy son esta estan estoy estais estamos ser ha he han haber hay tengo tiene tienen teneis tienes puedo
      puede pueden podeis puedes podria podrian quiero quisiera queria quieren necesito y o pero si que en con por para
      sobre sin lo le les se hola buenas buenos dias tardes noches gracias favor saludos tambien ya muy ok saber decir
      decirme pregunta una duda hacer hacen haceis tienda local posible disponible hasta`,
    asking: 'cuando donde quien cual cuales cuanto cuanta cuantos cuantas como hora tiempo porque',
    time: `hoy manana ahora tarde noche semana finde lunes martes miercoles jueves viernes sabado sabados domingo domingos dia
      dias horas todavia aun pronto luego`,
    hasCompounds: false,
  },
  numbers: {
    2: 'dos',
    3: 'tres',
    4: 'cuatro',
    5: 'cinco',
    6: 'seis',
    7: 'siete',
    8: 'ocho',
    9: 'nueve',
    10: 'diez',
    11: 'once',
    12: 'doce',
    15: 'quince',
    20: 'veinte',
    30: 'treinta',
    50: 'cincuenta',
    100: 'cien',
  },
  today: 'hoy',
  tomorrow: 'manana',
};
