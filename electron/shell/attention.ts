import { app, Menu, Notification, Tray, type BrowserWindow } from 'electron';
import type { Outputs, ContractEvent, Input, Method } from '../app/contract.ts';
import type { AppState } from '../app/shop-contract.ts';
import type { LineState } from '../features/lines/contract.ts';
import { fixedPart } from '../shared/payment-words.ts';
import type { Result } from '../shared/result.ts';
import { setStartAtLogin } from './login-item.ts';
import { notificationTitle, notificationWords } from './notification-words.ts';
import { trayIcon } from './tray-icon.ts';
import { shellWords } from './words.ts';

export interface AttentionOptions {
  readonly invoke: <M extends Method>(method: M, input: Input<M>) => Promise<Result<Outputs[M]>>;
  readonly window: () => BrowserWindow | null;
  /** Brings the window to the front, at a conversation if one is named. */
  readonly show: (conversationId: string | null) => void;
  readonly quit: () => void;
}

/** Counts change with every message; the tray follows once no change has come for this long. */
const FOLLOW_DELAY_MS = 300;
/** Shown notifications are referenced here: if they were garbage-collected, clicks on them would be lost. */
const KEPT = 20;

/** What the system shows of us: notifications, the icon in the tray with its state, the badge. */
export class Attention {
  readonly #options: AttentionOptions;
  readonly #shown = new Map<string, Notification>();
  #app: AppState | null = null;
  #tray: Tray | null = null;
  #trayState: string | null = null;
  #timer: NodeJS.Timeout | null = null;
  #startsAtLogin: boolean | null = null;

  constructor(options: AttentionOptions) {
    this.#options = options;
  }

  /** Called once the app is ready, and again whenever the back end has restarted. */
  async refresh(): Promise<void> {
    const state = await this.#options.invoke('app.state', {});
    if (state.ok) this.#follow(state.value);
  }

  /** The link to the shop's other program, as far as it is the same for every customer. */
  isOwnersLink(url: string): boolean {
    const fixed = fixedPart(this.#app?.settings.crmLink ?? '');
    return /^https?:\/\/[^/?#]+[/?#]/.test(fixed) && url.startsWith(fixed);
  }

  get closesToTray(): boolean {
    return this.#tray !== null && this.#app?.settings.closeToTray === true;
  }

  /** The notice of where the window went is shown only once. */
  explainTray(): void {
    if (this.#app === null || this.#app.settings.trayExplained) return;
    const { title, body } = this.words.inTray;
    this.#notify(title, body, null, false);
    void this.#options.invoke('settings.set', { trayExplained: true });
  }

  onEvent(event: ContractEvent): void {
    switch (event.type) {
      case 'message.received':
        void this.#call(event.value.conversationId, event.value.text === '' ? this.words.picture : event.value.text);
        break;
      case 'conversation.event':
        if (event.value.kind === 'call-missed') void this.#call(event.value.conversationId, this.words.missedCall);
        break;
      case 'conversation.overdue': {
        const { id, name, displayNumber } = event.value;
        const minutes = this.#app?.settings.overdueMinutes ?? 0;
        if (this.#app?.settings.notify === true)
          this.#notify(this.words.overdue(this.#isPrivate ? null : (name ?? displayNumber), minutes), '', id, true);
        this.#options.window()?.flashFrame(true);
        break;
      }
      case 'conversation.flagged': {
        const { conversation, rule } = event.value;
        const who = this.#isPrivate ? null : (conversation.name ?? conversation.displayNumber);
        if (this.#app?.settings.notify === true) this.#notify(this.words.flagged(who, rule), '', conversation.id, true);
        this.#options.window()?.flashFrame(true);
        break;
      }
      case 'task.due':
        if (this.#app?.settings.notify === true)
          this.#notify(
            this.words.due(this.#isPrivate ? null : event.value.text),
            this.#isPrivate ? '' : event.value.who,
            event.value.conversationId,
            true,
          );
        break;
      case 'app.changed':
        this.#follow(event.value);
        break;
      case 'conversation.changed':
      case 'line.changed':
        this.#followSoon();
        break;
      default:
        break;
    }
  }

  /** In the language of the window. */
  get words(): ReturnType<typeof shellWords> {
    return shellWords(this.#app?.settings.language ?? 'system', app.getLocale());
  }

  get #isPrivate(): boolean {
    return this.#app?.settings.notifyShowsText !== true;
  }

  async #call(conversationId: string, text: string): Promise<void> {
    if (this.#app?.settings.notify !== true || this.#options.window()?.isFocused() === true) return;
    const conversation = await this.#options.invoke('conversations.get', { id: conversationId });
    // Messages of the person at the desk and from blocked numbers do not call for attention.
    if (!conversation.ok || conversation.value.isSystem || conversation.value.blocked) return;
    const { name, displayNumber } = conversation.value;
    if (this.#isPrivate) this.#notify(app.getName(), this.words.wrote, conversationId, false);
    else this.#notify(name ?? displayNumber, text, conversationId, false);
  }

  #notify(title: string, body: string, conversationId: string | null, stays: boolean): void {
    if (!Notification.isSupported()) return;
    // The window makes the sound.
    const notification = new Notification({
      title: notificationTitle(title),
      body: notificationWords(body),
      silent: true,
      ...(stays ? { urgency: 'critical' } : {}),
    });
    notification.on('click', () => this.#options.show(conversationId));
    // One notification for each customer: ten messages in a row are one.
    const key = `${conversationId ?? ''} ${stays}`;
    this.#shown.get(key)?.close();
    this.#shown.delete(key);
    this.#shown.set(key, notification);
    const [oldest] = this.#shown.keys();
    if (this.#shown.size > KEPT && oldest !== undefined) this.#shown.delete(oldest);
    notification.show();
  }

  #followSoon(): void {
    if (this.#timer !== null) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      void this.refresh();
    }, FOLLOW_DELAY_MS);
  }

  #follow(state: AppState): void {
    this.#app = state;
    const { waiting } = state.counts.conversations;
    app.setBadgeCount(waiting);
    if (process.platform === 'win32') {
      this.#options.window()?.setOverlayIcon(waiting > 0 ? trayIcon('searching') : null, this.words.waiting(waiting));
    }
    this.#showTray(worstOf(state.lines.map((line) => line.state)), waiting);
    const { startAtLogin } = state.settings;
    // At startup, a setting that is already in effect is not written again.
    if (this.#startsAtLogin !== startAtLogin && (this.#startsAtLogin !== null || startAtLogin))
      setStartAtLogin(startAtLogin);
    this.#startsAtLogin = startAtLogin;
  }

  #showTray(line: LineState | 'none', waiting: number): void {
    const words = this.words;
    const lineWords = words.line[line];
    const facts = [lineWords, ...(waiting > 0 ? [words.waiting(waiting)] : [])];
    const state = facts.join();
    if (state === this.#trayState) return;
    this.#trayState = state;
    this.#tray ??= this.#makeTray();
    if (this.#tray === null) return;
    this.#tray.setImage(trayIcon(line));
    this.#tray.setToolTip(`${app.getName()}: ${facts.join(', ')}`);
    this.#tray.setContextMenu(
      Menu.buildFromTemplate([
        ...facts.map((label) => ({ label, enabled: false })),
        { type: 'separator' },
        { label: words.show, click: () => this.#options.show(null) },
        { label: words.quit, click: this.#options.quit },
      ]),
    );
  }

  /** Null where the system has no tray. */
  #makeTray(): Tray | null {
    try {
      const tray = new Tray(trayIcon('none'));
      tray.on('click', () => this.#options.show(null));
      return tray;
    } catch {
      return null;
    }
  }
}

/** If a line has a problem, the problem is shown; otherwise that the lines work. */
function worstOf(states: readonly LineState[]): LineState | 'none' {
  const order: readonly LineState[] = ['attention', 'reconnecting', 'searching', 'starting', 'ready', 'off'];
  return order.find((state) => states.includes(state)) ?? 'none';
}
