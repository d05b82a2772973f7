import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';
import { testStore } from './support/store.ts';

/** Whose a repository is: that feature changes what stands in it. `core`: every feature keeps something there. */
const OWNERS: Readonly<Record<string, string>> = {
  accessTokens: 'api-keys',
  appointments: 'appointments',
  closedAnswers: 'automation',
  consent: 'consent',
  contactFacts: 'contacts',
  contactFields: 'contacts',
  contactGroups: 'contacts',
  contactImports: 'contacts',
  contacts: 'contacts',
  conversationEvents: 'conversations',
  conversationLists: 'conversations',
  conversations: 'conversations',
  erasure: 'contacts',
  erasures: 'contacts',
  faqs: 'automation',
  groupTexts: 'campaigns',
  idempotency: 'messaging',
  jobs: 'core',
  lineHistory: 'lines',
  lines: 'lines',
  lists: 'shop-lists',
  mailNotices: 'owner-mail',
  messages: 'messaging',
  openQuestions: 'questions',
  optOuts: 'consent',
  orders: 'orders',
  parts: 'messaging',
  payments: 'payments',
  queue: 'messaging',
  received: 'messaging',
  recurring: 'recurring',
  reports: 'reports',
  resources: 'appointments',
  restored: 'backups',
  retention: 'contacts',
  rules: 'automation',
  search: 'conversations',
  services: 'appointments',
  settings: 'core',
  specialDays: 'opening-hours',
  surveyRuns: 'surveys',
  surveys: 'surveys',
  tasks: 'tasks',
  waitingCustomers: 'conversations',
  waitingList: 'appointments',
  webhooks: 'webhooks',
};

/**
 * Where a feature changes what is another's. Each of these is something a service of the other feature could do: the list may
 * become shorter, and whoever makes it longer says why.
 */
const GUESTS: Readonly<Record<string, readonly string[]>> = {
  appointments: ['conversations.findOrCreate'],
  automation: [
    'conversations.addTag',
    'conversations.assign',
    'conversations.findOrCreate',
    'conversations.setPaused',
    'conversations.setStatus',
  ],
  // What was done since a backup is done again to what was put back.
  backups: ['accessTokens.revokeOthers', 'erasures.add'],
  campaigns: ['waitingCustomers.noteUnanswered'],
  consent: ['conversationEvents.setDetail', 'recurring.endOf'],
  contacts: ['consent.add', 'conversations.markRead', 'conversations.setStatus', 'conversations.setUnread'],
  lines: ['reports.addUptime'],
  // A text that comes or goes moves its conversation, in the same unit of work.
  messaging: [
    'conversationEvents.add',
    'conversations.findOrCreate',
    'conversations.noteBlocked',
    'conversations.noteEvent',
    'conversations.noteIncoming',
    'conversations.noteOutgoing',
    'conversations.setPaused',
    'conversations.setStatus',
    'lineHistory.addEvent',
    'lines.recordActivity',
    'reports.settleTalk',
    'waitingCustomers.noteAnsweredAgain',
    'waitingCustomers.noteSent',
    'waitingCustomers.noteUnanswered',
  ],
  payments: ['messages.setState'],
  questions: ['messages.setState'],
  surveys: [
    'contacts.addTag',
    'conversations.addTag',
    'conversations.markRead',
    'conversations.setStatus',
    'openQuestions.close',
    'waitingCustomers.setWaiting',
  ],
  tasks: ['conversations.surface'],
};

/** Which methods of a repository change something, by the names of classes. */
function writersOf(): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, ReadonlySet<string>>();
  for (const path of globSync('electron/{features,core}/**/*repository.ts'))
    for (const part of readFileSync(path, 'utf8').split(/(?=class \w+Repository)/)) {
      const name = /^class (\w+Repository)/.exec(part)?.[1];
      const methods = part
        .split(/^(?= {2}[a-z]\w*(?:<[^>]*>)?\()/m)
        .filter((method) => /\.run\(|transaction/.test(method));
      if (name !== undefined) found.set(name, new Set(methods.map((method) => /^ {2}(\w+)/.exec(method)?.[1] ?? '')));
    }
  return found;
}

test('every repository is somebody’s, and a feature changes another’s only where it is written down', async () => {
  const store = await testStore();
  const classes = new Map(
    Object.entries(store)
      .map(([name, value]) => [name, Object(value).constructor.name as string] as const)
      .filter(([, of]) => of.endsWith('Repository')),
  );
  store.close();
  expect([...classes.keys()].toSorted()).toEqual(Object.keys(OWNERS).toSorted());
  const writers = writersOf();
  const guests: Record<string, Set<string>> = {};
  for (const path of globSync('electron/features/*/**/*.ts')) {
    const feature = path.split('/')[2] ?? '';
    for (const [, repository = '', method = ''] of readFileSync(path, 'utf8').matchAll(/\bstore\.(\w+)\.(\w+)\(/g)) {
      const owner = OWNERS[repository];
      if (owner === undefined || owner === feature || owner === 'core') continue;
      if (writers.get(classes.get(repository) ?? '')?.has(method) === true)
        (guests[feature] ??= new Set()).add(`${repository}.${method}`);
    }
  }
  const seen = Object.entries(guests).map(([feature, changed]) => [feature, [...changed].toSorted()]);
  expect(Object.fromEntries(seen)).toEqual(GUESTS);
});

/** What others stand on. */
const FOUNDATIONS: ReadonlySet<string> = new Set(['electron/shared', 'electron/core']);

function roomOf(path: string): string {
  const [top = '', room, feature] = path.split('/');
  if (room === 'features') return `${top}/features/${feature}`;
  return path.split('/').length > 2 ? `${top}/${room}` : top;
}

test('no room but the foundations is known to more than a third of the files', () => {
  const files = ['electron', 'renderer', 'modem'].flatMap((top) => globSync(`${top}/**/*.{ts,svelte}`));
  const users = new Map<string, number>();
  for (const path of files) {
    const imported = [...readFileSync(path, 'utf8').matchAll(/(?:from |import\()'(\.[^']+)'/g)];
    const rooms = new Set(imported.map(([, to = '']) => roomOf(normalize(join(dirname(path), to)))));
    rooms.delete(roomOf(path));
    for (const room of rooms) users.set(room, (users.get(room) ?? 0) + 1);
  }
  expect(users.get('electron/shared')).toBeGreaterThan(files.length / 4); // they are counted
  expect([...users].filter(([room, n]) => !FOUNDATIONS.has(room) && n > files.length / 3)).toEqual([]);
});
