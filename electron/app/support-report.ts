import { arch, platform, release } from 'node:os';
import type { AppState } from './shop-contract.ts';
import type { DeskContext } from '../core/context.ts';
import type { Lines } from '../features/lines/lines.ts';

const LINES_REPORTED = 10_000;
/** Enough to tell two SIMs apart, too little to be one. */
const DIGITS_SHOWN = 4;

/** A text that can be given to anybody: versions, states, and the black box. */
export function supportReport({
  state,
  lines,
  atTrace,
  clock,
}: DeskContext & { readonly state: AppState; readonly lines: Lines }): string {
  const { version, counts } = state;
  const parts = [
    `Counterline ${version}, ${new Date(clock.now()).toISOString()}`,
    `${platform()} ${release()} ${arch()}, Node ${process.version}`,
    `queue: ${JSON.stringify(counts.queue)}`,
  ];
  for (const line of state.lines) {
    const page = lines.pages.page(line.id);
    if (!page.ok) continue;
    const { modem, events, proof } = page.value;
    parts.push(
      '',
      `line ${line.id} (${line.kind}) on ${line.port ?? 'no port'}: ${line.state} ${line.reason?.code ?? ''} since ${iso(line.since)}`,
      `modem: ${[modem?.manufacturer, modem?.model, modem?.revision].filter((part) => part != null).join(' ')}`,
      `IMEI ...${line.imei?.slice(-DIGITS_SHOWN) ?? '?'}, IMSI ...${line.imsi?.slice(-DIGITS_SHOWN) ?? '?'}, ` +
        `${line.operator ?? 'no operator'}, ${line.signalDbm ?? '?'} dBm, SIM ${line.sim?.used ?? '?'}/${line.sim?.total ?? '?'}`,
      `answered ${iso(proof.answeredAt)}, sent ${iso(proof.sentAt)}, received ${iso(proof.receivedAt)}, report ${iso(proof.reportAt)}`,
      ...events.map((event) => `  ${iso(event.at)} ${event.state} ${event.sentence}`),
    );
  }
  const log = atTrace?.tail(LINES_REPORTED) ?? [];
  return [...parts, '', `the last ${log.length} lines between program and modem:`, ...log, ''].join('\n');
}

function iso(at: number | null): string {
  return at === null || at === 0 ? 'never' : new Date(at).toISOString();
}
