import { findPhoneNumbersInText } from 'libphonenumber-js/min';
import { parseRecipient, plainSpelling, type CountryCode } from '../../shared/phone.ts';

/** The number found among words; `several`: nobody knows whose number each is. */
export type FoundPhone = { readonly number: string | null } | 'several';

export const DATES_AND_TIMES =
  /(?<!\d|\d[./-])(?:\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})|\d{4}-\d{1,2}-\d{1,2}|\d{1,2}:\d{2})(?!\d|[./-]\d)/g;
/** Words before a number that mark it as a phone number. */
const LABEL =
  /(?:^|[\s,;(/])(?:tel|telefon|telephone|telefono|fon|phone|mobile?|mobil|handy|cell|whatsapp|rufnummer|nummer|number)\.?:?\s*$/i;
const FEWEST_DIGITS = 9;

/**
 * The customer's number in what somebody wrote into a calendar. Birthdays, customer numbers and dial-in numbers do not count: in
 * the heading it has to look like a phone number; in the rest it has to be called one or be alone on its line. Pure.
 */
export function phoneIn(heading: string, rest: string, country: CountryCode): FoundPhone {
  const inHeading = numbersIn(plainSpelling(heading), country, () => true);
  if (inHeading.length > 0) return only(inHeading);
  const inRest = rest
    .split('\n')
    .flatMap((line) =>
      numbersIn(
        plainSpelling(line),
        country,
        (before, after) => LABEL.test(before) || (before.trim() === '' && after.trim() === ''),
      ),
    );
  return only(inRest);
}

function numbersIn(
  text: string,
  country: CountryCode,
  isMeant: (before: string, after: string) => boolean,
): readonly string[] {
  // What is blanked out keeps its length and does not join the text on both sides.
  const plain = text.replace(DATES_AND_TIMES, (date) => '|'.repeat(date.length));
  return findPhoneNumbersInText(plain, { defaultCountry: country }).flatMap(({ startsAt, endsAt }) => {
    const input = plain.slice(startsAt, endsAt);
    const digits = input.replace(/\D/g, '').length;
    if (!/^\(?(?:\+|0)/.test(input) || digits < FEWEST_DIGITS) return [];
    if (!isMeant(plain.slice(0, startsAt), plain.slice(endsAt))) return [];
    const party = parseRecipient(input, country);
    return party?.kind === 'phone' ? [party.value] : [];
  });
}

function only(all: readonly string[]): FoundPhone {
  const different = [...new Set(all)];
  return different.length > 1 ? 'several' : { number: different[0] ?? null };
}
