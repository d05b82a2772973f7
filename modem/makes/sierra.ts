import { make } from './make.ts';

/** Wavecom became Sierra Wireless. */
export const sierra = make({
  name: 'sierra',
  said: /wavecom|sierra/i,
  usb: { vendorIds: ['1199'], byIdName: 'Sierra', atInterface: 3 },
  setup: ['AT+WIND=0'],
  chatter: ['+WIND:'],
  bootSigns: ['+WIND: 3', '+WIND: 4', '+KSUP:'],
});
