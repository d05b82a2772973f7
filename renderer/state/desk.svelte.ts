import { tick } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import { toast } from 'svelte-sonner';
import type { Outputs, Input, Method } from '../../electron/app/contract.ts';
import type { AppState } from '../../electron/app/shop-contract.ts';
import type { ConversationSnapshot, ConversationView } from '../../electron/features/conversations/contract.ts';
import type { ConversationListView } from '../../electron/features/conversations/constants.ts';
import type { SHOP_LISTS, TagView } from '../../electron/features/shop-lists/contract.ts';
import type { LineView } from '../../electron/features/lines/contract.ts';
import type { MessageView } from '../../electron/features/messaging/contract.ts';
import type { OrderView } from '../../electron/features/orders/contract.ts';
import type { Place } from '../../electron/shared/places.ts';
import type { Refusal, Result } from '../../electron/shared/result.ts';
import type { Settings } from '../../electron/features/settings/table.ts';
import type { DeskConnection } from '../desk/desk-connection.ts';
import { focusPlace } from '../focus.ts';
import { Dialogs } from '../lib/dialogs/dialogs.svelte.ts';
import { Prompts } from '../lib/dialogs/prompts.ts';
import { browserAddress, Places, type Address } from '../lib/places.svelte.ts';
import { refusalWords } from '../text/refusals.ts';
import { futureTime, t } from '../text/format.ts';
import { Attention } from './attention.svelte.ts';
import { Composer } from './composer.svelte.ts';
import { ConversationList } from './conversation-list.svelte.ts';
import { Finder } from './search.svelte.ts';
import { applyAppearance } from './appearance.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { rememberRestored } from './restored.ts';
import { Reports } from './reports.svelte.ts';
import { Thread } from './thread.svelte.ts';
import { Typists } from './typing-indicators.svelte.ts';
import { Undo } from './undo.svelte.ts';

/** Counts change with every text; they are read again when this much has been quiet. */
const COUNTS_DELAY_MS = 150;
/** Whatever is told meanwhile: what was answered last is shown then, and what is told next. */
const READ_AGAIN_AT_MOST = 5;
/** By then a lost desk is known as such. */
const UNREACHABLE_DELAY_MS = 2_000;

/** As many as the desk changes in one transaction. */
const CHANGED_AT_ONCE = 400;

type Change = Input<'conversations.change'>['change'];
/** What the window knows of the desk. */
export class DeskState {
  app = $state.raw<AppState | null>(null);
  reachable = $state(true);
  readonly list: ConversationList;
  readonly finder: Finder;
  /** What lies over the window. */
  readonly dialogs: Dialogs = new Dialogs({
    confirmLoss: () => this.prompts.confirm(t.confirm.leaveTitle, t.confirm.leaveBody, t.confirm.leave),
    onUnreachable: () => toast.error(t.unreachable),
  });
  readonly prompts = new Prompts(this.dialogs);
  readonly undo = new Undo();
  readonly typists = new Typists();
  /** What was promised to a customer, by conversation, until somebody notes it or waves it off. */
  readonly suggestions = new SvelteMap<
    string,
    { readonly messageId: string; readonly what: string; readonly dueAt: number }
  >();
  /** What is being written, by conversation: kept until it is on the desk, whatever is opened meanwhile. */
  readonly #composers = new Map<string, Composer>();
  readonly attention: Attention;
  readonly reports: Reports;
  thread = $state.raw<Thread | null>(null);
  /** The conversation that was chosen last: marked in the list before its texts are there. */
  chosenId = $state<string | null>(null);
  /** What it asks with is wrong or old. */
  isRefused = $state(false);
  /** The data cannot be used: there is nothing but backups. */
  isDamaged = $state(false);
  /** Made up for this window: what it does is told to the others. */
  readonly seat = crypto.randomUUID();
  readonly #connection: DeskConnection;
  readonly #places: Places;
  #generation = 0;
  /** Being read: what is told meanwhile is for it as well. */
  #opening: Thread | null = null;
  #countsTimer: ReturnType<typeof setTimeout> | null = null;
  /** How often something of {@link app} was told. */
  #told = 0;

  constructor(connection: DeskConnection, address: Address = browserAddress) {
    this.#connection = connection;
    this.#places = new Places(address, (place) => void this.#cameTo(place));
    this.list = new ConversationList(this);
    this.finder = new Finder(this);
    this.attention = new Attention(this);
    this.reports = new Reports(this);
    this.#followConversations(connection);
    this.#followMessages(connection);
    this.#followTheRest(connection);
    // Other data: nothing of what is shown is so any more.
    connection.subscribe('app.restored', () => {
      rememberRestored();
      window.location.reload();
    });
    connection.subscribe('app.changed', (app) => this.#applyApp(app));
    connection.onOpen((id) => void this.open(id));
    connection.onReachable((reachable) => {
      this.reachable = reachable;
      if (reachable) void this.reload();
    });
  }

  #followConversations(connection: DeskConnection): void {
    connection.subscribe('conversation.changed', (conversation) => {
      this.list.apply(conversation);
      this.attention.changed(conversation);
      this.finder.apply(conversation);
      this.thread?.applyConversation(conversation);
      this.#opening?.applyConversation(conversation);
      this.#composers.get(conversation.id)?.follow(conversation);
      this.#refreshCounts();
    });
    connection.subscribe('conversation.event', (event) => {
      this.thread?.applyEvent(event);
      this.#opening?.applyEvent(event);
      this.attention.happened(event);
    });
    connection.subscribe('conversation.eventRemoved', (event) => this.thread?.removeEvent(event));
    connection.subscribe('contact.changed', (contact) => {
      this.thread?.applyContact(contact);
      this.#opening?.applyContact(contact);
    });
    connection.subscribe('contacts.changed', ({ many }) => {
      if (many) void this.reload();
    });
    connection.subscribe('conversation.typing', ({ conversationId, seat, who }) => {
      if (seat !== this.seat) this.typists.heard(conversationId, who);
    });
  }

  #followMessages(connection: DeskConnection): void {
    for (const event of ['message.changed', 'message.received'] as const) {
      connection.subscribe(event, (message) => {
        this.thread?.applyMessage(message);
        this.#opening?.applyMessage(message);
        if (message.direction === 'out') this.typists.gone(message.conversationId);
        // With it a question leaves, or is taken back.
        if (message.source === '@appointment' && this.thread?.conversation.id === message.conversationId)
          void this.thread.loadAppointments();
        // Taken back, nothing was promised.
        if (message.state === 'cancelled' && this.suggestions.get(message.conversationId)?.messageId === message.id)
          this.suggestions.delete(message.conversationId);
        if (event === 'message.received') this.attention.received(message);
        else this.attention.failed(message);
        this.#refreshCounts();
      });
    }
  }

  #followTheRest(connection: DeskConnection): void {
    connection.subscribe('conversation.flagged', ({ conversation, rule }) =>
      this.attention.flagged(conversation, rule),
    );
    connection.subscribe('conversation.overdue', (conversation) => this.attention.overdue(conversation));
    connection.subscribe('task.due', (task) => this.attention.taskDue(task));
    connection.subscribe('tasks.changed', ({ conversationId }) => {
      if (this.thread?.conversation.id === conversationId) void this.thread.loadTasks();
      this.#refreshCounts();
    });
    connection.subscribe('appointments.changed', ({ conversationId }) => {
      if (this.thread !== null && (conversationId === null || this.thread.conversation.id === conversationId))
        void this.thread.loadAppointments();
    });
    connection.subscribe('order.changed', ({ number }) => {
      if (number !== null && this.thread?.conversation.number === number) void this.thread.loadOrders();
    });
    connection.subscribe('payment.changed', ({ number }) => {
      if (number !== null && this.thread?.conversation.number === number) void this.thread.loadPayments();
    });
    connection.subscribe('groupText.changed', () => this.#refreshCounts());
    connection.subscribe('line.changed', (line) => this.#applyLine(line));
  }

  get lines(): readonly LineView[] {
    return this.app?.lines ?? [];
  }

  /** What stands beside the sidebar. */
  get place(): Place {
    return this.#places.current;
  }

  go(place: Place): void {
    this.#places.go(place);
  }

  /** With the conversation that was open there. */
  showInbox(): void {
    this.go({ at: 'inbox', conversationId: this.chosenId });
  }

  /** What the address of the window leads to, once it is there. */
  async start(): Promise<void> {
    const { place } = this;
    await Promise.all([this.reload(), this.#cameTo(place)]);
  }

  /** By the way back, by a link, by reading the page anew. */
  async #cameTo(place: Place): Promise<void> {
    await this.dialogs.leaveAll();
    if (place.at !== 'inbox' || place.conversationId === this.chosenId) return;
    if (place.conversationId !== null) await this.open(place.conversationId);
    else this.#leaveConversation();
  }

  #leaveConversation(): void {
    this.#generation += 1;
    void this.thread?.composer.saveDraft();
    this.thread = null;
    this.chosenId = null;
  }

  /** The first one: with most shops the only one. */
  get line(): LineView | null {
    return this.lines[0] ?? null;
  }

  lineOf(id: string): LineView | null {
    return this.lines.find((line) => line.id === id) ?? null;
  }

  personName(id: string | null): string | null {
    return this.app?.people.find((person) => person.id === id)?.name ?? null;
  }

  get settings(): Settings | null {
    return this.app?.settings ?? null;
  }

  /** Reads everything anew: at the start, after a lost connection, on another line. */
  async reload(): Promise<void> {
    const listed = this.list.reload();
    await this.#readApp();
    await listed;
    await this.finder.find();
    // What was written while the desk was away is nowhere else.
    for (const composer of this.#composers.values()) void composer.saveDraft();
    const { thread } = this;
    if (thread === null) return;
    const found = await this.#connection.invoke('conversations.get', { id: thread.conversation.id });
    if (this.thread !== thread) return;
    if (found.ok) await thread.refresh(found.value);
    // Erased, with its line. A desk that is away takes nothing from what is being written.
    else if (found.error.code === 'not-found') {
      this.thread = null;
      this.#showIsGone();
    }
  }

  async setView(view: ConversationListView, tagId: string | null = null): Promise<void> {
    this.showInbox();
    this.finder.setQuery('');
    await this.list.setView(view, tagId);
  }

  /** Somebody wants to see a conversation, or one text or note in it. */
  async open(id: string, at: string | null = null): Promise<void> {
    this.chosenId = id;
    this.showInbox();
    this.list.position = this.list.items.findIndex((item) => item.id === id);
    if (at !== null && this.thread?.conversation.id === id && this.thread.has(at)) {
      this.thread.target = at;
      return;
    }
    await this.#show(id, at);
  }

  openNeighbour(steps: number): void {
    if (this.finder.isSearching) {
      this.finder.step(steps);
      return;
    }
    const next = this.list.neighbour(this.chosenId, steps);
    if (next !== null) void this.open(next.id);
  }

  async #show(id: string, at: string | null): Promise<void> {
    const generation = ++this.#generation;
    void this.thread?.composer.saveDraft();
    const known = this.list.items.find((item) => item.id === id) ?? null;
    const isOpen = this.thread?.conversation.id === id;
    // What the list shows is as new as the desk: only what it does not show is asked for.
    const found: Result<ConversationView> =
      isOpen || known === null
        ? await this.#connection.invoke('conversations.get', { id })
        : { ok: true, value: known };
    if (generation !== this.#generation) return;
    if (!found.ok) {
      this.#say(found.error);
      // A desk that is away takes nothing from what is being written.
      if (found.error.code === 'not-found') this.thread = null;
      this.#showIsGone();
      return;
    }
    const conversation = found.value;
    const thread = new Thread(this, conversation, this.#composerOf(conversation));
    this.#opening = thread;
    const isLoaded = await thread.load(at);
    // Somebody clicked on another one meanwhile.
    if (generation !== this.#generation) return;
    this.#opening = null;
    if (!isLoaded) {
      this.#showIsGone();
      return;
    }
    this.thread = thread;
    for (const [each, composer] of this.#composers) if (each !== id && !composer.isDirty) this.#composers.delete(each);
    thread.markRead();
  }

  /** What was asked for cannot be shown: what was open stays. */
  #showIsGone(): void {
    this.chosenId = this.thread?.conversation.id ?? null;
    if (this.place.at === 'inbox') this.#places.replace({ at: 'inbox', conversationId: this.chosenId });
  }

  #composerOf(conversation: ConversationView): Composer {
    const kept = this.#composers.get(conversation.id) ?? new Composer(this, conversation);
    kept.follow(conversation);
    this.#composers.set(conversation.id, kept);
    return kept;
  }

  /** Follows the calendar; returns the function that stops it. */
  onAppointments(listener: (change: { readonly conversationId: string | null }) => void): () => void {
    return this.#connection.subscribe('appointments.changed', listener);
  }

  /** Follows the board of orders; returns the function that stops it. */
  onOrder(listener: (order: OrderView) => void): () => void {
    return this.#connection.subscribe('order.changed', listener);
  }

  /** Follows the list of customers; returns the function that stops it. */
  onContacts(listener: () => void): () => void {
    return this.#connection.subscribe('contacts.changed', listener);
  }

  /** Follows texts to many, and who writes after one; returns the function that stops it. */
  onGroupText(listener: () => void): () => void {
    const stops = [
      this.#connection.subscribe('groupText.changed', listener),
      this.#connection.subscribe('message.received', listener),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }

  /** Follows what other programs are told; returns the function that stops it. */
  onWebhook(listener: () => void): () => void {
    return this.#connection.subscribe('webhooks.changed', listener);
  }

  /** Follows how far a list of customers is looked through; returns the function that stops it. */
  onImport(
    listener: (progress: { readonly id: string; readonly done: number; readonly total: number }) => void,
  ): () => void {
    return this.#connection.subscribe('import.progress', listener);
  }

  /** Follows what becomes of texts; returns the function that stops it. */
  onMessage(listener: (message: MessageView) => void): () => void {
    return this.#connection.subscribe('message.changed', listener);
  }

  /**
   * Texts a number for the first time, or again.
   * @returns null: the desk did not take it, or it cannot be told whether it did; the same key then sends it once
   */
  async send(text: {
    readonly to: string;
    readonly text: string;
    readonly lineId: string | null;
    readonly notBefore: number | null;
    readonly key: string;
  }): Promise<MessageView | null> {
    const { notBefore } = text;
    const undoMs = notBefore === null ? (this.settings?.undoSeconds ?? 5) * 1000 : 0;
    const sent = await this.ask('messages.send', { ...text, undoMs });
    if (sent === null) return null;
    const takeBack = (): void => void this.takeBack(sent);
    if (notBefore !== null) this.undo.offer(t.later.done(futureTime(notBefore, Date.now())), takeBack);
    else if (undoMs > 0) this.undo.offer(t.state.sendingSoon, takeBack, { forMs: undoMs });
    return sent;
  }

  /** Takes a text back that has not left, and puts its words where they were written. */
  async takeBack(message: MessageView): Promise<void> {
    const cancelled = await this.ask('messages.cancel', { id: message.id });
    // A link to pay is called off with its text: as a draft it would be sent and lead nowhere.
    if (cancelled === null || message.source === '@payment') return;
    if (this.thread?.conversation.id !== message.conversationId) await this.open(message.conversationId);
    // Somebody may have gone on to another customer meanwhile.
    const { thread } = this;
    if (thread?.conversation.id !== message.conversationId) return;
    const { composer } = thread;
    // What was begun since stays, behind it.
    composer.setText(composer.text.trim() === '' ? message.text : `${message.text}\n${composer.text}`);
  }

  /** Changes one conversation or several, and offers to undo it. */
  async change(ids: readonly string[], change: Change, done: string): Promise<boolean> {
    const before: ConversationSnapshot[] = [];
    for (let at = 0; at < ids.length; at += CHANGED_AT_ONCE) {
      const answer = await this.ask('conversations.change', { ids: ids.slice(at, at + CHANGED_AT_ONCE), change });
      if (answer === null) return false;
      before.push(...answer.before);
    }
    const what =
      'addTagId' in change
        ? { tagId: change.addTagId }
        : 'removeTagId' in change
          ? { tagId: change.removeTagId }
          : 'assigneeId' in change
            ? ('assignee' as const)
            : ('status' as const);
    // Pressed twice, it was so already.
    const isNothing = 'status' in change && before.every(({ status }) => status === change.status);
    if (!isNothing) this.undo.offer(done, () => void this.restore(what, before));
    return true;
  }

  async restore(what: Input<'conversations.restore'>['what'], before: readonly ConversationSnapshot[]): Promise<void> {
    let restored = 0;
    for (let at = 0; at < before.length; at += CHANGED_AT_ONCE) {
      const snapshots = before.slice(at, at + CHANGED_AT_ONCE);
      restored += (await this.ask('conversations.restore', { what, snapshots }))?.restored ?? snapshots.length;
    }
    if (restored < before.length) toast(t.done.leftAsItIs(before.length - restored));
  }

  async close(conversations: readonly Pick<ConversationView, 'id'>[], status: 'open' | 'closed'): Promise<void> {
    const ids = conversations.map(({ id }) => id);
    const done = status === 'closed' ? t.done.closed(ids.length) : t.done.reopened(ids.length);
    if (ids.length === 0 || !(await this.change(ids, { status }, done))) return;
    this.list.marked.clear();
    // What the keyboard was on has left the list.
    await tick();
    if (document.activeElement === document.body) focusPlace('list');
  }

  async snooze(ids: readonly string[]): Promise<void> {
    const at = await this.prompts.when(t.snooze.title, 'snooze');
    if (at == null) return;
    if (await this.change(ids, { snoozeUntil: at }, t.snooze.done(futureTime(at, Date.now()))))
      this.list.marked.clear();
  }

  /** Who is there now. */
  async chooseAtCounter(): Promise<void> {
    const choices = (this.app?.people ?? []).map(({ id, name }) => ({ id, label: name }));
    const nobody = { id: '', label: t.people.nobody };
    const picked = await this.prompts.pick(t.people.choose, [...choices, nobody], t.people.create);
    if (picked === null) return;
    const created = 'create' in picked ? await this.ask('people.save', { id: null, name: picked.create }) : null;
    if ('create' in picked && created === null) return;
    const id = 'create' in picked ? (created?.id ?? null) : picked.id === '' ? null : picked.id;
    await this.ask('people.setAtCounter', { id });
  }

  async assign(ids: readonly string[]): Promise<void> {
    const { people = [], atCounterId = null } = this.app ?? {};
    const nobody = { id: '', label: t.assign.nobody };
    const choices = people.map(({ id, name }) => ({
      id,
      label: name,
      ...(id === atCounterId ? { hint: t.people.atCounter } : {}),
    }));
    const picked = await this.prompts.pick(t.assign.title, [...choices, nobody], t.people.create);
    if (picked === null) return;
    const created = 'create' in picked ? await this.ask('people.save', { id: null, name: picked.create }) : null;
    const assigneeId = 'create' in picked ? (created?.id ?? null) : picked.id === '' ? null : picked.id;
    if ('create' in picked && created === null) return;
    const who = created?.name ?? this.personName(assigneeId);
    await this.change(ids, { assigneeId }, who === null ? t.assign.undone : t.assign.done(who));
  }

  /** One of the shop's tags, or a new one; null: none was chosen. @param has whether what is tagged has it already */
  async pickTag(has: (id: string) => boolean): Promise<TagView | null> {
    const tags = this.app?.tags ?? [];
    const choices = tags.map(({ id, name, hue }) => ({ id, label: name, hue, checked: has(id) }));
    const picked = await this.prompts.pick(t.tags.pick, choices, t.tags.create);
    if (picked === null) return null;
    if ('create' in picked)
      return this.ask('tags.save', { id: null, name: picked.create, hue: (tags.length * 67 + 28) % 360 });
    return tags.find(({ id }) => id === picked.id) ?? null;
  }

  async tag(conversations: readonly ConversationView[]): Promise<void> {
    const has = (id: string): boolean => conversations.every(({ tagIds }) => tagIds.includes(id));
    const tag = await this.pickTag(has);
    if (tag === null) return;
    const ids = conversations.map(({ id }) => id);
    if (has(tag.id)) await this.change(ids, { removeTagId: tag.id }, t.tags.taken(tag.name));
    else await this.change(ids, { addTagId: tag.id }, t.tags.given(tag.name));
  }

  async addTask(conversationId: string, text: string, dueAt: number | null): Promise<void> {
    const task = await this.ask('tasks.add', { conversationId, text, dueAt });
    if (task !== null) this.undo.offer(t.tasks.added, () => void this.ask('tasks.remove', { id: task.id }));
  }

  /** False: the desk did not take them, which is said. */
  async setSettings(changes: Partial<Settings>): Promise<boolean> {
    const before = this.settings;
    const app = await this.ask('settings.set', changes);
    if (app === null) return false;
    if (before === null) return true;
    const old = Object.fromEntries(Object.keys(changes).map((key) => [key, before[key as keyof Settings]]));
    this.undo.offer(t.settings.saved, () => void this.ask('settings.set', old), { only: 'button' });
    return true;
  }

  /** Removes an entry of one of the shop's lists, and offers to bring it back. */
  async removeEntry(list: (typeof SHOP_LISTS)[number], id: string, name: string): Promise<void> {
    if ((await this.ask('lists.setRemoved', { list, id, removed: true })) === null) return;
    this.undo.offer(t.done.removed(name), () => void this.ask('lists.setRemoved', { list, id, removed: false }));
  }

  /** Asks the desk; a refusal is shown to the person and answered with null. */
  async ask<M extends Method>(method: M, input: Input<M>): Promise<Outputs[M] | null> {
    const result = await this.#connection.invoke(method, input);
    if (result.ok) return result.value;
    if (result.error.code === 'unauthorised') this.isRefused = true;
    else if (result.error.code === 'data-damaged' && this.app === null) this.isDamaged = true;
    else this.#say(result.error);
    return null;
  }

  /** Asks the desk for what may be refused for a good reason: nobody is told of a refusal of that kind. */
  askUnless<M extends Method>(code: Refusal['code'], method: M, input: Input<M>): Promise<Outputs[M] | null> {
    return this.askOr((refusal) => refusal.code === code, method, input);
  }

  /** The same where whoever asks looks at the refusal first. @param isHandled true: nobody else is told of it */
  async askOr<M extends Method>(
    isHandled: (refusal: Refusal) => boolean,
    method: M,
    input: Input<M>,
  ): Promise<Outputs[M] | null> {
    const result = await this.#connection.invoke(method, input);
    if (result.ok) return result.value;
    if (!isHandled(result.error)) this.#say(result.error);
    return null;
  }

  #say(refusal: Refusal): void {
    const sentence = refusalWords(refusal);
    // That the desk is away stands on top, as soon as the events' own connection has noticed it too.
    if (refusal.code !== 'unreachable') toast.error(sentence);
    else setTimeout(() => this.reachable && toast.error(sentence), UNREACHABLE_DELAY_MS);
  }

  /** Told to nobody if it fails: what is only nice to have. */
  tell<M extends Method>(method: M, input: Input<M>): void {
    void this.#connection.invoke(method, input);
  }

  /** Events come by another way than answers: one that came meanwhile may be newer than the answer. */
  readonly #readApp = oneAtATime(async () => {
    let app: AppState | null = null;
    for (let told = -1, times = 0; told !== this.#told && times < READ_AGAIN_AT_MOST; times++) {
      told = this.#told;
      app = await this.ask('app.state', {});
    }
    if (app === null) return;
    applyAppearance(app.settings);
    this.app = app;
  });

  #applyApp(app: AppState): void {
    this.#told += 1;
    const before = this.app;
    applyAppearance(app.settings);
    this.app = app;
    // Lists and settings change nothing of the conversations; a line that came or went does, with all it had.
    if (before === null || conversationsOf(before) !== conversationsOf(app)) void this.reload();
  }

  #applyLine(line: LineView): void {
    this.#told += 1;
    if (this.app === null) return;
    const lines = this.app.lines.map((each) => (each.id === line.id ? line : each));
    // The SIM has said that it is another line than the one expected.
    if (!lines.includes(line)) void this.reload();
    else this.app = { ...this.app, lines };
  }

  #refreshCounts(): void {
    if (this.#countsTimer !== null) return;
    this.#countsTimer = setTimeout(() => {
      this.#countsTimer = null;
      void this.ask('app.counts', {}).then((counts) => {
        if (counts !== null && this.app !== null) this.app = { ...this.app, counts };
      });
    }, COUNTS_DELAY_MS);
  }
}

/** What the conversations and how they are shown hang on. */
function conversationsOf({ lines, settings: { country }, lineChanges }: AppState): string {
  return JSON.stringify([lines.map(({ id }) => id), country, lineChanges]);
}
