import { make } from './make.ts';

export const telit = make({ name: 'telit', said: /telit/i, usb: { vendorIds: ['1bc7'] }, bootSigns: ['+SIND: 4'] });
