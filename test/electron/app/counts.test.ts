import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore, type Store } from '../../../electron/app/store.ts';

const NOW = Date.UTC(2026, 10, 24, 9);
const NUMBER = '+491712223344';
let store: Store;

beforeEach(async () => {
  store = await openStore(':memory:');
});
afterEach(() => store.close());

const counted = () => ({ from: 0, until: NOW + 86_400_000, lines: store.reports.lines(), days: [0] });
const kinds = (): readonly string[] =>
  store.reports.texts(counted()).map(({ kind, texts, parts }) => `${kind} ${texts}/${parts}`);

/** A customer writes, somebody answers, and the network takes it. */
function talk(line: number): number {
  const conversation = store.conversations.findOrCreate(line, NUMBER, 'phone', NOW);
  const heard = store.messages.insertIncoming({
    conversationId: conversation,
    lineId: line,
    number: NUMBER,
    text: 'Ready?',
    reason: null,
    encoding: 'gsm7',
    partCount: 1,
    receivedAt: NOW,
  });
  store.conversations.noteIncoming(conversation, heard, NOW, true);
  const answer = store.messages.insertOutgoing({
    conversationId: conversation,
    lineId: line,
    number: NUMBER,
    text: 'Yes',
    state: 'queued',
    purpose: 'answer',
    priority: 0,
    encoding: 'gsm7',
    partCount: 1,
    notBefore: null,
    expiresAt: null,
    createdAt: NOW,
    source: null,
    resolvesConversation: 0,
    follows: null,
  });
  store.conversations.noteOutgoing(conversation, answer, NOW, true);
  store.parts.insert(answer, [new Uint8Array([1])]);
  store.parts.setSubmitting(answer, 1, NOW + 1_000);
  return answer;
}
function sent(answer: number): void {
  store.parts.setSent(answer, 1, 7, NOW + 2_000);
  store.messages.setSent(answer, NOW + 2_000);
}

test('what the Demo line made up is not counted of the SIM that takes its place, and its number', () => {
  const demo = store.lines.create({ kind: 'demo', imsi: null, name: 'Demo', port: null, at: NOW }).id;
  sent(talk(demo));
  store.reports.addUptime(demo, 1, 900_000, 900_000);
  expect(kinds()).toEqual(['answer 1/1', 'in 1/1']);
  store.lines.erase(demo);
  store.lines.create({ kind: 'sim', imsi: '1', name: 'Line', port: null, at: NOW });
  expect(kinds()).toEqual([]);
  expect(store.reports.talks(counted()).count).toBe(0);
  expect(store.reports.watchedSince(store.reports.lines())).toBeNull();
});

test('two lines that turn out to be one are counted as one', () => {
  const guess = store.lines.create({ kind: 'sim', imsi: null, name: 'Guess', port: '/dev/a', at: NOW }).id;
  const line = store.lines.create({ kind: 'sim', imsi: '1', name: 'Line', port: '/dev/b', at: NOW }).id;
  sent(talk(guess));
  sent(talk(line));
  store.reports.addUptime(guess, 1, 600_000, 0);
  store.reports.addUptime(line, 1, 300_000, 300_000);
  store.lines.merge(guess, line);
  expect(kinds()).toEqual(['answer 2/2', 'in 2/2']);
  expect(store.reports.talks(counted()).count).toBe(2);
  expect(store.reports.uptime(counted())[0]).toMatchObject({ watched_ms: 900_000, ready_ms: 300_000 });
});

test('a text that may have gone out and was delivered has left', () => {
  const line = store.lines.create({ kind: 'sim', imsi: '1', name: 'Line', port: null, at: NOW }).id;
  const answer = talk(line);
  store.parts.setState(answer, 1, 'uncertain');
  store.messages.setState(answer, 'uncertain', 'timeout');
  store.parts.setReported(answer, 1, 'delivered', 0, NOW + 5_000);
  store.messages.setDelivered(answer, NOW + 5_000);
  expect(store.messages.byId(answer)).toMatchObject({ state: 'delivered', sent_at: NOW + 5_000 });
  expect(kinds()).toEqual(['answer 1/1', 'in 1/1']);
});
