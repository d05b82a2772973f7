import type { HelpPageId } from '../../../electron/locales/help-page.ts';
import type { Refusal } from '../../../electron/shared/result.ts';

/** The page about why a line or a message stands as it does, by the code of the reason. */
const OF_REASON: Readonly<Record<string, HelpPageId>> = {
  searching: 'line-searching',
  denied: 'line-denied',
  'pin-required': 'line-pin',
  'pin-refused': 'line-pin-wrong',
  'puk-required': 'line-puk',
  'sim-missing': 'line-sim-missing',
  'sim-failed': 'line-sim-failed',
  'text-mode-only': 'line-text-mode',
  'no-storage': 'line-no-storage',
  'memory-stuck': 'line-storage-full',
  unplugged: 'line-unplugged',
  'not-found': 'line-no-modem',
  'no-modem': 'line-no-modem',
  busy: 'line-busy',
  'no-permission': 'line-no-permission',
  'open-failed': 'line-port',
  unresponsive: 'line-unresponsive',
  'setup-failed': 'line-unresponsive',
  resetting: 'line-unresponsive',
  restarting: 'line-unresponsive',
  'modem-error': 'line-sending-refused',
  'not-taken': 'line-sending-refused',
  'cap-minute': 'sending-limits',
  'cap-hour': 'sending-limits',
  'cap-day': 'sending-limits',
  'week-full': 'sending-limits',
  'quiet-hours': 'sending-hours',
  holiday: 'sending-hours',
  'came-due': 'missed-while-offline',
  'line-away': 'line-page',
  'group-paused': 'group-sends',
  'group-stopped': 'group-sends',
  blocked: 'block',
  'opted-out': 'opt-out',
  'not-wanted': 'consent',
  'consent-question': 'consent',
  expired: 'delivery-states',
  'gave-up': 'delivery-states',
  'not-delivered': 'delivery-states',
  undeliverable: 'delivery-states',
  abandoned: 'delivery-states',
  'text-too-long': 'long-messages',
  unencodable: 'long-messages',
  'part-missing': 'long-messages',
  'picture-message': 'pictures-and-calls',
  'data-message': 'pictures-and-calls',
};

/** The page about what the desk refused, where there is more to say than its sentence does. */
const OF_REFUSAL: Readonly<Partial<Record<Refusal['code'], HelpPageId>>> = {
  'text-too-long': 'long-messages',
  'opted-out': 'opt-out',
  'one-blocked': 'block',
  'bad-number': 'import-customers',
  'no-line': 'line-no-modem',
  'disk-full': 'disk-full',
  damaged: 'damaged-data',
  'data-damaged': 'damaged-data',
  'schema-too-new': 'restore',
  'wrong-passphrase': 'restore',
  'no-folder': 'backup',
  'no-table': 'import-customers',
  'no-calendar': 'import-calendar',
  'not-there': 'services-and-staff',
  'not-done-by': 'services-and-staff',
  'no-payment-link': 'payments',
  'queue-full': 'sending-limits',
  'model-unreachable': 'suggested-replies',
  'model-slow': 'suggested-replies',
  'list-sealed': 'consent',
};

/** Errors of the network and the modem, as 3GPP TS 27.005 numbers them. */
const SENDING_ERROR = /^cm[es]-\d+$/;

export function helpOfReason(code: string): HelpPageId | null {
  return OF_REASON[code] ?? (SENDING_ERROR.test(code) ? 'line-sending-refused' : null);
}

export function helpOfRefusal({ code }: Pick<Refusal, 'code'>): HelpPageId | null {
  return OF_REFUSAL[code] ?? null;
}
