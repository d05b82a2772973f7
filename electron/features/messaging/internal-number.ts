import type { DeskContext } from '../../core/context.ts';

/** A line of ours, the owner's phone or one of somebody who works here: no customer. */
export function isInternalNumber(
  { store, settings }: Pick<DeskContext, 'store' | 'settings'>,
  number: string,
): boolean {
  return number === settings().ownerPhone || isOwnLine({ store }, number) || store.rules.isStaffPhone(number);
}

/** A SIM of ours: what is sent there comes back. */
export function isOwnLine({ store }: Pick<DeskContext, 'store'>, number: string): boolean {
  return store.lines.isOwnNumber(number);
}
