/** Ids as the window and the API see them: a letter and the row's number. The letter keeps one from passing as another. */
export type MessageId = `m${number}`;
export type ConversationId = `c${number}`;
export type LineId = `l${number}`;

/**
 * m message, c conversation, l line, e event, k contact, t tag, p person, x template, f filter, j task, d special day,
 * q question answered by itself, r rule, s service, h whom or what it is booked with, a appointment, o order,
 * b column of the board of orders, w on the waiting list, y text that is sent again and again, n field of customers,
 * g group of customers, i list that was brought in, u one text to many, v survey, z program that is told what happens.
 */
export type IdKind =
  | 'm'
  | 'c'
  | 'l'
  | 'e'
  | 'k'
  | 't'
  | 'p'
  | 'x'
  | 'f'
  | 'j'
  | 'd'
  | 'q'
  | 'r'
  | 's'
  | 'h'
  | 'a'
  | 'o'
  | 'b'
  | 'w'
  | 'y'
  | 'n'
  | 'g'
  | 'i'
  | 'u'
  | 'v'
  | 'z';

export const messageId = (row: number): MessageId => `m${row}`;
export const conversationId = (row: number): ConversationId => `c${row}`;
export const lineId = (row: number): LineId => `l${row}`;

export const idOf = (kind: IdKind, row: number): string => `${kind}${row}`;

/** The row behind an id, or null for anything that is none of this kind. */
export function rowOf(kind: IdKind, id: string): number | null {
  const digits = /^[a-z]([1-9]\d{0,14})$/.exec(id)?.[1];
  return digits !== undefined && id.startsWith(kind) ? Number(digits) : null;
}

/** The number in an id, without what kind it is of. */
export function numberOf(id: string): number {
  return Number(id.replace(/^\D+/, ''));
}
