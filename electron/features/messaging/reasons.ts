import { networkReason } from './network-reasons.ts';
import type { Reason } from '../../shared/reason.ts';

/** Maps each code to a plain sentence and what to do about it. The network's codes (`cms-38`) have a table of their own. */
const REASONS: Readonly<Record<string, readonly [sentence: string, remedy: string | null]>> = {
  // Lines.
  opening: ['Looking for the modem.', null],
  initialising: ['The modem is starting.', null],
  searching: ['Searching for a network.', 'If this takes more than a minute, move the modem to a window.'],
  denied: ['The network refuses this SIM.', 'Ask your carrier whether the SIM is active.'],
  'pin-required': ['The SIM needs its PIN.', 'Enter the PIN on the line page.'],
  'pin-refused': ['The PIN was wrong, so it isn’t tried again.', 'Check the PIN and enter it on the line page.'],
  'puk-required': ['The SIM is locked and needs its PUK.', 'Unlock it in a phone with the PUK from your carrier.'],
  'sim-missing': ['There is no SIM in the modem.', 'Insert the SIM; the line starts automatically.'],
  'text-mode-only': ['This modem only supports text mode, so it can’t be used.', 'Use another modem.'],
  'no-storage': [
    'This modem can’t store messages: what arrives while the program is off may be lost.',
    'Keep the program running, or use another modem.',
  ],
  'memory-stuck': [
    'SIM storage is full and the modem won’t delete: no more messages can come in.',
    'Put the SIM in a phone and delete its messages; all of them are saved here.',
  ],
  'sim-failed': ['The modem can’t read its SIM.', 'Take the SIM out, clean it and put it back.'],
  unplugged: ['Modem unplugged.', 'Plug it back in and sending continues.'],
  'not-found': ['No modem on its port.', 'Plug it in and sending continues.'],
  busy: ['Another program is using the modem.', 'Close it; on Linux this is often ModemManager.'],
  'no-permission': [
    'This user isn’t allowed to use the modem.',
    'On Linux: add the user to the group dialout and log in again.',
  ],
  'open-failed': ['The modem’s port couldn’t be opened.', 'Unplug the modem and plug it in again.'],
  unresponsive: ['The modem doesn’t respond.', 'It is being restarted. If that doesn’t help, plug it in again.'],
  'setup-failed': ['The modem didn’t start properly.', 'Trying again. If that doesn’t help, plug it in again.'],
  stopped: ['The line is turned off.', null],
  resetting: ['The modem doesn’t respond and is being restarted.', null],
  restarting: ['The modem is restarting.', null],
  'no-modem': ['Nothing on this port responds like a modem.', null],
  'call-withheld': ['Someone called without showing a number.', null],
  // Caps of a line.
  'cap-minute': ['The limit per minute of this line is reached.', 'Change the sending limits on the line page.'],
  'cap-hour': ['The limit per hour of this line is reached.', 'Change the sending limits on the line page.'],
  'cap-day': ['The limit per day of this line is reached.', 'Change the sending limits on the line page.'],
  // Reasons of the gate.
  'quiet-hours': ['Outside the sending hours for automatic messages.', 'Change the sending hours in the settings.'],
  holiday: ['Your shop is closed that day.', 'Special days are in the settings.'],
  'week-full': [
    'This customer already got the maximum of automatic messages this week.',
    'Change the limit in the settings.',
  ],
  'not-wanted': ['This customer hasn’t consented to messages of this kind.', null],
  'no-customer': ['Nobody reads messages at this number.', null],
  talking: ['Someone here is in a conversation with this customer.', null],
  'answered-enough': ['So many automatic replies went there that it may be another automatic sender.', null],
  // Outgoing messages.
  undo: ['You can still undo this.', null],
  'send-later': ['It is sent at the scheduled time.', null],
  timeout: ['The modem didn’t say whether it was sent.', 'Ask the customer, or send it again.'],
  closed: [
    'The modem was disconnected before it could say whether it was sent.',
    'Ask the customer, or send it again.',
  ],
  restored: ['A backup was restored, and this may have been sent since.', 'Ask the customer, or send it again.'],
  crashed: ['The program stopped while it was being sent.', 'Ask the customer, or send it again.'],
  'modem-error': ['The modem reported an error after accepting the message.', 'Ask the customer, or send it again.'],
  'not-taken': ['The modem didn’t accept it.', 'Trying again.'],
  'line-away': ['It belongs to another SIM, which isn’t connected.', 'Connect that SIM, or cancel the message.'],
  'came-due': [
    'It came due while the program was not running.',
    'Send, edit or discard it under “Missed while offline”.',
  ],
  'group-paused': ['Its broadcast is paused.', 'Resume or stop the broadcast on the customers page.'],
  'group-stopped': ['Its broadcast was stopped.', null],
  'no-number': ['No number is known for this customer.', 'Add one on the customers page.'],
  'no-line': ['There was no line to send it.', 'Connect a modem.'],
  'text-too-long': ['It is too long with this customer’s placeholders filled in.', 'Shorten it.'],
  undone: ['What it belonged to was undone.', 'Nothing needs to be done.'],
  blocked: ['You blocked this number.', 'Unblock it on the customer panel to text it.'],
  'consent-question': ['The customer may want to opt out.', 'Read their message, and decide above it.'],
  'opted-out': ['This customer opted out.', null],
  expired: ['It expired before it could be sent.', null],
  'no-answer-possible': ['This sender can’t receive replies.', null],
  'gave-up': ['It failed several times.', 'Check the number and the line, then send it again.'],
  'not-delivered': ['The network couldn’t deliver it.', 'The phone may be off or the number wrong.'],
  undeliverable: ['The network says it can’t be delivered.', 'Check the number.'],
  abandoned: ['You left it as is.', null],
  unencodable: ['It contains a character that can’t be sent.', 'Write it differently.'],
  // Received messages.
  'part-missing': ['Part of this message hasn’t arrived yet.', 'It is added when it arrives.'],
  damaged: ['This message arrived damaged. The readable part is shown.', 'Ask the customer to send it again.'],
  unreadable: ['A message arrived that can’t be read.', 'Ask the customer to send it again.'],
  'picture-message': ['The customer sent a picture. This line can’t show pictures.', 'Ask for it by e-mail.'],
  'data-message': ['This is data for a program, not a message.', null],
};

const UNKNOWN = ['Something unexpected happened.', 'The details are in the log.'] as const;

export function reasonOf(code: string | null): Reason | null {
  if (code === null) return null;
  const holder = /^busy:(.+)$/.exec(code)?.[1];
  if (holder !== undefined)
    return { code: 'busy', sentence: `${holder} is using the modem.`, remedy: remedyFor(holder) };
  const known = REASONS[code] ?? networkReason(code) ?? UNKNOWN;
  return { code, sentence: known[0], remedy: known[1] };
}

function remedyFor(holder: string): string {
  return holder === 'ModemManager'
    ? 'Stop it with “sudo systemctl disable --now ModemManager”, or tell it to leave this modem alone (see the README).'
    : `Close ${holder}; the line reconnects automatically.`;
}
