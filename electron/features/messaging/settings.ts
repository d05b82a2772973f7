import { amount, figure, text } from '../../shared/setting.ts';

export const messagingSettings = {
  /** How long a message can be taken back; with 0 it leaves at once. */
  undoSeconds: amount([0, 10], 5, { section: 'writing', offered: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] }),
  /** The most parts that a customer gets automatically in seven days; 0 for no limit. */
  weeklyParts: amount([0, 1_000], 12, {
    section: 'sending',
    isPlaced: true,
    offered: [0, 3, 6, 12, 20, 40],
    effect: 'hours',
  }),
  /** The carrier's price for one part, in the currency; 0 if it is free or unknown. */
  partPrice: figure(1_000, 0, { section: 'modems', isPlaced: true, hasDecimals: true }),
  /** ISO 4217. */
  currency: text(3, { pattern: /^[A-Z]{3}$/, initial: 'EUR' }),
  /** How many parts a month the SIM's plan includes; 0 for none. */
  bundleParts: figure(1_000_000, 0, { section: 'modems', isPlaced: true }),
  /** The day of the month on which the count starts over. */
  bundleDay: amount([1, 28], 1, {
    section: 'modems',
    isPlaced: true,
    offered: Array.from({ length: 28 }, (_, i) => i + 1),
  }),
};
