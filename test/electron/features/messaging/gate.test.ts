import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CONDITIONS,
  gate,
  GATE_TABLE,
  type Condition,
  type GateFacts,
} from '../../../../electron/features/messaging/gate.ts';
import { PURPOSES, type Purpose } from '../../../../electron/features/messaging/contract.ts';

const UNTIL = 1_000;

/** Facts of which only some conditions are met. */
function facts(purpose: Purpose, met: readonly Condition[], more: Partial<GateFacts> = {}): GateFacts {
  const asked = (condition: Condition) => () => (met.includes(condition) ? { untilMs: UNTIL } : null);
  return {
    purpose,
    expiresAt: null,
    hasBegun: false,
    isFresh: () => false,
    met: Object.fromEntries(CONDITIONS.map((each) => [each, asked(each)])) as unknown as GateFacts['met'],
    ...more,
  };
}

/**
 * The rules of conduct once more, written out beside the table they are tested against: what becomes of answer, auto, service,
 * survey, offer, system. `+` goes, `~` waits, `-` never goes, `*` goes if the customer has just written.
 */
const EXPECTED: Readonly<Record<Condition, string>> = {
  //                   a a s s o s
  expired: /*         */ '- - - - - -',
  blocked: /*         */ '+ - - - - -',
  'opted-out': /*     */ '+ - - - - +',
  'not-wanted': /*    */ '+ + - - - +',
  'no-customer': /*   */ '+ - + - - +',
  talking: /*         */ '+ - + ~ ~ +',
  'answered-enough': /**/ '+ - + + + +',
  'consent-question': /**/ '+ ~ ~ ~ ~ +',
  'week-full': /*     */ '+ - ~ ~ ~ +',
  'quiet-hours': /*   */ '+ * ~ ~ ~ +',
  holiday: /*         */ '+ + + ~ ~ +',
  'cap-minute': /*    */ '+ ~ ~ ~ ~ +',
  'cap-hour': /*      */ '+ ~ ~ ~ ~ +',
  'cap-day': /*       */ '+ ~ ~ ~ ~ +',
};
const ROWS = CONDITIONS.flatMap((condition) =>
  EXPECTED[condition].split(' ').map((sign, i) => [condition, PURPOSES[i] as Purpose, sign] as const),
);

describe('the gate', () => {
  test.each(PURPOSES)('lets %s go where nothing speaks against it', (purpose) => {
    expect(gate(facts(purpose, []))).toEqual({ kind: 'send' });
  });

  test.each(ROWS)('%s: %s %s', (condition, purpose, sign) => {
    const decision = gate(facts(purpose, [condition]));
    const state = condition === 'expired' ? 'expired' : 'cancelled';
    if (sign === '+') expect(decision).toEqual({ kind: 'send' });
    else if (sign === '~') expect(decision).toEqual({ kind: 'hold', reason: condition, untilMs: UNTIL });
    else expect(decision).toEqual({ kind: 'drop', state, reason: condition });
    if (sign === '*') expect(gate(facts(purpose, [condition], { isFresh: () => true }))).toEqual({ kind: 'send' });
  });

  const purposes = fc.constantFrom(...PURPOSES);
  const some = fc.uniqueArray(fc.constantFrom(...CONDITIONS));

  test('nothing that could speak for a text lets it go to a customer who asked for no more', () => {
    fc.assert(
      fc.property(purposes, some, fc.boolean(), fc.boolean(), (purpose, met, hasBegun, fresh) => {
        const decision = gate(facts(purpose, [...met, 'opted-out'], { hasBegun, isFresh: () => fresh }));
        expect(decision.kind === 'send' && purpose !== 'answer' && purpose !== 'system').toBe(false);
      }),
    );
  });

  test('one more condition never lets go what did not go before', () => {
    fc.assert(
      fc.property(purposes, some, fc.constantFrom(...CONDITIONS), fc.boolean(), (purpose, met, more, fresh) => {
        const isFresh = () => fresh;
        if (gate(facts(purpose, met, { isFresh })).kind === 'send') return;
        expect(gate(facts(purpose, [...met, more], { isFresh })).kind).not.toBe('send');
      }),
    );
  });

  test('a text that has begun is stopped by the customer and by nothing else that waits', () => {
    fc.assert(
      fc.property(purposes, some, (purpose, met) => {
        const decision = gate(facts(purpose, met, { hasBegun: true }));
        expect(decision.kind).not.toBe('hold');
        if (decision.kind === 'drop') expect(['expired', 'blocked', 'opted-out']).toContain(decision.reason);
      }),
    );
  });

  test('nothing is held beyond the time it is worth something', () => {
    fc.assert(
      fc.property(purposes, some, fc.integer({ min: 0, max: 2 * UNTIL }), (purpose, met, expiresAt) => {
        const decision = gate(facts(purpose, met, { expiresAt }));
        if (decision.kind === 'hold') expect(decision.untilMs).toBeLessThanOrEqual(expiresAt);
      }),
    );
  });

  test('what makes no difference is not asked', () => {
    for (const purpose of PURPOSES) {
      const asked: Condition[] = [];
      const met = Object.fromEntries(
        CONDITIONS.map((condition) => [
          condition,
          () => {
            asked.push(condition);
            return null;
          },
        ]),
      ) as unknown as GateFacts['met'];
      gate({ ...facts(purpose, []), met });
      expect(asked).toEqual(CONDITIONS.filter((condition) => GATE_TABLE[condition][purpose] !== 'send'));
    }
  });
});
