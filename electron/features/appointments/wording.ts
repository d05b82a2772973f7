import { inPlainLetters } from '../../shared/composing.ts';
import type { ConsentLanguage } from '../../shared/consent-words.ts';
import { localeOf } from '../automation/opening-words.ts';

/** What is said about an appointment. `what` is the service, `when` its day and time. */
interface AppointmentWording {
  readonly when: (day: string, time: string) => string;
  readonly booked: (shop: string, what: string, when: string) => string;
  readonly moved: (shop: string, what: string, when: string) => string;
  readonly calledOff: (shop: string, what: string, when: string) => string;
  readonly reminder: (shop: string, what: string, when: string) => string;
  readonly followUp: (shop: string, what: string, when: string) => string;
  /** Behind a reminder: how it is answered. Never a word that ends all texts. */
  readonly ask: string;
  /** The same where it is too late to change it by text. */
  readonly askOnly: string;
  readonly confirmed: (when: string) => string;
  readonly cancelled: (what: string, when: string) => string;
  readonly tooLate: string;
  readonly slots: (list: string) => string;
  readonly taken: string;
  readonly noSlots: string;
  /** A time has come free. `until`: how long it is kept for them. Never a word that ends all texts. */
  readonly refill: (shop: string, what: string, when: string, until: string) => string;
  readonly refillDeclined: string;
  readonly next: (what: string, when: string) => string;
  readonly nothing: string;
  readonly services: (list: string) => string;
}

/** Short, in letters that fit one text. */
export const APPOINTMENT_WORDING: Readonly<Record<ConsentLanguage, AppointmentWording>> = {
  en: {
    when: (day, time) => `${day} at ${time}`,
    booked: (shop, what, when) => `${shop}: ${what} is booked for ${when}.`,
    moved: (shop, what, when) => `${shop}: ${what} is now on ${when}.`,
    calledOff: (shop, what, when) => `${shop}: ${what} on ${when} is called off.`,
    reminder: (shop, what, when) => `${shop}: ${what} on ${when}.`,
    followUp: (shop, what, when) => `${shop}: Are you coming? ${what} on ${when}.`,
    ask: 'Reply C to confirm, R for another time, X to call it off.',
    askOnly: 'Reply C to confirm.',
    confirmed: (when) => `Thank you. See you on ${when}.`,
    cancelled: (what, when) => `${what} on ${when} is called off.`,
    tooLate: 'It is too late to change that by text. We will get back to you.',
    slots: (list) => `Which time?\n${list}\nReply with the number, or R for others.`,
    taken: 'That time has just gone.',
    noSlots: 'We have nothing free soon. We will get back to you.',
    refill: (shop, what, when, until) =>
      `${shop}: ${when} has come free for ${what}. Reply C to take it, X if not. It is yours until ${until}.`,
    refillDeclined: 'All right. You stay on the waiting list.',
    next: (what, when) => `Your next appointment: ${what}, ${when}.`,
    nothing: 'You have no appointment with us.',
    services: (list) => `What would you like?\n${list}\nReply with the number.`,
  },
  de: {
    when: (day, time) => `${day} um ${time}`,
    booked: (shop, what, when) => `${shop}: ${what} ist gebucht für ${when}.`,
    moved: (shop, what, when) => `${shop}: ${what} ist jetzt am ${when}.`,
    calledOff: (shop, what, when) => `${shop}: ${what} am ${when} ist abgesagt.`,
    reminder: (shop, what, when) => `${shop}: ${what} am ${when}.`,
    followUp: (shop, what, when) => `${shop}: Kommen Sie? ${what} am ${when}.`,
    ask: 'Antworten Sie C: ich komme, R: andere Zeit, X: Absage.',
    askOnly: 'Antworten Sie C: ich komme.',
    confirmed: (when) => `Danke. Bis ${when}.`,
    cancelled: (what, when) => `${what} am ${when} ist abgesagt.`,
    tooLate: 'Das geht per SMS nicht mehr. Wir melden uns bei Ihnen.',
    slots: (list) => `Welche Zeit?\n${list}\nAntworten Sie mit der Zahl, oder R für andere.`,
    taken: 'Diese Zeit ist gerade vergeben worden.',
    noSlots: 'Wir haben bald nichts frei. Wir melden uns bei Ihnen.',
    refill: (shop, what, when, until) =>
      `${shop}: ${when} ist ein Termin frei geworden: ${what}. Antworten Sie C: nehme ich, X: nein. Bis ${until} ist er für Sie frei.`,
    refillDeclined: 'In Ordnung. Sie bleiben auf der Warteliste.',
    next: (what, when) => `Ihr nächster Termin: ${what}, ${when}.`,
    nothing: 'Sie haben bei uns keinen Termin.',
    services: (list) => `Was möchten Sie?\n${list}\nAntworten Sie mit der Zahl.`,
  },
  fr: {
    when: (day, time) => `${day} à ${time}`,
    booked: (shop, what, when) => `${shop} : ${what}, rendez-vous ${when}.`,
    moved: (shop, what, when) => `${shop} : ${what}, nouveau rendez-vous ${when}.`,
    calledOff: (shop, what, when) => `${shop} : ${what}, ${when} : annulé.`,
    reminder: (shop, what, when) => `${shop} : ${what}, ${when}.`,
    followUp: (shop, what, when) => `${shop} : venez-vous ? ${what}, ${when}.`,
    ask: 'Répondez C : je viens, R : autre heure, X : annuler.',
    askOnly: 'Répondez C : je viens.',
    confirmed: (when) => `Merci. A bientot, ${when}.`,
    cancelled: (what, when) => `${what}, ${when} : annulé.`,
    tooLate: 'Trop tard pour changer par SMS. Nous vous recontactons.',
    slots: (list) => `Quelle heure ?\n${list}\nRépondez par le numéro, ou R pour d'autres.`,
    taken: "Cette heure vient d'etre prise.",
    noSlots: 'Rien de libre prochainement. Nous vous recontactons.',
    refill: (shop, what, when, until) =>
      `${shop}: ${when} s'est libéré pour ${what}. Répondez C : je prends, X : non. Réservé pour vous jusqu'à ${until}.`,
    refillDeclined: 'Entendu. Vous restez sur la liste.',
    next: (what, when) => `Prochain rendez-vous : ${what}, ${when}.`,
    nothing: "Vous n'avez pas de rendez-vous chez nous.",
    services: (list) => `Que souhaitez-vous ?\n${list}\nRépondez par le numéro.`,
  },
  es: {
    when: (day, time) => `${day} a las ${time}`,
    booked: (shop, what, when) => `${shop}: ${what}, cita el ${when}.`,
    moved: (shop, what, when) => `${shop}: ${what}, nueva cita el ${when}.`,
    calledOff: (shop, what, when) => `${shop}: ${what} del ${when}, anulada.`,
    reminder: (shop, what, when) => `${shop}: ${what} el ${when}.`,
    followUp: (shop, what, when) => `${shop}: ¿viene? ${what} el ${when}.`,
    ask: 'Responda C: voy, R: otra hora, X: anular.',
    askOnly: 'Responda C: voy.',
    confirmed: (when) => `Gracias. Hasta el ${when}.`,
    cancelled: (what, when) => `${what} del ${when}, anulada.`,
    tooLate: 'Ya no se puede cambiar por SMS. Le contactaremos.',
    slots: (list) => `¿Qué hora?\n${list}\nResponda con el numero, o R para otras.`,
    taken: 'Esa hora acaba de ocuparse.',
    noSlots: 'No hay nada libre pronto. Le contactaremos.',
    refill: (shop, what, when, until) =>
      `${shop}: ha quedado libre ${when} para ${what}. Responda C: lo tomo, X: no. Es suyo hasta las ${until}.`,
    refillDeclined: 'De acuerdo. Sigue en la lista de espera.',
    next: (what, when) => `Su proxima cita: ${what}, ${when}.`,
    nothing: 'No tiene ninguna cita con nosotros.',
    services: (list) => `¿Qué desea?\n${list}\nResponda con el numero.`,
  },
  pt: {
    when: (day, time) => `${day} as ${time}`,
    booked: (shop, what, when) => `${shop}: ${what} marcado para ${when}.`,
    moved: (shop, what, when) => `${shop}: ${what} passou para ${when}.`,
    calledOff: (shop, what, when) => `${shop}: ${what} de ${when} foi desmarcado.`,
    reminder: (shop, what, when) => `${shop}: ${what}, ${when}.`,
    followUp: (shop, what, when) => `${shop}: vem? ${what}, ${when}.`,
    ask: 'Responda C: vou, R: outra hora, X: desmarcar.',
    askOnly: 'Responda C: vou.',
    confirmed: (when) => `Obrigado. Até ${when}.`,
    cancelled: (what, when) => `${what} de ${when} foi desmarcado.`,
    tooLate: 'Ja nao é possivel mudar por SMS. Entraremos em contacto.',
    slots: (list) => `Qual hora?\n${list}\nResponda com o numero, ou R para outras.`,
    taken: 'Essa hora acabou de ser ocupada.',
    noSlots: 'Nada livre em breve. Entraremos em contacto.',
    refill: (shop, what, when, until) =>
      `${shop}: ${when} ficou livre para ${what}. Responda C: quero, X: nao. É seu até às ${until}.`,
    refillDeclined: 'Certo. Continua na lista de espera.',
    next: (what, when) => `Proxima marcacao: ${what}, ${when}.`,
    nothing: 'Nao tem nenhuma marcacao connosco.',
    services: (list) => `O que deseja?\n${list}\nResponda com o numero.`,
  },
  nl: {
    when: (day, time) => `${day} om ${time}`,
    booked: (shop, what, when) => `${shop}: ${what} is geboekt voor ${when}.`,
    moved: (shop, what, when) => `${shop}: ${what} is nu op ${when}.`,
    calledOff: (shop, what, when) => `${shop}: ${what} op ${when} gaat niet door.`,
    reminder: (shop, what, when) => `${shop}: ${what} op ${when}.`,
    followUp: (shop, what, when) => `${shop}: Komt u? ${what} op ${when}.`,
    ask: 'Antwoord C: ik kom, R: andere tijd, X: afzeggen.',
    askOnly: 'Antwoord C: ik kom.',
    confirmed: (when) => `Dank u. Tot ${when}.`,
    cancelled: (what, when) => `${what} op ${when} is afgezegd.`,
    tooLate: 'Dat kan niet meer per sms. We nemen contact op.',
    slots: (list) => `Welke tijd?\n${list}\nAntwoord met het nummer, of R voor andere.`,
    taken: 'Die tijd is net bezet.',
    noSlots: 'Er is binnenkort niets vrij. We nemen contact op.',
    refill: (shop, what, when, until) =>
      `${shop}: ${when} is vrijgekomen voor ${what}. Antwoord C: ik neem het, X: nee. Tot ${until} is het voor u.`,
    refillDeclined: 'Goed. U blijft op de wachtlijst.',
    next: (what, when) => `Uw volgende afspraak: ${what}, ${when}.`,
    nothing: 'U heeft bij ons geen afspraak.',
    services: (list) => `Wat wilt u?\n${list}\nAntwoord met het nummer.`,
  },
  it: {
    when: (day, time) => `${day} alle ${time}`,
    booked: (shop, what, when) => `${shop}: ${what}, appuntamento ${when}.`,
    moved: (shop, what, when) => `${shop}: ${what}, nuovo appuntamento ${when}.`,
    calledOff: (shop, what, when) => `${shop}: ${what} di ${when}, annullato.`,
    reminder: (shop, what, when) => `${shop}: ${what}, ${when}.`,
    followUp: (shop, what, when) => `${shop}: viene? ${what}, ${when}.`,
    ask: 'Risponda C: vengo, R: altra ora, X: disdire.',
    askOnly: 'Risponda C: vengo.',
    confirmed: (when) => `Grazie. A ${when}.`,
    cancelled: (what, when) => `${what} di ${when}, annullato.`,
    tooLate: 'Non si può più cambiare per SMS. La ricontatteremo.',
    slots: (list) => `Che ora?\n${list}\nRisponda con il numero, o R per altre.`,
    taken: "Quell'ora è appena stata presa.",
    noSlots: 'A breve niente di libero. La ricontatteremo.',
    refill: (shop, what, when, until) =>
      `${shop}: si è liberato ${when} per ${what}. Risponda C: lo prendo, X: no. Resta suo fino alle ${until}.`,
    refillDeclined: 'Va bene. Resta in lista di attesa.',
    next: (what, when) => `Prossimo appuntamento: ${what}, ${when}.`,
    nothing: 'Non ha appuntamenti da noi.',
    services: (list) => `Cosa desidera?\n${list}\nRisponda con il numero.`,
  },
};

/** A day and time on the wall clock, short: “Tue 1 Dec”, “10:30”. @param date `YYYY-MM-DD` */
export function dayWord(date: string, language: ConsentLanguage): string {
  const format = dayFormats.get(language) ?? dayFormatOf(language);
  return inPlainLetters(format.format(Date.parse(date)))
    .replaceAll(',', '')
    .replaceAll('.', '');
}

/** To make one takes longer than to look through a day's appointments. */
const dayFormats = new Map<ConsentLanguage, Intl.DateTimeFormat>();

function dayFormatOf(language: ConsentLanguage): Intl.DateTimeFormat {
  const format = new Intl.DateTimeFormat(localeOf(language), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  dayFormats.set(language, format);
  return format;
}

export function whenWords(date: string, time: string, language: ConsentLanguage): string {
  return APPOINTMENT_WORDING[language].when(dayWord(date, language), timeWord(time));
}

/** “9:00”. */
export function timeWord(time: string): string {
  return time.replace(/^0(?=\d)/, '');
}
