import { createContext, flushSync } from 'svelte';
import type { Place } from '../../electron/shared/places.ts';
import { SHORTCUTS, type Shortcut } from '../../electron/shared/shortcuts.ts';
import { conversationActions } from '../features/conversations/actions.ts';
import { openNewText, openScheduled } from '../features/messaging/dialogs.ts';
import { openHelp } from '../features/help/dialogs.ts';
import { openSettings } from '../features/settings/dialogs.ts';
import { openTasks } from '../features/tasks/dialogs.ts';
import { focusPlace, holdsWords, isFocused } from '../lib/focus.ts';
import { keysOf, shortcutOf } from '../lib/keys.ts';
import { late } from '../lib/late.ts';
import { t } from '../lib/text/format.ts';
import type { AppStore } from './app-store.svelte.ts';

const paletteDialog = late(() => import('./palette-dialog.svelte'));
const shortcutsDialog = late(() => import('./shortcuts-dialog.svelte'));

/** Something that can be done by a key, from the palette or from a menu. */
export interface Command {
  readonly id: Shortcut;
  /** As they are printed on the keyboard. */
  readonly keys: string;
  readonly label: string;
  readonly run: () => void;
  /** False: what it applies to does not exist or is not visible. */
  readonly isEnabled: () => boolean;
}

/** The composer's keys do not send while another field has the focus. */
const OF_COMPOSER: ReadonlySet<Shortcut> = new Set(['send', 'send-later', 'send-and-close', 'cheaper']);
/** They lead elsewhere, also from a page that lies over the window. */
const OVER_PAGES: ReadonlySet<Shortcut> = new Set([
  'palette',
  'tasks',
  'scheduled',
  'calendar',
  'orders',
  'customers',
  'reports',
  'settings',
  'help',
  'sheet',
  'undo',
]);
/** About a conversation. */
const OF_CONVERSATION: ReadonlySet<Shortcut> = new Set(
  SHORTCUTS.filter(({ group }) => group === 'conversation' || group === 'writing').map(({ id }) => id),
);
/** Parts of the inbox: going there leaves the page that is shown in its place. */
const INTO_INBOX: ReadonlySet<Shortcut> = new Set([
  'search',
  'focus-list',
  'focus-thread',
  'focus-composer',
  'focus-contact',
]);

/** All that can be done by a key: one table for the keyboard, the palette and the menus. */
export class Commands {
  readonly all: readonly Command[];
  readonly #desk: AppStore;

  /** @param showContact the customer's panel, where there is no room beside the thread */
  constructor(desk: AppStore, showContact: () => void) {
    this.#desk = desk;
    const runs = runsOf(desk, this, showContact);
    this.all = SHORTCUTS.map(({ id }) => ({
      id,
      keys: keysOf(id),
      label: t.shortcuts[id],
      isEnabled: () => this.#isEnabled(id),
      run: () => {
        if (INTO_INBOX.has(id) && desk.place.at !== 'inbox') flushSync(() => desk.showInbox());
        runs[id]();
      },
    }));
  }

  of(id: Shortcut): Command {
    return this.all.find((command) => command.id === id) as Command;
  }

  /** @returns false: the key is not one of ours */
  press(event: KeyboardEvent): boolean {
    const id = shortcutOf(event);
    if (id === null) return false;
    if ((OF_COMPOSER.has(id) && !isFocused('composer')) || (id === 'undo' && this.#isUndoTheFields())) return true;
    event.preventDefault();
    // A key held down is no second wish: the next conversation is open by then.
    if (event.repeat && OF_CONVERSATION.has(id)) return true;
    // What is asked or written over the inbox is finished first; under a page nothing is done that nobody sees.
    const { top } = this.#desk.dialogs;
    const command = this.of(id);
    if ((top === null || (top.isPage && OVER_PAGES.has(id))) && command.isEnabled()) command.run();
    return true;
  }

  /** Nothing may be done to a conversation that is not visible. */
  #isEnabled(id: Shortcut): boolean {
    if (!OF_CONVERSATION.has(id)) return true;
    const { place, thread, list } = this.#desk;
    return place.at === 'inbox' && (thread !== null || list.marked.size > 0);
  }

  /** Where something was written Ctrl+Z is the field's own, unless it is empty because its text was sent. */
  #isUndoTheFields(): boolean {
    if (!this.#desk.undo.isOffered || holdsWords(document.activeElement)) return true;
    return isFocused('composer') && this.#desk.thread?.composer.wasTyped === true;
  }
}

/** The commands of the window that a component stands in. */
export const [useCommands, provideCommands] = createContext<Commands>();

function runsOf(
  desk: AppStore,
  commands: Commands,
  showContact: () => void,
): Readonly<Record<Shortcut, () => unknown>> {
  const conversation = conversationActions(desk);
  const place = (wanted: Place) => async (): Promise<void> => {
    if (await desk.dialogs.leaveAll()) desk.go(wanted);
  };
  return {
    palette: () => desk.dialogs.openPage(paletteDialog, { commands }),
    sheet: () => desk.dialogs.openPage(shortcutsDialog, {}),
    tasks: () => openTasks(desk),
    scheduled: () => openScheduled(desk),
    settings: () => openSettings(desk),
    help: () => openHelp(desk),
    calendar: place({ at: 'calendar', date: null }),
    orders: place({ at: 'orders' }),
    customers: place({ at: 'customers', groupId: null }),
    reports: place({ at: 'reports', name: null }),
    'new-text': () => openNewText(desk),
    notices: () => document.querySelector<HTMLElement>('[data-sonner-toaster]')?.focus(),
    search: () => focusPlace('search'),
    undo: () => desk.undo.latest(),
    'focus-views': () => focusPlace('views'),
    'focus-list': () => focusPlace('list'),
    'focus-thread': () => focusPlace('thread'),
    'focus-composer': () => focusPlace('composer'),
    'focus-contact': () => {
      // Shown before it can take the keyboard.
      flushSync(showContact);
      focusPlace('contact');
    },
    back: () => history.back(),
    forward: () => history.forward(),
    next: () => desk.openNeighbour(1),
    previous: () => desk.openNeighbour(-1),
    close: conversation.close,
    snooze: conversation.snooze,
    assign: conversation.assign,
    tag: conversation.tag,
    task: conversation.task,
    call: conversation.call,
    unread: conversation.markUnread,
    suggested: () => press('suggested'),
    draft: () => press('draft'),
    cheaper: () => press('cheaper'),
    note: () => press('note'),
    templates: () => press('templates'),
    'send-later': () => void desk.thread?.composer.sendLater(),
    'send-and-close': conversation.sendAndClose,
    send: () => press('send'),
  };
}

/** What the composer offers as a button. */
function press(what: 'note' | 'templates' | 'send' | 'cheaper' | 'suggested' | 'draft'): void {
  document.querySelector<HTMLElement>(`[data-do=${what}]`)?.click();
}
