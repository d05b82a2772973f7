import { focusPlace } from '../lib/focus.ts';
import type { AppStore } from './app-store.svelte.ts';

/** What lies over the inbox has letters of its own. */
const OVERLAYS = '[role=dialog], [role=menu]';
const FIELDS =
  'input:not([type=checkbox], [type=radio], [type=range]), textarea, select, [contenteditable=true], [role=combobox]';

/** Letters that no field takes belong to the answer of the conversation that was chosen last. */
export class TypeToCompose {
  readonly #desk: Pick<AppStore, 'place' | 'thread' | 'chosenId'>;
  /** Typed before the conversation was there. */
  #early: { readonly id: string; readonly text: string } | null = null;

  constructor(desk: Pick<AppStore, 'place' | 'thread' | 'chosenId'>) {
    this.#desk = desk;
  }

  /** Before anything else hears the key: a space between words that are being typed marks no row, and presses nothing. */
  goesOn(event: KeyboardEvent): void {
    const { chosenId, thread } = this.#desk;
    if (event.key !== ' ' || !isSign(event) || this.#early === null) return;
    if (this.#early.id !== chosenId || thread?.conversation.id === chosenId) return;
    event.preventDefault();
    event.stopPropagation();
    this.#early = { id: chosenId, text: `${this.#early.text} ` };
  }

  /** Before the letter is written: the composer has the keyboard by then, or it is kept until there is one. */
  press(event: KeyboardEvent): void {
    const { place, thread, chosenId } = this.#desk;
    if (place.at !== 'inbox' || chosenId === null || !isSign(event)) return;
    if (document.querySelector(OVERLAYS) !== null) return;
    const field = document.activeElement?.closest<HTMLElement>(FIELDS) ?? null;
    const isOpen = thread?.conversation.id === chosenId;
    // A composer that is about to give way to another conversation's takes nothing any more.
    if (field !== null && (isOpen || field.dataset['focus'] !== 'composer')) return;
    if (event.key === ' ') return; // it presses and marks
    const before = this.#early?.id === chosenId ? this.#early.text : '';
    if (isOpen) {
      focusPlace('composer');
      return;
    }
    event.preventDefault();
    this.#early = { id: chosenId, text: before + event.key };
  }

  /** The conversation that is open now gets what was typed for it. @returns whether the composer is to have the keyboard */
  arrived(): boolean {
    const { thread } = this.#desk;
    if (thread === null || this.#early === null) return false;
    const { id, text } = this.#early;
    if (thread.conversation.id !== id) return false;
    this.#early = null;
    const whole = thread.composer.text + text;
    thread.composer.typed(whole, whole);
    return true;
  }
}

/** One sign, and no shortcut. AltGr is Ctrl and Alt to some systems, and writes signs. */
function isSign(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing) return false;
  const isShortcut = event.metaKey || ((event.ctrlKey || event.altKey) && !event.getModifierState('AltGraph'));
  return !isShortcut && [...event.key].length === 1;
}
