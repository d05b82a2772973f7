import { make } from './make.ts';

export const quectel = make({
  name: 'quectel',
  said: /quectel/i,
  usb: { vendorIds: ['2c7c'], byIdName: 'Quectel', atInterface: 2 },
  bootSigns: ['+QIND: SMS DONE', '+QIND: PB DONE', '+QUSIM:', 'APP RDY'],
});
