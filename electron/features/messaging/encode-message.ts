import {
  addressOf,
  encodeSegments,
  NATIONAL_LANGUAGES,
  planSegments,
  PduError,
  relativeValidity,
} from '../../../modem/index.ts';
import type { DeskContext } from '../../core/context.ts';
import { HOUR } from '../../shared/durations.ts';
import type { MessageRow } from './repository.ts';
import type { LineSettings } from '../lines/contract.ts';
import type { Purpose } from './contract.ts';
import { GATE_TABLE } from './gate.ts';
import { markFailed } from './mark-failed.ts';

/** How long a message is worth something to its reader, and so how long the network may try ([S5]). */
const VALIDITY_MS: Readonly<Record<Purpose, number>> = {
  answer: 48 * HOUR,
  auto: 6 * HOUR,
  service: 24 * HOUR,
  survey: 24 * HOUR,
  offer: 12 * HOUR,
  system: 24 * HOUR,
};
/** A phone that is off for a moment at closing time still gets the message within this time. */
const LATE_ENOUGH_MS = HOUR;

/**
 * Encodes the message as SMS-SUBMIT TPDUs (23.040 §9.2.2.2), one for each segment, valid for as long as the message is worth
 * something now.
 * @returns null if it cannot be written as an SMS; the message has then failed
 */
export function encodeMessage(
  context: DeskContext,
  message: MessageRow,
  language: LineSettings['nationalLanguage'],
): readonly Uint8Array[] | null {
  try {
    const plan = planSegments(message.text, { languages: language === null ? [] : [NATIONAL_LANGUAGES[language]] });
    return encodeSegments(plan, {
      destination: addressOf(message.number),
      reference: plan.parts.length > 1 ? context.store.parts.nextConcatenationReference(message.number) : 0,
      statusReportRequest: true,
      validity: relativeValidity(worthMs(context, message)),
    });
  } catch (error) {
    if (!(error instanceof PduError)) throw error;
    context.logger.warn({ code: error.code }, 'a text cannot be written as an SMS');
    markFailed(context, message.id, 'failed', 'unencodable');
    return null;
  }
}

/** How long the network may try: as long as the message is worth something, but not into the customer's night. */
function worthMs(context: DeskContext, { purpose, expires_at: expiresAt, number }: MessageRow): number {
  const { clock, calendar, store } = context;
  const now = clock.now();
  const worths = [VALIDITY_MS[purpose], ...(expiresAt === null ? [] : [expiresAt - now])];
  if (GATE_TABLE['quiet-hours'][purpose] === 'hold') {
    const texting = calendar.textingAt(now, store.contacts.ofNumber(number)?.zone ?? null);
    if (texting !== null) worths.push(Math.max(LATE_ENOUGH_MS, texting.until - now));
  }
  return Math.min(...worths);
}
