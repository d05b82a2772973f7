import { cheaperWording, countText, MAX_PARTS, normaliseText } from '../../electron/shared/composing.ts';
import { blanksOf, fillTemplate } from '../../electron/shared/templates.ts';
import { promiseIn } from '../../electron/shared/when.ts';
import type { TemplateView } from '../../electron/shared/views.ts';
import { dateOf, futureTime, t, timeOfDay } from '../text/format.ts';
import type { DeskState } from './desk.svelte.ts';
import type { Thread } from './thread.svelte.ts';

const DRAFT_DELAY_MS = 400;
/** Ten parts hold 1,530 characters; a novel that was pasted by mistake is not counted letter by letter. */
const COUNTED_LENGTH = 4_000;
/** By then the desk has told us of our own draft. */
const ECHO_MS = 10_000;
/** More parts than this are worth a question. */
const PARTS_UNASKED = 3;

/** What is being written to one customer. */
export class Composer {
  text = $state('');
  /** A private note in place of a text; null: a text is written. */
  note = $state<string | null>(null);
  /** Send was pressed for a text of many parts: the next press sends it. */
  warned = $state(false);
  /** What stands between the slash and the cursor; null: no template is being looked for. */
  templateQuery = $state<string | null>(null);
  readonly #desk: DeskState;
  readonly #thread: Thread;
  #draftTimer: ReturnType<typeof setTimeout> | null = null;
  #savedDraft: string;
  /** Own drafts that the desk will tell us of as well. */
  #expected: { readonly draft: string; readonly at: number }[] = [];
  /** A text that came back without an answer: sent again under the same key, it goes out once. */
  #returned: { readonly text: string; readonly key: string } | null = null;

  constructor(desk: DeskState, thread: Thread) {
    this.#desk = desk;
    this.#thread = thread;
    this.text = thread.conversation.draft;
    this.#savedDraft = this.text;
    const note = desk.unfinishedNotes.get(thread.conversation.id);
    if (note?.isOpen === true) this.note = note.words;
  }

  /** The same conversation was read anew: what is being written is newer than any draft. */
  takeOver(before: Composer): void {
    this.#returned = before.#returned;
    this.#expected = before.#expected;
    if (before.text !== this.text) this.setText(before.text);
  }

  /** Opens the note where it was left. */
  openNote(): void {
    this.writeNote(this.#desk.unfinishedNotes.get(this.#thread.conversation.id)?.words ?? '');
  }

  writeNote(words: string): void {
    this.note = words;
    this.#desk.unfinishedNotes.set(this.#thread.conversation.id, { words, isOpen: true });
  }

  /** Back to the text; the note is kept. */
  leaveNote(): void {
    if (this.note !== null)
      this.#desk.unfinishedNotes.set(this.#thread.conversation.id, { words: this.note, isOpen: false });
    this.note = null;
  }

  readonly #counted = $derived(normaliseText(this.text.slice(0, COUNTED_LENGTH)));
  readonly count = $derived(countText(this.#counted));
  readonly cheaper = $derived(this.count.parts > 1 ? cheaperWording(this.#counted) : null);
  readonly isTooLong = $derived(this.text.length > COUNTED_LENGTH || this.count.parts > MAX_PARTS);
  readonly blanks = $derived(blanksOf(this.text.slice(0, COUNTED_LENGTH)));
  readonly canSend = $derived(this.text.trim() !== '' && !this.isTooLong && this.blanks.length === 0);

  /** Templates that fit what is looked for. */
  get templates(): readonly TemplateView[] {
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
    this.templateQuery = templateQueryIn(before);
    const { id } = this.#thread.conversation;
    const { seat, typists } = this.#desk;
    if (text !== '' && typists.shouldTell(Date.now())) this.#desk.tell('conversations.typing', { id, seat });
  }

  /** The cursor went elsewhere: what it stands behind now may be no slash any more. @param before the text up to it */
  cursorMoved(before: string): void {
    if (this.templateQuery !== null) this.templateQuery = templateQueryIn(before);
  }

  /** Puts a template where the slash stands. Returns where the cursor belongs: at the first blank, else behind it. */
  insertTemplate({ text }: TemplateView, cursor: number): { start: number; end: number } {
    const start = cursor - (this.templateQuery?.length ?? -1) - 1;
    const filled = fillTemplate(text, this.#values());
    this.setText(this.text.slice(0, start) + filled + this.text.slice(cursor));
    this.templateQuery = null;
    const blank = this.blanks.find((each) => each.start >= start);
    return blank ?? { start: start + filled.length, end: start + filled.length };
  }

  #values(): Parameters<typeof fillTemplate>[1] {
    const { app } = this.#desk;
    const { name, displayNumber } = this.#thread.conversation;
    const now = Date.now();
    return {
      name: name ?? '',
      first_name: name?.trim().split(/\s+/)[0] ?? '',
      number: displayNumber,
      shop: app?.shopName ?? '',
      me: this.#desk.personName(app?.atCounterId ?? null) ?? '',
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
    if (!this.canSend) return;
    if (this.count.parts > PARTS_UNASKED && !this.warned) {
      this.warned = true;
      return;
    }
    const { text } = this;
    const key = this.#returned?.text === text ? this.#returned.key : crypto.randomUUID();
    this.#returned = null;
    this.setText('');
    void this.saveDraft();
    this.templateQuery = null;
    void this.#thread.showEnd();
    // An answer leaves by the line the customer wrote to.
    const { number: to, lineId } = this.#thread.conversation;
    const sent = await this.#desk.send({ to, text, lineId, notBefore, key });
    if (sent === null) {
      this.#returned = { text, key };
      // The next one may have been begun: nothing of either is lost.
      this.setText(this.text === '' ? text : `${text}\n${this.text}`);
      return;
    }
    this.#suggestTask(text);
  }

  async sendLater(): Promise<void> {
    if (!this.canSend || this.note !== null) return;
    const at = await this.#desk.prompts.when(t.later.title, 'send');
    if (at == null) return;
    this.warned = true;
    await this.send(at);
  }

  /** What was promised becomes something to do, if the person wants. */
  #suggestTask(text: string): void {
    const now = Date.now();
    const promised = promiseIn(text, now);
    if (promised === null) return;
    const { id } = this.#thread.conversation;
    const what = promised.what === 'call' ? t.tasks.callBack : t.tasks.answer;
    this.#desk.attention.suggest(t.tasks.suggest(what, futureTime(promised.dueAt, now)), t.tasks.remember, () => {
      void this.#desk.addTask(id, what, promised.dueAt);
    });
  }

  async #addNote(note: string): Promise<void> {
    const text = note.trim();
    if (text === '') return;
    this.note = null;
    this.#desk.unfinishedNotes.delete(this.#thread.conversation.id);
    const added = await this.#desk.ask('notes.add', { conversationId: this.#thread.conversation.id, text });
    if (added === null) this.writeNote(this.note ?? note);
    else this.#desk.undo.offer(t.notes.added, () => void this.#desk.ask('notes.remove', { id: added.id }));
  }

  /** Another window changed the draft: taken over, unless something else is being written here. */
  draftChanged(draft: string): void {
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
    const { id } = this.#thread.conversation;
    const saved = await this.#desk.ask('conversations.setDraft', { id, draft, seat: this.#desk.seat });
    // Otherwise it is tried again with the next word, or when the desk is back.
    if (saved === null && this.#savedDraft === draft) this.#savedDraft = before;
  }
}

/** What stands between a slash and the cursor. */
function templateQueryIn(before: string): string | null {
  return /(?:^|\s)\/(\S{0,30})$/.exec(before)?.[1] ?? null;
}

/** Those whose name begins so, then those that hold it. */
function templatesFor(templates: readonly TemplateView[], query: string): readonly TemplateView[] {
  const wanted = query.toLowerCase();
  const rank = ({ name, text }: TemplateView): number => {
    if (name.toLowerCase().startsWith(wanted)) return 0;
    if (name.toLowerCase().includes(wanted)) return 1;
    return text.toLowerCase().includes(wanted) ? 2 : 3;
  };
  return templates
    .filter((template) => rank(template) < 3)
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, 8);
}
