import { make } from './make.ts';

export const zte = make({
  name: 'zte',
  said: /zte/i,
  usb: { vendorIds: ['19d2'], byIdName: 'ZTE', atInterface: 1 },
  chatter: ['+ZUSIMR:', '+ZEND'],
  bootSigns: ['+ZUSIMR:', '+ZEND'],
});
