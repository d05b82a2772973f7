/** Where the keyboard can be sent. */
export type FocusPlace = 'views' | 'list' | 'search' | 'thread' | 'composer' | 'contact';

/** Keeps the focus inside until it has gone, which takes it a frame or two. */
const DIALOG = '[role=dialog]';

let awaited: FocusPlace | null = null;

/**
 * Sends the keyboard to a place at once, so that not one key of a fast typist goes astray; while a dialog is still closing,
 * when it has.
 */
export function focusPlace(place: FocusPlace): void {
  awaited = document.querySelector(DIALOG) === null ? null : place;
  if (awaited === null) elementOf(place)?.focus();
}

/** For a dialog that has closed: false where nobody asked for another place than before. */
export function focusAwaited(): boolean {
  const element = awaited === null ? null : elementOf(awaited);
  awaited = null;
  element?.focus();
  return element !== null;
}

export function isFocused(place: FocusPlace): boolean {
  return document.activeElement?.matches(selectorOf(place)) === true;
}

/** The place itself, or something in it. */
export function isFocusWithin(place: FocusPlace): boolean {
  return document.activeElement?.closest(selectorOf(place)) != null;
}

function elementOf(place: FocusPlace): HTMLElement | null {
  return document.querySelector<HTMLElement>(selectorOf(place));
}

function selectorOf(place: FocusPlace): string {
  return `[data-focus=${place}]`;
}

const WRITTEN = 'input:not([type=checkbox], [type=radio]), select, textarea, [role=combobox]';
/** What only leaves is not what somebody came for. */
const PRESSED = 'input, button:not([data-dismiss]), a[href], [tabindex="0"]';
/** Marked by whoever knows better where the work in it begins. */
const MARKED = '[data-first]';

/**
 * Where somebody begins who has opened a dialog or an editor: its first field, or else the first thing that can be pressed.
 * @returns false: there is nothing of the kind
 */
export function focusFirst(root: HTMLElement): boolean {
  const isUsable = (element: HTMLElement): boolean =>
    !element.matches(':disabled, [type=hidden]') && element.checkVisibility();
  const found = [MARKED, WRITTEN, PRESSED]
    .map((kind) => [...root.querySelectorAll<HTMLElement>(kind)].find(isUsable))
    .find((element) => element !== undefined);
  found?.focus();
  return found !== undefined;
}

/** Inputs without words of their own. */
const WORDLESS: ReadonlySet<string> = new Set(['checkbox', 'radio', 'range']);

/** Whether something is written in a field. */
export function holdsWords(field: Element | null): boolean {
  if (field instanceof HTMLTextAreaElement) return field.value !== '';
  return field instanceof HTMLInputElement && !WORDLESS.has(field.type) && field.value !== '';
}
