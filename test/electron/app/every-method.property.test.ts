import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { METHODS, type Method } from '../../../electron/app/contract.ts';
import { idOf, type IdKind } from '../../../electron/shared/ids.ts';
import { arbitraryOf, type JsonSchema } from '../../support/from-schema.ts';
import { fuzz } from '../../support/fuzz.ts';
import { heldTwice, MOST_HELD_MS } from '../../support/held.ts';
import { STOCKED_FILES, STOCKED_NUMBERS, stockedShop } from '../../support/stocked-shop.ts';

/** By what a method's name begins with: what its `id` is an id of. */
const KINDS: Readonly<Record<string, IdKind>> = {
  conversations: 'conversation',
  notes: 'event',
  contacts: 'contact',
  contactFields: 'field',
  groups: 'group',
  groupTexts: 'campaign',
  tasks: 'task',
  tags: 'tag',
  people: 'person',
  templates: 'template',
  filters: 'filter',
  lists: 'tag',
  services: 'service',
  resources: 'resource',
  appointments: 'appointment',
  waiting: 'waiting',
  orders: 'order',
  faqs: 'faq',
  rules: 'rule',
  days: 'day',
  messages: 'message',
  recurring: 'recurring',
  lines: 'line',
  surveys: 'survey',
  webhooks: 'webhook',
};
const OF_FIELD: Readonly<Record<string, IdKind>> = {
  conversationId: 'conversation',
  serviceId: 'service',
  resourceId: 'resource',
  columnId: 'column',
  tagId: 'tag',
  assigneeId: 'person',
  lineId: 'line',
  keepId: 'contact',
  goneId: 'contact',
  groupId: 'group',
  movingId: 'appointment',
};

function knownTo(method: Method) {
  const own = KINDS[method.slice(0, method.indexOf('.'))];
  const some = (kind: IdKind | undefined): string[] => (kind === undefined ? [] : [1, 2, 3].map((n) => idOf(kind, n)));
  return (field: string): readonly string[] => {
    if (field === 'number' || (field === 'to' && own === 'message')) return STOCKED_NUMBERS;
    if (field === 'table' || field === 'text' || field === 'calendar') return Object.values(STOCKED_FILES);
    if (field === 'key') return ['key-000001', 'key-000002'];
    return some(field === 'id' || field === 'ids' ? own : OF_FIELD[field]);
  };
}

const CALLS = Object.entries(METHODS).map(([name, { input: schema }]) => {
  const method = name as Method;
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  return arbitraryOf(json, knownTo(method)).map((input) => ({ method, input }));
});
test('nothing a window may ask ends in a fault inside, or holds the loop', async () => {
  const wrong: string[] = [];
  await fuzz(fc.oneof(...CALLS), 400, async (calls) => {
    const { ask, faults, store } = await stockedShop();
    for (const { method, input } of calls) {
      const { value, heldMs } = await heldTwice(() => ask(method, input));
      const said = `${method} ${JSON.stringify(input).slice(0, 1_000)}`;
      if (faults.length > 0 || (!value.ok && value.error.code === 'internal'))
        wrong.push(`${said}: ${JSON.stringify(faults.splice(0)).slice(0, 1_000)}`);
      if (!value.ok && !/\S/.test(value.error.message)) wrong.push(`${said}: no sentence for ${value.error.code}`);
      if (heldMs > MOST_HELD_MS) wrong.push(`${said}: held the loop for ${Math.round(heldMs)} ms`);
    }
    if (!(await ask('app.state', {})).ok) wrong.push('no state afterwards');
    store.close();
  });
  expect(wrong).toEqual([]);
}, 600_000);
