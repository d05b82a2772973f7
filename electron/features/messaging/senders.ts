import { parsePhoneNumberFromString } from 'libphonenumber-js/mobile';
import { parseRecipient, type CountryCode, type Party } from '../../shared/phone.ts';

/** Stands for a sender of whom nothing can be read. */
export const UNKNOWN_SENDER: Party = { kind: 'name', value: 'Unknown sender' };

/**
 * Finds whose message it is from what the network gives as its sender. Networks label international numbers as unknown or
 * national and vice versa, so what decides is which reading is a mobile number. The national reading is tried first, since it is
 * the usual one.
 * @param isName true for letters rather than digits (type of number 5, TS 23.040 §9.1.2.5)
 */
export function partyOfSender(value: string, isName: boolean, country: CountryCode): Party {
  if (isName || /[^+0-9*#abc]/.test(value)) return { kind: 'name', value: value.trim() || UNKNOWN_SENDER.value };
  const digits = value.replace(/^\+/, '');
  if (digits === '') return UNKNOWN_SENDER;
  const readings = value === digits ? [digits, `+${digits}`] : [value, digits];
  const mobile = readings
    .map((reading) => parsePhoneNumberFromString(reading, country))
    .find((parsed) => parsed?.isValid() === true);
  if (mobile !== undefined) return { kind: 'phone', value: mobile.number };
  for (const reading of readings) {
    const party = parseRecipient(reading, country);
    if (party !== null) return party;
  }
  return { kind: 'short-code', value: value || UNKNOWN_SENDER.value };
}
