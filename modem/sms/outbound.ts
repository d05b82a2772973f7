import type { AtAnswer } from '../at/machine-state.ts';
import { parseNumber, parseValues } from '../at/values.ts';
import type { Device } from '../device/device.ts';
import { toPdu } from '../pdu/tpdu.ts';
import { classifySendError, type SendErrorClass } from './send-errors.ts';

/** The outcome of one segment. */
export type SubmitOutcome =
  /** `reference` as the network's delivery report will carry it ([S2]); null where the modem did not report it. */
  | { readonly kind: 'sent'; readonly reference: number | null }
  | {
      readonly kind: Exclude<SendErrorClass, 'unknown'>;
      readonly code: string;
      /** The modem had the PDU when it refused it: if the refusal is wrong, the message has been sent. */
      readonly mayArrive?: true;
    }
  /** The network may have the message: it is never sent again without a person's decision ([S7]). */
  | { readonly kind: 'uncertain'; readonly code: string }
  /** Its delivery report came before the modem's answer and has already been stored. */
  | { readonly kind: 'settled' };

/** The modem was gone or restarted before it had the message: it is offered again as soon as the line is back. */
const LINE_LOST = 'closed';

/**
 * Hands one SUBMIT TPDU to the modem. The length does not count the service center's octets ([S1]).
 * @param timeoutMs how long to wait for the modem's answer; other commands may use the modem before that ([S11])
 * @param onPayload called when the modem has the whole PDU
 * @param onLate called with the actual result, where the answer comes after the wait has ended
 */
export async function submitPart(
  device: Device,
  tpdu: Uint8Array,
  timeoutMs: number,
  onPayload: () => void,
  onLate: (outcome: SubmitOutcome) => void,
): Promise<SubmitOutcome> {
  const { session } = device;
  const mode = await device.ensurePduMode();
  if (!mode.ok)
    return { kind: 'retry', code: mode.reason === 'refused' ? classifySendError(mode.result).code : LINE_LOST };
  const answer = await device.execute({
    text: `AT+CMGS=${tpdu.length}`,
    payload: toPdu(tpdu),
    timeoutMs,
    session,
    onPayload,
    onLate: (late) => onLate(outcomeOf(late)),
  });
  if (answer.ok) device.tookPdu();
  return outcomeOf(answer);
}

function outcomeOf(answer: AtAnswer): SubmitOutcome {
  if (answer.ok) {
    const line = answer.lines.find((candidate) => candidate.startsWith('+CMGS:'));
    const reference = line === undefined ? null : parseNumber(parseValues(line)[0]);
    return { kind: 'sent', reference: reference === null ? null : reference & 0xff };
  }
  const { reason, payloadWritten } = answer;
  if (reason === 'settled') return { kind: 'settled' };
  if (reason === 'refused') {
    const { class: kind, code } = classifySendError(answer.result);
    if (kind !== 'unknown') return { kind, code, ...(payloadWritten ? { mayArrive: true as const } : {}) };
    // An error instead of the prompt is always a refusal: the modem does not have the message.
    return { kind: payloadWritten ? 'uncertain' : 'retry', code };
  }
  if (payloadWritten) return { kind: 'uncertain', code: reason === 'restarted' ? LINE_LOST : reason };
  return { kind: 'retry', code: reason === 'timeout' ? reason : LINE_LOST };
}

/** Asks the modem to keep the radio link open between segments ([S6]); the modem closes it by itself when nothing follows. */
export async function keepLinkOpen(device: Device): Promise<void> {
  if (device.facts?.keepsLinkOpen === true) await device.run('AT+CMMS=2');
}
