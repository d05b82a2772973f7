/**
 * Ids as the window and the API see them: what it is, and the row's number - `conversation_12`. What it is keeps one from passing as
 * another. Behind each stands the letter that ids began with before; those are still understood.
 */
const KINDS = {
  message: 'm',
  conversation: 'c',
  line: 'l',
  /** What happened in a conversation; a note is one. */
  event: 'e',
  contact: 'k',
  tag: 't',
  person: 'p',
  template: 'x',
  filter: 'f',
  task: 'j',
  /** A holiday or another day with hours of its own. */
  day: 'd',
  faq: 'q',
  rule: 'r',
  service: 's',
  /** Whom or what an appointment is booked with. */
  resource: 'h',
  appointment: 'a',
  order: 'o',
  /** Of the board of orders. */
  column: 'b',
  /** On the waiting list. */
  waiting: 'w',
  recurring: 'y',
  /** Of customers. */
  field: 'n',
  /** Of customers. */
  group: 'g',
  import: 'i',
  /** One text to many. */
  campaign: 'u',
  survey: 'v',
  webhook: 'z',
} as const;

export type IdKind = keyof typeof KINDS;
export type Id<K extends IdKind> = `${K}_${number}`;
export type MessageId = Id<'message'>;
export type ConversationId = Id<'conversation'>;
export type LineId = Id<'line'>;

/** As long as an id may be. */
export const LONGEST_ID = 40;

export const idOf = <K extends IdKind>(kind: K, row: number): Id<K> => `${kind}_${row}`;
export const messageId = (row: number): MessageId => idOf('message', row);
export const conversationId = (row: number): ConversationId => idOf('conversation', row);
export const lineId = (row: number): LineId => idOf('line', row);

/** The row behind an id, or null for anything that is none of this kind. */
export function rowOf(kind: IdKind, id: string): number | null {
  const [, before, digits] = /^([a-z]+_|[a-z])([1-9]\d{0,14})$/.exec(id) ?? [];
  return before === `${kind}_` || before === KINDS[kind] ? Number(digits) : null;
}

/** The number in an id, without what kind it is of. */
export function numberOf(id: string): number {
  return Number(id.replace(/^\D+/, ''));
}
