import { expect, test } from 'vitest';
import { DeskEvents, type DeskEvent } from '../../../electron/core/desk-events.ts';
import { Followers } from '../../../electron/core/followers.ts';
import type { Logger } from '../../../electron/shared/logger.ts';
import { openStore } from '../../../electron/app/store.ts';

async function told() {
  const store = await openStore(':memory:');
  const events = new DeskEvents();
  const heard: string[] = [];
  const nameOf = (event: DeskEvent): string =>
    event.type === 'tasks.changed' ? `task ${event.value.conversationId}` : event.type;
  events.on((event) => heard.push(nameOf(event)));
  const task = (id: string): DeskEvent => ({
    type: 'tasks.changed',
    value: { conversationId: id as `conversation_${number}` },
  });
  const publish = (id: string): void => events.publish(id, () => task(id));
  const unit = <T>(work: () => T, isDryRun = false): T => events.unit(store, work, isDryRun);
  return { store, events, heard, task, publish, unit };
}

test('outside of a unit of work it is told at once', async () => {
  const { events, heard, task, publish } = await told();
  publish('c1');
  events.emit(task('c2'));
  expect(heard).toEqual(['task c1', 'task c2']);
});

test('within one it is told when it is on disk, each thing once, as it stands then', async () => {
  const { store, heard, events, publish, unit } = await told();
  let state = 'before';
  unit(() => {
    publish('c1');
    events.publish('c2', () => ({
      type: 'tasks.changed',
      value: { conversationId: `c2 ${state}` as `conversation_${number}` },
    }));
    publish('c3');
    publish('c1');
    store.settings.set('key', 'value');
    state = 'after';
    expect(heard).toEqual([]);
  });
  expect(heard).toEqual(['task c2 after', 'task c3', 'task c1']);
});

test('what is undone is not told, nor what is only a dry run', async () => {
  const { store, heard, publish, unit } = await told();
  const undone = (): void =>
    unit(() => {
      store.settings.set('key', 'value');
      publish('c1');
      throw new Error('no');
    });
  expect(undone).toThrow('no');
  expect(
    unit(() => {
      store.settings.set('key', 'value');
      publish('c2');
      return store.settings.get('key');
    }, true),
  ).toBe('value');
  expect(heard).toEqual([]);
  expect(store.settings.get('key')).toBeNull();
});

test('one within another is part of it: told with it, undone alone where it throws', async () => {
  const { store, heard, publish, unit } = await told();
  unit(() => {
    publish('c1');
    unit(() => publish('c2'));
    try {
      unit(() => {
        store.settings.set('inner', 'value');
        publish('c3');
        throw new Error('no');
      });
    } catch {
      publish('c4');
    }
    expect(heard).toEqual([]);
  });
  expect(heard).toEqual(['task c1', 'task c2', 'task c4']);
  expect(store.settings.get('inner')).toBeNull();
});

test('what is not there any more is not told', async () => {
  const { heard, events } = await told();
  events.publish('gone', () => null);
  expect(heard).toEqual([]);
});

test('what follows is done in the same unit of work, once for each thing, also what follows from that', async () => {
  const { store, events, heard, task, unit } = await told();
  const done: string[] = [];
  const changes = (key: string, follow: (() => void) | null): void => events.publish(key, () => task(key), follow);
  const follows = (): void => {
    done.push(`c1, ${heard.length} told`);
    store.settings.set('followed', 'c1');
    changes('c2', () => done.push('c2'));
  };
  unit(() => {
    changes('c1', follows);
    unit(() => changes('c1', follows));
    done.push('changed');
  });
  expect(done).toEqual(['changed', 'c1, 0 told', 'c2']);
  expect(heard).toEqual(['task c1', 'task c2']);
  const undone = (): void =>
    unit(() => {
      changes('c1', () => store.settings.set('followed', 'nothing'));
      throw new Error('no');
    });
  expect(undone).toThrow('no');
  unit(() => changes('c1', () => store.settings.set('followed', 'dry')), true);
  expect(store.settings.get('followed')).toBe('c1');
});

test('a fault in what follows undoes what it did itself, and nothing of the text', async () => {
  const { store, events, unit } = await told();
  const logged: unknown[] = [];
  const logger = { error: (...what: unknown[]) => logged.push(what) } as unknown as Logger;
  const followers = new Followers(logger);
  followers.add('@survey', ({ id }) => {
    store.settings.set('followed', String(id));
    throw new Error('no');
  });
  const line = store.lines.create({ kind: 'sim', imsi: '1', name: 'Line', port: null, at: 0 });
  const conversation = store.conversations.findOrCreate(line.id, '+491712223344', 'phone', 0, false);
  const id = store.messages.insertOutgoing({
    conversationId: conversation,
    lineId: line.id,
    number: '+491712223344',
    text: 'How was it?',
    state: 'queued',
    purpose: 'survey',
    priority: 3,
    encoding: 'gsm7',
    partCount: 1,
    notBefore: null,
    expiresAt: null,
    createdAt: 0,
    source: '@survey',
    resolvesConversation: 0,
    follows: null,
  });
  unit(() => {
    store.messages.setState(id, 'failed', 'gave-up');
    events.publish(
      `m${id}`,
      () => null,
      () => followers.follow(store, unit, id),
    );
  });
  expect(store.messages.byId(id)?.state).toBe('failed');
  expect(store.settings.get('followed')).toBeNull();
  expect(logged).toHaveLength(1);
});

test('however many appointments one unit of work changes, the calendar is read anew once', async () => {
  const { events, heard, publish, unit } = await told();
  const calendar = (id: string | null): void =>
    events.publish(`appointments.changed:${id}`, () => ({
      type: 'appointments.changed',
      value: { conversationId: id as `conversation_${number}` | null },
    }));
  unit(() => {
    for (const id of ['c1', 'c2', null, 'c1']) calendar(id);
    publish('c3');
  });
  expect(heard).toEqual(['task c3', 'appointments.changed']);
});
