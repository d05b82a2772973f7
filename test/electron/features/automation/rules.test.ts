import { describe, expect, test } from 'vitest';
import { fits } from '../../../../electron/features/automation/rules/rule-conditions.ts';
import { parseRuleBody, type Rule } from '../../../../electron/features/automation/rules/rule.ts';
import { initialWhen, TRIGGERS, type TriggerName } from '../../../../electron/features/automation/triggers/index.ts';
import type { RuleFacts } from '../../../../electron/features/automation/triggers/trigger.ts';
import { deskLine } from '../../../support/desk-line.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ANA = '+491712223344';
const TOM = '+491604412907';
const STAFF = '+491795550123';

type Change = {
  name?: string;
  enabled?: boolean;
  when?: Partial<Rule['when']>;
  only?: Partial<Rule['only']>;
  does?: Partial<Rule['does']>;
};
function rule({ name = 'Rule', enabled = true, when, only, does }: Change = {}): Rule {
  return {
    name,
    enabled,
    when: { ...initialWhen(when?.trigger ?? 'text'), ...when } as Rule['when'],
    only: { words: [], hours: 'any', tagId: null, field: null, ...only },
    does: { answer: '', tagId: null, assigneeId: null, task: '', notify: false, staffPhone: '', close: false, ...does },
  };
}

const FACTS: RuleFacts = {
  triggers: ['text'],
  text: 'Do you repair e-bikes?',
  isOpen: true,
  tagIds: ['tag_1'],
  givenTagId: null,
  fields: [{ name: 'Bike', value: 'Gazelle, blue' }],
  language: 'en',
};

describe('a rule that a version before kept', () => {
  const { only, does } = rule({ does: { notify: true } });
  test.each<[string, object, Rule['when']]>([
    ['of a text', { trigger: 'text', minutes: 15, tagId: null }, { trigger: 'text' }],
    ['of waiting', { trigger: 'no-answer', minutes: 45, tagId: null }, { trigger: 'no-answer', minutes: 45 }],
    ['of a tag', { trigger: 'tagged', minutes: 15, tagId: 'tag_3' }, { trigger: 'tagged', tagId: 'tag_3' }],
    [
      'of a date',
      { trigger: 'yearly-date', minutes: 15, tagId: null, date: { field: 'TÜV', daysBefore: 14, isOffer: false } },
      { trigger: 'yearly-date', field: 'TÜV', daysBefore: 14, isOffer: false },
    ],
  ])('is read: %s', (_, when, read) =>
    expect(parseRuleBody(JSON.stringify({ when, only, does }))).toEqual({ when: read, only, does }),
  );

  test.each([[{ trigger: 'full-moon' }], [{ trigger: 'no-answer', minutes: 0 }], [{ trigger: 'tagged' }]])(
    'in a form that is not known is left aside: %j',
    (when) => expect(parseRuleBody(JSON.stringify({ when, only, does }))).toBeNull(),
  );
});

describe('a rule is set off', () => {
  test.each<[string, Change, Partial<RuleFacts>, boolean]>([
    ['by any text', {}, {}, true],
    ['by nothing else', {}, { triggers: ['missed-call'] }, false],
    ['by one of its words', { only: { words: ['refund', 'repair'] } }, {}, true],
    ['whatever their endings', { only: { words: ['repairs'] } }, {}, true],
    ['by no part of a word', { only: { words: ['pair'] } }, {}, false],
    ['by words that follow each other', { only: { words: ['repair e-bike'] } }, {}, true],
    ['but not by words apart', { only: { words: ['you e-bikes'] } }, {}, false],
    ['whatever case and accents', { only: { words: ['RÉPAIR'] } }, {}, true],
    ['while open', { only: { hours: 'open' } }, {}, true],
    ['not while closed', { only: { hours: 'open' } }, { isOpen: false }, false],
    ['while closed', { only: { hours: 'closed' } }, { isOpen: false }, true],
    ['by who has a tag', { only: { tagId: 'tag_1' } }, {}, true],
    ['not by who has another', { only: { tagId: 'tag_2' } }, {}, false],
    ['by who has a field', { only: { field: { name: 'bike', value: '' } } }, {}, true],
    ['by its value', { only: { field: { name: 'Bike', value: 'gazelle, blue' } } }, {}, true],
    ['not by another value', { only: { field: { name: 'Bike', value: 'red' } } }, {}, false],
    ['not by who has none', { only: { field: { name: 'Car', value: '' } } }, {}, false],
    ['by any tag', { when: { trigger: 'tagged' } }, { triggers: ['tagged'], givenTagId: 'tag_9' }, true],
    [
      'by its tag',
      { when: { trigger: 'tagged', tagId: 'tag_9' } },
      { triggers: ['tagged'], givenTagId: 'tag_9' },
      true,
    ],
    [
      'not by another',
      { when: { trigger: 'tagged', tagId: 'tag_8' } },
      { triggers: ['tagged'], givenTagId: 'tag_9' },
      false,
    ],
  ])('%s', (_, change, facts, is) => {
    expect(fits(rule(change), { ...FACTS, ...facts })).toBe(is);
  });

  test.each<TriggerName>(TRIGGERS.map(({ name }) => name))('by “%s” and by that alone', (trigger) => {
    const set = TRIGGERS.map(({ name }) => name).filter((each) =>
      fits(rule({ when: { trigger } }), { ...FACTS, triggers: [each] }),
    );
    expect(set).toEqual([trigger]);
  });
});

/** Ten on a Monday, open from nine to six. */
async function shopWith(changes: readonly Change[], hour = 10) {
  const desk = await deskLine();
  const { store } = desk;
  const tag = `tag_${store.lists.tags.insert({ name: 'Repair', hue: 20 })}`;
  const person = `person_${store.lists.people.insert({ name: 'Jo' })}`;
  const save = (change: Change): string => {
    const filled = rule(change);
    const does = {
      ...filled.does,
      tagId: filled.does.tagId === null ? null : tag,
      assigneeId: filled.does.assigneeId === null ? null : person,
    };
    const saved = desk.rules.save(null, { ...filled, does });
    if (!saved.ok) throw new Error(saved.error.code);
    return saved.value.id;
  };
  const ids = changes.map(save);
  await desk.clock.advance((hour - 9) * HOUR);
  await desk.start();
  const says = async (text: string, from = ANA): Promise<void> => {
    desk.network.sendText(from, desk.sim.msisdn, text);
    await desk.clock.advance(3_000);
  };
  const told: string[] = [];
  desk.context.events.on((event) => {
    if (event.type === 'conversation.flagged') told.push(event.value.rule);
  });
  const row = (id = 1) => {
    const found = store.conversations.byId(id);
    if (found === null) throw new Error('No such conversation.');
    return found;
  };
  const events = (id = 1): readonly string[] =>
    store.conversationEvents
      .between(id, 0, Number.MAX_SAFE_INTEGER)
      .map(({ kind, detail, author }) => [kind, detail, author].filter((each) => each !== null).join(' '));
  const called = (from = ANA): void =>
    desk.inbox.called(desk.row.id, { number: from, rejected: false }, desk.clock.now());
  return {
    ...desk,
    ids,
    save,
    tag,
    person,
    says,
    row,
    events,
    told,
    called,
    said: () => desk.texts.map(({ to, text }) => (to === STAFF ? `staff: ${text}` : text)),
  };
}

describe('what it does', () => {
  test('all that it says, under its name, and the customer still waits for a person', async () => {
    const shop = await shopWith([
      {
        name: 'Repairs',
        only: { words: ['repair'] },
        does: {
          answer: 'Bring it in any day.',
          tagId: 'the one',
          assigneeId: 'the one',
          task: 'Order parts',
          notify: true,
          staffPhone: '0179 5550123',
        },
      },
    ]);
    await shop.says('Do you repair e-bikes?');
    expect(shop.said().toSorted()).toEqual([
      'Bring it in any day.',
      'staff: Kessler, Repairs: 0171 2223344: Do you repair e-bikes?',
    ]);
    expect(shop.store.messages.byId(2)).toMatchObject({ source: 'Repairs', purpose: 'auto' });
    expect(shop.row()).toMatchObject({ tags: JSON.stringify([1]), assignee_id: 1, task_text: 'Order parts' });
    expect(shop.row().waiting_since).not.toBeNull();
    expect(shop.events()).toEqual(['rule Repairs']);
    expect(shop.told).toEqual(['Repairs']);
  });

  test('closes, and then nobody waits', async () => {
    const { says, said, row } = await shopWith([
      { only: { words: ['thanks'] }, does: { answer: 'Any time!', close: true } },
    ]);
    await says('Thanks');
    expect(said()).toEqual(['Any time!']);
    expect(row()).toMatchObject({ status: 'closed', waiting_since: null });
  });

  test('the first in the owner’s order answers; the others do the rest', async () => {
    const shop = await shopWith([
      { name: 'A', only: { words: ['bike'] }, does: { answer: 'A answers' } },
      { name: 'B', only: { words: ['bike'] }, does: { answer: 'B answers', task: 'Of B' } },
    ]);
    await shop.says('My bike');
    expect(shop.said()).toEqual(['A answers']);
    expect(shop.row().task_text).toBe('Of B');
    shop.rules.setOrder(shop.ids.toReversed());
    await shop.says('My bike!');
    expect(shop.said()).toEqual(['A answers', 'B answers']);
    // The same thing is to be done once.
    expect(shop.store.tasks.ofConversation(1)).toHaveLength(1);
  });

  test('a rule about words goes before a common question, any other after it', async () => {
    const faq = {
      name: 'Parking',
      enabled: true,
      wordings: [
        { language: 'en' as const, phrasings: ['Where can I park?'], keywords: [], answer: 'Behind the house.' },
      ],
    };
    const shop = await shopWith([{ name: 'Welcome', when: { trigger: 'first-text' }, does: { answer: 'Welcome!' } }]);
    shop.faqs.save(null, faq);
    await shop.says('Where can I park?');
    expect(shop.said()[0]).toMatch(/^Behind/);
    await shop.says('Hello there', TOM);
    expect(shop.said()[1]).toBe('Welcome!');
    await shop.says('Hello again', TOM);
    expect(shop.said()).toHaveLength(2);
    shop.save({ name: 'Vans', only: { words: ['park'] }, does: { answer: 'Vans at the back.' } });
    await shop.says('Where can I park??');
    expect(shop.said()[2]).toBe('Vans at the back.');
  });

  test('a missed call is answered once an hour, also in the evening', async () => {
    const shop = await shopWith([{ when: { trigger: 'missed-call' }, does: { answer: 'We missed your call.' } }], 22);
    shop.called();
    await shop.clock.advance(3_000);
    shop.called();
    await shop.clock.advance(3_000);
    expect(shop.said()).toEqual(['We missed your call.']);
    await shop.clock.advance(2 * HOUR);
    shop.called();
    await shop.clock.advance(3_000);
    expect(shop.said()).toHaveLength(2);
  });

  test('who has waited in opening hours is told once, and not who waited already when the rule was made', async () => {
    const shop = await shopWith([], 17.75);
    await shop.says('Before');
    shop.save({ when: { trigger: 'no-answer', minutes: 30 }, does: { answer: 'We are with you soon.' } });
    await shop.says('After', TOM);
    const pass = async (ms: number): Promise<void> => {
      await shop.clock.advance(ms);
      shop.automation.onDue();
      await shop.clock.advance(3_000);
    };
    const due = shop.automation.dueAt ?? 0;
    // A quarter of an hour today, the other tomorrow at nine.
    expect(due - shop.clock.now()).toBeGreaterThan(15 * HOUR);
    await pass(20 * MINUTE);
    expect(shop.said()).toEqual([]);
    await pass(due - shop.clock.now());
    expect(shop.said()).toEqual(['We are with you soon.']);
    await pass(HOUR);
    expect(shop.said()).toHaveLength(1);
    expect(shop.automation.dueAt).toBeNull();
  });

  test('what follows from closing leaves after a minute, and not when it was undone', async () => {
    const shop = await shopWith([{ when: { trigger: 'closed' }, does: { answer: 'Thank you for coming!' } }]);
    await shop.says('Bye');
    const closed = shop.conversations.change(['conversation_1'], { status: 'closed' });
    await shop.clock.advance(30_000);
    if (!closed.ok) throw new Error(closed.error.code);
    shop.conversations.restore({ what: 'status', snapshots: [...closed.value.before] });
    await shop.clock.advance(2 * MINUTE);
    await shop.wake();
    await shop.clock.advance(3_000);
    expect(shop.said()).toEqual([]);
    expect(shop.row().status).toBe('open');
    shop.conversations.change(['conversation_1'], { status: 'closed' });
    await shop.clock.advance(61_000);
    await shop.wake();
    await shop.clock.advance(3_000);
    expect(shop.said()).toEqual(['Thank you for coming!']);
  });

  test('closed in the evening and opened again, or written to again: it does not leave the next morning', async () => {
    const shop = await shopWith([{ when: { trigger: 'closed' }, does: { answer: 'Thank you!' } }], 21);
    await shop.says('Bye');
    shop.conversations.change(['conversation_1'], { status: 'closed' });
    await shop.clock.advance(2 * MINUTE);
    await shop.wake();
    const [held] = shop.store.messages.inState('held', 5);
    expect(held?.reason).toBe('quiet-hours');
    await shop.says('One more thing!');
    expect(shop.store.messages.byId(held?.id ?? 0)).toMatchObject({ state: 'cancelled', reason: 'undone' });
    expect(shop.row().waiting_since).not.toBeNull();
  });

  test('undone, a close leaves who waited waiting, and a tag takes its text along', async () => {
    const shop = await shopWith([
      { name: 'Bye', when: { trigger: 'closed' }, does: { answer: 'Thank you!' } },
      { name: 'Vip', when: { trigger: 'tagged' }, does: { answer: 'Welcome VIP' } },
    ]);
    await shop.says('Hello');
    const since = shop.row().waiting_since;
    const tagged = shop.conversations.change(['conversation_1'], { addTagId: shop.tag });
    const closed = shop.conversations.change(['conversation_1'], { status: 'closed' });
    if (!closed.ok || !tagged.ok) throw new Error('not changed');
    shop.conversations.restore({ what: 'status', snapshots: [...closed.value.before] });
    expect(shop.row()).toMatchObject({ status: 'open', waiting_since: since });
    shop.conversations.restore({ what: { tagId: shop.tag }, snapshots: [...tagged.value.before] });
    await shop.clock.advance(2 * MINUTE);
    await shop.wake();
    await shop.clock.advance(3_000);
    expect(shop.said()).toEqual([]);
  });

  test('of two rules about waiting one answers, and after days away none does', async () => {
    const two = [10, 10].map((minutes, n) => ({
      name: `Wait ${n}`,
      when: { trigger: 'no-answer' as const, minutes },
      does: { answer: `Soon ${n}`, task: `Look ${n}` },
    }));
    const shop = await shopWith(two);
    await shop.says('Hello');
    await shop.clock.advance(11 * MINUTE);
    shop.automation.onDue();
    await shop.clock.advance(3_000);
    expect(shop.said()).toEqual(['Soon 0']);
    await shop.says('And me?', TOM);
    shop.clock.sleep(2 * 24 * HOUR);
    await shop.wake();
    await shop.clock.advance(3_000);
    expect(shop.said()).toEqual(['Soon 0']);
    expect(shop.store.tasks.ofConversation(2)).toHaveLength(2);
  });

  test('a tag given by a person sets it off, one given by a rule does not', async () => {
    const shop = await shopWith([
      { name: 'Tagger', only: { words: ['bike'] }, does: { tagId: 'the one' } },
      { name: 'Follow', when: { trigger: 'tagged' }, does: { task: 'Look at it' } },
    ]);
    await shop.says('My bike');
    expect(shop.row().task_text).toBeNull();
    await shop.says('Hello', TOM);
    shop.conversations.change(['conversation_2'], { addTagId: shop.tag });
    expect(shop.row(2).task_text).toBe('Look at it');
    expect(shop.events(2)).toEqual(['rule Follow']);
  });
});

describe('bounds', () => {
  test('while a person has taken over it answers nobody, but does the rest', async () => {
    const shop = await shopWith([{ only: { words: ['bike'] }, does: { answer: 'Hm?', task: 'Look' } }]);
    await shop.says('Hello');
    shop.send(ANA, 'Yes?');
    await shop.clock.advance(HOUR);
    await shop.says('My bike');
    expect(shop.said()).toEqual(['Yes?']);
    expect(shop.row().task_text).toBe('Look');
  });

  test('somebody of the shop is told every five minutes at most, and what they write is nobody’s question', async () => {
    const shop = await shopWith([{ name: 'Ring', does: { staffPhone: STAFF, answer: 'Hi' } }]);
    for (let n = 0; n < 4; n++) {
      await shop.says(`Text ${n}`, `+4917122233${n}0`);
      await shop.clock.advance(2 * MINUTE);
    }
    expect(shop.said().filter((text) => text.startsWith('staff'))).toHaveLength(2);
    const before = shop.said().length;
    await shop.says('On my way', STAFF);
    expect(shop.said()).toHaveLength(before);
  });

  test('STOP ends it before the rule is looked at', async () => {
    const shop = await shopWith([{ does: { answer: 'Hello!', notify: true } }]);
    await shop.says('STOP');
    expect(shop.said()).toHaveLength(1);
    expect(shop.said()[0]).not.toContain('Hello!');
    expect(shop.told).toEqual([]);
    await shop.says('But is my bike ready?');
    expect(shop.said()).toHaveLength(1);
  });

  test('what cannot be is refused', async () => {
    const { rules } = await shopWith([{ name: 'One', does: { task: 'x' } }]);
    const codes = [
      rule({ name: 'Empty' }),
      rule({ name: 'ONE', does: { task: 'x' } }),
      rule({ name: 'Blank', does: { answer: 'It costs {{price}}.' } }),
      rule({ name: 'Phone', does: { staffPhone: 'nobody' } }),
    ].map((each) => {
      const saved = rules.save(null, each);
      return saved.ok ? 'ok' : saved.error.code;
    });
    expect(codes).toEqual(['nothing-to-do', 'name-taken', 'unfilled-blank', 'bad-number']);
  });
});

describe('a simulation', () => {
  test('tells what a rule would have done with the last month’s texts, and does nothing', async () => {
    const shop = await shopWith([], 17);
    await shop.says('Do you repair e-bikes?');
    await shop.says('And what about repairs on Sunday?', TOM);
    shop.send(TOM, 'No.');
    await shop.clock.advance(HOUR);
    await shop.says('Thanks', TOM);
    const queued = shop.store.queue.queueCounts();
    const simulated = (change: Change) => shop.automation.simulate(rule({ does: { answer: 'Hi' }, ...change }), 30);
    expect(await simulated({ only: { words: ['repair'] } })).toMatchObject({
      looked: 3,
      total: 2,
      hits: [{ who: '0160 4412907', text: 'And what about repairs on Sunday?' }, { text: 'Do you repair e-bikes?' }],
    });
    expect((await simulated({ when: { trigger: 'first-text' } })).total).toBe(2);
    expect(await simulated({ only: { hours: 'closed' } })).toMatchObject({ total: 1, hits: [{ text: 'Thanks' }] });
    // Ana was never answered; Tom was at once, and then wrote after closing.
    expect((await simulated({ when: { trigger: 'no-answer', minutes: 30 } })).hits.map(({ who }) => who)).toEqual([
      '0160 4412907',
      '0171 2223344',
    ]);
    expect((await simulated({ when: { trigger: 'tagged' } })).isUnknown).toBe(true);
    shop.called();
    expect(await simulated({ when: { trigger: 'missed-call' } })).toMatchObject({ looked: 1, total: 1 });
    expect(shop.store.queue.queueCounts()).toEqual(queued);
  });

  test('nothing older than asked for', async () => {
    const shop = await shopWith([]);
    await shop.says('Do you repair e-bikes?');
    await shop.clock.advance(3 * 24 * HOUR);
    expect((await shop.automation.simulate(rule({ does: { answer: 'Hi' } }), 2)).looked).toBe(0);
    expect((await shop.automation.simulate(rule({ does: { answer: 'Hi' } }), 4)).looked).toBe(1);
  });
});
