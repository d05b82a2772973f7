import { toast } from 'svelte-sonner';
import type { ConversationEventDto, ConversationDto } from '../../../electron/features/conversations/contract.ts';
import type { MessageDto } from '../../../electron/features/messaging/contract.ts';
import type { TaskDto } from '../../../electron/features/tasks/contract.ts';
import { t } from '../../lib/text/format.ts';
import type { DeskServices } from '../../frame/services.ts';
import { chime } from './chime.ts';

const TASK_SHOWN_MS = 30_000;

/** Calls for the attention of the person at the desk: by sound, by a sign on the screen, by a system notification. */
export class Attention {
  readonly #desk: DeskServices;
  /** Signs that stay until somebody is answered, by conversation. */
  readonly #signs = new Map<string, string | number>();

  /** Messages on their way: only results that come while somebody is here are announced. */
  readonly #states = new Map<string, MessageDto['state']>();

  constructor(desk: DeskServices) {
    this.#desk = desk;
    const { client } = desk;
    client.on('conversation.changed', (conversation) => this.#changed(conversation));
    client.on('conversation.event', (event) => this.#happened(event));
    client.on('conversation.flagged', ({ conversation, rule }) => this.#flagged(conversation, rule));
    client.on('conversation.overdue', (conversation) => this.#overdue(conversation));
    client.on('message.received', (message) => this.#received(message));
    client.on('message.changed', (message) => this.#failed(message));
    client.on('task.due', (task) => this.#taskDue(task));
  }

  #received(message: MessageDto): void {
    if (this.#isLookedAt(message.conversationId)) return;
    void this.#call(message.conversationId, message.text, 'soft');
  }

  /** A message was not delivered, and whoever sent it has moved on to something else. */
  #failed({ id, direction, state, purpose, conversationId }: MessageDto): void {
    const before = this.#states.get(id);
    if (['delivered', 'failed', 'expired', 'cancelled'].includes(state)) this.#states.delete(id);
    else if (direction === 'out') this.#states.set(id, state);
    if (state !== 'failed' || purpose !== 'answer' || before === undefined) return;
    if (this.#isLookedAt(conversationId)) return;
    void this.#desk.ask('conversations.get', { id: conversationId }).then((conversation) => {
      if (conversation === null) return;
      const sentence = t.attention.failed(conversation.name ?? conversation.displayNumber);
      toast.error(sentence, {
        duration: Number.POSITIVE_INFINITY,
        action: { label: t.attention.show, onClick: () => void this.#desk.open(conversationId, id) },
      });
    });
  }

  #isLookedAt(conversationId: string): boolean {
    const { thread } = this.#desk;
    return thread?.conversation.id === conversationId && thread.isLookedAt && document.hasFocus();
  }

  #happened(event: ConversationEventDto): void {
    if (event.kind === 'call-missed') void this.#call(event.conversationId, t.event['call-missed'], 'soft');
  }

  /** The louder stage: stays until somebody looks. */
  #overdue(conversation: ConversationDto): void {
    const who = conversation.name ?? conversation.displayNumber;
    const minutes = this.#desk.settings?.overdueMinutes ?? 15;
    const sentence = t.attention.overdue(who, minutes);
    if (this.#desk.settings?.sound === true) chime('loud');
    const id = toast.warning(sentence, {
      duration: Number.POSITIVE_INFINITY,
      action: { label: t.attention.answerNow, onClick: () => void this.#desk.open(conversation.id) },
    });
    this.#signs.set(conversation.id, id);
    if (this.#desk.settings?.notify !== true) return;
    this.#notify(conversation.id, this.#isPrivate ? t.attention.overdueSomebody(minutes) : sentence, '', true);
  }

  /** A rule asks for attention: it is as loud as for a customer who has waited too long. */
  #flagged(conversation: ConversationDto, rule: string): void {
    const who = conversation.name ?? conversation.displayNumber;
    if (this.#desk.settings?.sound === true) chime('loud');
    const action = { label: t.attention.show, onClick: () => void this.#desk.open(conversation.id) };
    toast.warning(`${rule}: ${who}`, { duration: TASK_SHOWN_MS, action });
    if (this.#desk.settings?.notify !== true) return;
    this.#notify(conversation.id, this.#isPrivate ? rule : `${rule}: ${who}`, '', true);
  }

  /** Nobody waits there any more, no matter who answered: the louder sign is removed. */
  #changed({ id, waitingSince, status }: ConversationDto): void {
    const shown = this.#signs.get(id);
    if (shown === undefined || (waitingSince !== null && status === 'open')) return;
    this.#signs.delete(id);
    toast.dismiss(shown);
  }

  get #isPrivate(): boolean {
    return this.#desk.settings?.notifyShowsText !== true;
  }

  #taskDue(task: TaskDto): void {
    if (this.#desk.settings?.sound === true) chime('soft');
    const sentence = t.attention.taskDue(task.text, task.who);
    toast.warning(sentence, {
      duration: TASK_SHOWN_MS,
      action: { label: t.attention.show, onClick: () => void this.#desk.open(task.conversationId) },
    });
    if (this.#desk.settings?.notify !== true) return;
    this.#notify(task.conversationId, this.#isPrivate ? t.attention.somethingDue : sentence, '', false);
  }

  async #call(conversationId: string, text: string, how: 'soft' | 'loud'): Promise<void> {
    const { settings } = this.#desk;
    if (settings === null) return;
    const conversation = await this.#desk.ask('conversations.get', { id: conversationId });
    // Messages of the person at the desk and from blocked numbers do not call for attention.
    if (conversation === null || conversation.isSystem || conversation.blocked) return;
    if (settings.sound) chime(how);
    if (!settings.notify) return;
    const who = conversation.name ?? conversation.displayNumber;
    const body = settings.notifyShowsText ? (text === '' ? t.attention.wrote : text) : t.attention.wrote;
    this.#notify(conversationId, settings.notifyShowsText ? who : t.appName, body, false);
  }

  /** In Electron the shell does this, even while no window is open. */
  #notify(conversationId: string, title: string, body: string, stays: boolean): void {
    if (window.counterline !== undefined || !('Notification' in window) || Notification.permission !== 'granted')
      return;
    if (document.visibilityState === 'visible' && document.hasFocus() && !stays) return;
    const notification = new Notification(title, {
      body,
      tag: conversationId,
      requireInteraction: stays,
      silent: true,
    });
    notification.addEventListener('click', () => {
      window.focus();
      void this.#desk.open(conversationId);
      notification.close();
    });
  }
}
