import { notFound } from '../../shared/not-found.ts';
import { parseRecipient } from '../../shared/phone.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { DeskContext } from '../../core/context.ts';
import { settingsOf } from './line-settings.ts';
import type { Lines } from './lines.ts';
import type { LineSettings } from './contract.ts';

const DAY_MS = 24 * 3_600_000;
/** The usual time of a GSM modem with its network, before the line has shown how fast it is. */
const USUAL_PART_MS = 4_000;

/** How much a line can send. */
export interface Capacity {
  readonly caps: LineSettings['caps'];
  /** How long the line needs for one part, in milliseconds. */
  readonly partMs: number;
  /** When parts were handed over in the last day, in order. */
  readonly recent: readonly number[];
}

/** Chooses the line from which a number is texted: the one it has a conversation on, otherwise the one in use. */
export class Routing {
  readonly #context: DeskContext;
  readonly #lines: () => Pick<Lines, 'current' | 'attachedIds'>;

  constructor(context: DeskContext, lines: () => Pick<Lines, 'current' | 'attachedIds'>) {
    this.#context = context;
    this.#lines = lines;
  }

  /** The line for a number in international form, for what the desk writes by itself; null if there is no line yet. */
  lineFor(number: string): number | null {
    const { store } = this.#context;
    const { current, attachedIds } = this.#lines();
    return store.conversations.lineOf(number, attachedIds) ?? current?.id ?? store.lines.lastUsed()?.id ?? null;
  }

  /** The line for a number in any spelling; null if there is no line yet. */
  lineTo(number: string): number | null {
    return this.lineFor(parseRecipient(number, this.#context.country())?.value ?? '');
  }

  /**
   * Chooses the line for what somebody writes; answers leave by the one the customer wrote to.
   * @param row chosen by hand; null if none
   */
  choose(row: number | null, to: string): Result<number> {
    const { store } = this.#context;
    if (row !== null) return store.lines.byId(row) === null ? notFound('line') : ok(row);
    const { current, attachedIds } = this.#lines();
    if (current === null) return refuse('no-line');
    if (attachedIds.length < 2) return ok(current.id);
    const number = parseRecipient(to, this.#context.country())?.value;
    const known = number === undefined ? null : store.conversations.lineOf(number, attachedIds);
    return ok(known !== null && attachedIds.includes(known) ? known : current.id);
  }

  /** How much the line in use can send; null if there is no line yet. */
  get capacity(): Capacity | null {
    const line = this.#lines().current;
    if (line === null) return null;
    const { store, clock } = this.#context;
    const recent = store.parts.submittedSince(line.id, clock.now() - DAY_MS);
    return { caps: settingsOf(line).caps, partMs: store.parts.paceOf(line.id) ?? USUAL_PART_MS, recent };
  }
}
