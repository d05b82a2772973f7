import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CONTRACTS, EVENTS, METHODS } from '../../../electron/app/contract.ts';
import { handlersOf } from '../../../electron/app/handlers.ts';
import { testDesk, type TestDesk } from '../../support/desk.ts';

let all: TestDesk;
beforeAll(async () => {
  all = await testDesk();
});
afterAll(() => all.close());

describe('one contract', () => {
  test('what is asked and what is answered are one set', () => {
    expect(Object.keys(handlersOf(all.desk)).toSorted()).toEqual(Object.keys(METHODS).toSorted());
  });

  test('no two features have a name in common', () => {
    const named = (what: 'methods' | 'events'): string[] =>
      CONTRACTS.flatMap((contract) => Object.keys(contract[what])).toSorted();
    expect(named('methods')).toEqual(Object.keys(METHODS).toSorted());
    expect(named('events')).toEqual(Object.keys(EVENTS).toSorted());
  });
});
