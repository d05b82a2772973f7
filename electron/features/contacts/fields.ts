import { notFound } from '../../shared/not-found.ts';
import { contactFieldDefinition, type ContactFieldDefinition } from '../../shared/contacts.ts';
import { fold } from '../../shared/fold.ts';
import { idOf, rowOf } from '../../shared/ids.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { ContactField, ContactFieldDto } from './contract.ts';
import type { DeskContext } from '../../core/context.ts';
import { readDay } from '../imports/wall-words.ts';

const MOST = 100;

/** The fields that the shop has for all of its customers; a single customer may have others as well. */
export class ContactFields {
  readonly #context: Pick<DeskContext, 'store' | 'country' | 'unit' | 'appChanged'>;
  #kept: readonly ContactFieldDto[] | null = null;

  constructor(context: Pick<DeskContext, 'store' | 'country' | 'unit' | 'appChanged'>) {
    this.#context = context;
  }

  get views(): readonly ContactFieldDto[] {
    this.#kept ??= this.#context.store.contactFields
      .all()
      .filter(({ removed }) => removed === 0)
      .flatMap(({ id, name, body }) => {
        const read = contactFieldDefinition.safeParse({ ...(JSON.parse(body) as object), name });
        return read.success ? [{ id: idOf('field', id), ...read.data }] : [];
      });
    return this.#kept;
  }

  save(id: string | null, input: ContactFieldDefinition): Result<ContactFieldDto> {
    const { contactFields } = this.#context.store;
    const row = id === null ? null : rowOf('field', id);
    const before = this.views.find((each) => each.id === id) ?? null;
    if (id !== null && (row === null || before === null)) return notFound();
    if (this.views.some((each) => each.id !== id && fold(each.name) === fold(input.name)))
      return refuse('name-taken', { name: input.name });
    if (input.kind === 'choice' && input.choices.length === 0) return refuse('bad-input.field-choices');
    if (row === null && this.views.length >= MOST) return refuse('bad-input.most', { most: MOST });
    const body = JSON.stringify({ kind: input.kind, choices: input.kind === 'choice' ? input.choices : [] });
    const saved = this.#context.unit(() => {
      // The values that customers have under the old name move to the new one.
      if (before !== null && before.name !== input.name)
        this.#context.store.contacts.renameField(before.name, input.name);
      if (row === null) return contactFields.insert(input.name, body);
      contactFields.update(row, input.name, body);
      return row;
    });
    this.#changed();
    // Values that were written as words are read again as the new kind; those that cannot be read stay as they are.
    if (before === null || before.kind !== input.kind)
      this.#context.unit(() =>
        this.#context.store.contacts.rewriteField(
          input.name,
          (value) => this.read({ name: input.name, value })?.value ?? value,
        ),
      );
    return ok(this.views.find((each) => each.id === idOf('field', saved)) as ContactFieldDto);
  }

  /** The values that customers have in this field stay with them. */
  setRemoved(id: string, removed: boolean): Result<readonly ContactFieldDto[]> {
    const { contactFields } = this.#context.store;
    const row = rowOf('field', id);
    const found = contactFields.all().find((each) => each.id === row);
    if (found === undefined) return notFound();
    if (!removed && this.views.some(({ name }) => fold(name) === fold(found.name)))
      return refuse('name-taken.again', { name: found.name });
    contactFields.setRemoved(found.id, removed);
    this.#changed();
    return ok(this.views);
  }

  /**
   * A value as it is kept: dates as `YYYY-MM-DD`, numbers with a decimal point, choices as they are spelled in the field.
   * @returns null: the value is not of the field's kind
   */
  read({ name, value }: ContactField): ContactField | null {
    const field = this.views.find((each) => fold(each.name) === fold(name));
    if (field === undefined) return { name, value: value.trim() };
    const read = value.trim() === '' ? '' : readValue(field, value.trim(), this.#context.country() === 'US');
    return read === null ? null : { name: field.name, value: read };
  }

  #changed(): void {
    this.#kept = null;
    this.#context.appChanged();
  }
}

function readValue({ kind, choices }: ContactFieldDefinition, value: string, monthFirst: boolean): string | null {
  switch (kind) {
    case 'text':
      return value;
    case 'number': {
      const number = numberIn(value);
      return number === null ? null : String(number);
    }
    case 'date':
      return readDay(value, monthFirst, null);
    case 'choice':
      return choices.find((choice) => fold(choice) === fold(value)) ?? null;
  }
}

/** Reads `1.234,5`, `1,234.5` or `12,5 kg`; null: not a number. Pure. */
export function numberIn(input: string): number | null {
  const plain = /^[^\d-]*(-?[\d.,\s']*\d)/.exec(input)?.[1]?.replace(/[\s']/g, '');
  if (plain === undefined) return null;
  const last = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','));
  const isThousands =
    last >= 0 && /^[.,]\d{3}$/.test(plain.slice(last)) && plain.split(plain[last] as string).length > 2;
  const whole = last < 0 || isThousands ? plain : plain.slice(0, last);
  const rest = last < 0 || isThousands ? '' : plain.slice(last + 1);
  const number = Number(`${whole.replace(/[.,]/g, '')}${rest === '' ? '' : `.${rest}`}`);
  return Number.isFinite(number) ? number : null;
}
