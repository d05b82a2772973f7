import type { DeskContext } from '../../core/context.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { LineRow } from './repository.ts';
import type { LineSession } from './line-session.ts';
import { amountIn } from './balance.ts';
import { settingsOf } from './line-settings.ts';

const DAY_MS = 24 * 3_600_000;
/** If the carrier does not answer, it is asked for the balance again after this time. */
const BALANCE_RETRY_MS = 3_600_000;

/** Sends short codes (USSD) to the carrier, and keeps the balance it tells in answer to one of them. */
export class CarrierCodes {
  readonly #context: DeskContext;
  readonly #balanceNotBefore = new Map<number, number>();

  constructor(context: DeskContext) {
    this.#context = context;
  }

  /** @param line null if its modem is not connected */
  async ask(line: LineSession | null, code: string): Promise<Result<{ text: string; wantsAnswer: boolean }>> {
    if (line === null) return refuse('no-line.not-connected');
    const answer = await line.modem.ussd(code);
    return answer.kind === 'text'
      ? ok({ text: answer.text, wantsAnswer: answer.wantsAnswer })
      : refuse(answer.kind === 'no-answer' ? 'no-answer' : `no-answer.${answer.kind}`);
  }

  /** Asks for the balance and writes the answer down. */
  async askBalance(row: LineRow, line: LineSession | null): Promise<Result<null>> {
    const { store, clock } = this.#context;
    const { code, after } = settingsOf(row).balance;
    if (code === '') return refuse('bad-input.balance-code');
    this.#balanceNotBefore.set(row.id, clock.now() + BALANCE_RETRY_MS);
    const answer = await this.ask(line, code);
    if (!answer.ok) return answer;
    store.lineHistory.addBalance(row.id, clock.now(), answer.value.text, amountIn(answer.value.text, after));
    return ok(null);
  }

  /** When a line's balance is to be asked for next; null if it is not asked for automatically. */
  balanceDueAt({ row, settings, isReady }: LineSession): number | null {
    if (settings.balance.code === '' || !settings.balance.daily || !isReady) return null;
    const last = this.#context.store.lineHistory.lastBalance(row.id);
    const due = last === null ? this.#context.clock.now() : last.at + DAY_MS;
    return Math.max(due, this.#balanceNotBefore.get(row.id) ?? 0);
  }
}
