/** One small fault, and the tests that ought to notice it. */
export interface Mutation {
  /** From the root of the project. */
  readonly file: string;
  /** Stands exactly once in the file. */
  readonly find: string;
  readonly replace: string;
}

export interface MutatedArea {
  readonly name: string;
  /** Files or folders below `test/` that are about this area. */
  readonly tests: readonly string[];
  readonly mutations: readonly Mutation[];
}

const change = (file: string, find: string, replace: string): Mutation => ({ file, find, replace });

const GATE = 'electron/features/messaging/gate.ts';
const GATE_FACTS = 'electron/features/messaging/gate-facts.ts';
const SENDER = 'electron/features/messaging/sender.ts';
const ENCODING = 'electron/features/messaging/encode-message.ts';
const OUTBOX = 'electron/features/messaging/outbox.ts';
const REPORTS_OF_DELIVERY = 'electron/features/messaging/delivery-reports.ts';
const INBOX = 'electron/features/messaging/inbox.ts';
const RECEIVED = 'electron/features/messaging/received-pdu.ts';
const SCHEDULER = 'electron/core/jobs/scheduler.ts';
const CONSENT = 'electron/features/consent/consent.ts';
const CONSENT_WORDS = 'electron/features/consent/words.ts';
const ANSWERS = 'electron/features/appointments/reply-parser.ts';
const SCORE = 'electron/features/surveys/score.ts';
const REST = 'electron/http/rest.ts';
const SERVER = 'electron/http/server.ts';
const KEPT = 'electron/backups/retention-policy.ts';
const RESTORED = 'electron/features/backups/post-restore.ts';

/** Faults a hurried change could bring into the parts that must not be wrong. A test suite that misses one has a hole there. */
export const AREAS: readonly MutatedArea[] = [
  {
    name: 'gate',
    tests: [
      'electron/features/messaging/gate.test.ts',
      'electron/features/messaging/decent-hours.test.ts',
      'electron/features/consent/consent.test.ts',
    ],
    mutations: [
      change(GATE, `if (effect === 'send' || (facts.hasBegun`, `if (effect === 'send' && (facts.hasBegun`),
      change(GATE, `new Set(['expired', 'blocked', 'opted-out'])`, `new Set(['expired', 'blocked'])`),
      change(GATE, `? Math.min(untilMs, expiresAt) : untilMs`, `? Math.max(untilMs, expiresAt) : untilMs`),
      change(GATE, `condition === 'expired' ? 'expired' : 'cancelled'`, `'cancelled'`),
      change(GATE, `effect === 'fresh' && facts.isFresh()`, `effect === 'fresh' && !facts.isFresh()`),
      change(
        GATE,
        `holiday: { answer: 'send', system: 'send', auto: 'send', service: 'send', survey: 'hold', offer: 'hold' }`,
        `holiday: { answer: 'send', system: 'send', auto: 'send', service: 'send', survey: 'send', offer: 'send' }`,
      ),
      change(
        GATE,
        `'not-wanted': { answer: 'send', system: 'send', auto: 'send', service: 'drop', survey: 'drop', offer: 'drop' }`,
        `'not-wanted': { answer: 'send', system: 'send', auto: 'send', service: 'drop', survey: 'drop', offer: 'send' }`,
      ),
      change(
        GATE_FACTS,
        `metIf(expiresAt !== null && expiresAt <= now)`,
        `metIf(expiresAt !== null && expiresAt < now)`,
      ),
      change(GATE_FACTS, `metIf(store.contacts.isBlocked(number))`, `metIf(false)`),
      change(GATE_FACTS, `used + newParts > Math.max`, `used + newParts >= Math.max`),
      change(GATE_FACTS, `sent(DAY) >= ANSWERS_A_DAY`, `sent(DAY) > ANSWERS_A_DAY`),
    ],
  },
  {
    name: 'sender',
    tests: [
      'electron/features/messaging/sending.test.ts',
      'electron/features/messaging/receiving.test.ts',
      'electron/features/lines/several-lines.test.ts',
      'electron/features/messaging/undoing.test.ts',
      'electron/features/messaging/came-due.test.ts',
      'electron/features/consent/consent.test.ts',
    ],
    mutations: [
      change(SENDER, `if (!this.#passesGate(message, isFirst &&`, `if (false && !this.#passesGate(message, isFirst &&`),
      change(SENDER, `(message.state !== 'queued' && message.state !== 'sending')`, `false`),
      change(
        SENDER,
        `store.messages.setState(id, 'uncertain', outcome.code);`,
        `store.messages.setState(id, 'queued');`,
      ),
      change(SENDER, `attempts > RETRY_MS.length || delayMs === undefined`, `delayMs === undefined`),
      change(SENDER, `const failures = (this.#failuresTo.get(message.number) ?? 0) + 1;`, `const failures = 0;`),
      change(
        SENDER,
        `isLast && store.messages.byId(id)?.state === 'sending'`,
        `store.messages.byId(id)?.state === 'sending'`,
      ),
      change(
        SENDER,
        `store.messages.setState(id, 'held', outcome.code, now + OPERATOR_RETRY_MS);`,
        `markFailed(this.#context, id, 'failed', outcome.code);`,
      ),
      change(ENCODING, `worths.push(Math.max(LATE_ENOUGH_MS, texting.until - now));`, ``),
      change(OUTBOX, `earlier.bodyHash !== hashOf(idempotency)`, `false`),
      change(
        OUTBOX,
        `!['scheduled', 'queued', 'held'].includes(row.state) || !untouched`,
        `!['scheduled', 'queued', 'held'].includes(row.state)`,
      ),
      change(OUTBOX, `row?.state !== 'held' || row.reason !== MISSED`, `row?.state !== 'held'`),
    ],
  },
  {
    name: 'delivery',
    tests: [
      'electron/features/messaging/reports.test.ts',
      'electron/features/messaging/sending.test.ts',
      'reality/k14-lost-answers.test.ts',
      'reality/reviewed.test.ts',
    ],
    mutations: [
      change(REPORTS_OF_DELIVERY, `return candidates.length === 1 ?`, `return candidates.length >= 1 ?`),
      change(
        REPORTS_OF_DELIVERY,
        `parts.every(({ state }) => state === 'delivered')`,
        `parts.some(({ state }) => state === 'delivered')`,
      ),
      change(REPORTS_OF_DELIVERY, `report === undefined || reports.length > 1 || `, `report === undefined || `),
    ],
  },
  {
    name: 'inbox',
    tests: [
      'electron/features/messaging/receiving.test.ts',
      'electron/features/consent/consent.test.ts',
      'modem/sms/receiving.test.ts',
    ],
    mutations: [
      change(
        INBOX,
        `open.find(({ id }) => !store.received.partsOf(id).some((each) => each.sequence === sequence))`,
        `open.at(0)`,
      ),
      change(INBOX, `if (isComplete || group.message_id !== null) this`, `if (isComplete) this`),
      change(INBOX, `read.tpdu.pid !== PID_SILENT`, `true`),
      change(INBOX, `const GAP_AFTER_MS = 15 * 60_000;`, `const GAP_AFTER_MS = 45 * 60_000;`),
      change(INBOX, `const GROUP_SPAN_MS = 30 * 60_000;`, `const GROUP_SPAN_MS = Number.MAX_SAFE_INTEGER;`),
      change(RECEIVED, `[originator, serviceCentreTime.raw, pid`, `[originator, pid`),
      change(
        INBOX,
        `if (isBlocked) store.conversations.noteBlocked(conversationId, id, at);\n    else`,
        `if (!isBlocked)`,
      ),
    ],
  },
  {
    name: 'scheduler',
    tests: ['electron/core/jobs/scheduler.test.ts', 'electron/features/appointments/any-order.test.ts'],
    mutations: [
      change(SCHEDULER, `if (!store.jobs.isWaiting(job)) return;`, ``),
      change(SCHEDULER, `job.attempts > MOST_ATTEMPTS`, `job.attempts > 2 * MOST_ATTEMPTS`),
      change(SCHEDULER, `FIRST_AGAIN_MS * 2 ** (job.attempts - 1)`, `FIRST_AGAIN_MS`),
      change(SCHEDULER, `store.jobs.giveBack();`, ``),
      change(SCHEDULER, `Math.max(outcome.at, now + 1)`, `outcome.at`),
      change('electron/core/jobs/repository.ts', `excluded.payload WHERE jobs.state = 'waiting'`, `excluded.payload`),
    ],
  },
  {
    name: 'consent',
    tests: [
      'electron/features/consent/consent.test.ts',
      'electron/features/consent/consent-words.test.ts',
      'electron/features/consent/consent-kept.test.ts',
    ],
    mutations: [
      change(
        CONSENT_WORDS,
        `'opt-out': ['stop', 'stop stop', 'stop stop stop', 'stopall', 'stop all']`,
        `'opt-out': ['stop', 'stop stop', 'stop stop stop', 'stopall']`,
      ),
      change('electron/locales/en/lexicon.ts', `      'revoke',\n`, ``),
      change(CONSENT_WORDS, `reported.test(sentence) ? 'maybe' : 'opt-out'`, `'opt-out'`),
      change(
        CONSENT_WORDS,
        `return sentence.search(MAYBE) !== -1 ? { wish: 'maybe', language: null } : null;`,
        `return null;`,
      ),
      change('electron/locales/es/lexicon.ts', `yes: ['si'],`, `yes: [],`),
      change(
        CONSENT,
        `if (store.optOuts.has(number)) return;\n    store.optOuts.add(number, at, message);`,
        `store.optOuts.add(number, at, message);`,
      ),
      change(
        CONSENT,
        `if (!this.#isAsked(heard.number)) return false;\n        this.#questions.close`,
        `this.#questions.close`,
      ),
      change(CONSENT, `store.optOuts.add(number, at, message);`, ``),
    ],
  },
  {
    name: 'replies',
    tests: ['electron/features/appointments/reply-parser.test.ts', 'electron/features/surveys/score.test.ts'],
    mutations: [
      change(ANSWERS, `if (text.length > LONGEST) return UNCLEAR;`, ``),
      change(ANSWERS, `if (DATES.some((date) => date.test(folded))) return UNCLEAR;`, ``),
      change(ANSWERS, `said.size > 1 || choices.size > 1 || down`, `choices.size > 1 || down`),
      change(ANSWERS, `if (times.length + days.length > 0 && !isThis) return UNCLEAR;`, ``),
      change(ANSWERS, `if (is === 'confirm' && regrets) return UNCLEAR;`, ``),
      change(ANSWERS, `half === 'pm' ? twelve + 12`, `half === 'pm' ? Number(hour) + 12`),
      change(ANSWERS, `return isQuestion && is !== 'move' ? UNCLEAR : { is };`, `return { is };`),
      change(SCORE, `Number(ofWhat) !== scale.to`, `false`),
      change(SCORE, `if (/[?\\d]/.test(rest)) return null;`, ``),
      change(SCORE, `if (score < from || score > to) return null;`, `if (score > to) return null;`),
    ],
  },
  {
    name: 'codec',
    tests: ['modem/pdu', 'modem/sms/receiving.test.ts', 'modem/sms/sending.test.ts'],
    mutations: [
      change('modem/pdu/segmentation.ts', `if (used + pieceCost > limit)`, `if (used + pieceCost >= limit)`),
      change(
        'modem/pdu/segmentation.ts',
        `(concatenated === null ? 0 : concatenated === 8 ? 5 : 6)`,
        `(concatenated === null ? 0 : 5)`,
      ),
      change(
        'modem/pdu/segmentation.ts',
        `plan.parts.length < best.parts.length`,
        `plan.parts.length <= best.parts.length`,
      ),
      change('modem/pdu/timestamp.ts', `(zone & 0x08) !== 0 ? -quarters * 15`, `(zone & 0x08) !== 0 ? quarters * 15`),
      change(
        'modem/pdu/timestamp.ts',
        `(year as number) >= CENTURY_PIVOT ? 1900`,
        `(year as number) > CENTURY_PIVOT ? 1900`,
      ),
      change('modem/pdu/validity.ts', `(octet - 143) * 30 * MINUTE`, `(octet - 142) * 30 * MINUTE`),
      change(
        'modem/pdu/validity.ts',
        `relativeValidityMs(candidate) <= wantedMs`,
        `relativeValidityMs(candidate) < wantedMs`,
      ),
      change(
        'modem/pdu/gsm7.ts',
        `shifted === UNDEFINED ? orSpace(main[next]) : shifted`,
        `shifted === UNDEFINED ? ' ' : shifted`,
      ),
      change('modem/pdu/address.ts', `Math.ceil((septets.length * 7) / 4)`, `Math.floor((septets.length * 7) / 4)`),
      change(
        'modem/pdu/user-data.ts',
        `const fillBits = headerSeptets * 7 - header.octets * 8;`,
        `const fillBits = 0;`,
      ),
      change('modem/sms/reassembly.ts', `|\${total}|\${referenceBits}`, `|\${total}`),
      change('modem/sms/send-errors.ts', `retry: [38, 41,`, `retry: [41,`),
      change('modem/sms/outbound.ts', `payloadWritten ? 'uncertain' : 'retry'`, `'retry'`),
      change('modem/sms/delivery-status.ts', `status <= 0x02 ? 'delivered'`, `status <= 0x01 ? 'delivered'`),
    ],
  },
  {
    name: 'reports',
    tests: ['electron/features/reports', 'electron/features/messaging/reports.test.ts'],
    mutations: [
      change(
        'electron/features/reports/time-buckets.ts',
        `else if (at >= day.until) low`,
        `else if (at > day.until) low`,
      ),
      change('electron/features/reports/time-buckets.ts', `date.dayOfWeek === 1`, `date.dayOfWeek === 7`),
      change(
        'electron/features/reports/report-builder.ts',
        `Math.ceil(part * sorted.length) - 1`,
        `Math.floor(part * (sorted.length - 1))`,
      ),
      change('electron/features/reports/costs.ts', `date.day === bundleDay) used = 0`, `date.day === 1) used = 0`),
      change('electron/features/reports/costs.ts', `date.subtract({ months: 1 })`, `date`),
      change('electron/features/reports/delivery.ts', `failed: ['failed', 'expired']`, `failed: ['failed']`),
      change('electron/features/reports/satisfaction.ts', `const CONTENT = 4;`, `const CONTENT = 3;`),
    ],
  },
  {
    name: 'backups',
    tests: ['electron/backups', 'electron/core/db/power-cut.test.ts'],
    mutations: [
      change(KEPT, `((day.getUTCDay() + 6) % 7)`, `day.getUTCDay()`),
      change(KEPT, `newest - at < ALL_OF_MS`, `newest - at < 0`),
      change(KEPT, `kind === 'by-hand').slice(0, KEPT['by-hand'])`, `kind === 'by-hand')`),
      change(RESTORED, `store.restored.settleOutgoing(now)`, `0`),
      change(RESTORED, `store.accessTokens.revokeOthers(accessTokens, now)`, `void accessTokens`),
      change(RESTORED, `store.restored.makeLate(now, now - 2 * MAX_LATENESS_MS)`, `0`),
    ],
  },
  {
    name: 'scopes',
    tests: ['electron/http', 'electron/api-server.test.ts'],
    mutations: [
      change('electron/http/guards.ts', "(needed === 'none' || !scopes.has(needed))", "needed === 'none'"),
      change(SERVER, "guards.scoped('none')", 'guards.scoped(null)'),
      change(REST, 'isWithheld && withholds(given, code)', 'false'),
      change(REST, 'if (error instanceof RefusalError && isWithheld)', 'if (false)'),
      change(REST, 'access.opens(scope) === true ? told(event) : null', 'true ? told(event) : null'),
      change(
        'electron/features/orders/routes.ts',
        "'order.changed': { scope: 'orders:read',",
        "'order.changed': { scope: 'messages:read',",
      ),
    ],
  },
];
