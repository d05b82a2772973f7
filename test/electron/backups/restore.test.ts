import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createBackend, type Backend } from '../../../electron/backend.ts';
import type { Outputs, Input, Method } from '../../../electron/app/contract.ts';
import type { Refusal, Result } from '../../../electron/shared/result.ts';
import { loadSqlite } from '../../../electron/core/db/sqlite.ts';
import { openStore } from '../../../electron/app/store.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { temporaryFolder } from '../../support/headless.ts';

/** A Wednesday, ten in the morning. */
const START = Date.UTC(2026, 10, 25, 10);
const HOUR = 3_600_000;
const PASSPHRASE = 'four words nobody guesses';
/** Of scrypt: milliseconds in place of a second for each key. */
const QUICK = 10;

describe('backups', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let clock: FakeClock;
  let backend: Backend;

  beforeEach(async () => {
    folder = temporaryFolder('restore');
    clock = new FakeClock(START);
    await open();
  });
  afterEach(async () => {
    await backend.close();
    folder.remove();
  });

  async function open(): Promise<void> {
    backend = await createBackend({ dataDir: folder.path, modem: 'none', country: 'DE', clock, scryptLogN: QUICK });
  }
  const call = <M extends Method>(method: M, input: Input<M>): Promise<Result<Outputs[M]>> =>
    backend.invoke(method, input) as Promise<Result<Outputs[M]>>;
  async function ask<M extends Method>(method: M, input: Input<M>): Promise<Outputs[M]> {
    const result = await call(method, input);
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    return result.value;
  }
  async function refusal<M extends Method>(method: M, input: Input<M>): Promise<Refusal['code'] | null> {
    const result = await call(method, input);
    return result.ok ? null : result.error.code;
  }
  const add = (name: string, number: string): Promise<Outputs['contacts.save']> =>
    ask('contacts.save', { id: null, contact: { name, numbers: [{ number, label: '' }] } });
  const names = async (): Promise<readonly string[]> =>
    (await ask('contacts.list', { groupId: null, query: '', after: null, limit: 50 })).items.map(({ name }) => name);
  const restore = (name: string, passphrase: string | null = null) =>
    ask('backups.restore', { name, passphrase, folder: null });
  /** As the desk does with the database at hand. */
  async function inStore(work: (store: Awaited<ReturnType<typeof openStore>>) => void): Promise<void> {
    await backend.close();
    const store = await openStore(join(folder.path, 'counterline.db'));
    work(store);
    store.close();
    await open();
  }

  test('one is made, says what it holds, is read back, and brings everything back as it was', async () => {
    await add('Ana Kuhn', '0171 2223341');
    const made = await ask('backups.make', {});
    expect(made).toMatchObject({ kind: 'by-hand', at: START, encrypted: false });
    expect(made.contents).toMatchObject({ customers: 1, texts: 0, optOuts: 0 });
    expect(await ask('backups.verify', { name: made.name, passphrase: null })).toEqual(made.contents);
    expect((await ask('app.state', {})).backup).toMatchObject({ lastAt: START, provenAt: START, failure: null });
    await add('Tom Ebert', '0171 2223342');
    expect(await names()).toEqual(['Ana Kuhn', 'Tom Ebert']);
    const told: string[] = [];
    backend.events.on(({ type }) => told.push(type));
    expect(await restore(made.name)).toEqual(made.contents);
    expect(told).toContain('app.restored');
    expect(await names()).toEqual(['Ana Kuhn']);
    // The data that were lie aside, whole.
    const [aside] = readdirSync(join(folder.path, 'aside')).filter((name) => name.endsWith('.db'));
    const kept = await openStore(join(folder.path, 'aside', aside as string));
    expect(kept.contacts.count).toBe(2);
    kept.close();
    // And it goes on.
    await add('Kim Sommer', '0171 2223343');
    await backend.close();
    await open();
    expect(await names()).toEqual(['Ana Kuhn', 'Kim Sommer']);
  });

  test('what somebody else made act in a copy acts no more once it is put back', async () => {
    await add('Ana Kuhn', '0171 2223341');
    const made = await ask('backups.make', {});
    const copy = join(folder.path, 'backups', made.name);
    const Sqlite = await loadSqlite();
    const foreign = new Sqlite(copy);
    foreign.function('fold', { deterministic: true }, String);
    const acting = `SELECT type, name, sql FROM sqlite_schema WHERE type IN ('trigger', 'view') ORDER BY type, name`;
    const ours = foreign.prepare<[], { type: string; name: string }>(acting).all();
    foreign.exec(`
      CREATE TRIGGER unheard AFTER INSERT ON opt_outs BEGIN DELETE FROM opt_outs; END;
      CREATE VIEW everything AS SELECT * FROM messages;
      DROP TRIGGER ${ours.find(({ type }) => type === 'trigger')?.name};`);
    foreign.close();
    // Without its note nobody knows what it was.
    rmSync(`${copy}.json`);
    await restore(made.name);
    await backend.close();
    const now = new Sqlite(join(folder.path, 'counterline.db'));
    now.function('fold', { deterministic: true }, String);
    expect(now.prepare(acting).all()).toEqual(ours);
    now.close();
    await open();
    expect(await names()).toEqual(['Ana Kuhn']);
  });

  test('every one that is kept can be put back', async () => {
    for (let n = 0; n < 4; n++) {
      await add(`Kim ${n}`, `0171 222334${n}`);
      await ask('backups.make', {});
      await clock.advance(HOUR);
    }
    const { items } = await ask('backups.list', { folder: null });
    // And the first night's.
    expect(items.map(({ kind }) => kind).toSorted()).toEqual([
      ...Array.from({ length: 4 }, () => 'by-hand'),
      'nightly',
    ]);
    for (const { name, contents } of items.toReversed()) {
      await restore(name);
      expect((await names()).length).toBe(contents?.customers);
    }
  });

  test('with a passphrase it is an age file that nobody reads without it', async () => {
    await add('Ana Kuhn', '0171 2223341');
    await ask('backups.setPassphrase', { passphrase: PASSPHRASE });
    const made = await ask('backups.make', {});
    expect(made.name).toMatch(/\.db\.age$/);
    const file = readFileSync(join(folder.path, 'backups', made.name));
    expect(file.subarray(0, 21).toString()).toBe('age-encryption.org/v1');
    expect(file.includes('Ana Kuhn')).toBe(false);
    expect(await ask('backups.verify', { name: made.name, passphrase: null })).toEqual(made.contents);
    await ask('backups.setPassphrase', { passphrase: null });
    expect(await refusal('backups.restore', { name: made.name, passphrase: null, folder: null })).toBe(
      'wrong-passphrase',
    );
    const wrong = { name: made.name, passphrase: 'another one that is wrong', folder: null };
    expect(await refusal('backups.restore', wrong)).toBe('wrong-passphrase');
    await add('Tom Ebert', '0171 2223342');
    await restore(made.name, PASSPHRASE);
    expect(await names()).toEqual(['Ana Kuhn']);
  });

  test('who said STOP or was erased since stays so; who said START again is texted again', async () => {
    const ana = await add('Ana Kuhn', '0171 2223341');
    await add('Tom Ebert', '0171 2223342');
    await add('Kim Sommer', '0171 2223343');
    await inStore((store) => store.optOuts.add('+491712223343', START, null));
    const made = await ask('backups.make', {});
    await clock.advance(HOUR);
    await ask('contacts.erase', { id: ana.id as string });
    await backend.close();
    // Tom says STOP, and Kim START.
    const lines = [
      { number: '+491712223342', state: 'out', at: START + HOUR },
      { number: '+491712223343', state: 'in', at: START + HOUR },
    ];
    const list = join(folder.path, 'opt-outs.jsonl');
    writeFileSync(list, `${readFileSync(list, 'utf8')}${lines.map((line) => JSON.stringify(line)).join('\n')}\n`);
    await open();
    await restore(made.name);
    const { items } = await ask('contacts.list', { groupId: null, query: '', after: null, limit: 50 });
    expect(items.map(({ name, optedOut }) => `${name} ${optedOut}`)).toEqual(['Kim Sommer false', 'Tom Ebert true']);
    await backend.close();
    expect(readFileSync(join(folder.path, 'counterline.db')).includes('Ana Kuhn')).toBe(false);
    await open();
  });

  test('what was to go out may have gone out since: a person decides, nothing is sent again by itself', async () => {
    const text = { lineId: null, undoMs: 0, key: 'key-000000' };
    await inStore((store) =>
      store.lines.create({ kind: 'sim', imsi: '262011234567890', name: 'Line', port: null, at: 1 }),
    );
    const line = 'line_1';
    const send = (key: string, notBefore: number | null) =>
      ask('messages.send', { ...text, lineId: line, to: '+491712223341', text: key, notBefore, key: `${key}-0000000` });
    await send('now', null);
    await send('soon', START + HOUR);
    await send('tomorrow', START + 24 * HOUR);
    const made = await ask('backups.make', {});
    await clock.advance(2 * HOUR);
    await restore(made.name);
    const states = async (): Promise<Readonly<Record<string, string>>> => {
      const { items } = await ask('conversations.messages', {
        id: 'conversation_1',
        range: { from: 'end' },
        limit: 10,
      });
      return Object.fromEntries(items.map((each) => [each.text, each.state]));
    };
    expect(await states()).toEqual({ now: 'uncertain', soon: 'uncertain', tomorrow: 'scheduled' });
  });

  test('on another computer: sealed it stays sealed, and who said STOP since is known from the list beside it', async () => {
    const stick = join(folder.path, 'stick');
    await ask('settings.set', { backupFolder: stick });
    await ask('backups.setPassphrase', { passphrase: PASSPHRASE });
    await add('Ana Kuhn', '0171 2223341');
    const made = await ask('backups.make', {});
    // A STOP, and the next backup under another passphrase.
    await inStore((store) => store.optOuts.add('+491712223341', START, null));
    await ask('backups.setPassphrase', { passphrase: 'another one, and longer' });
    await clock.advance(1_000);
    const newer = await ask('backups.make', {});
    expect(readdirSync(stick).filter((name) => name.includes('opt-outs'))).toEqual([
      expect.stringMatching(/^counterline-[0-9a-f]{8}-opt-outs\.jsonl\.age$/),
    ]);
    await backend.close();
    const other = temporaryFolder('other');
    backend = await createBackend({ dataDir: other.path, modem: 'none', country: 'DE', clock, scryptLogN: QUICK });
    const from = { name: made.name, passphrase: PASSPHRASE, folder: stick };
    expect(await refusal('backups.restore', from)).toBe('list-sealed');
    await ask('backups.setPassphrase', { passphrase: 'another one, and longer' });
    await ask('backups.restore', from);
    const { items } = await ask('contacts.list', { groupId: null, query: '', after: null, limit: 5 });
    expect(items.map(({ name, optedOut }) => `${name} ${optedOut}`)).toEqual(['Ana Kuhn true']);
    const { backup } = await ask('app.state', {});
    expect(backup).toMatchObject({ encrypted: true, folder: stick });
    // Those of the other computer are not this one's to take away.
    await ask('backups.setPassphrase', { passphrase: null });
    for (let n = 0; n < 12; n++) {
      await clock.advance(1_000);
      await ask('backups.make', {});
    }
    const left = (await ask('backups.list', { folder: null })).items;
    expect(left.filter(({ isOwn }) => isOwn).length).toBe(10);
    expect(left.map(({ name }) => name)).toEqual(expect.arrayContaining([made.name, newer.name]));
    await backend.close();
    other.remove();
    await open();
  });

  test('the stick is not plugged in: nothing is made in its place on the disk', async () => {
    const stick = join(folder.path, 'stick');
    await ask('settings.set', { backupFolder: stick });
    await ask('backups.make', {});
    renameSync(stick, `${stick}-elsewhere`);
    expect(await refusal('backups.make', {})).toBe('no-folder');
    expect(existsSync(stick)).toBe(false);
    expect((await ask('app.state', {})).backup.failure?.code).toBe('no-folder');
    renameSync(`${stick}-elsewhere`, stick);
    await ask('backups.make', {});
    expect((await ask('app.state', {})).backup.failure).toBeNull();
  });

  test('a second one on the same data is refused before it touches anything', async () => {
    writeFileSync(join(folder.path, 'backup.partial'), 'being written by the first');
    const second = createBackend({ dataDir: folder.path, modem: 'none', country: 'DE', clock });
    await expect(second).rejects.toThrow('already running with this data');
    expect(existsSync(join(folder.path, 'backup.partial'))).toBe(true);
  });

  test('damaged, and no backup anywhere: it can be begun with nothing, and STOP is kept', async () => {
    await add('Ana Kuhn', '0171 2223341');
    await inStore((store) => store.optOuts.add('+491712223341', START, null));
    await backend.close();
    writeFileSync(join(folder.path, 'counterline.db'), 'rubbish'.repeat(1_000));
    await open();
    expect(await refusal('app.state', {})).toBe('data-damaged');
    await ask('backups.resetData', {});
    expect(await names()).toEqual([]);
    await add('Ana Kuhn', '0171 2223341');
    const { items } = await ask('contacts.list', { groupId: null, query: '', after: null, limit: 5 });
    expect(items[0]?.optedOut).toBe(true);
    expect(await refusal('backups.resetData', {})).toBe('cannot-happen');
  });

  test('a file that was cut, changed or put there by somebody else is said to be damaged, and nothing is changed', async () => {
    await add('Ana Kuhn', '0171 2223341');
    const made = await ask('backups.make', {});
    const path = join(folder.path, 'backups', made.name);
    const whole = readFileSync(path);
    const spoilt = {
      cut: whole.subarray(0, whole.length - 4_096),
      empty: Buffer.alloc(0),
      flipped: Buffer.from(whole.map((octet, i) => (i === 9_000 ? octet ^ 1 : octet))),
      words: Buffer.from('not a database at all'.repeat(500)),
    };
    for (const [how, content] of Object.entries(spoilt)) {
      writeFileSync(path, content);
      expect([how, await refusal('backups.restore', { name: made.name, passphrase: null, folder: null })]).toEqual([
        how,
        'damaged',
      ]);
      expect(await refusal('backups.verify', { name: made.name, passphrase: null })).toBe('damaged');
      expect(await names()).toEqual(['Ana Kuhn']);
    }
    expect((await ask('app.state', {})).backup.failure).toMatchObject({ code: 'damaged' });
    expect(await refusal('backups.restore', { name: 'counterline.db', passphrase: null, folder: null })).toBe(
      'not-found',
    );
    expect(existsSync(join(folder.path, 'aside'))).toBe(false);
  });

  test('damaged data are found at the start; the newest good backup is offered and put back', async () => {
    for (let n = 0; n < 40; n++) await add(`Kim ${n}`, `0171 22233${10 + n}`);
    const made = await ask('backups.make', {});
    await backend.close();
    const path = join(folder.path, 'counterline.db');
    const spoilt = readFileSync(path);
    spoilt.fill(0x5a, 4_096, spoilt.length / 2);
    writeFileSync(path, spoilt);
    await open();
    expect(backend.desk()).toBeNull();
    expect(await refusal('app.state', {})).toBe('data-damaged');
    expect(await refusal('messages.deliveryUnknown', {})).toBe('data-damaged');
    const { items } = await ask('backups.list', { folder: null });
    expect(items.map(({ name }) => name)).toEqual([made.name]);
    await restore(made.name);
    expect((await names()).length).toBe(40);
    expect((await ask('app.state', {})).backup.failure).toBeNull();
    // Started anew it is whole.
    await backend.close();
    await open();
    expect((await names()).length).toBe(40);
  });

  test('a folder that cannot be used is refused with what to do, and known again where the data are damaged', async () => {
    expect(await refusal('settings.set', { backupFolder: join(folder.path, 'counterline.db', 'x') })).toBe('no-folder');
    expect(await refusal('settings.set', { backupFolder: 'relative' })).toBe('no-folder');
    const stick = join(folder.path, 'stick');
    await ask('settings.set', { backupFolder: stick });
    await add('Ana Kuhn', '0171 2223341');
    const made = await ask('backups.make', {});
    expect(existsSync(join(stick, made.name))).toBe(true);
    await backend.close();
    writeFileSync(join(folder.path, 'counterline.db'), 'rubbish'.repeat(1_000));
    await open();
    await restore(made.name);
    expect(await names()).toEqual(['Ana Kuhn']);
    expect((await ask('app.state', {})).settings.backupFolder).toBe(stick);
  });

  test('every night one is made, and once a month one is read back', async () => {
    await add('Ana Kuhn', '0171 2223341');
    const night = async (): Promise<void> => {
      await clock.advance(24 * HOUR);
      await backend.desk()?.backups.idle();
    };
    await clock.advance(5 * 60_000);
    await backend.desk()?.backups.idle();
    const first = (await ask('app.state', {})).backup;
    expect(first.lastAt).toBeGreaterThan(START);
    expect(first.provenAt).toBeGreaterThan(START);
    for (let n = 0; n < 3; n++) await night();
    const { items } = await ask('backups.list', { folder: null });
    expect(items.map(({ kind, at }) => `${kind} ${new Date(at).getHours()}:${new Date(at).getMinutes()}`)).toEqual([
      'nightly 1:30',
      'nightly 1:30',
      'nightly 1:30',
      `nightly ${new Date(first.lastAt as number).getHours()}:2`,
    ]);
    expect((await ask('app.state', {})).backup.provenAt).toBe(first.provenAt);
  });

  test('interrupted at any step of being put in place it goes on at the next start', async () => {
    await add('Ana Kuhn', '0171 2223341');
    const made = await ask('backups.make', {});
    await add('Tom Ebert', '0171 2223342');
    await backend.close();
    const restoring = JSON.stringify({
      carried: { settings: {}, backupFolder: '', erasures: [] },
      aside: 'counterline-20261101T000000Z.db',
    });
    const copy = readFileSync(join(folder.path, 'backups', made.name));
    // Fetched, not begun: nothing has happened.
    writeFileSync(join(folder.path, 'restore.db'), copy);
    await open();
    expect(await names()).toEqual(['Ana Kuhn', 'Tom Ebert']);
    expect(existsSync(join(folder.path, 'restore.db'))).toBe(false);
    await backend.close();
    // Begun.
    writeFileSync(join(folder.path, 'restore.db'), copy);
    writeFileSync(join(folder.path, 'restore.json'), restoring);
    await open();
    expect(await names()).toEqual(['Ana Kuhn']);
    expect(existsSync(join(folder.path, 'restore.json'))).toBe(false);
    await backend.close();
    // In place, and not put right yet.
    writeFileSync(join(folder.path, 'restore.json'), restoring);
    await open();
    expect(await names()).toEqual(['Ana Kuhn']);
    expect(existsSync(join(folder.path, 'restore.json'))).toBe(false);
  });
});
