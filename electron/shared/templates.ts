/** Text between double braces is a variable, or a blank for a person to fill in. */
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
/** The variables that are filled in a message that leaves automatically. */
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

/** Fills in the known values; the others stay blanks. Braces within a value do not count as blanks. */
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

/** The blanks that are still to be filled in, in order. */
export function blanksOf(text: string): readonly Blank[] {
  return [...text.matchAll(BLANK)]
    .filter((match) => match[1]?.trim() !== '')
    .map((match) => ({
      name: (match[1] as string).trim(),
      start: match.index,
      end: match.index + match[0].length,
    }));
}
