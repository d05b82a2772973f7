import type { DeskContext } from './context.ts';

/** A line of ours, or the owner's phone: no customer. */
export function isOurs({ store, preferences }: Pick<DeskContext, 'store' | 'preferences'>, number: string): boolean {
  return number === preferences().ownerPhone || store.lines.isOwnNumber(number);
}
