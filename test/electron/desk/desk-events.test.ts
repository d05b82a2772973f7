import { expect, test } from 'vitest';
import type { DeskEvent } from '../../../electron/desk/context.ts';
import { DeskEvents } from '../../../electron/desk/desk-events.ts';
import { openStore } from '../../../electron/store/store.ts';

async function told() {
  const store = await openStore(':memory:');
  const events = new DeskEvents();
  const heard: string[] = [];
  const nameOf = (event: DeskEvent): string =>
    event.type === 'tasks.changed' ? `task ${event.value.conversationId}` : event.type;
  events.on((event) => heard.push(nameOf(event)));
  const task = (id: string): DeskEvent => ({ type: 'tasks.changed', value: { conversationId: id as `c${number}` } });
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
    events.publish('c2', () => ({ type: 'tasks.changed', value: { conversationId: `c2 ${state}` as `c${number}` } }));
    publish('c3');
    publish('c1');
    store.settings.set('key', 'value');
    state = 'after';
    expect(heard).toEqual([]);
  });
  expect(heard).toEqual(['task c2 after', 'task c3', 'task c1']);
});

test('what is undone is not told, nor what is only rehearsed', async () => {
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
