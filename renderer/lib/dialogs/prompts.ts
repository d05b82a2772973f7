import type { Dialogs } from './dialogs.svelte.ts';
import { late } from '../late.ts';

const whenDialog = late(() => import('./when-dialog.svelte'));
const pickDialog = late(() => import('./pick-dialog.svelte'));
const confirmDialog = late(() => import('./confirm-dialog.svelte'));
const textDialog = late(() => import('./text-dialog.svelte'));

/** One of several to choose from. */
export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  /** Of a coloured mark before it. */
  readonly hue?: number;
  readonly checked?: boolean;
}

/** One of the choices, or something new under this name. */
export type Picked = { readonly id: string } | { readonly create: string };

/** Presets for putting off, for sending, or for a task: evenings and mornings. */
export type WhenPresets = 'snooze' | 'send' | 'task';

/** Questions to the person in front; whoever asks awaits the answer. */
export class Prompts {
  readonly #dialogs: Dialogs;

  constructor(dialogs: Dialogs) {
    this.#dialogs = dialogs;
  }

  /** Null: no time is wanted; undefined: nothing was chosen. */
  async when(title: string, presets: WhenPresets): Promise<number | null | undefined> {
    const chosen = await this.#dialogs.open(whenDialog, { title, presets });
    return chosen === null ? undefined : chosen.at;
  }

  /**
   * @param create null: nothing new can be made here; else what the offer to make it is called
   * @param find finds others for what is typed; null: only what is there
   */
  pick(
    title: string,
    choices: readonly Choice[],
    create: ((input: string) => string) | null = null,
    find: ((query: string) => Promise<readonly Choice[]>) | null = null,
  ): Promise<Picked | null> {
    const about = { title, choices, create, find };
    return this.#dialogs.open(pickDialog, about);
  }

  async confirm(title: string, body: string, action: string): Promise<boolean> {
    const about = { title, body, action };
    return (await this.#dialogs.open(confirmDialog, about)) === true;
  }

  text(title: string, label: string, initial = '', maxLength = 200): Promise<string | null> {
    const about = { title, label, initial, maxLength };
    return this.#dialogs.open(textDialog, about);
  }
}
