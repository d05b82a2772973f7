import { cheaperWording, countText, MAX_PARTS, normaliseText } from '../../electron/shared/composing.ts';
import type { DeskState } from './desk.svelte.ts';
import type { Thread } from './thread.svelte.ts';

/** How long a text can be taken back. */
export const UNDO_MS = 5_000;
const DRAFT_DELAY_MS = 400;
/** Ten parts hold 1,530 characters; a novel that was pasted by mistake is not counted letter by letter. */
const COUNTED_LENGTH = 4_000;

/** What is being written to one customer. */
export class Composer {
  text = $state('');
  readonly #desk: DeskState;
  readonly #thread: Thread;
  #draftTimer: ReturnType<typeof setTimeout> | null = null;
  #savedDraft: string;

  constructor(desk: DeskState, thread: Thread) {
    this.#desk = desk;
    this.#thread = thread;
    this.text = thread.conversation.draft;
    this.#savedDraft = this.text;
  }

  readonly count = $derived(countText(normaliseText(this.text.slice(0, COUNTED_LENGTH))));
  readonly cheaper = $derived(
    this.count.parts > 1 ? cheaperWording(normaliseText(this.text.slice(0, COUNTED_LENGTH))) : null,
  );
  readonly isTooLong = $derived(this.text.length > COUNTED_LENGTH || this.count.parts > MAX_PARTS);
  readonly canSend = $derived(this.text.trim() !== '' && !this.isTooLong);

  setText(text: string): void {
    this.text = text;
    if (this.#draftTimer !== null) clearTimeout(this.#draftTimer);
    this.#draftTimer = setTimeout(() => void this.saveDraft(), DRAFT_DELAY_MS);
  }

  /** One press, one text: the field is empty before the desk is asked, and a refusal gives the words back. */
  async send(): Promise<void> {
    if (!this.canSend) return;
    const { text } = this;
    this.setText('');
    void this.saveDraft();
    // An answer leaves by the line the customer wrote to.
    const { number, lineId } = this.#thread.conversation;
    const key = crypto.randomUUID();
    const sent = await this.#desk.ask('messages.send', { to: number, text, lineId, undoMs: UNDO_MS, key });
    if (sent === null && this.text === '') this.setText(text);
  }

  async saveDraft(): Promise<void> {
    if (this.#draftTimer !== null) clearTimeout(this.#draftTimer);
    this.#draftTimer = null;
    if (this.text === this.#savedDraft || this.text.length > 16_000) return;
    const draft = this.text;
    const saved = await this.#desk.ask('conversations.setDraft', { id: this.#thread.conversation.id, draft });
    // Otherwise it is tried again with the next word, or when the desk is back.
    if (saved !== null) this.#savedDraft = draft;
  }
}
