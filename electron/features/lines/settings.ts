import { text, toggle } from '../../shared/setting.ts';

export const linesSettings = {
  shopName: text(80, { section: 'shop', initial: 'My shop', isNeverEmpty: true }),
  /** Two letters (ISO 3166) that tell how numbers without a country code are read; if empty, the SIM decides. */
  country: text(2, { pattern: /^([A-Z]{2})?$/ }),
  /** Whether a line that is down hands its automatic messages to another. */
  failover: toggle(false, { section: 'modems', isPlaced: true }),
};
