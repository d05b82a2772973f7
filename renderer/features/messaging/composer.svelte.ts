import { cheaperWording, countText, MAX_PARTS, normaliseText } from '../../../electron/shared/composing.ts';
import { fold } from '../../../electron/shared/fold.ts';
import { blanksOf, fillTemplate } from '../../../electron/shared/templates.ts';
import { promiseIn } from '../../../electron/shared/when.ts';
import type { ConversationDto } from '../../../electron/features/conversations/contract.ts';
import type { TemplateDto } from '../../../electron/features/shop-lists/contract.ts';
import { dateOf, t, timeOfDay } from '../../lib/text/format.ts';
import type { DeskServices } from '../../frame/services.ts';
import { sendText } from './sending.ts';

const DRAFT_DELAY_MS = 400;
/** Ten parts hold 1,530 characters; a novel that was pasted by mistake is not counted letter by letter. */
const COUNTED_LENGTH = 4_000;
/** By then the desk has told us of our own draft. */
const ECHO_MS = 10_000;
/** More parts than this are worth a question. */
export const PARTS_UNASKED = 3;
/** A second press this soon is a slip of the hand: a double click, a key held down. */
export const SLIP_MS = 500;

/** What is being written to one customer. */
export class Composer {
  text = $state('');
  /** A private note in place of a text; null: a text is written. */
  note = $state<string | null>(null);
  /** Send was pressed for a text of many parts: the next press sends it. */
  warned = $state(false);
  /** What stands between the slash and the cursor; null: no template is being looked for. */
  templateQuery = $state<string | null>(null);
  /** Words of a draft that stand in none of its sources: marked for as long as they are there. */
  unsure = $state.raw<readonly string[]>([]);
  readonly #desk: DeskServices;
  #conversation: ConversationDto;
  /** Somebody wrote here since it was opened or sent: Ctrl+Z is about that. */
  wasTyped = false;
  /** Send does nothing before. */
  #armedAt = 0;
  #draftTimer: ReturnType<typeof setTimeout> | null = null;
  #savedDraft: string;
  /** Own drafts that the desk will tell us of as well. */
  #expected: { readonly draft: string; readonly at: number }[] = [];
  /** A text that came back without an answer: sent again under the same key, it goes out once. */
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

  /** The cursor went elsewhere: what it stands behind now may be no slash any more. @param before the text up to it */
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
   * One press, one text: the field is empty before the desk is asked, and a refusal gives the words back.
   * @param notBefore later, at this instant
   */
  async send(notBefore: number | null = null): Promise<void> {
    if (this.note !== null) return this.#addNote(this.note);
    if (!this.canSend || performance.now() < this.#armedAt) return;
    if (this.count.parts > PARTS_UNASKED && !this.warned) {
      this.warned = true;
      this.#armedAt = performance.now() + SLIP_MS;
      return;
    }
    const { text } = this;
    const key = this.#returned?.text === text ? this.#returned.key : crypto.randomUUID();
    this.#returned = null;
    this.unsure = [];
    this.setText('');
    this.wasTyped = false;
    void this.saveDraft();
    this.templateQuery = null;
    // An answer leaves by the line the customer wrote to.
    const { id, number: to, lineId } = this.#conversation;
    if (this.#desk.thread?.conversation.id === id) void this.#desk.thread.showEnd();
    const sent = await sendText(this.#desk, { to, text, lineId, notBefore, key });
    if (sent === null) {
      this.#returned = { text, key };
      // The next one may have been begun: nothing of either is lost.
      this.setText(this.text === '' ? text : `${text}\n${this.text}`);
      return;
    }
    this.#suggestTask(text, sent.id);
  }

  async sendLater(): Promise<void> {
    if (!this.canSend || this.note !== null) return;
    const at = await this.#desk.prompts.when(t.later.title, 'send');
    if (at == null) return;
    this.warned = true;
    await this.send(at);
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
    // Where the note was stands the text to the customer now: the same press must not send that.
    this.#armedAt = performance.now() + SLIP_MS;
    const added = await this.#desk.ask('notes.add', { conversationId: this.#conversation.id, text });
    if (added === null) this.writeNote(this.note ?? note);
    else this.#desk.undo.offer(t.notes.added, () => void this.#desk.ask('notes.remove', { id: added.id }));
  }

  /** Another window changed the draft: taken over, unless something else is being written here. */
  #draftChanged(draft: string): void {
    // Our own, come back: this one and all before it.
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
    // Otherwise it is tried again with the next word, or when the desk is back.
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
