import type { ModemFacts } from '../../../modem/index.ts';
import type { DeskContext } from '../../core/context.ts';
import { parseRecipient } from '../../shared/phone.ts';
import type { LineRow } from './repository.ts';
import type { AttachedLines } from './attached-lines.ts';
import type { LineSession } from './line-session.ts';

/**
 * Returns the line of a SIM that has identified itself, and creates it if the SIM is new. Must run in a unit of work.
 * @returns isUnwanted true if the owner does not want it used
 */
export function lineOfSim(
  context: DeskContext,
  line: LineSession,
  { imsi, imei, iccid, ownNumber: told }: ModemFacts & { readonly imsi: string },
  attached: AttachedLines,
): { readonly mine: LineRow; readonly isUnwanted: boolean } {
  const { store, clock } = context;
  const { row: before, port } = line;
  const ownNumber = told === null ? null : (parseRecipient(told, context.country())?.value ?? told);
  const { id, kind, enabled } =
    store.lines.byImsi(imsi) ??
    (before.imsi === null
      ? before
      : store.lines.create({ kind: 'sim', imsi, name: newLineName(context), port, at: clock.now() }));
  store.lines.identify(id, { imsi, imei, iccid, ownNumber, port }, clock.now());
  if (kind === 'sim' && line.chosen) store.lines.setEnabled(id, true);
  // The owner put another SIM into this modem, so the one before it is no longer waited for.
  const isSameModem = before.imei !== null && before.imei === imei;
  if (id !== before.id && isSameModem) store.lines.setEnabled(before.id, false);
  if (id !== before.id && line.pinFrom === before.id && before.iccid === null) store.lines.movePin(before.id, id);
  // What was written down before any SIM had identified itself was meant for the first one that does, but never for the Demo
  // line, which is erased with everything on it.
  const guesses = kind === 'sim' ? store.lines.unidentified().filter((guess) => guess.id !== id) : [];
  for (const guess of guesses) {
    const other = attached.ofRow(guess.id);
    if (other === null || other === line) store.lines.merge(guess.id, id);
  }
  return {
    mine: store.lines.byId(id) as LineRow,
    isUnwanted: !line.chosen && kind === 'sim' && id !== before.id && enabled === 0,
  };
}

/**
 * Returns the line that a port is opened for, which is kept open from now on, and erases what the Demo line invented. Must run in
 * a unit of work.
 * @param known the line that was there a moment ago; null for the one that was there last, or else a new one
 */
export function lineAtPort(
  context: DeskContext,
  path: string,
  known: LineRow | null,
  attached: AttachedLines,
): Pick<LineRow, 'id'> {
  const { store, clock } = context;
  const demo = store.lines.demo();
  if (demo !== null) store.lines.erase(demo.id);
  const taken = known ?? store.lines.lastAt(path);
  const free = taken !== null && attached.ofRow(taken.id) === null ? taken : null;
  const row =
    free ?? store.lines.create({ kind: 'sim', imsi: null, name: newLineName(context), port: path, at: clock.now() });
  store.lines.setEnabled(row.id, true);
  store.lines.setPort(row.id, path);
  return row;
}

/** The first line is simply called “Line”; further ones are numbered. */
export function newLineName({ store }: Pick<DeskContext, 'store'>): string {
  const count = store.lines.all().filter(({ kind }) => kind === 'sim').length;
  return count === 0 ? 'Line' : `Line ${count + 1}`;
}
