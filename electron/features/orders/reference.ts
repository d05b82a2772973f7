import { fold } from '../../shared/fold.ts';

/** The number of an order in the form used to compare: `#A-12 34`, `a1234` and `A 1234` are the same. Pure. */
export function referenceKey(input: string): string {
  return fold(input).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** What a customer asks about their orders: all of them, or one by its number. */
export type OrderWish =
  | { readonly is: 'status'; readonly key: string | null; readonly input: string }
  /** The whole text may be a number. */
  | { readonly is: 'bare'; readonly key: string };

/** Whole texts or their beginnings, folded. */
const ASKING = [
  'status',
  'order status',
  'order',
  'my order',
  'where is my order',
  'where s my order',
  'is my order ready',
  'is it ready',
  'bestellung',
  'meine bestellung',
  'auftrag',
  'mein auftrag',
  'wo ist meine bestellung',
  'ist meine bestellung fertig',
  'ist mein auftrag fertig',
  'wie weit ist meine bestellung',
  'wie weit ist mein auftrag',
  'commande',
  'ma commande',
  'statut',
  'pedido',
  'mi pedido',
  'estado',
  'encomenda',
  'a minha encomenda',
  'bestelling',
  'mijn bestelling',
  'ordine',
  'il mio ordine',
  'stato',
].toSorted((a, b) => b.length - a.length);
/** Words between the question and the number. */
const BETWEEN =
  /^(?:(?:of|von|de|di|do|van|no|nr|nummer|number|num|numero|order|bestellung|auftrag|commande|pedido)\b ?)+/;
/** Words after the number that ask whether the order is ready. */
const HOW_FAR =
  / (?:ready|done|finished|fertig|abholbereit|da|pret|prete|listo|lista|pronto|pronta|klaar)(?: (?:yet|now|schon|jetzt|ya|al))?$/;
const POLITE = /\b(?:please|pls|bitte|hi|hello|hey|hallo|moin|guten tag|danke|thanks|thank you|bonjour|hola|ciao)\b/g;
const LONGEST = 80;
/** One word with a digit in it. */
const REFERENCE = /^(?=.*\d)[\p{L}\p{N}]{1,20}$/u;

/** Null if the text is not about an order. Pure. */
export function orderWishIn(text: string): OrderWish | null {
  if (text.length > LONGEST) return null;
  const plain = fold(text.replace(/[’'`´]/g, ' '))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(POLITE, ' ')
    .replace(/ +/g, ' ')
    .trim();
  const whole = plain.replaceAll(' ', '');
  // “12-34” is a number, “12 or 34” is none.
  if (REFERENCE.test(whole) && plain.split(' ').every((word) => /\d/.test(word) || word.length === 1))
    return { is: 'bare', key: whole };
  const asked = ASKING.find((words) => plain === words || plain.startsWith(`${words} `));
  if (asked === undefined) return null;
  const rest = plain.slice(asked.length).trim().replace(BETWEEN, '').replace(HOW_FAR, '').trim();
  if (rest === '') return { is: 'status', key: null, input: '' };
  const key = rest.replaceAll(' ', '');
  // “2 large pizzas” is an order of another kind.
  const isNumber = rest.split(' ').every((word) => /\d/.test(word) || word.length === 1);
  return isNumber && REFERENCE.test(key) ? { is: 'status', key, input: rest.toUpperCase() } : null;
}
