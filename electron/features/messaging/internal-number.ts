import type { DeskContext } from '../../core/context.ts';

/** A line of ours, the owner's phone or one of somebody who works here: no customer. */
export function isInternalNumber(
  { store, preferences }: Pick<DeskContext, 'store' | 'preferences'>,
  number: string,
): boolean {
  return number === preferences().ownerPhone || isOwnLine({ store }, number) || store.rules.isStaffPhone(number);
}

/** A SIM of ours: what is sent there comes back. */
export function isOwnLine({ store }: Pick<DeskContext, 'store'>, number: string): boolean {
  return store.lines.isOwnNumber(number);
}
