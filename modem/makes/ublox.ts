import { make } from './make.ts';

export const ublox = make({
  name: 'u-blox',
  said: /u-?blox/i,
  usb: { vendorIds: ['1546'] },
  bootSigns: ['+UUSIMSTAT:', '+PBREADY'],
});
