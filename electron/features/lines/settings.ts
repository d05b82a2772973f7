import { text, toggle } from '../../shared/setting.ts';

export const linesSettings = {
  shopName: text(80, { section: 'shop', initial: 'My shop', isNeverEmpty: true }),
  /** Two letters, ISO 3166: how numbers without a country code are read; empty: as the SIM says. */
  country: text(2, { pattern: /^([A-Z]{2})?$/ }),
  /** Whether a line that is down hands what leaves by itself to another. */
  failover: toggle(false, { section: 'shop', isPlaced: true }),
};
