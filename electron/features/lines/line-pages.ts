import type { Emitter } from '../../../modem/index.ts';
import type { DeskContext } from '../../core/context.ts';
import { rowOf } from '../../shared/ids.ts';
import { notFound } from '../../shared/not-found.ts';
import { parseRecipient } from '../../shared/phone.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { LineRow } from './repository.ts';
import { publishMessages } from '../conversations/publish.ts';
import type { AttachedLines } from './attached-lines.ts';
import type { CarrierCodes } from './carrier-codes.ts';
import type { LinePage, LineSettings, LineDto } from './contract.ts';
import { toAttachedLineDto, linePage } from './line-dto.ts';

const MAX_NAME_LENGTH = 40;
const [LOG_SEARCHED, LOG_SHOWN] = [2_000, 300];
/** Where the time of day begins in an ISO instant. */
const TIME_AT = 11;

/** What a line's page shows, and what can be asked and set there. */
export class LinePages {
  readonly #context: DeskContext;
  readonly #attached: AttachedLines;
  readonly #codes: CarrierCodes;
  readonly #changed: Emitter<LineDto>;

  constructor(context: DeskContext, attached: AttachedLines, codes: CarrierCodes, changed: Emitter<LineDto>) {
    this.#context = context;
    this.#attached = attached;
    this.#codes = codes;
    this.#changed = changed;
  }

  configure(
    id: string,
    change: { name: string; ownNumber: string | null; settings: LineSettings },
  ): Promise<Result<LinePage>> {
    return withLine(this.#context, id, (row) => {
      const { store } = this.#context;
      const input = change.ownNumber?.trim() ?? '';
      const own = input === '' ? null : parseRecipient(input, this.#context.country());
      if (own === null && input !== '') return refuse('bad-number.line');
      this.#context.unit(() => {
        store.lines.rename(row.id, change.name.slice(0, MAX_NAME_LENGTH));
        store.lines.setOwnNumber(row.id, own?.value ?? null);
        store.lines.setSettings(row.id, JSON.stringify(change.settings));
      });
      const line = this.#attached.ofRow(row.id);
      line?.setRow(store.lines.byId(row.id) as LineRow);
      publishMessages(this.#context, store.queue.releaseCapped(row.id));
      if (line !== null) this.#changed.emit(toAttachedLineDto(this.#context, line));
      return this.page(id);
    });
  }

  page(id: string): Result<LinePage> {
    const row = lineRowOf(this.#context, id);
    return row === null ? notFound('line') : ok(linePage(this.#context, row, this.#attached.ofRow(row.id)));
  }

  /** Returns the last lines that went between program and modem. */
  log(id: string): Result<{ lines: readonly string[] }> {
    const row = lineRowOf(this.#context, id);
    if (row === null) return notFound('line');
    const port = this.#attached.ofRow(row.id)?.transport.name ?? row.port;
    const lines = this.#context.atTrace?.tail(LOG_SEARCHED).filter((line) => line.includes(` ${port} `)) ?? [];
    // Only the time of day and what was said are shown, since the port and the day are the same in all lines.
    return ok({ lines: lines.slice(-LOG_SHOWN).map((line) => line.slice(TIME_AT).replace(`Z ${port}`, '')) });
  }

  /** Asks the carrier by a short code. */
  askOperator(id: string, code: string): Promise<Result<{ text: string; wantsAnswer: boolean }>> {
    return withLine(this.#context, id, (row) => this.#codes.ask(this.#attached.ofRow(row.id), code));
  }

  /** Asks for the credit and writes down the answer. */
  askBalance(id: string): Promise<Result<LinePage>> {
    return withLine(this.#context, id, async (row) => {
      const line = this.#attached.ofRow(row.id);
      const asked = await this.#codes.askBalance(row, line);
      if (!asked.ok) return asked;
      if (line !== null) this.#changed.emit(toAttachedLineDto(this.#context, line));
      return this.page(id);
    });
  }
}

/** Does something with the line that has this id, if there is one. */
export async function withLine<T>(
  context: DeskContext,
  id: string,
  use: (row: LineRow) => Result<T> | Promise<Result<T>>,
): Promise<Result<T>> {
  const row = lineRowOf(context, id);
  return row === null ? notFound('line') : use(row);
}

/** Returns null if no line has this id. */
function lineRowOf(context: DeskContext, id: string): LineRow | null {
  const row = rowOf('line', id);
  return row === null ? null : context.store.lines.byId(row);
}
