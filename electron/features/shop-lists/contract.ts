import { z } from 'zod';
import { MAX_TEXT_LENGTH } from '../../shared/composing.ts';
import { id, name } from '../../shared/contract-fields.ts';
import { answer, method, type Contract } from '../../shared/contract.ts';

export interface TagDto {
  readonly id: string;
  readonly name: string;
  /** Of the colour, 0 to 359. */
  readonly hue: number;
}

/** Somebody who works here. */
export interface PersonDto {
  readonly id: string;
  readonly name: string;
}

/** A prepared text; `{{blanks}}` are filled before it is sent. */
export interface TemplateDto {
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

/** A search under a name. */
export interface FilterDto {
  readonly id: string;
  readonly name: string;
  readonly query: string;
}

export const SHOP_LISTS = ['tags', 'people', 'templates', 'filters'] as const;

/** The shop’s own lists: tags, people, templates, saved searches. */
export const shopListsContract = {
  methods: {
    /** Ids are null for new ones. */
    'tags.save': method(
      z.strictObject({ id: id.nullable(), name, hue: z.number().int().min(0).max(359) }),
      answer<TagDto>(),
    ),
    'people.save': method(z.strictObject({ id: id.nullable(), name }), answer<PersonDto>()),
    'templates.save': method(
      z.strictObject({
        id: id.nullable(),
        name: z
          .string()
          .trim()
          .regex(/^\S{1,30}$/u),
        text: z.string().trim().min(1).max(MAX_TEXT_LENGTH),
      }),
      answer<TemplateDto>(),
    ),
    'filters.save': method(
      z.strictObject({ id: id.nullable(), name, query: z.string().trim().min(1).max(300) }),
      answer<FilterDto>(),
    ),
  },
  events: {},
} satisfies Contract;
