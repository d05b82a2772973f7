/** What stands between double braces is a variable, or a blank for a person to fill. */
const BLANK = /\{\{([^{}\n]{1,80})\}\}/g;

export const TEMPLATE_VARIABLES = [
  'first_name',
  'name',
  'number',
  'shop',
  'me',
  'date',
  'time',
  'opens',
  'hours',
  'today',
  'place',
  'service',
  'when',
  'staff',
  'price',
  'order',
  'what',
  'column',
] as const;
/** What is filled in a text that leaves by itself. */
export const ANSWER_VARIABLES: readonly TemplateVariable[] = [
  'first_name',
  'name',
  'shop',
  'date',
  'time',
  'opens',
  'hours',
  'today',
];

export type TemplateVariable = (typeof TEMPLATE_VARIABLES)[number];

/** Puts in what is known; what is not stays a blank. A value's own braces are no blanks. */
export function fillTemplate(text: string, values: Readonly<Partial<Record<TemplateVariable, string>>>): string {
  return text.replace(BLANK, (blank, name: string) => {
    const key = name.trim().toLowerCase() as TemplateVariable;
    const value = Object.hasOwn(values, key) ? values[key] : undefined;
    return value === undefined || value === '' ? blank : value.replaceAll('{{', '{').replaceAll('}}', '}');
  });
}

export interface Blank {
  readonly name: string;
  /** In UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/** What is still to be filled, in order. */
export function blanksOf(text: string): readonly Blank[] {
  return [...text.matchAll(BLANK)]
    .filter((match) => match[1]?.trim() !== '')
    .map((match) => ({
      name: (match[1] as string).trim(),
      start: match.index,
      end: match.index + match[0].length,
    }));
}
