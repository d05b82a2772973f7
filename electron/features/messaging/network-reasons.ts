import { sendErrorClass } from '../../../modem/index.ts';

type Words = readonly [sentence: string, remedy: string | null];

const NUMBER = 'Check the number.';
const OPERATOR = 'Ask your mobile operator.';
const CREDIT = 'The SIM may have no credit left: ask for its balance on the line’s page.';
const AGAIN = 'It is tried again by itself.';
const UNSURE = 'It may have gone out: ask the customer, or send it again.';
const PIN = 'Enter the PIN on the line’s page.';
const NO_SIM = 'Put the SIM in; the line carries on by itself.';
const CENTRE = 'Ask your mobile operator for the number of its service centre, and store it in a phone.';
const WRITE = 'Write it anew, shorter or without special signs.';

/**
 * The errors of AT+CMGS in plain words: 0-127 come from the network (3GPP TS 24.011 Annex E-2), 128-255 from the service centre
 * (23.040 §9.2.3.22), 300-511 from the modem (27.005 §3.2.5), and 512 and up are the makers' own. CME codes come from 27.007
 * §9.2.
 */
const WORDS: Readonly<Record<string, Words>> = {
  'cms-1': ['This number does not exist.', NUMBER],
  'cms-8': ['The operator bars texts from this SIM.', OPERATOR],
  'cms-10': ['Texts are barred for this SIM.', OPERATOR],
  'cms-21': ['The network refused this text.', CREDIT],
  'cms-27': ['The phone of this number cannot be reached for good.', NUMBER],
  'cms-28': ['This number does not exist.', NUMBER],
  'cms-29': ['The network does not offer this.', OPERATOR],
  'cms-30': ['The network does not know this number.', NUMBER],
  'cms-38': ['The network is out of order.', AGAIN],
  'cms-41': ['The network failed for a moment.', AGAIN],
  'cms-42': ['The network is overloaded.', AGAIN],
  'cms-47': ['The network has no room at the moment.', AGAIN],
  'cms-50': ['This SIM may not send texts.', OPERATOR],
  'cms-69': ['The network does not offer this.', OPERATOR],
  'cms-81': ['The network lost track of this text.', 'Send it again.'],
  'cms-95': ['The network did not understand the text.', WRITE],
  'cms-96': ['The network did not understand the text.', WRITE],
  'cms-97': ['The network does not know this kind of text.', WRITE],
  'cms-98': ['The network and the modem disagree.', 'Send it again.'],
  'cms-99': ['The network does not know this kind of text.', WRITE],
  'cms-111': ['The network and the modem disagree.', 'Send it again.'],
  'cms-127': ['The network refused the text without saying why.', CREDIT],
  'cms-192': ['The service centre is busy.', AGAIN],
  'cms-194': ['The service centre is out of order.', AGAIN],
  'cms-195': ['The service centre does not know this number.', NUMBER],
  'cms-301': ['The modem cannot send texts at the moment.', 'Unplug it and plug it in again.'],
  'cms-303': ['The modem cannot send this kind of text.', WRITE],
  'cms-304': ['The modem did not understand the text.', WRITE],
  'cms-305': ['The modem did not understand the text.', WRITE],
  'cms-310': ['There is no SIM in the modem.', NO_SIM],
  'cms-311': ['The SIM wants its PIN.', PIN],
  'cms-312': ['The SIM is bound to another phone.', OPERATOR],
  'cms-313': ['The SIM does not answer.', 'Take it out, clean it and put it back.'],
  'cms-314': ['The SIM is busy.', AGAIN],
  'cms-315': ['The modem does not accept this SIM.', 'Try the SIM in a phone; the modem may be locked to an operator.'],
  'cms-316': ['The SIM is locked and wants its PUK.', 'Unlock it in a phone with the PUK from your operator’s letter.'],
  'cms-317': ['The SIM wants its second PIN.', 'Unlock it in a phone.'],
  'cms-318': ['The SIM is locked and wants its second PUK.', 'Unlock it in a phone.'],
  'cms-321': ['The modem lost track of this text.', UNSURE],
  'cms-322': ['The SIM’s memory is full.', UNSURE],
  'cms-330': ['The SIM does not know its service centre.', CENTRE],
  'cms-331': ['There is no network.', AGAIN],
  'cms-332': ['The network did not answer in time.', UNSURE],
  'cms-500': ['The modem could not say what went wrong.', UNSURE],
  'cms-512': ['The modem was busy.', UNSURE],
  'cms-513': ['The network could not be reached.', UNSURE],
  'cms-514': ['The modem was busy.', UNSURE],
  'cms-515': ['The modem is still starting.', UNSURE],
  'cme-10': ['There is no SIM in the modem.', NO_SIM],
  'cme-11': ['The SIM wants its PIN.', PIN],
  'cme-12': ['The SIM is locked and wants its PUK.', 'Unlock it in a phone with the PUK from your operator’s letter.'],
  'cme-13': ['The SIM does not answer.', 'Take it out, clean it and put it back.'],
  'cme-14': ['The SIM is busy.', AGAIN],
  'cme-15': ['The modem does not accept this SIM.', 'Try the SIM in a phone; the modem may be locked to an operator.'],
  'cme-16': ['The PIN was not right.', PIN],
  'cme-17': ['The SIM wants its second PIN.', 'Unlock it in a phone.'],
  'cme-18': ['The SIM is locked and wants its second PUK.', 'Unlock it in a phone.'],
  'cme-20': ['The modem’s memory is full.', UNSURE],
  'cme-30': ['There is no network.', AGAIN],
  'cme-31': ['The network did not answer in time.', UNSURE],
};

/** What applies to all codes of a class. */
const BY_CLASS: Readonly<Record<ReturnType<typeof sendErrorClass>, Words>> = {
  retry: ['The network did not take it.', AGAIN],
  'needs-attention': ['The SIM or the modem needs you.', 'Look at the line’s page.'],
  failed: ['The network refused this text for good.', 'Check the number, and whether the SIM has credit.'],
  unknown: ['The modem reported an error after it had taken the text.', UNSURE],
};

/** Returns null if it is not a code of the network or the modem. */
export function networkReason(code: string): Words | null {
  if (!/^cm[se]-/.test(code)) return null;
  return WORDS[code] ?? BY_CLASS[sendErrorClass(code)];
}
