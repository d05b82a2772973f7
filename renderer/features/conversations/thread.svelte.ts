import { numberOf } from '../../../electron/shared/ids.ts';
import type { PaymentDto } from '../../../electron/shared/payments.ts';
import type { ConsentDto } from '../../../electron/features/consent/contract.ts';
import type { ContactDto } from '../../../electron/features/contacts/contract.ts';
import type {
  ConversationEventDto,
  ConversationDto,
  MessageRange,
} from '../../../electron/features/conversations/contract.ts';
import type { MessageDto } from '../../../electron/features/messaging/contract.ts';
import type { CustomerSurveyDto } from '../../../electron/features/surveys/contract.ts';
import type { OrderDto } from '../../../electron/features/orders/contract.ts';
import type { CustomerAppointmentsDto } from '../../../electron/features/appointments/contract.ts';
import type { TaskDto } from '../../../electron/features/tasks/contract.ts';
import { t } from '../../lib/text/format.ts';
import type { Composer } from '../messaging/composer.svelte.ts';
import type { DeskServices } from '../../frame/services.ts';
import { takeBack } from '../messaging/sending.ts';

/** What fills a screen and a bit; further pages are larger. */
const FIRST_PAGE = 30;
const PAGE = 60;
/** A message created this long before it was sent keeps its place at the time of sending. */
export const LATER_MS = 60_000;

/** Changes that affect whether, or for what, a customer may be texted. */
const OF_CONSENT: ReadonlySet<ConversationEventDto['kind']> = new Set([
  'opted-out',
  'opted-in',
  'consent-given',
  'consent-taken',
  'offers-asked',
]);

/** The right pane: one conversation, its texts and what is being written to it. */
export class Thread {
  conversation = $state.raw<ConversationDto>() as ConversationDto;
  /** In reading order. */
  messages = $state.raw<readonly MessageDto[]>([]);
  /** What happened beside texts, in order. */
  events = $state.raw<readonly ConversationEventDto[]>([]);
  tasks = $state.raw<readonly TaskDto[]>([]);
  appointments = $state.raw<CustomerAppointmentsDto | null>(null);
  orders = $state.raw<readonly OrderDto[]>([]);
  payments = $state.raw<readonly PaymentDto[]>([]);
  /** What they answered when they were asked how it was. */
  surveys = $state.raw<readonly CustomerSurveyDto[]>([]);
  contact = $state.raw<ContactDto | null>(null);
  consent = $state.raw<ConsentDto | null>(null);
  hasOlder = $state(false);
  /** The shown part does not reach the end: somebody is looking at a search result. */
  hasNewer = $state(false);
  loadingOlder = $state(false);
  /** The first text that was unread on opening: a line stands above it. */
  firstUnreadId = $state.raw<string | null>(null);
  /** The text or note somebody came to see. */
  target = $state.raw<string | null>(null);
  /** The end of the conversation is in sight. */
  atEnd = $state(true);
  /** Counts the requests to scroll to the end. */
  endWishes = $state(0);
  readonly composer: Composer;
  readonly #desk: DeskServices;
  #loadingNewer = false;
  /** Something came in since it was last looked at. */
  #hasNews = false;

  constructor(desk: DeskServices, conversation: ConversationDto, composer: Composer) {
    this.#desk = desk;
    this.conversation = conversation;
    this.composer = composer;
  }

  /** @param at the text or note to open at; null: where reading stopped, else the end. False: the desk did not answer. */
  async load(at: string | null): Promise<boolean> {
    this.target = at;
    const range: MessageRange = at === null ? { from: 'unread' } : { from: 'around', id: at };
    if (!(await this.#load(range))) return false;
    // The texts are what was clicked for; what stands beside them may come a moment later.
    if (this.conversation.task !== null) void this.loadTasks();
    void this.loadContact();
    void this.loadConsent();
    void this.loadAppointments();
    void this.loadOrders();
    void this.loadPayments();
    void this.loadSurveys();
    return true;
  }

  async #load(range: MessageRange): Promise<boolean> {
    const page = await this.#desk.ask('conversations.messages', { id: this.conversation.id, range, limit: FIRST_PAGE });
    if (page === null) return false;
    this.hasOlder = page.hasOlder;
    this.hasNewer = page.hasNewer;
    // What was told while the page was on its way may be newer than the page.
    this.messages = this.messages.reduce((all, message) => withMessage(all, message, !page.hasNewer), page.items);
    this.events = this.events.reduce(withEvent, page.events);
    this.firstUnreadId = page.firstUnreadId;
    return true;
  }

  /** After the desk was away: what is shown is brought up to date where it stands. */
  async refresh(conversation: ConversationDto): Promise<void> {
    this.applyConversation(conversation);
    void this.loadTasks();
    void this.loadContact();
    void this.loadConsent();
    void this.loadAppointments();
    void this.loadOrders();
    void this.loadPayments();
    void this.loadSurveys();
    if (this.hasNewer) return;
    const limit = Math.min(200, Math.max(FIRST_PAGE, this.messages.length));
    const page = await this.#desk.ask('conversations.messages', { id: conversation.id, range: { from: 'end' }, limit });
    if (page === null) return;
    const from = numberOf(page.items[0]?.id ?? '0');
    const older = page.hasOlder ? this.messages.filter(({ id }) => numberOf(id) < from) : [];
    const since = page.items[0]?.createdAt ?? 0;
    this.messages = [...older, ...page.items];
    this.events = [...(older.length > 0 ? this.events.filter(({ at }) => at < since) : []), ...page.events];
    if (older.length === 0) this.hasOlder = page.hasOlder;
  }

  async loadTasks(): Promise<void> {
    this.tasks = (await this.#desk.ask('tasks.ofConversation', { conversationId: this.conversation.id })) ?? this.tasks;
  }

  async loadAppointments(): Promise<void> {
    const { id, canAnswer } = this.conversation;
    if (!canAnswer) return;
    this.appointments = (await this.#desk.ask('appointments.ofCustomer', { conversationId: id })) ?? this.appointments;
  }

  async loadSurveys(): Promise<void> {
    const { id, canAnswer } = this.conversation;
    if (canAnswer) this.surveys = (await this.#desk.ask('surveys.ofCustomer', { conversationId: id })) ?? this.surveys;
  }

  async loadOrders(): Promise<void> {
    const { id, canAnswer } = this.conversation;
    if (canAnswer) this.orders = (await this.#desk.ask('orders.ofCustomer', { conversationId: id })) ?? this.orders;
  }

  async loadPayments(): Promise<void> {
    const { id, canAnswer } = this.conversation;
    if (canAnswer)
      this.payments = (await this.#desk.ask('payments.ofCustomer', { conversationId: id })) ?? this.payments;
  }

  async loadContact(): Promise<void> {
    this.contact = (await this.#desk.ask('contacts.get', { conversationId: this.conversation.id })) ?? this.contact;
  }

  async loadConsent(): Promise<void> {
    if (!this.conversation.canAnswer) return;
    this.consent = (await this.#desk.ask('consent.get', { conversationId: this.conversation.id })) ?? this.consent;
  }

  async loadOlder(): Promise<void> {
    const oldest = this.messages[0];
    if (!this.hasOlder || this.loadingOlder || oldest === undefined) return;
    this.loadingOlder = true;
    const page = await this.#desk.ask('conversations.messages', {
      id: this.conversation.id,
      range: { from: 'before', id: oldest.id },
      limit: PAGE,
    });
    this.loadingOlder = false;
    if (page === null) return;
    this.messages = [...page.items.filter(({ id }) => !this.has(id)), ...this.messages];
    this.events = [...page.events.filter(({ id }) => !this.has(id)), ...this.events];
    this.hasOlder = page.hasOlder;
  }

  async loadNewer(): Promise<void> {
    const newest = this.messages.at(-1);
    if (!this.hasNewer || this.#loadingNewer || newest === undefined) return;
    this.#loadingNewer = true;
    const page = await this.#desk.ask('conversations.messages', {
      id: this.conversation.id,
      range: { from: 'after', id: newest.id },
      limit: PAGE,
    });
    this.#loadingNewer = false;
    if (page === null) return;
    this.hasNewer = page.hasNewer;
    this.messages = page.items.reduce((all, message) => withMessage(all, message, true), this.messages);
    this.events = page.events.reduce(withEvent, this.events);
  }

  /** Back from what was found to what is said now. */
  async showEnd(): Promise<void> {
    this.target = null;
    if (this.hasNewer) {
      this.messages = [];
      this.events = [];
      await this.#load({ from: 'end' });
    }
    this.endWishes += 1;
  }

  has(id: string): boolean {
    return this.messages.some((message) => message.id === id) || this.events.some((event) => event.id === id);
  }

  /** The thread's end is in sight, in a window that is neither covered nor in the background. */
  get isLookedAt(): boolean {
    const isShown = this.#desk.thread === this && this.#desk.place.at === 'inbox';
    return isShown && this.atEnd && !this.hasNewer && document.visibilityState === 'visible';
  }

  /** Opened, or come to its end: what is there has been seen. */
  markRead(): void {
    if (this.conversation.unread === 0 || this.#keptUnread || !this.isLookedAt) return;
    this.#hasNews = false;
    void this.#desk.ask('conversations.markRead', { id: this.conversation.id });
  }

  /** The end came into sight, or went out of it. */
  setAtEnd(atEnd: boolean): void {
    const came = atEnd && !this.atEnd;
    this.atEnd = atEnd;
    if (came) this.markRead();
  }

  /** It was marked as unread by hand and stays so until it is opened again. */
  #keptUnread = false;

  async markUnread(): Promise<void> {
    this.#keptUnread = true;
    await this.#desk.ask('conversations.markUnread', { id: this.conversation.id });
  }

  async changeContact(change: {
    name?: string;
    language?: string | null;
    zone?: string | null;
    notes?: string;
    field?: { name: string; value: string | null };
  }): Promise<boolean> {
    const before = this.contact;
    const changed = await this.#desk.ask('contacts.change', { conversationId: this.conversation.id, change });
    if (changed === null) return false;
    this.contact = changed;
    const { field } = change;
    const old = {
      name: before?.name ?? '',
      language: before?.language ?? null,
      zone: before?.zone ?? null,
      notes: before?.notes ?? '',
      field: field && {
        name: field.name,
        value: before?.fields.find(({ name }) => name.toLowerCase() === field.name.toLowerCase())?.value ?? null,
      },
    };
    const undone = Object.fromEntries(Object.keys(change).map((key) => [key, old[key as keyof typeof old]]));
    this.#desk.undo.offer(t.settings.saved, () => {
      void this.#desk
        .ask('contacts.change', { conversationId: this.conversation.id, change: undone })
        .then((contact) => (this.contact = contact ?? this.contact));
    });
    return true;
  }

  /** Takes back a message that has not been sent, and puts its text into the composer again. */
  async undo(message: MessageDto): Promise<void> {
    await takeBack(this.#desk, message);
  }

  resolve(message: MessageDto, as: 'sent' | 'resend' | 'abandon'): void {
    void this.#desk.ask('messages.resolve', { id: message.id, as });
  }

  /** The newest text that can still be taken back. */
  get undoable(): MessageDto | null {
    return this.messages.findLast(({ state, reason }) => state === 'scheduled' && reason === null) ?? null;
  }

  applyConversation(conversation: ConversationDto): void {
    if (conversation.id !== this.conversation.id) return;
    const before = this.conversation;
    this.conversation = conversation;
    this.composer.follow(conversation);
    if (conversation.contactId !== before.contactId) void this.loadContact();
    // If it was marked as unread at another window, it stays so; what came in while somebody looks counts as read.
    if (this.#hasNews) this.markRead();
  }

  applyContact(contact: ContactDto): void {
    if (contact.conversations.some(({ id }) => id === this.conversation.id)) this.contact = contact;
  }

  applyEvent(event: ConversationEventDto): void {
    if (event.conversationId !== this.conversation.id) return;
    if (OF_CONSENT.has(event.kind)) void this.loadConsent();
    // Events caused by somebody here are not news, but a call is.
    if (!this.has(event.id) && event.kind.startsWith('call-')) this.#hasNews = true;
    this.events = withEvent(this.events, event);
  }

  removeEvent(event: ConversationEventDto): void {
    this.events = this.events.filter(({ id }) => id !== event.id);
  }

  /** Messages and events in chronological order; scheduled ones are at the bottom. */
  readonly entries = $derived(entriesOf(this.messages, this.events));

  applyMessage(message: MessageDto): void {
    if (message.conversationId !== this.conversation.id) return;
    const before = this.messages.find(({ id }) => id === message.id);
    const isNew = before === undefined;
    if (isNew && message.direction === 'in') {
      this.#hasNews = true;
      // It may be how it was.
      void this.loadSurveys();
    }
    this.messages = withMessage(this.messages, message, !this.hasNewer);
    // The history at a glance counts it.
    const isSaid = message.state === 'sent' || message.state === 'received';
    if ((isNew || before?.state !== message.state) && isSaid) void this.loadContact();
  }
}

function entriesOf(messages: readonly MessageDto[], events: readonly ConversationEventDto[]): readonly ThreadEntry[] {
  // A message that was taken back was never said.
  const said = messages.filter(({ state, reason }) => state !== 'cancelled' || reason !== null);
  const texts = said.map((message): ThreadEntry => ({ at: shownAt(message), id: message.id, message }));
  const others = events.map((event): ThreadEntry => ({ at: event.at, id: event.id, event }));
  return [...texts, ...others].toSorted((a, b) => a.at - b.at);
}

function shownAt({ createdAt, sentAt, state, reason, notBefore }: MessageDto): number {
  const at = sentAt ?? (state === 'scheduled' && reason === null ? notBefore : null) ?? createdAt;
  return at - createdAt > LATER_MS ? at : createdAt;
}

/** @param append whether new ones belong to the shown part */
function withMessage(messages: readonly MessageDto[], message: MessageDto, append: boolean): readonly MessageDto[] {
  const at = messages.findIndex(({ id }) => id === message.id);
  if (at >= 0) return messages.with(at, message);
  // One of an older page that changed comes with its page.
  return append && numberOf(message.id) > numberOf(messages.at(-1)?.id ?? '0') ? [...messages, message] : messages;
}

export type ThreadEntry =
  | { readonly at: number; readonly id: string; readonly message: MessageDto }
  | { readonly at: number; readonly id: string; readonly event: ConversationEventDto };

function withEvent(
  events: readonly ConversationEventDto[],
  event: ConversationEventDto,
): readonly ConversationEventDto[] {
  const at = events.findIndex(({ id }) => id === event.id);
  return at < 0 ? [...events, event] : events.with(at, event);
}
