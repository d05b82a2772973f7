import { cheaperWording, countText, MAX_PARTS, normaliseText } from '../../../electron/shared/composing.ts';
import { fold } from '../../../electron/shared/fold.ts';
import { blanksOf, fillTemplate } from '../../../electron/shared/templates.ts';
import { promiseIn } from '../../../electron/shared/when.ts';
import type { ConversationDto } from '../../../electron/features/conversations/contract.ts';
import type { MessageDto } from '../../../electron/features/messaging/contract.ts';
import type { TemplateDto } from '../../../electron/features/shop-lists/contract.ts';
import { dateOf, futureTime, t, timeOfDay } from '../../lib/text/format.ts';
import type { DeskServices } from '../../frame/services.ts';
import { sendText } from './sending.ts';

const DRAFT_DELAY_MS = 400;
/** Ten segments hold 1,530 characters; a long text pasted by mistake is not counted character by character. */
const COUNTED_LENGTH = 4_000;
/** By this time the desk has sent us the event for our own draft. */
const ECHO_MS = 10_000;
/** More segments than this require a confirmation. */
export const PARTS_UNASKED = 3;
/** A second press this soon is a slip of the hand: a double click, a key held down. */
export const SLIP_MS = 500;

interface SendOptions {
  readonly notBefore?: number | null;
  readonly isLast?: boolean;
}

/** What is being written to one customer. */
export class Composer {
  text = $state('');
  /** A private note; null: a message is being written. */
  note = $state<string | null>(null);
  /** Send was pressed for a message of many segments: the next press sends it. */
  warned = $state(false);
  /** The text between the slash and the cursor; null: no template is being looked for. */
  templateQuery = $state<string | null>(null);
  /** Words of a draft that occur in none of its sources; they are marked as long as they are there. */
  unsure = $state.raw<readonly string[]>([]);
  readonly #desk: DeskServices;
  #conversation: ConversationDto;
  /** Somebody wrote here since it was opened or last sent: Ctrl+Z applies to that. */
  wasTyped = false;
  /** Send has no effect before this time. */
  #armedAt = 0;
  #draftTimer: ReturnType<typeof setTimeout> | null = null;
  #savedDraft: string;
  /** Our own drafts that the desk will also send back to us as events. */
  #expected: { readonly draft: string; readonly at: number }[] = [];
  /** A message whose sending got no answer: sent again with the same key, it goes out only once. */
  #returned: { readonly text: string; readonly key: string } | null = null;

  /** What was begun and left. */
  #leftNote = '';

  constructor(desk: DeskServices, conversation: ConversationDto) {
    this.#desk = desk;
    this.#conversation = conversation;
    this.text = conversation.draft;
    this.#savedDraft = this.text;
  }

  /** Something is written here that is nowhere else. */
  get isDirty(): boolean {
    return this.text !== this.#savedDraft || this.note !== null || this.#leftNote !== '' || this.#returned !== null;
  }

  /** The desk tells of the conversation: its draft may have been written at another window. */
  follow(conversation: ConversationDto): void {
    const { draft } = this.#conversation;
    this.#conversation = conversation;
    if (conversation.draft !== draft) this.#draftChanged(conversation.draft);
  }

  /** Opens the note where it was left. */
  openNote(): void {
    this.note = this.#leftNote;
  }

  writeNote(words: string): void {
    this.note = words;
  }

  /** Back to the text; the note is kept. */
  leaveNote(): void {
    if (this.note !== null) this.#leftNote = this.note;
    this.note = null;
  }

  readonly #counted = $derived(normaliseText(this.text.slice(0, COUNTED_LENGTH)));
  readonly count = $derived(countText(this.#counted));
  readonly cheaper = $derived(this.count.parts > 1 ? cheaperWording(this.#counted) : null);
  readonly isTooLong = $derived(this.text.length > COUNTED_LENGTH || this.count.parts > MAX_PARTS);
  readonly blanks = $derived(blanksOf(this.text.slice(0, COUNTED_LENGTH)));
  readonly canSend = $derived(this.text.trim() !== '' && !this.isTooLong && this.blanks.length === 0);

  /** Templates that fit what is looked for. */
  get templates(): readonly TemplateDto[] {
    return this.templateQuery === null ? [] : templatesFor(this.#desk.app?.templates ?? [], this.templateQuery);
  }

  setText(text: string): void {
    if (text === this.text) return;
    this.text = text;
    this.warned = false;
    if (this.#draftTimer !== null) clearTimeout(this.#draftTimer);
    this.#draftTimer = setTimeout(() => void this.saveDraft(), DRAFT_DELAY_MS);
  }

  /** Somebody types: the other windows may know, and a slash asks for a template. @param before the text up to the cursor */
  typed(text: string, before: string): void {
    this.setText(text);
    this.wasTyped = true;
    this.templateQuery = templateQueryIn(before);
    const { id } = this.#conversation;
    const { clientId, typingIndicators } = this.#desk;
    if (text !== '' && typingIndicators.shouldTell(Date.now()))
      this.#desk.client.invokeAndForget('conversations.typing', { id, clientId });
  }

  /** The cursor moved, so a slash may no longer be before it. @param before the text up to it */
  cursorMoved(before: string): void {
    if (this.templateQuery !== null) this.templateQuery = templateQueryIn(before);
  }

  /** Puts a template where the slash stands. Returns where the cursor belongs: at the first blank, else behind it. */
  insertTemplate({ text }: TemplateDto, cursor: number): { start: number; end: number } {
    const start = cursor - (this.templateQuery?.length ?? -1) - 1;
    const filled = fillTemplate(text, this.#values());
    this.setText(this.text.slice(0, start) + filled + this.text.slice(cursor));
    this.templateQuery = null;
    const blank = this.blanks.find((each) => each.start >= start);
    return blank ?? { start: start + filled.length, end: start + filled.length };
  }

  #values(): Parameters<typeof fillTemplate>[1] {
    const { app } = this.#desk;
    const { name, displayNumber } = this.#conversation;
    const now = Date.now();
    return {
      name: name ?? '',
      first_name: name?.trim().split(/\s+/)[0] ?? '',
      number: displayNumber,
      shop: app?.settings.shopName ?? '',
      me: this.#desk.personName(app?.currentAgentId ?? null) ?? '',
      date: dateOf(now),
      time: timeOfDay(now),
    };
  }

  /**
   * One press sends one message: the field is emptied before the desk is asked, and a refusal restores the text.
   * @param options.notBefore sends it later, at this instant
   * @param options.isLast the conversation is closed with it, by whoever asked: nothing is said or suggested here
   * @returns null: nothing was sent, or it is not known
   */
  async send({ notBefore = null, isLast = false }: SendOptions = {}): Promise<MessageDto | null> {
    if (this.note !== null) {
      await this.#addNote(this.note);
      return null;
    }
    if (!this.canSend || performance.now() < this.#armedAt) return null;
    if (this.count.parts > PARTS_UNASKED && !this.warned) {
      this.warned = true;
      this.#armedAt = performance.now() + SLIP_MS;
      return null;
    }
    const { text } = this;
    const key = this.#returned?.text === text ? this.#returned.key : crypto.randomUUID();
    this.#returned = null;
    this.unsure = [];
    this.setText('');
    this.wasTyped = false;
    void this.saveDraft();
    this.templateQuery = null;
    // A reply uses the line that the customer wrote to.
    const { id, number: to, lineId } = this.#conversation;
    if (this.#desk.thread?.conversation.id === id) void this.#desk.thread.showEnd();
    const sent = await sendText(this.#desk, { to, text, lineId, notBefore, key }, !isLast);
    if (sent === null) {
      this.#returned = { text, key };
      // The next message may have been started: neither text is lost.
      this.setText(this.text === '' ? text : `${text}\n${this.text}`);
      return null;
    }
    this.#suggestTask(text, sent.id);
    return sent;
  }

  async sendLater(): Promise<void> {
    if (!this.canSend || this.note !== null) return;
    const at = await this.#desk.prompts.when(t.later.title, 'send');
    if (at == null) return;
    const hours = await this.#desk.client.invoke('messages.sendingHours', { number: this.#conversation.number, at });
    if (hours.ok && hours.value.nextAt !== null) {
      const { nightTitle, nightBody, nightSend } = t.composer;
      if (!(await this.#desk.prompts.confirm(nightTitle, nightBody(futureTime(at, Date.now())), nightSend))) return;
    }
    this.warned = true;
    await this.send({ notBefore: at });
  }

  /** What was promised becomes something to do, if the person wants. */
  #suggestTask(text: string, messageId: string): void {
    const now = Date.now();
    const promised = promiseIn(text, now);
    if (promised === null) return;
    const { id } = this.#conversation;
    const what = promised.what === 'call' ? t.tasks.callBack : t.tasks.answer;
    this.#desk.suggestions.set(id, { messageId, what, dueAt: promised.dueAt });
  }

  async #addNote(note: string): Promise<void> {
    const text = note.trim();
    if (text === '') return;
    this.note = null;
    this.#leftNote = '';
    // The message to the customer now stands where the note was: the same key press must not send it.
    this.#armedAt = performance.now() + SLIP_MS;
    const added = await this.#desk.ask('notes.add', { conversationId: this.#conversation.id, text });
    if (added === null) this.writeNote(this.note ?? note);
    else this.#desk.undo.offer(t.notes.added, () => void this.#desk.ask('notes.remove', { id: added.id }));
  }

  /** The draft was changed at another window: it is taken over, unless something else is being written here. */
  #draftChanged(draft: string): void {
    // This is our own draft coming back: it and all earlier ones are done.
    const own = this.#expected.findIndex((each) => each.draft === draft && each.at > Date.now() - ECHO_MS);
    if (own >= 0) {
      this.#expected = this.#expected.slice(own + 1);
      return;
    }
    if (draft === this.#savedDraft) return;
    const untouched = this.text === this.#savedDraft;
    this.#savedDraft = draft;
    if (untouched) this.text = draft;
  }

  async saveDraft(): Promise<void> {
    if (this.#draftTimer !== null) clearTimeout(this.#draftTimer);
    this.#draftTimer = null;
    if (this.text === this.#savedDraft || this.text.length > 16_000) return;
    const draft = this.text;
    const before = this.#savedDraft;
    this.#savedDraft = draft;
    this.#expected.push({ draft, at: Date.now() });
    const { id } = this.#conversation;
    const saved = await this.#desk.ask('conversations.setDraft', { id, draft, clientId: this.#desk.clientId });
    // Otherwise it is saved again with the next change, or when the desk is back.
    if (saved === null && this.#savedDraft === draft) this.#savedDraft = before;
  }
}

/** What stands between a slash and the cursor. */
function templateQueryIn(before: string): string | null {
  return /(?:^|\s)\/(\S{0,30})$/.exec(before)?.[1] ?? null;
}

/** Those whose name begins so, then those whose name holds it. */
function templatesFor(templates: readonly TemplateDto[], query: string): readonly TemplateDto[] {
  const wanted = fold(query);
  const begins = ({ name }: TemplateDto): boolean => fold(name).startsWith(wanted);
  const fitting = templates.filter(({ name }) => fold(name).includes(wanted));
  return fitting.toSorted((a, b) => Number(begins(b)) - Number(begins(a))).slice(0, 8);
}
