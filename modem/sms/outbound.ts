import { parseNumber, parseValues } from '../at/values.ts';
import { TIMEOUT_MS } from '../device/commands.ts';
import type { Device } from '../device/device.ts';
import { toPdu } from '../pdu/tpdu.ts';
import { classifySendError, type SendErrorClass } from './send-errors.ts';

/** What became of one part. */
export type SubmitOutcome =
  /** `reference` as the network's report will carry it ([S2]); null where the modem forgot to say. */
  | { readonly kind: 'sent'; readonly reference: number | null }
  | { readonly kind: SendErrorClass; readonly code: string }
  /** The network may have the text: never again without a person's word ([S7]). */
  | { readonly kind: 'uncertain'; readonly code: string };

/** Hands one SUBMIT TPDU to the modem. The length counts no service-centre octets ([S1]). */
export async function submitPart(device: Device, tpdu: Uint8Array): Promise<SubmitOutcome> {
  const answer = await device.execute({
    text: `AT+CMGS=${tpdu.length}`,
    payload: toPdu(tpdu),
    timeoutMs: TIMEOUT_MS.submit,
  });
  if (answer.ok) {
    const line = answer.lines.find((candidate) => candidate.startsWith('+CMGS:'));
    const reference = line === undefined ? null : parseNumber(parseValues(line)[0]);
    return { kind: 'sent', reference: reference === null ? null : reference & 0xff };
  }
  if (answer.reason === 'refused') {
    const error = classifySendError(answer.result);
    // A bare ERROR after the PDU says nothing about the network; modems answer it for texts that went out.
    if (answer.payloadWritten && error.code === 'modem-error') return { kind: 'uncertain', code: error.code };
    return { kind: error.class, code: error.code };
  }
  return { kind: answer.payloadWritten ? 'uncertain' : 'retry', code: answer.reason };
}

/** Asks the modem to keep the radio link open between parts ([S6]); it drops back by itself when nothing follows. */
export async function keepLinkOpen(device: Device): Promise<void> {
  if (device.facts?.keepsLinkOpen === true) await device.run('AT+CMMS=2');
}
