import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Outputs, Input, Method } from '../../electron/app/contract.ts';
import { Headless, temporaryFolder, until } from '../support/headless.ts';

const ROWS = 4_000;
const KILLS = 6;

function list(): string {
  const rows = Array.from({ length: ROWS }, (_, n) => `Kunde ${n};0171 ${2_000_000 + n};${n % 2 === 0 ? 'yes' : ''}`);
  return ['Name;Phone;Consent', ...rows].join('\n');
}

/** The power goes while a list is brought in: the process is killed at some moment of it. */
describe('a list that is being brought in when the power goes', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let desk: Headless;

  beforeEach(async () => {
    folder = temporaryFolder('import-killed');
    desk = await Headless.start({ dataDir: folder.path, modem: 'none' });
  });
  afterEach(async () => {
    await desk.stop();
    folder.remove();
  });

  // Another process after each kill.
  const ask = <M extends Method>(method: M, input: Input<M>): Promise<Outputs[M]> => desk.ask(method, input);
  const page = () => ask('contacts.list', { groupId: null, query: '', after: null, limit: 1 });

  test(`killed ${KILLS} times: all of it or nothing, and what was confirmed is there`, async () => {
    await ask('contacts.save', {
      id: null,
      contact: { name: 'Ana Kuhn', numbers: [{ number: '0160 4412907', label: '' }] },
    });
    const outcomes: string[] = [];
    for (let kill = 0; kill < KILLS; kill++) {
      const file = await ask('contacts.readFile', { name: 'list.csv', text: list() });
      await ask('contacts.planImport', {
        id: file.id,
        choices: {
          targets: file.columns.map(({ target }) => target),
          known: 'fill',
          alike: 'separate',
          tag: 'Old list',
          consentSource: 'Form',
        },
      });
      const before = (await page()).total;
      const confirmed = ask('contacts.runImport', { id: file.id }).then(
        () => true,
        () => false,
      );
      // From its first moment to right after its end.
      if (kill === KILLS - 1) await confirmed;
      else await new Promise((resolve) => setTimeout(resolve, kill * 120));
      await desk.stop('SIGKILL');
      const isConfirmed = await confirmed;
      desk = await Headless.start({ dataDir: folder.path, modem: 'none' });
      // What came only in part is taken back in the first seconds.
      await until(async () => [1, 1 + ROWS].includes((await page()).total ?? 0));
      const after = (await page()).total;
      const imports = await ask('contacts.imports', {});
      const open = imports.filter(({ undoneAt }) => undoneAt === null);
      expect([1, 1 + ROWS]).toContain(after);
      expect(open.length).toBe(after === 1 ? 0 : 1);
      if (isConfirmed) expect(after).toBe(1 + ROWS);
      outcomes.push(isConfirmed ? 'confirmed' : after === before ? 'nothing' : 'whole');
      // Taken back, as a whole as well.
      for (const { id } of open) expect((await ask('contacts.undoImport', { id })).undone).toBe(ROWS);
      expect((await page()).total).toBe(1);
    }
    process.stdout.write(`import killed: ${outcomes.join(', ')}\n`);
    expect(outcomes.at(-1)).toBe('confirmed');
  });
});
