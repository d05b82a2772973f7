import { notFound } from '../../shared/not-found.ts';
import { parseRecipient } from '../../shared/phone.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { DeskContext } from '../../core/context.ts';
import { settingsOf } from './line-settings.ts';
import type { Lines } from './lines.ts';
import type { LineSettings } from './contract.ts';

const DAY_MS = 24 * 3_600_000;
/** Of a GSM modem with its network, before it has shown how fast it is. */
const USUAL_PART_MS = 4_000;

/** What a line bears. */
export interface Capacity {
  readonly caps: LineSettings['caps'];
  /** How long one part takes it, in milliseconds. */
  readonly partMs: number;
  /** When parts were handed over in the last day, in order. */
  readonly recent: readonly number[];
}

/** By which line a number is texted: the one it is talked with on, else the one in use. */
export class Routing {
  readonly #context: DeskContext;
  readonly #lines: () => Pick<Lines, 'current' | 'attachedIds'>;

  constructor(context: DeskContext, lines: () => Pick<Lines, 'current' | 'attachedIds'>) {
    this.#context = context;
    this.#lines = lines;
  }

  /** Of a number in international form, for what the desk writes by itself; null: there is no line yet. */
  lineFor(number: string): number | null {
    const { store } = this.#context;
    const { current, attachedIds } = this.#lines();
    return store.conversations.lineOf(number, attachedIds) ?? current?.id ?? store.lines.lastUsed()?.id ?? null;
  }

  /** Of a number in any spelling; null: there is no line yet. */
  lineTo(number: string): number | null {
    return this.lineFor(parseRecipient(number, this.#context.country())?.value ?? '');
  }

  /** For what somebody writes: answers leave by the line the customer wrote to. @param row chosen by hand; null: nobody chose */
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

  /** What the line in use bears; null: there is none yet. */
  get capacity(): Capacity | null {
    const line = this.#lines().current;
    if (line === null) return null;
    const { store, clock } = this.#context;
    const recent = store.parts.submittedSince(line.id, clock.now() - DAY_MS);
    return { caps: settingsOf(line).caps, partMs: store.parts.paceOf(line.id) ?? USUAL_PART_MS, recent };
  }
}
