import { join } from 'node:path';
import type { ContractEvent } from '../../electron/shared/contract.ts';
import { Desk, type DeskOptions } from '../../electron/desk/desk.ts';
import { openStore, type Store } from '../../electron/store/store.ts';
import { FakeClock } from './fake-clock.ts';
import { temporaryFolder } from './headless.ts';

export const silent: DeskOptions['logger'] = { debug() {}, info() {}, warn() {}, error() {} };

export interface TestDesk {
  readonly desk: Desk;
  readonly store: Store;
  readonly clock: FakeClock;
  readonly events: ContractEvent[];
  /** The path of the real SQLite file. */
  readonly path: string;
  /** The same data in a new process's place: closes and opens again. */
  reopen(): Promise<TestDesk>;
  close(): Promise<void>;
}

/** A desk over a real SQLite file on a clock the test turns. */
export async function testDesk(
  options: { clock?: FakeClock; folder?: ReturnType<typeof temporaryFolder> } = {},
): Promise<TestDesk> {
  const clock = options.clock ?? new FakeClock();
  const folder = options.folder ?? temporaryFolder('desk');
  const path = join(folder.path, 'counterline.db');
  const store = await openStore(path);
  const desk = new Desk({
    store,
    clock,
    logger: silent,
    version: '0.0.0',
    country: 'DE',
    fallbackCountry: 'DE',
  });
  const events: ContractEvent[] = [];
  desk.events.on((event) => events.push(event));
  return {
    desk,
    store,
    clock,
    events,
    path,
    async reopen() {
      store.close();
      return testDesk({ clock, folder });
    },
    close() {
      store.close();
      folder.remove();
      return Promise.resolve();
    },
  };
}
