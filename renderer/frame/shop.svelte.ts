import type { AppState } from '../../electron/app/shop-contract.ts';
import type { LineDto } from '../../electron/features/lines/contract.ts';
import type { Client } from '../lib/client.svelte.ts';
import { applyAppearance } from '../lib/appearance.ts';
import { words } from '../lib/text/catalogue.svelte.ts';
import { oneAtATime } from '../lib/one-at-a-time.ts';

/** Counts change with every message; they are read again once no change has come for this long. */
const COUNTS_DELAY_MS = 150;
/** Whatever is told meanwhile: what was answered last is shown then, and what is told next. */
const READ_AGAIN_AT_MOST = 5;

/** Everything that does not depend on a conversation: lines, settings, people, tags, counts. */
export class Shop {
  /** Null: not read yet. */
  app = $state.raw<AppState | null>(null);
  readonly #client: Client;
  readonly #onOtherConversations: () => void;
  #countsTimer: ReturnType<typeof setTimeout> | null = null;
  /** How often something of {@link app} was told. */
  #told = 0;

  /** @param onOtherConversations called when the set of conversations, or how they are shown, has changed */
  constructor(client: Client, onOtherConversations: () => void) {
    this.#client = client;
    this.#onOtherConversations = onOtherConversations;
    client.on('app.changed', (app) => this.#apply(app));
    client.on('line.changed', (line) => this.#applyLine(line));
  }

  /** Events and answers travel separately: an event that came meanwhile may be newer than the answer. */
  readonly read = oneAtATime(async () => {
    let app: AppState | null = null;
    for (let told = -1, times = 0; told !== this.#told && times < READ_AGAIN_AT_MOST; times++) {
      told = this.#told;
      app = await this.#client.ask('app.state', {});
    }
    if (app === null) return;
    applyAppearance(app.settings);
    this.app = app;
    const { language } = words;
    if (app.settings.systemLanguage !== language) void this.#client.ask('settings.set', { systemLanguage: language });
  });

  refreshCounts(): void {
    if (this.#countsTimer !== null) return;
    this.#countsTimer = setTimeout(() => {
      this.#countsTimer = null;
      void this.#client.ask('app.counts', {}).then((counts) => {
        if (counts !== null && this.app !== null) this.app = { ...this.app, counts };
      });
    }, COUNTS_DELAY_MS);
  }

  #apply(app: AppState): void {
    this.#told += 1;
    const before = this.app;
    applyAppearance(app.settings);
    this.app = app;
    // Lists and settings change nothing of the conversations; a line that came or went does, with all it had.
    if (before === null || conversationsOf(before) !== conversationsOf(app)) this.#onOtherConversations();
  }

  #applyLine(line: LineDto): void {
    this.#told += 1;
    if (this.app === null) return;
    const lines = this.app.lines.map((each) => (each.id === line.id ? line : each));
    // The SIM has said that it is another line than the one expected.
    if (!lines.includes(line)) this.#onOtherConversations();
    else this.app = { ...this.app, lines };
  }
}

/** What the conversations, and how they are shown, depend on. */
function conversationsOf({ lines, settings: { country }, lineChanges, currentAgentId }: AppState): string {
  return JSON.stringify([lines.map(({ id }) => id), country, lineChanges, currentAgentId]);
}
