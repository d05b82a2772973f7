import { fold } from '../../shared/fold.ts';

/** What a short answer to a question about an appointment says; none of the times that were offered is another time as well. */
export type ShortAnswer =
  | { readonly is: 'confirm' | 'move' | 'cancel' | 'unclear' }
  /** Counted from 1, as it was offered. */
  | { readonly is: 'choice'; readonly n: number };

/** A time somebody was told. */
export interface ToldTime {
  /** `HH:MM` */
  readonly time: string;
  /** Of its day, 0 Sunday. */
  readonly weekday: number;
  /** How many days from today. */
  readonly ahead: number;
}

/** What the customer was told, against which times and days in their answer are read. */
export interface Asked {
  /** When the appointment is that it is about; null: about none yet. */
  readonly appointment: ToldTime | null;
  /** What was offered, in order; empty: nothing was. */
  readonly offered: readonly ToldTime[];
}

/** Longer is no short answer: a person reads it. */
const LONGEST = 160;
const UNCLEAR: ShortAnswer = { is: 'unclear' };

/** Whole phrases, folded, in all languages: what is a yes in one is none of a no in another. The longest is tried first. A line holds several. */
const PHRASES: Readonly<Record<'confirm' | 'move' | 'cancel' | 'none', readonly string[]>> = {
  confirm: [
    'c, y, k, kk, yes, yep, yeah, yup, yess, ok, okay, oki, okey, confirm, confirmed',
    'i confirm, we confirm, confirming, sure, fine, perfect, great, good, all good, sounds good',
    'works, that works, works for me, of course, absolutely, correct, will do, got it, noted',
    'see you, see you then, see you there, see you soon, see you tomorrow, see you today, till tomorrow, see ya, cu, cu then, until then, till then',
    'i ll be there, ill be there, i will be there, we ll be there, we will be there, will be there',
    'be there, i am coming, i m coming, im coming, we are coming, coming, i will come, i ll come',
    'looking forward, looking forward to it, count me in, thumbs up, right, affirmative, it s ok',
    'j, ja, jo, jep, jepp, joa, jawohl, jup, passt, das passt, passt so, passt mir',
    'bis heute, bestatigt, bestatige, ich bestatige, hiermit bestatigt, bestatigung, bestaetigt, bestaetige',
    'bis dann, bis dahin, bis morgen, bis bald, wir sehen uns, ich komme, komme, wir kommen',
    'ich bin da, bin da, wir sind da, ich werde da sein, werde da sein, komme gerne, ich komme gerne',
    'gerne, gern, klar, na klar, alles klar, in ordnung, geht klar, perfekt, super, prima, gut',
    'einverstanden, naturlich, selbstverstandlich, sicher, freue mich, ich freue mich, geht in ordnung',
    'oui, d accord, je confirme, confirme, ca marche, parfait, a demain, j y serai, je viens',
    'si, vale, confirmo, de acuerdo, perfecto, hasta manana, alli estare, claro',
    'sim, certo, combinado, perfeito, ate amanha, la estarei',
    'akkoord, ik bevestig, tot dan, tot morgen, ik kom, prima zo, goed',
    'va bene, d accordo, perfetto, a domani, ci saro, vengo',
  ],
  move: [
    'r, move, reschedule, rebook, rearrange, change, change it, move it, another time',
    'other time, different time, another day, different day, new time, can we reschedule, can i reschedule',
    'can we move it, can i move it, can we move, need to reschedule, i need to reschedule, please reschedule',
    'i want to reschedule, i d like to reschedule, id like to reschedule, could we reschedule',
    'can you reschedule, need another time, i need another time, need to move it, i need to move it',
    // What cannot be is offered another time; an end is one letter away.
    'can t make it, cant make it, cannot make it, i can t make it, i cant make it, i cannot make it',
    'can t come, cant come, i can t come, i cant come, i cannot come, can not make it, won t make it, i won t make it',
    'verschieben, bitte verschieben, verlegen, umbuchen, anderer termin, anderen termin, andere zeit',
    'neuer termin, neuen termin, termin verschieben, kann ich verschieben, konnen wir verschieben',
    'kann man den termin verschieben, kann ich den termin verschieben, konnen wir den termin verschieben',
    'muss verschieben, ich muss verschieben, ich mochte verschieben, mochte verschieben, wurde gern verschieben',
    'ich brauche einen anderen termin, brauche einen anderen termin, ein anderer tag, anderer tag',
    'ich kann nicht, kann nicht, kann leider nicht, ich kann leider nicht, ich kann nicht kommen',
    'kann nicht kommen, ich kann leider nicht kommen, schaffe es nicht, ich schaffe es nicht, passt nicht',
    'passt leider nicht, passt mir nicht, geht nicht, geht leider nicht',
    'deplacer, reporter, changer, autre jour, cambiar, otro dia, otra hora, mudar, outro dia',
    'remarcar, verzetten, andere tijd, andere dag, spostare, altro giorno, cambiare',
  ],
  cancel: [
    'x, cancel it, cancel my appointment, cancel the appointment, i want to cancel, i need to cancel',
    'i have to cancel, i d like to cancel, need to cancel, have to cancel, must cancel, cancel that',
    'not coming, i m not coming, im not coming, i am not coming, call it off, delete my appointment',
    'absagen, absage, ich sage ab, sage ab, muss absagen, ich muss absagen, ich muss leider absagen',
    'muss leider absagen, mochte absagen, ich mochte absagen, termin absagen, ich mochte den termin absagen',
    'stornieren, termin stornieren, storno, ich komme nicht, komme nicht, ich komme nicht mehr',
    'abgesagt, den termin absagen, termin streichen, ich komme leider nicht, komme leider nicht',
    'annuler, j annule, je ne viens pas, cancelo, anular, no voy, desmarcar, nao vou, afzeggen',
    'annuleren, ik kom niet, disdire, disdico, non vengo',
  ],
  none: [
    '0, none, none of them, none of these, neither, other, others, more, another, something else',
    'other times, later, other days, keiner, keine, keins, keiner davon, keine davon, keins davon',
    'andere, anderer, anderes, mehr, weitere, spater, andere zeiten, andere termine',
    'aucun, autre, ninguno, otro, nenhum, outro, geen, nessuno, altro',
  ],
};

const CHOICES: ReadonlyMap<string, number> = new Map(
  [
    ['1', 'one', 'first', '1st', 'eins', 'erste', 'ersten', 'erster', '1te', 'un', 'premier', 'uno', 'primo', 'een'],
    ['2', 'two', 'second', '2nd', 'zwei', 'zweite', 'zweiten', 'zweiter', '2te', 'deux', 'dos', 'dois', 'due', 'twee'],
    ['3', 'three', 'third', '3rd', 'drei', 'dritte', 'dritten', 'dritter', '3te', 'trois', 'tres', 'tre', 'drie'],
    ['4', 'four', 'fourth', '4th', 'vier', 'vierte', 'vierten', 'vierter', '4te', 'quatre', 'cuatro', 'quatro'],
    ['5', 'five', 'fifth', '5th', 'funf', 'fuenf', 'funfte', 'funften', '5te', 'cinq', 'cinco', 'cinque', 'vijf'],
    ['6', 'six', 'sixth', '6th', 'sechs', 'sechste', 'sechsten', '6te', 'seis', 'sei', 'zes'],
  ].flatMap((words, i) => words.map((word) => [word, i + 1] as const)),
);

/** Greetings and wishes: a part of the day in them is none that is meant. */
const GREETINGS =
  /\b(?:good (?:morning|day|afternoon|evening|night)|have a (?:nice|good|great) (?:day|evening|one)|gut(?:en?|er) (?:morgen|tag|abend|nacht)|schon(?:en?|er) (?:tag|abend)(?: noch)?|gruss gott|buenos dias|buenas tardes|bom dia|boa tarde|buon ?giorno|buona sera|goede(?:n|mo)? ?(?:morgen|middag|avond|dag))\b/g;

/** Said with a no, and with a yes only by somebody who has more to say. */
const REGRET = new Set([
  'sorry',
  'leider',
  'unfortunately',
  'entschuldigung',
  'sadly',
  'desole',
  'lamento',
  'helaas',
  'purtroppo',
]);

/** How many days from today. */
const RELATIVE: ReadonlyMap<string, number> = new Map(
  [
    ['today', 'heute', 'hoy', 'hoje', 'vandaag', 'oggi'],
    ['tomorrow', 'tmrw', 'morgen', 'demain', 'manana', 'amanha', 'domani'],
    ['ubermorgen', 'uebermorgen', 'overmorgen', 'dopodomani'],
  ].flatMap((words, days) => words.map((word) => [word, days] as const)),
);

/** Say nothing here: politeness, and what stands around a number or a time. */
const NOISE = new Set(
  [
    'hi hello hey hallo hej moin servus bonjour hola ola ciao dear team',
    'please pls plz bitte thanks thank you thx ty danke dank vielen schon merci gracias obrigado obrigada grazie bedankt',
    'the a der die das den dem ein eine it that this nr no number nummer option slot time zeit uhr oclock o clock choice',
    'at on um am at bis for fur then dann i ich we wir take nehme nehmen would like mochte will and und to zu by h sir madam',
    'very much lot all gerne liebe grusse gruss lg mfg regards best cheers termin appointment my mein meinen',
  ].flatMap((line) => line.split(' ')),
);

const THUMBS_UP = /[👍👌✅✔🆗🙂😀😊😃😄🤝]/u;
const THUMBS_DOWN = /[👎❌🚫😢😞🙁]/u;

const WEEKDAYS: readonly (readonly string[])[] = [
  ['sunday', 'sonntag', 'dimanche', 'domingo', 'zondag', 'domenica'],
  ['monday', 'mon', 'montag', 'lundi', 'lunes', 'segunda', 'maandag', 'lunedi'],
  ['tuesday', 'tue', 'tues', 'dienstag', 'mardi', 'martes', 'terca', 'dinsdag', 'martedi'],
  ['wednesday', 'wed', 'mittwoch', 'mercredi', 'miercoles', 'quarta', 'woensdag', 'mercoledi'],
  ['thursday', 'thu', 'thur', 'thurs', 'donnerstag', 'jeudi', 'jueves', 'quinta', 'donderdag', 'giovedi'],
  ['friday', 'fri', 'freitag', 'vendredi', 'viernes', 'sexta', 'vrijdag', 'venerdi'],
  ['saturday', 'samstag', 'sonnabend', 'samedi', 'sabado', 'zaterdag', 'sabato'],
];
const WEEKDAY_OF = new Map(WEEKDAYS.flatMap((names, day) => names.map((name) => [name, day] as const)));

const MEANINGS = Object.entries(PHRASES)
  .flatMap(([is, phrases]) =>
    phrases
      .flatMap((line) => line.split(', '))
      .map((phrase) => ({ is: is as keyof typeof PHRASES, words: phrase.split(' ') })),
  )
  .toSorted((a, b) => b.words.length - a.words.length);
const BY_FIRST = Map.groupBy(MEANINGS, ({ words }) => words[0] ?? '');

/**
 * Reads a short answer. Everything in it has to be understood, and to say one thing: whatever is left over, contradicts itself or
 * names another time is for a person. Pure.
 */
export function shortAnswerIn(text: string, asked: Asked): ShortAnswer {
  if (text.length > LONGEST) return UNCLEAR;
  const folded = fold(text.replace(/[’'`´]/g, ' ')).replace(GREETINGS, ' ');
  // A day of the month: nothing here is told by it.
  if (DATES.test(folded)) return UNCLEAR;
  const up = THUMBS_UP.test(text);
  const down = THUMBS_DOWN.test(text);
  const said = new Set<string>();
  if (up) said.add('confirm');
  const { times, rest } = timesIn(folded);
  const words = rest.match(/[\p{L}\p{N}]+/gu) ?? [];
  const choices = new Set<number>();
  const days: DayTest[] = [];
  let regrets = false;
  for (let i = 0; i < words.length;) {
    const word = words[i] as string;
    const found = BY_FIRST.get(word)?.find((each) => each.words.every((w, n) => words[i + n] === w));
    // “The second one” is no first.
    const isOne = word === 'one' && choices.size > 0;
    const choice = asked.offered.length > 0 && !isOne ? CHOICES.get(word) : undefined;
    const day = WEEKDAY_OF.get(word);
    const ahead = RELATIVE.get(word);
    if (choice !== undefined) choices.add(choice);
    else if (found !== undefined) {
      said.add(found.is);
      for (const each of found.words) days.push(...onRelative(RELATIVE.get(each)));
    } else if (day !== undefined) days.push((told) => told.weekday === day);
    else if (ahead !== undefined) days.push(...onRelative(ahead));
    else if (REGRET.has(word)) regrets = true;
    else if (!isOne && !NOISE.has(word)) return UNCLEAR;
    i += choice === undefined && found !== undefined ? found.words.length : 1;
  }
  const isQuestion = text.includes('?');
  if (said.size > 1 || choices.size > 1 || down) return UNCLEAR;
  const [is] = said as Set<keyof typeof PHRASES>;
  const [n] = choices;
  if (asked.offered.length > 0 && (is === undefined || is === 'confirm')) return choiceOf(n, times, days, asked, is);
  if (n !== undefined || is === undefined) return UNCLEAR;
  if (is === 'none') return asked.offered.length > 0 ? { is: 'move' } : UNCLEAR;
  // Of another day or time, it may be about another appointment.
  const isThis = asked.appointment !== null && fits(asked.appointment, times, days);
  if (times.length + days.length > 0 && !isThis) return UNCLEAR;
  if (is === 'confirm' && regrets) return UNCLEAR;
  // To ask for another time is one way to want it; to ask about the rest is not to say it.
  return isQuestion && is !== 'move' ? UNCLEAR : { is };
}

const NO =
  /^(?:no|nope|nah|nein|ne|nee|non|nao)(?: (?:thanks?(?: you)?|thx|danke|merci|gracias|grazie|obrigad[oa]|bedankt|sorry|leider))*$/;

/** Nothing but a no: to an offer that is an answer, to “are you coming?” it may be one to something else. Pure. */
export function isNo(text: string): boolean {
  return NO.test(
    fold(text)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  );
}

type DayTest = (told: ToldTime) => boolean;
/** Of a bare “at 3” nobody knows which half of the day it is. */
type Alternatives = readonly string[];

const onRelative = (ahead: number | undefined): readonly DayTest[] =>
  ahead === undefined ? [] : [(told) => told.ahead === ahead];

function fits(told: ToldTime, times: readonly Alternatives[], days: readonly DayTest[]): boolean {
  return times.every((either) => either.includes(told.time)) && days.every((isOn) => isOn(told));
}

/** “am 1.”, “the 2nd”, “on the 3rd of May”, “1. Dezember”; “the 2nd one” is a choice. */
const DATES =
  /\b(?:am|ab|vom|zum) \d{1,2}\.(?! ?\d)|\b(?:the|on) \d{1,2}(?:st|nd|rd|th)\b(?! one)|\b\d{1,2}(?:st|nd|rd|th)? of \p{L}|\b\d{1,2}\. (?:jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|dez)/u;

/** Which of what was offered: by its number, or by a time or day that only one of them has. */
function choiceOf(
  n: number | undefined,
  times: readonly Alternatives[],
  days: readonly DayTest[],
  { offered, appointment }: Asked,
  is: 'confirm' | undefined,
): ShortAnswer {
  const named = offered.flatMap((slot, i) => (fits(slot, times, days) ? [i + 1] : []));
  if (n !== undefined)
    return n <= offered.length && (times.length + days.length === 0 || named.includes(n))
      ? { is: 'choice', n }
      : UNCLEAR;
  if (times.length + days.length === 0) return UNCLEAR;
  const [only, another] = named;
  if (only !== undefined && another === undefined) return { is: 'choice', n: only };
  // The old time, once more.
  const isOld = appointment !== null && fits(appointment, times, days);
  return is === 'confirm' && isOld && named.length === 0 ? { is: 'confirm' } : UNCLEAR;
}

/** Times of day as people write them, taken out of the text: 10:30, 10.30, 10h30, 10 Uhr, 10am, 2 pm; um 3. */
function timesIn(folded: string): { readonly times: readonly Alternatives[]; readonly rest: string } {
  const times: Alternatives[] = [];
  const rest = folded
    .replace(
      /\b(\d{1,2})(?:(?:[:.]|h)(\d{2})(?: ?(am|pm|uhr|h))?| ?(am|pm|uhr|h|o clock))\b/g,
      (_, hour: string, minute: string | undefined, after: string | undefined, bare: string | undefined) => {
        const half = after ?? bare;
        const twelve = Number(hour) % 12;
        const hours = half === 'pm' ? twelve + 12 : half === 'am' ? twelve : Number(hour);
        times.push([wall(hours, minute)]);
        return ' ';
      },
    )
    // After such a word a number is an hour, not the one of a list.
    .replace(/\b(?:at|um|gegen|for|fur|ab|from|alle|às|as|om) (\d{1,2})\b/g, (whole, hour: string) => {
      const hours = Number(hour);
      if (hours > 23) return whole;
      times.push(hours < 12 ? [wall(hours, undefined), wall(hours + 12, undefined)] : [wall(hours, undefined)]);
      return ' ';
    });
  return { times, rest };
}

function wall(hours: number, minute: string | undefined): string {
  return `${String(hours).padStart(2, '0')}:${minute ?? '00'}`;
}
