import { fold } from '../../shared/fold.ts';

/** What a customer asks of the calendar without being asked first. */
export type CalendarWish = 'next' | 'book';

/** Each phrase is a whole text, folded; a line holds several. */
const WORDS: Readonly<Record<CalendarWish, readonly string[]>> = {
  next: [
    'next, next appointment, my appointment, my next appointment, when is my appointment',
    'when is my next appointment, what time is my appointment, when do i have to come',
    'nachster, nachster termin, mein termin, mein nachster termin, wann ist mein termin',
    'wann ist mein nachster termin, wann habe ich termin, wann habe ich meinen termin, wann ist der termin',
    'mon rendez vous, prochain rendez vous, mon rdv, mi cita, proxima cita, cuando es mi cita',
    'minha consulta, minha marcacao, mijn afspraak, volgende afspraak, wanneer is mijn afspraak',
    'mio appuntamento, il mio appuntamento, prossimo appuntamento',
  ],
  book: [
    'book, book appointment, book an appointment, appointment, new appointment, an appointment',
    'i need an appointment, i want an appointment, i would like an appointment, i d like an appointment',
    'can i have an appointment, can i get an appointment, can i book an appointment, make an appointment',
    'can i make an appointment, i want to book, i would like to book an appointment, need an appointment',
    'termin, termin buchen, termin machen, neuer termin, einen termin, ich brauche einen termin',
    'brauche einen termin, ich hatte gerne einen termin, ich mochte einen termin, kann ich einen termin haben',
    'kann ich einen termin machen, termin vereinbaren, ich mochte einen termin vereinbaren, buchen',
    'rdv, rendez vous, prendre rendez vous, cita, pedir cita, quiero una cita, marcar, marcacao',
    'afspraak, afspraak maken, ik wil een afspraak, appuntamento, prenotare, vorrei un appuntamento',
  ],
};

const POLITE =
  /\b(?:please|pls|bitte|thanks|thank you|danke|hi|hello|hey|hallo|moin|guten tag|guten morgen|bonjour|hola|ola|ciao|svp|por favor|per favore|alstublieft|gracias|merci|grazie)\b/g;
const WISH_OF = new Map(
  (Object.entries(WORDS) as [CalendarWish, readonly string[]][]).flatMap(([wish, all]) =>
    all.flatMap((line) => line.split(', ')).map((words) => [words, wish] as const),
  ),
);
const LONGEST = 80;

/** Null if the text asks nothing. Pure. */
export function calendarWishIn(text: string): CalendarWish | null {
  if (text.length > LONGEST) return null;
  const plain = fold(text.replace(/[’'`´]/g, ' ')).replace(/[^\p{L}\p{N}]+/gu, ' ');
  return WISH_OF.get(plain.replace(POLITE, ' ').replace(/ +/g, ' ').trim()) ?? null;
}
