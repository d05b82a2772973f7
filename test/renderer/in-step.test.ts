import { toast } from 'svelte-sonner';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { AppState } from '../../electron/app/shop-contract.ts';
import type { ContractEvents, EventName } from '../../electron/app/contract.ts';
import type { ConversationDto } from '../../electron/features/conversations/contract.ts';
import type { LineDto } from '../../electron/features/lines/contract.ts';
import type { MessageDto } from '../../electron/features/messaging/contract.ts';
import { INITIAL_SETTINGS } from '../../electron/features/settings/table.ts';
import { AppStore } from '../../renderer/frame/app-store.svelte.ts';
import { closeConversations } from '../../renderer/features/conversations/changes.ts';
import { addressAt } from './address.ts';

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** The window's state over a desk whose answers the test gives when it likes. */
function desk(address = addressAt('/')) {
  const listeners = new Map<EventName, ((value: never) => void)[]>();
  const asked: { method: string; input: unknown; answer: (value: unknown) => void }[] = [];
  const state = new AppStore(
    {
      invoke: ((method: string, input: unknown) =>
        new Promise((resolve) => {
          asked.push({ method, input, answer: (value) => resolve({ ok: true, value }) });
        })) as never,
      subscribe: (event, listener) => {
        listeners.set(event, [...(listeners.get(event) ?? []), listener]);
        return () => {};
      },
      onReachable: () => () => {},
      onOpen: () => () => {},
    },
    address,
  );
  const tell = <E extends EventName>(event: E, value: ContractEvents[E]): void => {
    for (const listener of listeners.get(event) ?? []) listener(value as never);
  };
  const answer = async (method: string, value: unknown): Promise<void> => {
    await settle();
    const at = asked.findIndex((each) => each.method === method);
    asked.splice(at, 1)[0]?.answer(value);
    await settle();
  };
  return { state, tell, answer };
}

const conversation = (id: number, more: Partial<ConversationDto> = {}): ConversationDto => ({
  id: `conversation_${id}`,
  lineId: 'line_1',
  number: `+49171${id}`,
  displayNumber: `0171 ${id}`,
  contactId: null,
  name: null,
  blocked: false,
  status: 'open',
  snoozedUntil: null,
  assigneeId: null,
  tagIds: [],
  unread: 0,
  waitingSince: null,
  lastActivityAt: id,
  lastMessage: null,
  lastEvent: null,
  task: null,
  draft: '',
  createdAt: 0,
  canAnswer: true,
  optedOut: false,
  consentQuestionId: null,
  pausedSince: null,
  isSystem: false,
  ...more,
});
const message = (id: number, text: string): MessageDto => ({
  id: `message_${id}`,
  conversationId: 'conversation_1',
  lineId: 'line_1',
  direction: 'in',
  from: '+491711',
  to: 'us',
  text,
  state: 'received',
  reason: null,
  purpose: 'answer',
  encoding: 'gsm7',
  parts: 1,
  createdAt: id,
  notBefore: null,
  sentAt: null,
  deliveredAt: null,
  receivedAt: id,
  source: null,
});
const line = (state: LineDto['state']): LineDto => ({ id: 'line_1', state }) as unknown as LineDto;
const app = (state: LineDto['state']): AppState =>
  ({ lines: [line(state)], settings: INITIAL_SETTINGS, country: null, lineChanges: 0 }) as unknown as AppState;

beforeEach(() => {
  vi.stubGlobal('document', {
    visibilityState: 'visible',
    documentElement: { style: {}, dataset: {} },
    querySelector: () => null,
  });
  vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => {} });
  vi.useFakeTimers({ toFake: ['setInterval'] });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('events and answers cross on the way', () => {
  test('a text that comes while the list is being read is not overwritten by the older page', async () => {
    const { state, tell, answer } = desk();
    void state.list.reload();
    await settle();
    tell('conversation.changed', conversation(2));
    await answer('conversations.list', { items: [conversation(1)], next: null });
    expect(state.list.items.map(({ id }) => id)).toEqual(['conversation_2', 'conversation_1']);
  });

  test('nor one that comes while its thread is being opened', async () => {
    const { state, tell, answer } = desk();
    void state.open('conversation_1');
    await answer('conversations.get', conversation(1));
    tell('message.received', message(2, 'meanwhile'));
    await answer('conversations.messages', { items: [message(1, 'before')], hasMore: false });
    expect(state.thread?.messages.map(({ text }) => text)).toEqual(['before', 'meanwhile']);
  });
});

describe('what is shown when a conversation is closed', () => {
  const closing = async (): Promise<ReturnType<typeof desk>> => {
    const shown = desk();
    void shown.state.list.reload();
    await shown.answer('conversations.list', { items: [conversation(2), conversation(1)], next: null });
    void shown.state.open('conversation_2');
    await shown.answer('conversations.messages', { items: [], hasMore: false });
    void closeConversations(shown.state, [conversation(2)], 'closed');
    await settle();
    shown.tell('conversation.changed', conversation(2, { status: 'closed' }));
    return shown;
  };
  const before = [{ id: 'conversation_2', status: 'open', snoozedUntil: null, assigneeId: null }];

  test('the one below it', async () => {
    const { state, answer } = await closing();
    await answer('conversations.change', { before });
    expect(state.chosenId).toBe('conversation_1');
  });

  test('whoever has gone to it in another view before the desk answered stays there', async () => {
    const { state, answer } = await closing();
    void state.setView('closed');
    await answer('conversations.list', { items: [conversation(2, { status: 'closed' })], next: null });
    void state.open('conversation_2');
    await answer('conversations.change', { before });
    expect(state.chosenId).toBe('conversation_2');
  });

  test('whoever has chosen another view is not taken back by it', async () => {
    const { state, answer } = await closing();
    state.go({ at: 'calendar', date: null });
    await answer('conversations.change', { before });
    expect(state.place.at).toBe('calendar');
  });
});

describe('places', () => {
  const openFully = async ({ answer }: ReturnType<typeof desk>, id: number): Promise<void> => {
    await answer('conversations.get', conversation(id));
    await answer('conversations.messages', { items: [], hasMore: false });
  };

  test('the way back leads to what was shown before, and forward again', async () => {
    const address = addressAt('/');
    const shown = desk(address);
    const { state } = shown;
    void state.open('conversation_1');
    await openFully(shown, 1);
    state.go({ at: 'calendar', date: '2026-11-28' });
    void state.open('conversation_2');
    await openFully(shown, 2);
    expect(address.path()).toBe('/conversations/2');
    address.back();
    expect(state.place).toEqual({ at: 'calendar', date: '2026-11-28' });
    address.back();
    await settle();
    await openFully(shown, 1);
    expect(state.thread?.conversation.id).toBe('conversation_1');
    address.back();
    await settle();
    expect(state.thread).toBeNull();
    address.forward();
    await settle();
    await openFully(shown, 1);
    expect(state.thread?.conversation.id).toBe('conversation_1');
  });

  test('a link opens what it names', async () => {
    const shown = desk(addressAt('/conversations/7'));
    void shown.state.start();
    await settle();
    await openFully(shown, 7);
    expect(shown.state.thread?.conversation.id).toBe('conversation_7');
  });

  test('one to a conversation that is gone leads to the inbox', async () => {
    const said = vi.spyOn(toast, 'error').mockReturnValue(0);
    const address = addressAt('/conversations/7');
    const state = new AppStore(
      {
        invoke: () => Promise.resolve({ ok: false, error: { code: 'not-found', message: 'gone' } }) as never,
        subscribe: () => () => {},
        onReachable: () => () => {},
        onOpen: () => () => {},
      },
      address,
    );
    await state.open('conversation_7');
    expect(address.path()).toBe('/');
    expect(said).toHaveBeenCalled();
    said.mockRestore();
  });
});

describe('what the window knows of its lines', () => {
  test('an answer given before the last event does not take its place', async () => {
    const { state, tell, answer } = desk();
    void state.reload();
    await answer('app.state', app('ready'));
    // Asked for while the line still connects; that it is ready overtakes the answer.
    void state.reload();
    await settle();
    tell('line.changed', line('ready'));
    await answer('app.state', app('starting'));
    await answer('app.state', app('ready'));
    expect(state.line?.state).toBe('ready');
  });

  test('nor does an answer to an older question', async () => {
    const { state, answer } = desk();
    void state.reload();
    void state.reload();
    await answer('app.state', app('starting'));
    await answer('app.state', app('ready'));
    expect(state.line?.state).toBe('ready');
  });

  test('a line that tells without end holds nothing up', async () => {
    const { state, tell, answer } = desk();
    void state.reload();
    for (let times = 0; times < 5; times++) {
      await settle();
      tell('line.changed', line('starting'));
      await answer('app.state', app('ready'));
    }
    expect(state.line?.state).toBe('ready');
  });
});

describe('a desk that is away', () => {
  const away = (reachable: boolean): Promise<string[]> => {
    const said = vi.spyOn(toast, 'error').mockReturnValue(0);
    vi.useFakeTimers();
    let announce = (_reachable: boolean): void => {};
    const state = new AppStore(
      {
        invoke: () => Promise.resolve({ ok: false, error: { code: 'unreachable', message: 'away' } }) as never,
        subscribe: () => () => {},
        onOpen: () => () => {},
        onReachable: (listener) => {
          announce = listener;
          return () => {};
        },
      },
      addressAt('/'),
    );
    return state
      .ask('app.counts', {})
      .then(() => announce(reachable))
      .then(() => vi.runOnlyPendingTimersAsync())
      .then(() => said.mock.calls.map(([message]) => String(message)));
  };
  afterEach(() => vi.restoreAllMocks());

  test('is said once, on top, and not by each call that failed', async () => {
    expect(await away(false)).toEqual([]);
  });

  test('is said by the call where the events still come', async () => {
    expect(await away(true)).toContain('Counterline is restarting. Try again in a moment.');
  });
});

describe('the list', () => {
  test('what belongs into the operator’s drawer comes into no other view', async () => {
    const { state, tell, answer } = desk();
    void state.list.reload();
    await answer('conversations.list', { items: [], next: null });
    tell('conversation.changed', conversation(1, { isSystem: true }));
    expect(state.list.items).toEqual([]);
    void state.setView('operator');
    await answer('conversations.list', { items: [], next: null });
    tell('conversation.changed', conversation(1, { isSystem: true }));
    tell('conversation.changed', conversation(2));
    expect(state.list.items.map(({ id }) => id)).toEqual(['conversation_1']);
  });

  test('those of the same millisecond stay in the order of the desk, whichever changes', async () => {
    const { state, tell, answer } = desk();
    const batch = [3, 2, 1].map((id) => conversation(id, { lastActivityAt: 5 }));
    void state.list.reload();
    await answer('conversations.list', { items: batch, next: null });
    for (const id of [2, 3, 1]) tell('conversation.changed', conversation(id, { lastActivityAt: 5, unread: 1 }));
    expect(state.list.items.map(({ id }) => id)).toEqual(['conversation_3', 'conversation_2', 'conversation_1']);
  });

  test('of a view that is on its way nothing is asked for behind the rows of the one before', async () => {
    const { state, answer } = desk();
    void state.list.reload();
    await answer('conversations.list', { items: [conversation(9)], next: 'behind 9' });
    void state.list.setView('all');
    const settled = vi.fn();
    void state.list.settled().then(settled);
    void state.list.loadMore();
    await settle();
    expect(settled).not.toHaveBeenCalled();
    await answer('conversations.list', { items: [conversation(8)], next: 'behind 8' });
    // Had it been asked for, this would be its answer.
    await answer('conversations.list', { items: [conversation(1)], next: null });
    expect(settled).toHaveBeenCalledOnce();
    expect(state.list.items.map(({ id }) => id)).toEqual(['conversation_8']);
  });

  test('stands still under the pointer, and catches up when it leaves', async () => {
    const { state, tell, answer } = desk();
    void state.list.reload();
    await answer('conversations.list', { items: [conversation(3), conversation(2)], next: null });
    state.list.setHovered(true);
    tell('conversation.changed', conversation(2, { lastActivityAt: 9, unread: 1 }));
    tell('conversation.changed', conversation(7, { unread: 1 }));
    expect(state.list.items.map(({ id, unread }) => [id, unread])).toEqual([
      ['conversation_3', 0],
      ['conversation_2', 1],
    ]);
    expect(state.list.heldTexts).toBe(2);
    state.list.setHovered(false);
    expect(state.list.items.map(({ id }) => id)).toEqual(['conversation_2', 'conversation_7', 'conversation_3']);
  });

  test('the longest waiting stands on top, and who is answered leaves', async () => {
    const { state, tell, answer } = desk();
    void state.setView('waiting');
    await answer('conversations.list', {
      items: [conversation(1, { waitingSince: 10 }), conversation(2, { waitingSince: 20 })],
      next: null,
    });
    tell('conversation.changed', conversation(3, { waitingSince: 15 }));
    expect(state.list.items.map(({ id }) => id)).toEqual(['conversation_1', 'conversation_3', 'conversation_2']);
    tell('conversation.changed', conversation(1));
    expect(state.list.items.map(({ id }) => id)).toEqual(['conversation_3', 'conversation_2']);
  });
});
