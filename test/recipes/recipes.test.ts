import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../support/headless.ts';
import { Scratch } from './scratch.ts';

/** A compiler and a test run of their own take their time on a busy machine. */
const SLOW_MS = 300_000;

/** The recipes of CONTRIBUTING.md, followed in a copy: what they touch, and that it works. */
describe('following the recipes one after another', () => {
  let scratch: Scratch;
  beforeAll(() => {
    scratch = new Scratch();
  });
  afterAll(() => scratch.remove());

  test('a make of modems is two files', () => {
    scratch.add(
      'modem/makes/acme.ts',
      `import { make } from './make.ts';

export const acme = make({
  name: 'acme',
  said: /acme/i,
  usb: { vendorIds: ['fade'], atInterface: 4 },
  setup: ['AT^QUIET=1'],
  chatter: ['^WEATHER:'],
  bootSigns: ['^HELLO'],
  play: {
    manufacturer: 'ACME Ltd',
    model: 'Roadrunner',
    chatter: ['^WEATHER: fine'],
    commands: { '^QUIET': () => null },
  },
});
`,
    );
    scratch.change(
      'modem/makes/index.ts',
      'import { cinterion }',
      "import { acme } from './acme.ts';\nimport { cinterion }",
    );
    scratch.change('modem/makes/index.ts', '[huawei, simcom,', '[acme, huawei, simcom,');
    expect(scratch.takeTouched()).toEqual(['modem/makes/acme.ts', 'modem/makes/index.ts']);
    scratch.addTest(
      'test/acme.test.ts',
      `import { expect, test } from 'vitest';
import { makeOf, makeOfUsb } from '../modem/makes/index.ts';
import { deskModem } from './support/desk-line.ts';

test('a desk works on it', async () => {
  const all = await deskModem({ quirks: { make: 'acme', noise: true } });
  await all.start();
  expect(makeOf('ACME Ltd', 'Roadrunner').name).toBe('acme');
  expect(makeOfUsb('FADE')?.usb.atInterface).toBe(4);
  expect(all.trace.join('\\n')).toContain('AT^QUIET=1');
  const sent = all.send('+491712223344', 'Ready!');
  all.network.sendText('+491712223344', all.sim.msisdn, 'Thanks');
  await all.clock.advance(60_000);
  expect(['sent', 'delivered']).toContain(all.state(sent));
  expect(all.incoming().map(({ text }) => text)).toEqual(['Thanks']);
});
`,
    );
  });

  test('a method of the window is two files', () => {
    scratch.change(
      'electron/features/tasks/contract.ts',
      "    'tasks.remove': method(",
      "    /** How many are open. */\n    'tasks.count': method(z.strictObject({}), answer<{ readonly open: number }>()),\n    'tasks.remove': method(",
    );
    scratch.change(
      'electron/features/tasks/handlers.ts',
      "    'tasks.list': () => ok(tasks.list()),",
      "    'tasks.list': () => ok(tasks.list()),\n    'tasks.count': () => ok({ open: tasks.list().length }),",
    );
    expect(scratch.takeTouched()).toEqual([
      'electron/features/tasks/contract.ts',
      'electron/features/tasks/handlers.ts',
    ]);
    scratch.addTest(
      'test/count.test.ts',
      `import { expect, test } from 'vitest';
import { dispatcherOf } from '../electron/app/dispatcher.ts';
import type { Outputs, Invoke } from '../electron/app/contract.ts';
import { silent, testDesk } from './support/desk.ts';

test('it is asked by its name', async () => {
  const all = await testDesk();
  const ask = dispatcherOf(all.desk, silent) as Invoke;
  const answer: { readonly ok: boolean; readonly value?: Outputs['tasks.count'] } = await ask('tasks.count', {});
  expect(answer.value?.open).toBe(0);
  await all.close();
});
`,
    );
  });

  test('a resource of the REST API is two files', () => {
    scratch.add(
      'electron/features/tasks/routes.ts',
      `import { z } from 'zod';
import { allOf, route, type RestRoutes } from '../../core/rest-route.ts';
import type { Tasks } from './tasks.ts';

const task = z.object({ id: z.string(), text: z.string() });

export const tasksRoutes: RestRoutes<{ readonly tasks: Tasks }> = (services) => [
  route({
    method: 'get',
    path: '/tasks',
    scope: 'messages:read',
    summary: 'What is to be done',
    answer: [200, 'All', allOf(task)],
    handle: () => ({ items: services().tasks.list().map(({ id, text }) => ({ id, text })) }),
  }),
];
`,
    );
    scratch.change(
      'electron/app/routes.ts',
      'import type { Desk }',
      "import { tasksRoutes } from '../features/tasks/routes.ts';\nimport type { Desk }",
    );
    scratch.change('electron/app/routes.ts', '  reportsRoutes,\n]', '  reportsRoutes,\n  tasksRoutes,\n]');
    expect(scratch.takeTouched()).toEqual(['electron/app/routes.ts', 'electron/features/tasks/routes.ts']);
    scratch.addTest(
      'test/tasks-resource.test.ts',
      `import { expect, test } from 'vitest';
import { servedDesk, TOKEN } from './support/served-desk.ts';

test('it is answered to whom it is open, and described', async () => {
  const served = await servedDesk();
  const made = served.all.desk.access.make({ name: 'Till', scopes: ['orders:read'] });
  const get = (path: string, token: string) =>
    fetch(served.http.url + path, { headers: { Authorization: 'Bearer ' + token } });
  const answer = await get('/api/v1/tasks', TOKEN);
  expect(await answer.json()).toEqual({ items: [] });
  expect(made.ok && (await get('/api/v1/tasks', made.value.token)).status).toBe(403);
  const described = (await (await get('/api/v1/openapi.json', TOKEN)).json()) as { paths: object };
  expect(Object.keys(described.paths)).toContain('/api/v1/tasks');
  await served.close();
});
`,
    );
  });

  test('a setting is three files: what it is, and its words in two languages', () => {
    scratch.change(
      'electron/features/conversations/settings.ts',
      '  sound: toggle(true, SOUNDS),',
      "  sound: toggle(true, SOUNDS),\n  tune: choice(['bell', 'horn'], 'bell', SOUNDS),",
    );
    scratch.change(
      'electron/features/conversations/settings.ts',
      'import { amount, text,',
      'import { amount, choice, text,',
    );
    scratch.change(
      'electron/locales/en/settings.ts',
      "  sound: { label: 'Play a sound' },",
      "  sound: { label: 'Play a sound' },\n  tune: { label: 'Which sound', options: { bell: 'A bell', horn: 'A horn' } },",
    );
    scratch.change(
      'electron/locales/de/settings.ts',
      "  sound: { label: 'Ton abspielen' },",
      "  sound: { label: 'Ton abspielen' },\n  tune: { label: 'Welchen Ton', options: { bell: 'Eine Glocke', horn: 'Ein Horn' } },",
    );
    expect(scratch.takeTouched()).toEqual([
      'electron/features/conversations/settings.ts',
      'electron/locales/de/settings.ts',
      'electron/locales/en/settings.ts',
    ]);
    scratch.addTest(
      'test/tune.test.ts',
      `import { expect, test } from 'vitest';
import { dispatcherOf } from '../electron/app/dispatcher.ts';
import type { Invoke } from '../electron/app/contract.ts';
import { SHOWN_SETTINGS } from '../electron/locales/setting-words.ts';
import { silent, testDesk } from './support/desk.ts';

test('it is shown, checked and kept', async () => {
  const all = await testDesk();
  const ask = dispatcherOf(all.desk, silent) as Invoke;
  expect(SHOWN_SETTINGS).toContain('tune');
  expect(all.desk.settings.all.tune).toBe('bell');
  expect((await ask('settings.set', { tune: 'horn' })).ok).toBe(true);
  expect((await ask('settings.set', { tune: 'drum' as 'bell' })).ok).toBe(false);
  expect(all.desk.settings.all.tune).toBe('horn');
  await all.close();
});
`,
    );
  });

  test('a trigger of rules is four files: what it is, the list, and its words in two languages', () => {
    scratch.add(
      'electron/features/automation/triggers/question.ts',
      `import { trigger } from './trigger.ts';

export const question = trigger({
  name: 'question',
  fields: { isLong: { kind: 'flag', initial: false } },
  hasText: true,
  source: { by: 'text', isIt: ({ text }) => text.trim().endsWith('?') },
  matches: ({ isLong }, { text }) => !isLong || text.length > 40,
  past: null,
});
`,
    );
    const list = 'electron/features/automation/triggers/index.ts';
    scratch.change(list, 'import { tagged }', "import { question } from './question.ts';\nimport { tagged }");
    scratch.change(list, 'closed, tagged, yearlyDate] as const', 'closed, tagged, yearlyDate, question] as const');
    for (const [language, label, field] of [
      ['en', 'a customer asks something', 'Only at length'],
      ['de', 'ein Kunde etwas fragt', 'Nur ausführlich'],
    ])
      scratch.change(
        `electron/locales/${language}/triggers.ts`,
        "  'yearly-date': {",
        `  question: { label: '${label}', fields: { isLong: '${field}' } },\n  'yearly-date': {`,
      );
    expect(scratch.takeTouched()).toEqual([
      'electron/features/automation/triggers/index.ts',
      'electron/features/automation/triggers/question.ts',
      'electron/locales/de/triggers.ts',
      'electron/locales/en/triggers.ts',
    ]);
    scratch.addTest(
      'test/question.test.ts',
      `import { expect, test } from 'vitest';
import { initialWhen } from '../electron/features/automation/triggers/index.ts';
import { deskLine } from './support/desk-line.ts';

test('it sets a rule off', async () => {
  const shop = await deskLine();
  await shop.start();
  const saved = shop.desk.rules.save(null, {
    name: 'Asked',
    enabled: true,
    when: { ...initialWhen('question'), isLong: true } as { trigger: 'question'; isLong: boolean },
    only: { words: [], hours: 'any', tagId: null, field: null },
    does: { answer: '', tagId: null, assigneeId: null, task: 'Answer it', notify: false, staffPhone: '', close: false },
  });
  expect(saved.ok).toBe(true);
  for (const text of ['Thank you', 'Open?', 'Could you please tell me whether you are open on Sunday?'])
    shop.network.sendText('+491712223344', shop.sim.msisdn, text);
  await shop.clock.advance(10_000);
  expect(shop.desk.tasks.list().map(({ text }) => text)).toEqual(['Answer it']);
});
`,
    );
  });

  test('a dialog is three files and its words: the dialog, how it is opened, and who asks', () => {
    scratch.add(
      'renderer/features/tasks/put-off-dialog.svelte',
      `<script lang="ts">
  import Button from '../../components/button.svelte';
  import Dialog from '../../components/dialog.svelte';
  import type { Closes } from '../../lib/dialogs/dialogs.svelte.ts';
  import { t } from '../../lib/text/format.ts';

  interface Props extends Closes<number> {
    readonly most: number;
  }
  const { most, close }: Props = $props();
</script>

<Dialog title={t.tasks.putOff}>
  <Button onclick={() => close(most)}>{t.tasks.putOff}</Button>
</Dialog>
`,
    );
    scratch.change(
      'renderer/features/tasks/dialogs.ts',
      'export function openTasks(',
      `const putOffDialog = late(() => import('./put-off-dialog.svelte'));

/** Null: left without an answer. */
export function askPutOff({ dialogs }: Pick<AppStore, 'dialogs'>, most: number): Promise<number | null> {
  return dialogs.open(putOffDialog, { most });
}

export function openTasks(`,
    );
    const caller = 'renderer/features/tasks/tasks-dialog.svelte';
    scratch.change(
      caller,
      "import TaskItem from './task-item.svelte';",
      "import { askPutOff } from './dialogs.ts';\n  import TaskItem from './task-item.svelte';",
    );
    scratch.change(
      caller,
      '  let tasks = $state.raw',
      '  let hours = $state<number | null>(null);\n  let tasks = $state.raw',
    );
    scratch.change(
      caller,
      '<Dialog wide title={t.tasks.title}>',
      '<Dialog wide title={t.tasks.title}>\n  <button onclick={() => void askPutOff(desk, 4).then((answer) => (hours = answer))}>{t.tasks.putOff} {hours}</button>',
    );
    for (const [language, words] of [
      ['en', 'Put off'],
      ['de', 'Aufschieben'],
    ] as const)
      scratch.change(`electron/locales/${language}/window.ts`, '  tasks: {\n', `  tasks: {\n    putOff: '${words}',\n`);
    expect(scratch.takeTouched()).toEqual([
      'electron/locales/de/window.ts',
      'electron/locales/en/window.ts',
      'renderer/features/tasks/dialogs.ts',
      'renderer/features/tasks/put-off-dialog.svelte',
      caller,
    ]);
    scratch.addTest(
      'test/renderer/put-off.test.ts',
      `import { expect, test, vi } from 'vitest';
import { askPutOff } from '../../renderer/features/tasks/dialogs.ts';
import { Dialogs } from '../../renderer/lib/dialogs/dialogs.svelte.ts';

test('it is opened with what it is about, and who asked gets the answer', async () => {
  const onUnreachable = vi.fn();
  const dialogs = new Dialogs({ confirmLoss: () => Promise.resolve(true), onUnreachable });
  const answer = askPutOff({ dialogs }, 4);
  await vi.waitFor(() => expect(dialogs.top?.props).toEqual({ most: 4 }), 60_000);
  dialogs.top?.close(3);
  expect(await answer).toBe(3);
  expect(onUnreachable).not.toHaveBeenCalled();
});
`,
    );
  });

  test('a language of the window is one folder, and its name in three lists', () => {
    // Its words are those of English here: what is asked is where they stand.
    // What customers read and write in it is there already.
    const isNew = (file: string): boolean => !existsSync(join(ROOT, 'electron/locales/fr', file));
    for (const file of readdirSync(join(ROOT, 'electron/locales/en')).filter(isNew))
      scratch.add(
        `electron/locales/fr/${file}`,
        scratch
          .read(`electron/locales/en/${file}`)
          .replaceAll(/\ben(?=[A-Z])/g, 'fr')
          .replaceAll(/(?<=(const|\{|,) )en\b(?!-)/g, 'fr')
          .replace("name: 'English', dates: 'en-US'", "name: 'Français', dates: 'fr-FR'")
          .replace('export type Catalogue = typeof en;', ''),
      );
    scratch.change('electron/locales/languages.ts', "['en', 'de']", "['en', 'de', 'fr']");
    scratch.change('electron/locales/index.ts', 'import { en }', "import { fr } from './fr/index.ts';\nimport { en }");
    scratch.change('electron/locales/index.ts', '{ en, de }', '{ en, de, fr }');
    const owners = 'electron/locales/owners.ts';
    scratch.change(owners, 'import { enOwner }', "import { frOwner } from './fr/owner.ts';\nimport { enOwner }");
    scratch.change(owners, 'de: deOwner }', 'de: deOwner, fr: frOwner }');
    expect(scratch.takeTouched().filter((file) => !file.startsWith('electron/locales/fr/'))).toEqual([
      'electron/locales/index.ts',
      'electron/locales/languages.ts',
      owners,
    ]);
    scratch.addTest(
      'test/french.test.ts',
      `import { expect, test } from 'vitest';
import { LOCALES } from '../electron/locales/index.ts';
import { languageFor } from '../electron/locales/languages.ts';
import { OWNER_WORDS } from '../electron/locales/owners.ts';
import { settingsSchema } from '../electron/features/settings/schema.ts';
import { shellWords } from '../electron/shell/words.ts';

test('it can be chosen, and is what a French computer has', () => {
  expect(settingsSchema.partial().safeParse({ language: 'fr' }).success).toBe(true);
  expect(languageFor('system', 'fr-CA')).toBe('fr');
  expect(LOCALES.fr.name).toBe('Français');
  expect(OWNER_WORDS.fr.mail.test[0]).toBe('Test e-mail');
  expect(shellWords('fr', 'de-DE')).toBe(LOCALES.fr.shell);
});
`,
    );
  });

  test('a language of customers is one folder, its name in two lists, and what takes the endings off its words', () => {
    for (const file of ['customers.ts', 'lexicon.ts'])
      scratch.add(
        `electron/locales/da/${file}`,
        scratch
          .read(`electron/locales/en/${file}`)
          .replaceAll(/\ben(?=[A-Z])/g, 'da')
          .replace("You're unsubscribed and won't get more messages.", 'Du får ikke flere beskeder fra os.')
          .replace("'unsubscribe',", "'afmeld mig',")
          .replace("'see you, ", "'det passer, see you, "),
      );
    scratch.change('electron/locales/customer-languages.ts', "['en',", "['da', 'en',");
    const index = 'electron/locales/customers.ts';
    scratch.change(
      index,
      'import { deCustomers }',
      "import { daCustomers } from './da/customers.ts';\nimport { daLexicon } from './da/lexicon.ts';\nimport { deCustomers }",
    );
    scratch.change(index, '  en: enCustomers,', '  da: daCustomers,\n  en: enCustomers,');
    scratch.change(index, '  en: enLexicon,', '  da: daLexicon,\n  en: enLexicon,');
    const stemmers = 'electron/features/automation/faq/languages.ts';
    scratch.change(
      stemmers,
      'import { stemmer as dutch }',
      "import { stemmer as danish } from '@orama/stemmers/danish';\nimport { stemmer as dutch }",
    );
    scratch.change(stemmers, '  en: english,', '  da: danish,\n  en: english,');
    expect(scratch.takeTouched().filter((file) => !file.startsWith('electron/locales/da/'))).toEqual([
      stemmers,
      'electron/locales/customer-languages.ts',
      index,
    ]);
    scratch.addTest(
      'test/danish.test.ts',
      `import { expect, test } from 'vitest';
import { shortAnswerIn } from '../electron/features/appointments/reply-parser.ts';
import { deskLine } from './support/desk-line.ts';

test('a customer who speaks it is understood, and answered in it', async () => {
  expect(shortAnswerIn('Det passer', { appointment: null, offered: [] })).toEqual({ is: 'confirm' });
  const all = await deskLine();
  await all.start();
  all.network.sendText('+4521223344', all.sim.msisdn, 'Afmeld mig!');
  await all.clock.advance(60_000);
  expect(all.texts.map(({ text }) => text)).toEqual([expect.stringContaining('Du får ikke flere beskeder fra os.')]);
});
`,
    );
  });

  test('the compilers have nothing against all of it', { timeout: SLOW_MS }, async () => {
    expect(await scratch.typeCheck()).toBe('');
  });

  test(
    'all of it works: the make is found, set up and played, the method is asked by its name, the resource by its path, the setting kept, the rule set off, both languages spoken, the dialog answered',
    { timeout: SLOW_MS },
    async () => {
      expect(await scratch.test('test/modem/makes.test.ts', 'test/electron/app/contract.test.ts')).toBe('');
    },
  );
});
