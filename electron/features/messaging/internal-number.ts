import type { DeskContext } from '../../core/context.ts';

/** Whether the number is a line of ours, or the phone of the owner or of somebody who works here, and so not a customer's. */
export function isInternalNumber(
  { store, settings }: Pick<DeskContext, 'store' | 'settings'>,
  number: string,
): boolean {
  return number === settings().ownerPhone || isOwnLine({ store }, number) || store.rules.isStaffPhone(number);
}

/** Whether the number is a SIM of ours, so that what is sent there comes back. */
export function isOwnLine({ store }: Pick<DeskContext, 'store'>, number: string): boolean {
  return store.lines.isOwnNumber(number);
}
