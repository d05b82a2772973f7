import { sendErrorClass } from '../../../modem/index.ts';

type Words = readonly [sentence: string, remedy: string | null];

const NUMBER = 'Check the number.';
const OPERATOR = 'Ask your carrier.';
const CREDIT = 'The SIM may have no balance left: check it on the line page.';
const AGAIN = 'Trying again.';
const UNSURE = 'It may have been sent: ask the customer, or send it again.';
const PIN = 'Enter the PIN on the line page.';
const NO_SIM = 'Insert the SIM; the line reconnects automatically.';
const CENTRE = 'Ask your carrier for the number of its message center, and store it on the SIM in a phone.';
const WRITE = 'Write it shorter, or without special characters.';

/**
 * The errors of AT+CMGS in plain words: 0-127 come from the network (3GPP TS 24.011 Annex E-2), 128-255 from the service centre
 * (23.040 §9.2.3.22), 300-511 from the modem (27.005 §3.2.5), and 512 and up are the makers' own. CME codes come from 27.007
 * §9.2.
 */
const WORDS: Readonly<Record<string, Words>> = {
  'cms-1': ['This number does not exist.', NUMBER],
  'cms-8': ['Your carrier blocks messages from this SIM.', OPERATOR],
  'cms-10': ['Messages are blocked for this SIM.', OPERATOR],
  'cms-21': ['The network refused this message.', CREDIT],
  'cms-27': ['This number can’t be reached permanently.', NUMBER],
  'cms-28': ['This number does not exist.', NUMBER],
  'cms-29': ['The network doesn’t support this.', OPERATOR],
  'cms-30': ['The network doesn’t know this number.', NUMBER],
  'cms-38': ['The network is out of order.', AGAIN],
  'cms-41': ['The network failed temporarily.', AGAIN],
  'cms-42': ['The network is overloaded.', AGAIN],
  'cms-47': ['The network has no capacity right now.', AGAIN],
  'cms-50': ['This SIM isn’t allowed to send messages.', OPERATOR],
  'cms-69': ['The network doesn’t support this.', OPERATOR],
  'cms-81': ['The network lost track of this message.', 'Send it again.'],
  'cms-95': ['The network didn’t understand the message.', WRITE],
  'cms-96': ['The network didn’t understand the message.', WRITE],
  'cms-97': ['The network doesn’t support this kind of message.', WRITE],
  'cms-98': ['The network and the modem disagree.', 'Send it again.'],
  'cms-99': ['The network doesn’t support this kind of message.', WRITE],
  'cms-111': ['The network and the modem disagree.', 'Send it again.'],
  'cms-127': ['The network refused the message without a reason.', CREDIT],
  'cms-192': ['The message center is busy.', AGAIN],
  'cms-194': ['The message center is out of order.', AGAIN],
  'cms-195': ['The message center doesn’t know this number.', NUMBER],
  'cms-301': ['The modem can’t send messages right now.', 'Unplug it and plug it in again.'],
  'cms-303': ['The modem can’t send this kind of message.', WRITE],
  'cms-304': ['The modem didn’t understand the message.', WRITE],
  'cms-305': ['The modem didn’t understand the message.', WRITE],
  'cms-310': ['There is no SIM in the modem.', NO_SIM],
  'cms-311': ['The SIM needs its PIN.', PIN],
  'cms-312': ['The SIM is locked to another phone.', OPERATOR],
  'cms-313': ['The SIM doesn’t respond.', 'Take it out, clean it and put it back.'],
  'cms-314': ['The SIM is busy.', AGAIN],
  'cms-315': ['The modem doesn’t accept this SIM.', 'Try the SIM in a phone; the modem may be locked to a carrier.'],
  'cms-316': ['The SIM is locked and needs its PUK.', 'Unlock it in a phone with the PUK from your carrier.'],
  'cms-317': ['The SIM needs its PIN2.', 'Unlock it in a phone.'],
  'cms-318': ['The SIM is locked and needs its PUK2.', 'Unlock it in a phone.'],
  'cms-321': ['The modem lost track of this message.', UNSURE],
  'cms-322': ['SIM storage is full.', UNSURE],
  'cms-330': ['The SIM doesn’t know its message center.', CENTRE],
  'cms-331': ['There is no network.', AGAIN],
  'cms-332': ['The network didn’t respond in time.', UNSURE],
  'cms-500': ['The modem couldn’t say what went wrong.', UNSURE],
  'cms-512': ['The modem was busy.', UNSURE],
  'cms-513': ['The network couldn’t be reached.', UNSURE],
  'cms-514': ['The modem was busy.', UNSURE],
  'cms-515': ['The modem is still starting.', UNSURE],
  'cme-10': ['There is no SIM in the modem.', NO_SIM],
  'cme-11': ['The SIM needs its PIN.', PIN],
  'cme-12': ['The SIM is locked and needs its PUK.', 'Unlock it in a phone with the PUK from your carrier.'],
  'cme-13': ['The SIM doesn’t respond.', 'Take it out, clean it and put it back.'],
  'cme-14': ['The SIM is busy.', AGAIN],
  'cme-15': ['The modem doesn’t accept this SIM.', 'Try the SIM in a phone; the modem may be locked to a carrier.'],
  'cme-16': ['The PIN was wrong.', PIN],
  'cme-17': ['The SIM needs its PIN2.', 'Unlock it in a phone.'],
  'cme-18': ['The SIM is locked and needs its PUK2.', 'Unlock it in a phone.'],
  'cme-20': ['The modem’s memory is full.', UNSURE],
  'cme-30': ['There is no network.', AGAIN],
  'cme-31': ['The network didn’t respond in time.', UNSURE],
};

/** What applies to all codes of a class. */
const BY_CLASS: Readonly<Record<ReturnType<typeof sendErrorClass>, Words>> = {
  retry: ['The network didn’t accept it.', AGAIN],
  'needs-attention': ['The SIM or the modem needs your attention.', 'Check the line page.'],
  failed: ['The network refused this message permanently.', 'Check the number, and whether the SIM has balance left.'],
  unknown: ['The modem reported an error after accepting the message.', UNSURE],
};

/** Returns null if it is not a code of the network or the modem. */
export function networkReason(code: string): Words | null {
  if (!/^cm[se]-/.test(code)) return null;
  return WORDS[code] ?? BY_CLASS[sendErrorClass(code)];
}
