import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportTarget } from '../../electron/shared/contact-words.ts';
import type { ImportChoices, WrittenContact } from '../../electron/shared/contacts.ts';
import { decodeText } from '../../electron/shared/decode-text.ts';
import type { Result } from '../../electron/shared/result.ts';
import type { ContactDto } from '../../electron/features/contacts/contract.ts';
import { deskLine } from './desk-line.ts';

export const NOBODY: WrittenContact = {
  name: '',
  numbers: [],
  language: null,
  birthday: '',
  notes: '',
  fields: [],
  tagIds: [],
};

export function taken<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** A file as it lies in test/fixtures/contacts, decoded as the window decodes it. */
export function contactFile(name: string): string {
  return decodeText(readFileSync(join(import.meta.dirname, '../fixtures/contacts', name)));
}

/** A desk with what its customers are kept by. */
export async function contactShop(options: Parameters<typeof deskLine>[0] = {}) {
  const desk = await deskLine(options);
  const { customers } = desk;
  const choicesFor = (targets: readonly ImportTarget[], more: Partial<ImportChoices> = {}): ImportChoices => ({
    targets: [...targets],
    known: 'fill',
    alike: 'separate',
    tag: '',
    consentSource: '',
    ...more,
  });
  /** Looks at a list as the window does, with what its columns are taken for. */
  const look = async (text: string, more: Partial<ImportChoices> = {}) => {
    const file = taken(await customers.imports.read('list.csv', text));
    const choices = choicesFor(more.targets ?? file.columns.map(({ target }) => target), more);
    return { file, plan: taken(await customers.imports.plan(file.id, choices)) };
  };
  const bringIn = async (text: string, more: Partial<ImportChoices> = {}) => {
    const { file, plan } = await look(text, more);
    return { file, plan, done: taken(await customers.imports.run(file.id)) };
  };
  const all = async (): Promise<readonly ContactDto[]> => {
    const { items } = taken(await customers.list.page(null, '', null, 200));
    return items.map(({ id }) => taken(customers.list.get(id)));
  };
  const add = (name: string, number: string, more: Partial<WrittenContact> = {}): ContactDto =>
    taken(customers.list.save(null, { ...NOBODY, name, numbers: [{ number, label: '' }], ...more }));
  return { ...desk, look, bringIn, all, add };
}
