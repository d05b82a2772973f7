import { cinterion } from './cinterion.ts';
import { huawei } from './huawei.ts';
import { make, type Make } from './make.ts';
import { quectel } from './quectel.ts';
import { sierra } from './sierra.ts';
import { simcom } from './simcom.ts';
import { telit } from './telit.ts';
import { ublox } from './ublox.ts';
import { zte } from './zte.ts';

/** Makes with particulars of their own, each in its own file. */
const KNOWN: readonly Make[] = [huawei, simcom, zte, sierra, quectel, cinterion, ublox, telit];

/** Vendors of which we only know that they make modems and little else. */
const BY_USB_ONLY: readonly Make[] = [
  make({ name: 'option', usb: { vendorIds: ['0af0'] } }),
  make({ name: 'alcatel', usb: { vendorIds: ['1bbb'] } }),
  make({ name: 'novatel', usb: { vendorIds: ['1410'] } }),
  make({ name: 'ericsson', usb: { vendorIds: ['0bdb'] } }),
  make({ name: 'fibocom', usb: { vendorIds: ['2cb7'] } }),
  make({ name: 'qualcomm', usb: { vendorIds: ['05c6'] } }),
];

/** A modem of unknown make: it has what the standards say, and what several makes or unidentified ones say. */
const standard = make({
  name: 'standard',
  chatter: ['+CIEV:', '+CFUN:', '+CTZV:', '+CTZE:'],
  bootSigns: ['RDY', '+CFUN:', '+CPIN:', 'SMS READY', 'PB READY', 'MODEM:STARTUP', '+EUSIM:'],
  errors: ['MODEM ERROR'],
});
/** The make that the simulator plays where none is asked for. */
const generic = make({
  name: 'generic',
  play: {
    manufacturer: 'Counterline',
    model: 'Simulated modem',
    chatter: ['+CIEV: 2,3', 'Call Ready'],
  },
});

/** All makes; the first match counts. */
export const MAKES: readonly Make[] = [...KNOWN, ...BY_USB_ONLY, generic, standard];

/** Finds the make from the answers to AT+CGMI and AT+CGMM; null: the modem did not answer. */
export function makeOf(manufacturer: string | null, model: string | null): Make {
  const said = `${manufacturer ?? ''} ${model ?? ''}`;
  return MAKES.find((each) => each.said?.test(said) === true) ?? standard;
}

/** @param vendorId four hexadecimal digits @returns null: the vendor is unknown or also makes other things */
export function makeOfUsb(vendorId: string): Make | null {
  return MAKES.find(({ usb }) => usb.vendorIds.includes(vendorId.toLowerCase())) ?? null;
}

/** The makes that the simulator can play, by name. */
export const PLAYED: ReadonlyMap<string, NonNullable<Make['play']>> = new Map(
  MAKES.flatMap(({ name, play }) => (play === null ? [] : [[name, play] as const])),
);
