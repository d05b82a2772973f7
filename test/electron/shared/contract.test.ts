import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { handlersOf } from '../../../electron/desk/handlers.ts';
import { EVENT_NAMES, METHOD_NAMES } from '../../../electron/shared/contract-names.ts';
import { METHODS } from '../../../electron/shared/contract.ts';
import { testDesk, type TestDesk } from '../../support/desk.ts';

let all: TestDesk;
beforeAll(async () => {
  all = await testDesk();
});
afterAll(() => all.close());

describe('one contract', () => {
  test('the table, the handlers and the preload’s list are one set', () => {
    const table = Object.keys(METHODS).toSorted();
    expect(Object.keys(handlersOf(all.desk, all.clock)).toSorted()).toEqual(table);
    expect([...METHOD_NAMES].toSorted()).toEqual(table);
  });

  test('events are named once each', () => {
    expect(new Set(EVENT_NAMES).size).toBe(EVENT_NAMES.length);
  });
});
