import type { SvelteMap } from 'svelte/reactivity';
import type { AppState } from '../../electron/app/shop-contract.ts';
import type { ConversationDto } from '../../electron/features/conversations/contract.ts';
import type { Settings } from '../../electron/features/settings/table.ts';
import type { Place } from '../../electron/shared/places.ts';
import type { Client } from '../lib/client.svelte.ts';
import type { Prompts } from '../lib/dialogs/prompts.ts';
import type { Undo } from '../lib/undo.svelte.ts';
import type { TypingIndicators } from '../features/conversations/typing-indicators.svelte.ts';

/** What was promised to a customer, as it was read out of a message. */
export interface Suggestion {
  readonly messageId: string;
  readonly what: string;
  readonly dueAt: number;
}

/** What others need to know of the conversation that is open. */
export interface ShownThread {
  readonly conversation: { readonly id: string };
  /** Somebody has it before their eyes. */
  readonly isLookedAt: boolean;
  readonly composer: { readonly text: string; readonly setText: (text: string) => void };
  readonly showEnd: () => Promise<void>;
}

/** What the window's parts need of each other; {@link AppStore} puts them together. */
export interface DeskServices {
  readonly client: Client;
  readonly ask: Client['ask'];
  readonly prompts: Prompts;
  readonly undo: Undo;
  readonly typingIndicators: TypingIndicators;
  readonly suggestions: SvelteMap<string, Suggestion>;
  readonly clientId: string;
  readonly app: AppState | null;
  readonly settings: Settings | null;
  readonly place: Place;
  readonly thread: ShownThread | null;
  readonly list: { readonly items: readonly ConversationDto[] };
  readonly personName: (id: string | null) => string | null;
  readonly open: (id: string, at?: string | null) => Promise<void>;
}
