import { dispatcherOf } from '../../electron/app/dispatcher.ts';
import type { Outputs, Input, Method } from '../../electron/app/contract.ts';
import type { Result } from '../../electron/shared/result.ts';
import { silent, testDesk, type TestDesk } from './desk.ts';
import { FakeClock } from './fake-clock.ts';

/** A Tuesday, ten in the morning on the clock of the computer that runs this. */
export const MORNING = new Date(2026, 10, 24, 10, 0).getTime();

/** A desk with a line and no modem, asked over the contract as the window asks it. */
export class InboxDesk {
  all: TestDesk;
  /** The line's row. */
  readonly line: number;

  private constructor(all: TestDesk) {
    this.all = all;
    this.line = all.store.lines.create({ kind: 'sim', imsi: '1', name: 'Line', port: null, at: MORNING }).id;
  }

  static async open(): Promise<InboxDesk> {
    const shop = new InboxDesk(await testDesk({ clock: new FakeClock(MORNING) }));
    await shop.all.desk.start('none');
    await shop.ask('app.state', {}); // a window is there
    return shop;
  }

  async tryTo<M extends Method>(method: M, input: Input<M>): Promise<Result<Outputs[M]>> {
    return (await dispatcherOf(this.all.desk, silent)(method, input)) as Result<Outputs[M]>;
  }

  async ask<M extends Method>(method: M, input: Input<M>): Promise<Outputs[M]> {
    const result = await this.tryTo(method, input);
    if (!result.ok) throw new Error(`${method}: ${result.error.code}`);
    return result.value;
  }

  /** A customer writes; returns the conversation. */
  customer(number: string, text: string): string {
    const { store, clock } = this.all;
    const id = store.conversations.findOrCreate(this.line, number, 'phone', clock.now());
    const message = store.messages.insertIncoming({
      conversationId: id,
      lineId: this.line,
      number,
      text,
      reason: null,
      encoding: 'gsm7',
      partCount: 1,
      receivedAt: clock.now(),
    });
    store.conversations.noteIncoming(id, message, clock.now(), true);
    return `conversation_${id}`;
  }

  /** A person answers, with a while to take it back; returns the text. */
  async answer(number: string, text: string, notBefore: number | null = null): Promise<string> {
    const undoMs = notBefore === null ? 5_000 : 0;
    const lineId = `line_${this.line}`;
    return (
      await this.ask('messages.send', { to: number, text, lineId, undoMs, notBefore, key: `key-of-${text}-${number}` })
    ).id;
  }

  /** Stopped for a while and started again, on the same data. Nobody listens yet. */
  async reopenAfter(ms: number): Promise<void> {
    await this.all.desk.stop();
    await this.all.clock.advance(ms);
    this.all = await this.all.reopen();
    await this.all.desk.start('none');
  }

  async close(): Promise<void> {
    await this.all.desk.stop();
    await this.all.close();
  }
}
