import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { InboxDesk, MORNING } from '../../../support/inbox-desk.ts';
import { numberOf } from '../../../../electron/shared/ids.ts';

const HOUR = 3_600_000;

/** What is taken back, fails or is undone: nobody who waits may be lost by it, and nothing else changed by it. */
describe('undoing', () => {
  let shop: InboxDesk;
  beforeEach(async () => {
    shop = await InboxDesk.open();
  });
  afterEach(() => shop.close());

  const stands = async (id: string) => {
    const { status, waitingSince, unread, snoozedUntil } = await shop.ask('conversations.get', { id });
    return { status, waitingSince, unread, snoozedUntil };
  };
  const change = async (id: string, to: Parameters<typeof shop.ask<'conversations.change'>>[1]['change']) =>
    (await shop.ask('conversations.change', { ids: [id], change: to })).before;

  describe('an answer', () => {
    test('taken back after its conversation was closed opens it: the customer waits', async () => {
      const id = shop.customer('+491711000001', 'Is it ready?');
      await shop.all.clock.advance(1_000);
      const answer = await shop.answer('+491711000001', 'Yes');
      const before = await change(id, { status: 'closed' });
      await shop.ask('messages.cancel', { id: answer });
      expect(await stands(id)).toMatchObject({ status: 'open', waitingSince: MORNING });
      // Undoing the close as well changes nothing of that.
      await shop.ask('conversations.restore', { what: 'status', snapshots: [...before] });
      expect(await stands(id)).toMatchObject({ status: 'open', waitingSince: MORNING });
    });

    test('taken back when they have written again, they wait since the first time', async () => {
      const id = shop.customer('+491711000001', 'Is it ready?');
      const answer = await shop.answer('+491711000001', 'Tomorrow', MORNING + 20 * HOUR);
      await shop.all.clock.advance(60_000);
      shop.customer('+491711000001', 'Hello?');
      await shop.ask('messages.cancel', { id: answer });
      expect(await stands(id)).toMatchObject({ waitingSince: MORNING });
    });

    test('of two, taken back in order: since the first time as well', async () => {
      const id = shop.customer('+491711000001', 'Is it ready?');
      const first = await shop.answer('+491711000001', 'Tomorrow', MORNING + 20 * HOUR);
      await shop.all.clock.advance(60_000);
      shop.customer('+491711000001', 'Hello?');
      const second = await shop.answer('+491711000001', 'At nine', MORNING + 21 * HOUR);
      await shop.ask('messages.cancel', { id: first });
      expect(await stands(id)).toMatchObject({ waitingSince: null });
      await shop.ask('messages.cancel', { id: second });
      expect(await stands(id)).toMatchObject({ waitingSince: MORNING });
    });

    test('taken back, the conversation stands again where it stood', async () => {
      const id = shop.customer('+491711000001', 'Is it ready?');
      await shop.all.clock.advance(60_000);
      const answer = await shop.answer('+491711000001', 'Yes');
      await shop.ask('messages.cancel', { id: answer });
      expect((await shop.ask('conversations.get', { id })).lastActivityAt).toBe(MORNING);
    });

    test('given up, they wait again, also where it was closed; sent anew, they do not', async () => {
      const id = shop.customer('+491711000001', 'Is it ready?');
      const answer = numberOf(await shop.answer('+491711000001', 'Yes'));
      await change(id, { status: 'closed' });
      shop.all.store.messages.setState(answer, 'uncertain', 'timeout');
      await shop.ask('messages.resolve', { id: `message_${answer}`, as: 'abandon' });
      expect(await stands(id)).toMatchObject({ status: 'open', waitingSince: MORNING });
      await shop.ask('messages.resolve', { id: `message_${answer}`, as: 'resend' });
      expect(await stands(id)).toMatchObject({ waitingSince: null });
    });
  });

  describe('a change of status', () => {
    test('does not hide a call that came since', async () => {
      const id = shop.customer('+491711000001', 'one');
      await change(id, { status: 'closed' });
      const before = await change(id, { status: 'open' });
      await shop.all.clock.advance(1_000);
      shop.all.store.conversations.noteEvent(1, shop.all.clock.now(), 'call-missed', true);
      const { restored } = await shop.ask('conversations.restore', { what: 'status', snapshots: [...before] });
      expect(restored).toBe(0);
      expect(await stands(id)).toMatchObject({ status: 'open', waitingSince: shop.all.clock.now() });
    });

    test('nor what somebody else made of it since', async () => {
      const id = shop.customer('+491711000001', 'one');
      const before = await change(id, { status: 'closed' });
      await change(id, { snoozeUntil: MORNING + HOUR });
      const { restored } = await shop.ask('conversations.restore', { what: 'status', snapshots: [...before] });
      expect(restored).toBe(0);
      expect(await stands(id)).toMatchObject({ status: 'snoozed', snoozedUntil: MORNING + HOUR });
    });

    test('nor lets somebody wait who was answered since', async () => {
      const id = shop.customer('+491711000001', 'one');
      const before = await change(id, { status: 'closed' });
      await shop.answer('+491711000001', 'Here you are');
      await shop.ask('conversations.restore', { what: 'status', snapshots: [...before] });
      expect(await stands(id)).toMatchObject({ status: 'open', waitingSince: null });
    });

    test('is said in the conversation', async () => {
      const id = shop.customer('+491711000001', 'one');
      const before = await change(id, { status: 'closed' });
      await shop.ask('conversations.restore', { what: 'status', snapshots: [...before] });
      const { events } = await shop.ask('conversations.messages', { id, range: { from: 'end' }, limit: 9 });
      expect(events.map(({ kind }) => kind)).toEqual(['closed', 'reopened']);
    });
  });

  test('a block gives back who waited, what was unread and what was to go out', async () => {
    const id = shop.customer('+491711000001', 'one');
    shop.customer('+491711000001', 'two');
    const before = await stands(id);
    const later = await shop.answer('+491711000001', 'See you', MORNING + 20 * HOUR);
    const blocked = await shop.ask('contacts.block', { conversationId: id, blocked: true });
    expect(await stands(id)).toMatchObject({ status: 'closed', unread: 0 });
    await shop.ask('contacts.undoBlock', {
      conversationId: id,
      snapshots: [...blocked.before],
      cancelledIds: [...blocked.cancelledIds],
    });
    expect(await stands(id)).toEqual({ ...before, waitingSince: null }); // the answer for tomorrow stands
    const [waiting] = await shop.ask('messages.scheduled', {});
    expect(waiting?.message).toMatchObject({ id: later, notBefore: MORNING + 20 * HOUR });
    expect(shop.all.store.contacts.isBlocked('+491711000001')).toBe(false);
  });

  test('somebody who writes while blocked does not wait since then for ever', async () => {
    const id = shop.customer('+491711000001', 'one');
    await shop.ask('contacts.block', { conversationId: id, blocked: true });
    shop.all.store.conversations.noteBlocked(1, 2, MORNING);
    expect(await stands(id)).toMatchObject({ unread: 0, waitingSince: null });
  });

  describe('merging customers', () => {
    const named = async (number: string, name: string): Promise<string> => {
      const id = shop.customer(number, name);
      await shop.ask('contacts.change', { conversationId: id, change: { name, notes: `of ${name}` } });
      return id;
    };
    const nameOf = async (id: string): Promise<string> => (await shop.ask('contacts.get', { conversationId: id })).name;

    test('one who is blocked is not made the same as one who is not', async () => {
      const [a, b] = [await named('+491711000001', 'A'), await named('+491711000002', 'B')];
      await shop.ask('contacts.block', { conversationId: b, blocked: true });
      const merged = await shop.tryTo('contacts.merge', { keepId: a, goneId: b });
      expect(merged.ok ? null : merged.error.code).toBe('one-blocked');
    });

    test('twice, undone the last one first', async () => {
      const [a, b, c] = [
        await named('+491711000001', 'A'),
        await named('+491711000002', 'B'),
        await named('+491711000003', 'C'),
      ];
      const first = await shop.ask('contacts.merge', { keepId: a, goneId: b });
      const second = await shop.ask('contacts.merge', { keepId: c, goneId: a });
      const tooEarly = await shop.tryTo('contacts.unmerge', { mergeId: first.mergeId });
      expect(tooEarly.ok).toBe(false);
      await shop.ask('contacts.unmerge', { mergeId: second.mergeId });
      await shop.ask('contacts.unmerge', { mergeId: first.mergeId });
      expect([await nameOf(a), await nameOf(b), await nameOf(c)]).toEqual(['A', 'B', 'C']);
    });

    test('a number of theirs that wants no texts is named', async () => {
      const [a, b] = [await named('+491711000001', 'A'), await named('+491711000002', 'B')];
      shop.all.store.optOuts.add('+491711000002', MORNING, 1);
      await shop.ask('contacts.merge', { keepId: a, goneId: b });
      const { numbers } = await shop.ask('contacts.get', { conversationId: a });
      expect(numbers.map(({ number, optedOut }) => [number, optedOut])).toEqual([
        ['+491711000001', false],
        ['+491711000002', true],
      ]);
    });
  });

  test('one field of a customer leaves the others alone, in any spelling of its name', async () => {
    const id = shop.customer('+491711000001', 'one');
    const set = (name: string, value: string | null) =>
      shop.ask('contacts.change', { conversationId: id, change: { field: { name, value } } });
    await set('Car', 'Golf');
    await set('Plate', 'B-1');
    await set('car', 'Polo');
    expect((await set('Bike', 'none')).fields).toEqual([
      { name: 'Car', value: 'Polo' },
      { name: 'Plate', value: 'B-1' },
      { name: 'Bike', value: 'none' },
    ]);
    expect((await set('PLATE', null)).fields.map(({ name }) => name)).toEqual(['Car', 'Bike']);
  });

  describe('something to do', () => {
    test('told once: other words for it do not ring again, another time does', async () => {
      const id = shop.customer('+491711000001', 'one');
      const rung: string[] = [];
      shop.all.desk.events.on((event) => event.type === 'task.due' && rung.push(event.value.text));
      const { id: task } = await shop.ask('tasks.add', { conversationId: id, text: 'Call', dueAt: MORNING + HOUR });
      await shop.all.clock.advance(HOUR);
      await change(id, { status: 'closed' });
      await shop.ask('tasks.edit', { id: task, text: 'Call Ana', dueAt: MORNING + HOUR });
      await shop.all.clock.advance(1_000);
      expect([rung, (await stands(id)).status]).toEqual([['Call'], 'closed']);
      await shop.ask('tasks.edit', { id: task, text: 'Call Ana', dueAt: MORNING + 2 * HOUR });
      await shop.all.clock.advance(HOUR);
      expect(rung).toEqual(['Call', 'Call Ana']);
    });

    test('removed by mistake and brought back overdue, it opens nothing', async () => {
      const id = shop.customer('+491711000001', 'one');
      await change(id, { snoozeUntil: MORNING + 9 * HOUR });
      await shop.ask('tasks.add', { conversationId: id, text: 'Call', dueAt: MORNING - HOUR });
      await shop.all.clock.advance(1_000);
      expect((await stands(id)).status).toBe('snoozed');
    });
  });

  test('somebody removed from the counter comes back to it', async () => {
    const { id } = await shop.ask('people.save', { id: null, name: 'Jo' });
    await shop.ask('people.setAtCounter', { id });
    await shop.ask('lists.setRemoved', { list: 'people', id, removed: true });
    expect((await shop.tryTo('people.setAtCounter', { id })).ok).toBe(false);
    const state = await shop.ask('lists.setRemoved', { list: 'people', id, removed: false });
    expect(state.currentAgentId).toBe(id);
  });

  test('a text for later stays in its list while its SIM is away, and can be given another time', async () => {
    shop.customer('+491711000001', 'one');
    const id = await shop.answer('+491711000001', 'See you', MORNING + 20 * HOUR);
    shop.all.store.queue.switchLines([999], MORNING);
    expect((await shop.ask('messages.scheduled', {})).map(({ message }) => message.id)).toEqual([id]);
    const moved = await shop.ask('messages.reschedule', { id, text: 'See you', notBefore: MORNING + 30 * HOUR });
    expect(moved).toMatchObject({ state: 'held', notBefore: MORNING + 30 * HOUR });
  });
});
