import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sealed, verdictOn } from '../../../../electron/features/audit-export/chain.ts';
import { AuditExport } from '../../../../electron/features/audit-export/audit-export.ts';
import { taken } from '../../../support/contact-shop.ts';
import { groupShop } from '../../../support/group-shop.ts';
import { ROOT, temporaryFolder } from '../../../support/headless.ts';

const run = promisify(execFile);
const CUSTOMER = '+491712223344';
const rows = fc.array(fc.array(fc.string(), { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 12 });

describe('entries that hold on to each other', () => {
  test('as they were sealed they are whole', () => {
    fc.assert(
      fc.property(rows, (entries) => {
        expect(verdictOn(sealed(entries))).toMatchObject({ isWhole: true, entries: entries.length });
      }),
    );
  });

  test('one letter changed, one left out, put in or put elsewhere: the first that is not as it was is named', () => {
    fc.assert(
      fc.property(rows, fc.nat(), fc.nat(), fc.string({ minLength: 1 }), (entries, at, cell, more) => {
        const whole = sealed(entries);
        const i = at % whole.length;
        const row = whole[i] as readonly string[];
        const changed = row.map((each, n) => (n === cell % (row.length - 1) ? `${each}${more}` : each));
        expect(verdictOn(whole.with(i, changed))).toEqual({ isWhole: false, entry: i + 1 });
        // Sealed anew by whoever changed it: then the next one does not fit, or the last seal is another.
        const forged = verdictOn(sealed(whole.map((each, n) => (n === i ? changed : each).slice(0, -1))));
        const original = verdictOn(whole);
        expect(forged.isWhole && original.isWhole && forged.seal === original.seal).toBe(false);
        if (whole.length < 2) return;
        const without = verdictOn(whole.toSpliced(i, 1));
        expect(without.isWhole && original.isWhole && without.seal === original.seal).toBe(false);
        if (i > 0) expect(verdictOn(whole.toSpliced(i, 0, whole[i - 1] as readonly string[])).isWhole).toBe(false);
      }),
    );
  });
});

test('all of a number with consent, references and reports; the command says whether the file is as it was made', async () => {
  const shop = await groupShop();
  const contact = shop.add('Ana Kuhn', CUSTOMER);
  shop.wantsOffers(CUSTOMER);
  shop.network.sendText(CUSTOMER, shop.sim.msisdn, '=HYPERLINK("x") "quoted", and\nlines');
  await shop.pass(60_000);
  shop.send(CUSTOMER, 'Grüße 👋, your bike is ready');
  await shop.pass(60_000);
  shop.store.conversationEvents.add({ conversation_id: 1, at: 1, kind: 'note', detail: 'Private', author: null });
  const proof = taken(new AuditExport(shop.context, () => 'Kessler').of(contact.id as string, CUSTOMER));
  const said = proof.entries.map(({ what, text }) => `${what} | ${text}`);
  expect(said).toContain('consent: offer | Yes please');
  expect(said).toContain('text from the customer | =HYPERLINK("x") "quoted", and\nlines');
  expect(said.join()).not.toContain('Private');
  const reply = proof.entries.find(({ text }) => text.startsWith('Grüße'));
  expect(reply).toMatchObject({ what: 'text to the customer: answer', state: 'delivered' });
  expect(reply?.references).toMatch(/^text 2; part 1 \(reference \d+, sent 2026-.*, delivered 2026-.*, status 0\)$/);

  const folder = temporaryFolder('proof');
  const path = join(folder.path, 'proof.csv');
  const verify = async (): Promise<readonly [number, string]> =>
    run(process.execPath, ['electron/verify.ts', path], { cwd: ROOT }).then(
      ({ stdout }) => [0, stdout] as const,
      (error: { code: number; stderr: string }) => [error.code, error.stderr] as const,
    );
  writeFileSync(path, proof.table);
  expect(await verify()).toEqual([0, expect.stringContaining(`Seal ${proof.seal}`)]);
  // Through a spreadsheet's reader the cells are what they were.
  expect(parse(proof.table, { bom: true }).length).toBe(proof.entries.length + 1);
  writeFileSync(path, proof.table.replace('your bike is ready', 'your bike was ready'));
  const entry = proof.entries.indexOf(reply as never) + 1;
  expect(await verify()).toEqual([1, expect.stringContaining(`entry ${entry} `)]);
  writeFileSync(path, 'name,number\nAna,1\n');
  expect((await verify())[0]).toBe(2);
  folder.remove();
  shop.store.close();
});
