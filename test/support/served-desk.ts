import { dispatcherOf } from '../../electron/app/dispatcher.ts';
import { startHttp, type HttpServer } from '../../electron/http/server.ts';
import { silent, testDesk, type TestDesk } from './desk.ts';

/** The owner's. */
export const TOKEN = 'a-test-token-of-some-length';

export interface ServedDesk {
  readonly all: TestDesk;
  readonly http: HttpServer;
  close(): Promise<void>;
}

/** A desk with a line and no modem, over HTTP. @param rendererDir the window; null: none is served */
export async function servedDesk({ rendererDir = null }: { rendererDir?: string | null } = {}): Promise<ServedDesk> {
  const all = await testDesk();
  all.store.lines.create({ kind: 'sim', imsi: '262011234567890', name: 'Line', port: null, at: 1 });
  const http = await startHttp({
    desk: () => all.desk,
    events: all.desk.events,
    invoke: dispatcherOf(all.desk, silent),
    token: TOKEN,
    host: '127.0.0.1',
    port: 0,
    rendererDir,
    version: '1.2.3',
    clock: all.clock,
    logger: silent,
  });
  return {
    all,
    http,
    async close() {
      await http.close();
      await all.close();
    },
  };
}
