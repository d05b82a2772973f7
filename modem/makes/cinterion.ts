import { make } from './make.ts';

/** Siemens, then Cinterion, Gemalto and Thales. */
export const cinterion = make({
  name: 'cinterion',
  said: /siemens|cinterion|gemalto|thales/i,
  usb: { vendorIds: ['1e2d'] },
  bootSigns: ['^SYSSTART', 'SYSSTART'],
});
