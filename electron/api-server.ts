import type { Backend } from './backend.ts';
import type { HttpServer } from './http/server.ts';
import type { Clock } from './shared/clock.ts';
import type { Logger } from './shared/logger.ts';
import { VERSION } from './version.ts';

const RETRY_MS = 30_000;

/**
 * Serves the API on this computer as long as another program has a key to it: a desk that nobody asks listens to nobody.
 * For the desktop app, whose window needs no server.
 */
export class ApiServer {
  readonly #backend: Backend;
  readonly #clock: Clock;
  readonly #logger: Logger;
  #http: HttpServer | null = null;
  #port: number | null = null;
  #cancelRetry: () => void = () => {};
  #changing: Promise<void> = Promise.resolve();
  readonly #stopListening: () => void;

  constructor(backend: Backend, clock: Clock, logger: Logger) {
    this.#backend = backend;
    this.#clock = clock;
    this.#logger = logger;
    this.#stopListening = backend.events.on(({ type }) => {
      if (type === 'app.changed' || type === 'app.restored') this.#follow();
    });
    this.#follow();
  }

  async close(): Promise<void> {
    this.#stopListening();
    this.#cancelRetry();
    await this.#changing;
    await this.#http?.close();
  }

  #follow(): void {
    this.#changing = this.#changing
      .then(() => this.#change())
      .catch((error: unknown) => this.#logger.error({ error: String(error) }, 'the API could not follow'));
  }

  async #change(): Promise<void> {
    const desk = this.#backend.desk();
    if (desk === null) return;
    const wanted = desk.access.isWanted ? desk.state.settings.apiPort : null;
    if (wanted !== this.#port) {
      await this.#http?.close();
      this.#http = wanted === null ? null : await this.#start(wanted);
      // What could not be had is tried again.
      this.#port = this.#http === null ? null : wanted;
    }
    const isMissing = wanted !== null && this.#http === null;
    this.#cancelRetry();
    if (isMissing) this.#cancelRetry = this.#clock.after(RETRY_MS, () => this.#follow());
    // Other data may have been put in their place meanwhile.
    this.#backend.desk()?.access.setServed({
      address: this.#http?.url ?? null,
      problem: isMissing ? 'port-in-use' : null,
    });
  }

  async #start(port: number): Promise<HttpServer | null> {
    // Most shops have no other program: what serves them is loaded by those that do.
    const { startHttp } = await import('./http/server.ts');
    return startHttp({
      desk: () => this.#backend.desk(),
      events: this.#backend.events,
      invoke: null,
      token: null,
      host: '127.0.0.1',
      port,
      rendererDir: null,
      version: VERSION,
      clock: this.#clock,
      logger: this.#logger,
    }).catch((error: NodeJS.ErrnoException) => {
      this.#logger.warn({ port, error: error.code ?? error.message }, 'the API cannot be served');
      return null;
    });
  }
}
