/**
 * Ids as the window and the API see them: the kind of thing and the row's number, as in `conversation_12`. The kind keeps one id
 * from passing as another. The letters listed here began the ids of earlier versions, and are still understood.
 */
const KINDS = {
  message: 'm',
  conversation: 'c',
  line: 'l',
  /** Something that happened in a conversation; a note is one of these. */
  event: 'e',
  contact: 'k',
  tag: 't',
  person: 'p',
  template: 'x',
  filter: 'f',
  task: 'j',
  /** A holiday or another day with its own hours. */
  day: 'd',
  faq: 'q',
  rule: 'r',
  service: 's',
  /** A person or thing with which an appointment is booked. */
  resource: 'h',
  appointment: 'a',
  order: 'o',
  /** A column on the board of orders. */
  column: 'b',
  /** An entry on the waiting list. */
  waiting: 'w',
  recurring: 'y',
  /** A field that is kept about customers. */
  field: 'n',
  /** A group of customers. */
  group: 'g',
  import: 'i',
  /** One message to many customers. */
  campaign: 'u',
  survey: 'v',
  webhook: 'z',
} as const;

export type IdKind = keyof typeof KINDS;
export type Id<K extends IdKind> = `${K}_${number}`;
export type MessageId = Id<'message'>;
export type ConversationId = Id<'conversation'>;
export type LineId = Id<'line'>;

/** The greatest length of an id. */
export const LONGEST_ID = 40;

export const idOf = <K extends IdKind>(kind: K, row: number): Id<K> => `${kind}_${row}`;
export const messageId = (row: number): MessageId => idOf('message', row);
export const conversationId = (row: number): ConversationId => idOf('conversation', row);
export const lineId = (row: number): LineId => idOf('line', row);

/** The row number in an id, or null for anything that is not an id of this kind. */
export function rowOf(kind: IdKind, id: string): number | null {
  const [, before, digits] = /^([a-z]+_|[a-z])([1-9]\d{0,14})$/.exec(id) ?? [];
  return before === `${kind}_` || before === KINDS[kind] ? Number(digits) : null;
}

/** The number in an id, whatever its kind. */
export function numberOf(id: string): number {
  return Number(id.replace(/^\D+/, ''));
}
