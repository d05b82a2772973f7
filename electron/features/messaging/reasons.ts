import { networkReason } from './network-reasons.ts';
import type { Reason } from '../../shared/reason.ts';

/** Maps each code to a plain sentence and what to do about it. The network's codes (`cms-38`) have a table of their own. */
const REASONS: Readonly<Record<string, readonly [sentence: string, remedy: string | null]>> = {
  // Lines.
  opening: ['Looking for the modem.', null],
  initialising: ['The modem is waking up.', null],
  searching: ['The modem is looking for its network.', 'Move it to a window if this takes more than a minute.'],
  denied: ['The network refuses this SIM.', 'Ask your mobile operator whether the SIM is active.'],
  'pin-required': ['The SIM wants its PIN.', 'Enter the PIN on the line’s page.'],
  'pin-refused': ['The PIN was not right, so it is not tried again.', 'Check the PIN and enter it on the line’s page.'],
  'puk-required': [
    'The SIM is locked and wants its PUK.',
    'Unlock it in a phone with the PUK from your operator’s letter.',
  ],
  'sim-missing': ['There is no SIM in the modem.', 'Put the SIM in; the line starts by itself.'],
  'text-mode-only': ['This modem only speaks text mode. It can’t be used.', 'Use another modem.'],
  'no-storage': [
    'This modem keeps no texts: what arrives while the program is off may be lost.',
    'Leave the program running, or use another modem.',
  ],
  'memory-stuck': [
    'SIM storage is full and the modem won’t delete: nothing more can come in.',
    'Put the SIM in a phone and delete its texts; all of them are kept here.',
  ],
  'sim-failed': ['The modem cannot read its SIM.', 'Take the SIM out, clean it and put it back.'],
  unplugged: ['The modem is unplugged.', 'Plug it in, the line carries on by itself.'],
  'not-found': ['There is no modem on its port.', 'Plug it in, the line carries on by itself.'],
  busy: ['Another program uses the modem.', 'Close it; on Linux this is often ModemManager.'],
  'no-permission': [
    'This user may not use the modem.',
    'On Linux: add the user to the group dialout and log in again.',
  ],
  'open-failed': ['The modem’s port could not be opened.', 'Unplug the modem and plug it in again.'],
  unresponsive: [
    'The modem does not answer.',
    'It is started anew by itself. If that does not help, plug it in again.',
  ],
  'setup-failed': [
    'The modem did not start properly.',
    'It is tried again by itself. If that does not help, plug it in again.',
  ],
  stopped: ['The line is switched off.', null],
  resetting: ['The modem does not answer, and is started anew.', null],
  restarting: ['The modem is starting anew.', null],
  'no-modem': ['Nothing on this port answers like a modem.', null],
  'call-withheld': ['Somebody rang without showing a number.', null],
  // Caps of a line.
  'cap-minute': ['The line has sent as much as it may in a minute.', 'The limits are on the line’s page.'],
  'cap-hour': ['The line has sent as much as it may in an hour.', 'The limits are on the line’s page.'],
  'cap-day': ['The line has sent as much as it may in a day.', 'The limits are on the line’s page.'],
  // Reasons of the gate.
  'quiet-hours': ['It is not the hour for texts that leave by themselves.', 'The hours are in the settings.'],
  holiday: ['The shop has a holiday.', 'Special days are in the settings.'],
  'week-full': [
    'This customer has had as many texts by itself as you allow in a week.',
    'The limit is in the settings.',
  ],
  'not-wanted': ['This customer has not agreed to texts of this kind.', null],
  'no-customer': ['Nobody reads texts at this number.', null],
  talking: ['Somebody here is talking with this customer.', null],
  'answered-enough': ['So many answers by themselves went there that it may be a program that answers them.', null],
  // Outgoing messages.
  undo: ['It can still be taken back.', null],
  'send-later': ['It goes out at its time.', null],
  timeout: ['The modem did not say whether it went out.', 'Ask the customer, or send it again.'],
  closed: ['The modem was gone before it could say whether it went out.', 'Ask the customer, or send it again.'],
  restored: ['A backup was put back, and it may have gone out since then.', 'Ask the customer, or send it again.'],
  crashed: ['The program stopped while it was going out.', 'Ask the customer, or send it again.'],
  'modem-error': ['The modem reported an error after it had taken the text.', 'Ask the customer, or send it again.'],
  'not-taken': ['The modem did not take it.', 'It is tried again by itself.'],
  'line-away': ['It belongs to another SIM, which is not connected.', 'Connect that SIM, or take the text back.'],
  'came-due': [
    'Its time came while the program was not running.',
    'Send it, write it anew, or drop it, on the page of what came due.',
  ],
  'group-paused': ['The group text it belongs to is paused.', 'Let that go on, or stop it, on the customers’ page.'],
  'group-stopped': ['The group text it belongs to was stopped.', null],
  'no-number': ['No number is known of this customer.', 'Write it down on the customers’ page.'],
  'no-line': ['There was no line to send it by.', 'Connect a modem.'],
  'text-too-long': ['With what is filled in for this customer it is too long.', 'Shorten it.'],
  undone: ['What it would have followed from was undone.', 'Nothing needs to be done.'],
  blocked: ['You have blocked this number.', 'Unblock it on the customer’s panel to text it.'],
  'consent-question': ['The customer may have asked for no more texts.', 'Read what they wrote, and decide above it.'],
  'opted-out': ['This customer asked for no more texts.', null],
  expired: ['Its time was over before it could go out.', null],
  'no-answer-possible': ['This sender cannot receive answers.', null],
  'gave-up': ['It was tried several times without success.', 'Check the number and the line, then send it again.'],
  'not-delivered': ['The network could not deliver it.', 'The phone may be off or the number wrong.'],
  undeliverable: ['The network says that it cannot be delivered.', 'Check the number.'],
  abandoned: ['You left it as it is.', null],
  unencodable: ['It holds a character that cannot be sent.', 'Write it anew.'],
  // Received messages.
  'part-missing': ['A part of this text has not come yet.', 'It is filled in when it comes.'],
  damaged: ['This text arrived damaged. What could be read of it is shown.', 'Ask the customer to send it again.'],
  unreadable: ['A text arrived that cannot be read.', 'Ask the customer to send it again.'],
  'picture-message': ['The customer sent a picture; this line cannot show it.', 'Ask for it by e-mail.'],
  'data-message': ['This is data for a program, not a text.', null],
};

const UNKNOWN = ['Something unexpected happened.', 'It is in the log.'] as const;

export function reasonOf(code: string | null): Reason | null {
  if (code === null) return null;
  const holder = /^busy:(.+)$/.exec(code)?.[1];
  if (holder !== undefined) return { code: 'busy', sentence: `${holder} uses the modem.`, remedy: remedyFor(holder) };
  const known = REASONS[code] ?? networkReason(code) ?? UNKNOWN;
  return { code, sentence: known[0], remedy: known[1] };
}

function remedyFor(holder: string): string {
  return holder === 'ModemManager'
    ? 'Stop it with “sudo systemctl disable --now ModemManager”, or tell it to leave this modem alone (see the README).'
    : `Close ${holder}; the line carries on by itself.`;
}
