import { join } from 'node:path';
import type { ContactPageDto } from '../../electron/features/contacts/contract.ts';
import { contactShop, taken } from '../support/contact-shop.ts';
import { temporaryFolder } from '../support/headless.ts';
import { percentile, print } from './figures.ts';

const ROWS = 50_000;
const FIRST = ['Ana', 'Tom', 'Kim', 'Lea', 'Ümit', 'Zoë', 'Björn', 'Petra', 'Jonas', 'Clara', 'Nuria', 'Wiktor'];

/** Made up, each another one. */
function list(rows: number): string {
  const lines = Array.from({ length: rows }, (_, n) => {
    const name = `${FIRST[n % FIRST.length]} ${FIRST[(n * 7) % FIRST.length]}son${n.toString(36)}`;
    const birthday = `${1 + (n % 28)}.${1 + (n % 12)}.${1950 + (n % 50)}`;
    return `${name};0171 ${String(1_000_000 + n)};${birthday};${n % 3 === 0 ? 'VIP' : ''};Kundennummer ${n};${n % 2 === 0 ? 'yes' : ''}`;
  });
  return ['Name;Mobile;Birthday;Tags;Nr;Consent', ...lines].join('\n');
}

/** A chain's list of customers brought in, looked through and taken back, on a real disk. */
export async function contactsBench(): Promise<void> {
  const folder = temporaryFolder('bench-contacts');
  const shop = await contactShop({ path: join(folder.path, 'counterline.db') });
  const { imports, list: customers, groups } = shop.customers;
  const text = list(ROWS);
  let at = performance.now();
  const since = (): number => performance.now() - at;
  const file = taken(await imports.read('list.csv', text));
  const reading = since();
  // How long the rest of the desk has to wait at the most.
  let longest = 0;
  let last = performance.now();
  const beat = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 1);
  const choices = {
    targets: file.columns.map(({ target }) => target),
    known: 'fill',
    alike: 'separate',
    tag: 'Old list',
    consentSource: 'Form at the counter',
  } as const;
  at = performance.now();
  const plan = taken(await imports.plan(file.id, { ...choices, targets: [...choices.targets] }));
  const planning = since();
  clearInterval(beat);
  at = performance.now();
  const done = taken(await imports.run(file.id));
  const writing = since();
  print(
    `contacts: ${ROWS.toLocaleString('en')} rows of a table looked through`,
    `${((reading + planning) / 1000).toFixed(1)} s, others wait ${longest.toFixed(0)} ms`,
  );
  print(
    'contacts: the same brought in',
    `${(writing / 1000).toFixed(1)} s (${done.counts.new} new)`,
    `all in ${((reading + planning + writing) / 1000).toFixed(1)} s, budget: 10 s`,
  );
  if (plan.counts.new !== ROWS) throw new Error(JSON.stringify(plan.counts));
  const again = taken(await imports.read('list.csv', text));
  at = performance.now();
  taken(await imports.plan(again.id, { ...choices, targets: [...choices.targets] }));
  const same = taken(await imports.run(again.id));
  print('contacts: the same list again', `${(since() / 1000).toFixed(1)} s (${same.counts.same} the same)`);

  const pages: number[] = [];
  for (let after: string | null = null; pages.length < 200;) {
    at = performance.now();
    const page: ContactPageDto = taken(await customers.page(null, '', after, 100));
    pages.push(since());
    after = page.next;
    if (after === null) break;
  }
  print('contacts: a page of 100 by name', `p95 ${percentile(pages, 0.95).toFixed(1)} ms`, 'budget: 20 ms');
  const searches: number[] = [];
  for (let n = 0; n < 100; n++) {
    at = performance.now();
    await customers.page(null, n % 2 === 0 ? `son${(n * 421).toString(36)}` : `0171 ${1_000_000 + n * 331}`, null, 50);
    searches.push(since());
  }
  print('contacts: looked for by name or number', `p95 ${percentile(searches, 0.95).toFixed(1)} ms`, 'budget: 50 ms');
  at = performance.now();
  const members = await groups.members({
    match: 'all',
    conditions: [
      { about: 'visit', within: false, months: 6 },
      { about: 'consent', purpose: 'offer', wants: true },
    ],
  });
  print('contacts: who belongs to a group', `${since().toFixed(0)} ms (${members.length})`);
  at = performance.now();
  const undone = taken(await imports.undo(done.id));
  print('contacts: the import undone', `${(since() / 1000).toFixed(1)} s (${undone.undone})`);
  shop.store.close();
  folder.remove();
}
