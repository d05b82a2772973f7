import { cinterion } from './cinterion.ts';
import { huawei } from './huawei.ts';
import { make, type Make } from './make.ts';
import { quectel } from './quectel.ts';
import { sierra } from './sierra.ts';
import { simcom } from './simcom.ts';
import { telit } from './telit.ts';
import { ublox } from './ublox.ts';
import { zte } from './zte.ts';

/** Makes of which a file of its own tells something. */
const KNOWN: readonly Make[] = [huawei, simcom, zte, sierra, quectel, cinterion, ublox, telit];

/** Of these nothing is known but that they make modems and little else. */
const BY_USB_ONLY: readonly Make[] = [
  make({ name: 'option', usb: { vendorIds: ['0af0'] } }),
  make({ name: 'alcatel', usb: { vendorIds: ['1bbb'] } }),
  make({ name: 'novatel', usb: { vendorIds: ['1410'] } }),
  make({ name: 'ericsson', usb: { vendorIds: ['0bdb'] } }),
  make({ name: 'fibocom', usb: { vendorIds: ['2cb7'] } }),
  make({ name: 'qualcomm', usb: { vendorIds: ['05c6'] } }),
];

/** A modem of no known make: what the standards say, and what is said by several makes or by nobody knows whom. */
const standard = make({
  name: 'standard',
  chatter: ['+CIEV:', '+CFUN:', '+CTZV:', '+CTZE:'],
  bootSigns: ['RDY', '+CFUN:', '+CPIN:', 'SMS READY', 'PB READY', 'MODEM:STARTUP', '+EUSIM:'],
  errors: ['MODEM ERROR'],
});
/** Played by the simulator where no make is asked for. */
const generic = make({
  name: 'generic',
  play: {
    manufacturer: 'Counterline',
    model: 'Simulated modem',
    chatter: ['+CIEV: 2,3', 'Call Ready'],
  },
});

/** All of them; the first that fits counts. */
export const MAKES: readonly Make[] = [...KNOWN, ...BY_USB_ONLY, generic, standard];

/** By what AT+CGMI and AT+CGMM answer; null: it did not. */
export function makeOf(manufacturer: string | null, model: string | null): Make {
  const said = `${manufacturer ?? ''} ${model ?? ''}`;
  return MAKES.find((each) => each.said?.test(said) === true) ?? standard;
}

/** @param vendorId four hexadecimal digits @returns null: a vendor of other things as well */
export function makeOfUsb(vendorId: string): Make | null {
  return MAKES.find(({ usb }) => usb.vendorIds.includes(vendorId.toLowerCase())) ?? null;
}

/** What the simulator can play, by name. */
export const PLAYED: ReadonlyMap<string, NonNullable<Make['play']>> = new Map(
  MAKES.flatMap(({ name, play }) => (play === null ? [] : [[name, play] as const])),
);
