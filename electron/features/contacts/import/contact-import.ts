import { notFound } from '../../../shared/not-found.ts';
import { toTell, refusedOf, sorted, type Session, ImportPlan } from './import-plan.ts';
import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { ImportTarget } from '../../../shared/contact-words.ts';
import type { ImportChoices } from '../../../shared/contacts.ts';
import { idOf, rowOf } from '../../../shared/ids.ts';
import { ok, refuse, type Result } from '../../../shared/result.ts';
import type { ContactImportPlanDto, ContactImportUndoneDto, ContactImportDto, ImportFileDto } from '../contract.ts';
import type { ContactChangeRow, ContactImportRow } from '../imports-repository.ts';
import type { ContactRow } from '../repository.ts';
import { DISK_AGAIN_MS, isDiskFault } from '../../../shared/disk-fault.ts';
import type { Consent } from '../../consent/consent.ts';
import type { DeskContext } from '../../../core/context.ts';
import { publishConversation } from '../../conversations/publish.ts';
import { refusedTable } from '../../imports/import-result.ts';
import { tryToRead } from '../../imports/try-to-read.ts';
import { LOOKED_AT_ROWS, samplesOf } from '../../imports/table.ts';
import type { ErasureRegister } from '../erasure-register.ts';
import type { ContactFields } from '../fields.ts';
import { nameKey } from '../names.ts';
import type { Slices } from '../../../core/slices.ts';
import { saveContact, wholeOf, type ContactAggregate } from '../contact-aggregate.ts';
import { dryRunRepository, storedBook } from './dry-run-repository.ts';
import { guessTargets } from './columns.ts';
import { isMonthFirst, readRow, withDenials, type ReadRow } from './drafts.ts';
import { ListConsent } from './import-consent.ts';
import { ImportMerger, type Taken } from './import-merger.ts';

/** Enough for the list of a chain of shops. */
export const MOST_CONTACTS = 50_000;
/** So few at once that other work gets its turn in between. */
const AT_ONCE = 100;
/** The longest time to work without a pause, in milliseconds. */
const SLICE_MS = 25;
const TOLD_EVERY = 1_000;
const SHOWN_IMPORTS = 50;
const PUT_BACK_AT_ONCE = 1_000;

/** If more customers have changed, the window reloads everything instead. */
const ANNOUNCED_ONE_BY_ONE = 100;

interface ContactImportDeps {
  readonly consent: Consent;
  readonly fields: ContactFields;
  readonly erased: ErasureRegister;
  readonly slices: Slices;
  /** Also adds these numbers to the opt-out list that is kept beside the data. */
  readonly optedOut: (numbers: readonly string[], at: number) => void;
}

/** What became of the changes of an import when it was undone. */
interface PutBack {
  /** The customers whose changes were undone. */
  readonly undone: readonly number[];
  /** How many other customers keep what the import changed. */
  readonly kept: number;
}

/** Somebody has chosen another file or none, so an import that has begun is undone. */
class DiscardedError extends Error {}

/**
 * Imports a list of customers. A plan is shown first; the import then happens completely or not at all, and can be undone as a
 * whole.
 */
export class ContactImport {
  readonly #context: DeskContext;
  readonly #deps: ContactImportDeps;
  readonly #consents: ListConsent;
  /** Only one import at a time, since there is one person at one desk. */
  #session: Session | null = null;
  readonly #plan: ImportPlan;

  constructor(context: DeskContext, deps: ContactImportDeps) {
    this.#context = context;
    this.#deps = deps;
    this.#consents = new ListConsent(context, deps.consent);
    this.#plan = new ImportPlan(context);
  }

  async read(name: string, text: string): Promise<Result<ImportFileDto>> {
    if (/^\uFEFF?\s*begin\s*:\s*vcalendar/i.test(text)) return refuse('is-calendar');
    const { parse, logger } = this.#context;
    const read = await tryToRead(parse('sheet', text), logger, 'too-large.table');
    if (!read.ok) return read;
    const sheet = read.value;
    if (sheet === null || sheet.rows.length === 0) return refuse('no-table');
    if (sheet.kind === 'cards' && !guessTargets(sheet).includes('phone')) return refuse('no-phones');
    if (sheet.rows.length > MOST_CONTACTS) return refuse('too-large', { most: MOST_CONTACTS });
    if (this.#session !== null) this.#session.isDiscarded = true;
    const id = randomUUID();
    this.#session = { id, name, sheet, choices: null, rows: [], refused: [], isDiscarded: false };
    const targets = guessTargets(sheet);
    const beginning = sheet.rows.slice(0, LOOKED_AT_ROWS).map(({ cells }) => cells);
    return ok({
      id,
      kind: sheet.kind,
      rows: sheet.rows.length,
      columns: sheet.columns.map((heading, i) => ({
        heading,
        target: targets[i] as ImportTarget,
        samples: samplesOf(beginning, i),
      })),
    });
  }

  /** What the import would do; nothing is written. Progress is announced on the way. */
  async plan(id: string, choices: ImportChoices): Promise<Result<ContactImportPlanDto>> {
    const session = this.#of(id);
    if (session === null) return refuseDiscarded();
    if (!choices.targets.includes('phone')) return refuse('no-table.numbers');
    if (choices.targets.includes('consent') && choices.consentSource === '') return refuse('no-source');
    const { sheet } = session;
    const { clock } = this.#context;
    const country = this.#context.country();
    const monthFirst = isMonthFirst(sheet, choices, country);
    const reading = { country, monthFirst, fields: this.#deps.fields, now: clock.now() };
    const names = await this.#names(session);
    const taking = new ImportMerger(dryRunRepository(this.#context.store), choices, names, this.#about());
    const read: ReadRow[] = [];
    const taken: Taken[] = [];
    /** The rows whose customer exists or would be added. */
    const kept = new Set<number>();
    let turn = performance.now();
    for (const [i, row] of sheet.rows.entries()) {
      if (performance.now() - turn > SLICE_MS) {
        await setImmediate();
        turn = performance.now();
      }
      if (session.isDiscarded) return refuseDiscarded();
      if (i % TOLD_EVERY === 0) this.#tell(session, i);
      const readAs = readRow(sheet, row, choices, reading);
      read.push(readAs);
      const each = taking.take(readAs);
      if (each.change !== null) kept.add(i);
      taken.push(toTell(each));
    }
    const rows = withDenials(read);
    const agreeing = await this.#deps.slices.reckon(
      choices.consentSource === '' ? [] : rows.filter((_, i) => kept.has(i)),
      (row) => row.ok && this.#consents.agreeing(row.draft).length > 0,
    );
    this.#tell(session, sheet.rows.length);
    session.choices = choices;
    session.rows = rows;
    session.refused = refusedOf(taken);
    return ok(this.#plan.toDto(taken, agreeing.filter(Boolean).length, this.#plan.optedOut()));
  }

  /** Imports all or nothing: an import that does not finish is undone. Progress is announced on the way. */
  async run(id: string): Promise<Result<ContactImportDto & ContactImportPlanDto>> {
    const session = this.#of(id);
    const choices = session?.choices ?? null;
    if (session === null || choices === null) return refuseDiscarded();
    // A second click finds nothing to do.
    session.choices = null;
    const { store, clock } = this.#context;
    const now = clock.now();
    const author = this.#context.currentAgent()?.name ?? null;
    const names = await this.#names(session);
    const outBefore = this.#plan.optedOut();
    const optedOut: string[] = [];
    const firsts = new Map<number, string | null>();
    const agreed = new Map<number, string[]>();
    const taking = new ImportMerger(storedBook(store), choices, names, this.#about());
    const row = store.contactImports.insert(session.name, now, author);
    let told = 0;
    const take = (read: ReadRow): Taken => {
      if (session.isDiscarded) throw new DiscardedError();
      if (told % TOLD_EVERY === 0) this.#tell(session, told);
      told += 1;
      const each = taking.take(read);
      const { draft, change } = each;
      // An opt-out also counts if its row was not imported.
      if (draft !== null) optedOut.push(...this.#consents.optOut(draft));
      if (draft === null || change === null) return toTell(each);
      const { before, after } = change;
      const contact = after.row.id;
      const isChanged = each.view.outcome !== 'same';
      const consented = this.#consents.agree(draft, choices.consentSource, author, now);
      if (consented.length > 0) agreed.set(contact, [...(agreed.get(contact) ?? []), ...consented]);
      if (!isChanged && consented.length === 0) return toTell(each);
      if (!firsts.has(contact)) firsts.set(contact, before === null ? null : JSON.stringify(before));
      store.contactImports.addChange(row, {
        contact_id: contact,
        before: firsts.get(contact) ?? null,
        after: JSON.stringify(after),
        consented: JSON.stringify(agreed.get(contact) ?? []),
      });
      return toTell(each);
    };
    let taken: readonly Taken[];
    try {
      taken = await this.#deps.slices.write(session.rows, take);
    } catch (error) {
      const begun = store.contactImports.byId(row);
      if (begun !== null) await this.#putBackOrLater(begun);
      if (error instanceof DiscardedError) return refuseDiscarded();
      throw error;
    } finally {
      // An opt-out stays even if the rest is undone.
      const out = optedOut.filter((number) => store.optOuts.has(number));
      if (out.length > 0) this.#deps.optedOut(out, now);
      this.#announce([...firsts.keys()]);
    }
    // The program is closing; the import is undone at the next start.
    if (taken.length < session.rows.length) return refuseDiscarded();
    const plan = this.#plan.toDto(taken, agreed.size, outBefore);
    store.contactImports.setCounts(row, JSON.stringify(plan.counts));
    session.refused = refusedOf(taken);
    session.rows = [];
    const view = this.imports.find((each) => each.id === idOf('import', row)) as ContactImportDto;
    return ok({ ...plan, ...view });
  }

  /** Ends the session; nothing is imported any more. */
  discard(id: string): Result<null> {
    const session = this.#of(id);
    if (session !== null) session.isDiscarded = true;
    this.#session = null;
    return ok(null);
  }

  /** The rows that were not imported, as they are in the file, each with its reason. */
  async refusedRows(id: string): Promise<Result<{ readonly table: string }>> {
    const session = this.#of(id);
    if (session === null) return refuseDiscarded();
    const { sheet, refused } = session;
    const rows = refused.map(({ row, reason }) => ({ cells: sheet.rows[row]?.cells ?? [], reason }));
    return ok({ table: (await refusedTable(this.#deps.slices, sheet.columns, rows)) ?? '' });
  }

  /** The newest imports first. */
  get imports(): readonly ContactImportDto[] {
    return this.#context.store.contactImports.all(SHOWN_IMPORTS).map((row) => ({
      id: idOf('import', row.id),
      name: row.name,
      at: row.at,
      author: row.author,
      counts: JSON.parse(row.counts) as ContactImportDto['counts'],
      undoneAt: row.undone_at,
    }));
  }

  /** Undoes an import. What somebody has changed since stays, and nobody who has opted out gets messages again. */
  async undo(id: string): Promise<Result<ContactImportUndoneDto>> {
    const { store, clock } = this.#context;
    const row = rowOf('import', id);
    const found = row === null ? null : store.contactImports.byId(row);
    if (found === null) return notFound();
    if (found.undone_at !== null) return refuse('too-late.undone');
    store.contactImports.setUndone(found.id, clock.now());
    const begun = { ...found, undone_at: clock.now() };
    try {
      const { undone, kept } = await this.#putBackAll(begun);
      this.#announce(undone);
      return ok({ imports: this.imports, undone: undone.length, kept });
    } catch (error) {
      if (!isDiskFault(error)) throw error;
      this.#putBackLater(begun);
      return refuse('disk-full.undone-later');
    }
  }

  /** After a start, an import that did not finish is undone, and an undo that had begun is finished. */
  async recover(): Promise<void> {
    for (const row of this.#context.store.contactImports.unfinished()) {
      const { undone } = await this.#putBackOrLater(row);
      this.#announce(undone);
    }
  }

  /**
   * If the disk has no room for the undo either, it is retried automatically; nobody is told, since the disk fault was reported
   * already.
   */
  async #putBackOrLater(row: ContactImportRow): Promise<PutBack> {
    try {
      return await this.#putBackAll(row);
    } catch (error) {
      this.#context.logger.error({ import: row.id, error: String(error) }, 'a list is not taken back yet');
      if (isDiskFault(error)) this.#putBackLater(row);
      return { undone: [], kept: 0 };
    }
  }

  #putBackLater(row: ContactImportRow): void {
    this.#context.clock.after(DISK_AGAIN_MS, () => void this.#putBackOrLater(row));
  }

  /** @returns the customers whose changes were undone, and how many others keep theirs */
  async #putBackAll(found: ContactImportRow): Promise<PutBack> {
    const { contactImports } = this.#context.store;
    const undone: number[] = [];
    let kept = 0;
    for (;;) {
      const changes = contactImports.changes(found.id, PUT_BACK_AT_ONCE);
      if (changes.length === 0) break;
      const put = await this.#deps.slices.write(changes, (change) => this.#putBack(found, change));
      for (const [i, isBack] of put.entries()) {
        if (isBack) undone.push((changes[i] as ContactChangeRow).contact_id);
        else kept += 1;
      }
      // The program is closing; the rest follows at the next start.
      if (put.length < changes.length) return { undone, kept };
    }
    // An import that never finished does not count as one.
    if (found.undone_at === null) contactImports.remove(found.id);
    return { undone, kept };
  }

  /** Returns false if somebody has changed the customer since, who then stays as they are. Call it inside a unit of work. */
  #putBack({ id, at }: ContactImportRow, change: ContactChangeRow): boolean {
    const { store } = this.#context;
    store.contactImports.removeChange(id, change.contact_id);
    this.#consents.disagree(JSON.parse(change.consented) as string[], at);
    const now = store.contacts.byId(change.contact_id);
    const after = JSON.parse(change.after) as ContactAggregate;
    // The customer was erased, merged or changed since; properties are sorted because their order may differ.
    if (now === null || JSON.stringify(sorted(wholeOf(store, now))) !== JSON.stringify(sorted(after))) return false;
    const before = change.before === null ? null : (JSON.parse(change.before) as ContactAggregate);
    if (before === null) store.contacts.remove(now.id);
    else saveContact(store, before);
    return true;
  }

  #of(id: string): Session | null {
    return this.#session?.id === id ? this.#session : null;
  }

  #about(): ConstructorParameters<typeof ImportMerger>[3] {
    const { erased } = this.#deps;
    return {
      country: this.#context.country(),
      isErased: erased.isNobody ? () => false : (number) => erased.has(number),
      now: this.#context.clock.now(),
    };
  }

  async #names(session: Session): Promise<Map<string, number>> {
    const names = new Map<string, number>();
    let read = 0;
    for (const row of everybody(this.#context.store)) {
      addName(names, row);
      read += 1;
      if (read % (10 * AT_ONCE) === 0) await setImmediate();
      if (session.isDiscarded) break;
    }
    return names;
  }

  #tell({ id, sheet }: Session, done: number): void {
    this.#context.events.emit({ type: 'import.progress', value: { id, done, total: sheet.rows.length } });
  }

  #announce(contacts: readonly number[]): void {
    const { store, events } = this.#context;
    this.#context.appChanged();
    if (contacts.length <= ANNOUNCED_ONE_BY_ONE)
      for (const contact of contacts)
        for (const id of store.conversations.ofContact(contact)) publishConversation(this.#context, id);
    events.emit({ type: 'contacts.changed', value: { many: contacts.length > ANNOUNCED_ONE_BY_ONE } });
  }
}

/** Only the first customer of a name is kept. */
function addName(names: Map<string, number>, { id, name }: ContactRow): void {
  const sound = nameKey(name);
  if (sound !== '' && !names.has(sound)) names.set(sound, id);
}

function* everybody({ contacts }: DeskContext['store']): Generator<ContactRow> {
  for (let after = 0; ;) {
    const rows = contacts.after(after, 1_000);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}

function refuseDiscarded(): Result<never> {
  return refuse('other-file');
}
