import fc from 'fast-check';

/** As much of JSON Schema (2020-12) as the contract and the served description are written in. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly type?: string;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly propertyNames?: JsonSchema;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
}

/** Words that are there in the shop at hand, by the name of the field they are asked for in. */
export type Known = (field: string) => readonly string[];

/** One value in so many is nothing a schema would let through. */
const WRONG_EVERY = 12;
/** Longer texts than this are for tests of their own. */
const LONGEST = 3_000;
const LONGEST_LIST = 4;
const FEW = 4;

const WRONG = fc.constantFrom<unknown>(
  null,
  true,
  0,
  -1,
  2 ** 53,
  1e308,
  '',
  'x',
  [],
  {},
  [null],
  { a: 1 },
  '\u0000',
  '__proto__',
);

/** What breaks programs that take text for what it looks like. */
const ODD_TEXTS = [
  '__proto__',
  'constructor',
  '\u0000',
  '\ud83d',
  '\u202e+49 171 2223344\u202c',
  '%00%2e%2e/',
  "'; DROP TABLE messages; --",
  '" OR NEAR(* AND NOT (',
  '<img src=x onerror=alert(1)>',
  '=1+1',
  '١٢٣',
  'İ',
  '👩‍👩‍👧‍👦'.repeat(40),
  'a'.repeat(LONGEST),
  'é'.repeat(LONGEST),
  '\r\n'.repeat(200),
  '{{{name}}}{{',
  '9999-12-31',
  '0001-01-01',
  '23:59',
  '99999999999999999999',
  '1e999',
  'conversation_1',
  '+491712223344',
  '0171 2223344',
  'http://127.0.0.1:1/',
];

interface Making {
  readonly known: Known;
  readonly defs: JsonSchema['$defs'];
  /** Some values are of another form than is asked for. */
  readonly wrong: boolean;
}

/** What people and programs write, by its form: days (the clocks change on one of them), times, amounts, languages, countries. */
const LIKELY = [
  '2026-11-23',
  '2026-11-24',
  '2026-11-30',
  '2027-03-28',
  '2028-02-29',
  '1970-01-01',
  '2026-11-24T10:00:00Z',
  '09:00',
  '17:30',
  '12.50',
  '7',
  'de',
  'DE',
  '*100#',
  'https://shop.example/pay',
];

/** Values of the form that is asked for; of each fourth something in it may be of another. */
export function arbitraryOf(schema: JsonSchema, known: Known): fc.Arbitrary<unknown> {
  const { $defs: defs } = schema;
  return fc.oneof(
    { weight: 3, arbitrary: rightOf(schema, '', { known, defs, wrong: false }) },
    { weight: 1, arbitrary: someOf(schema, '', { known, defs, wrong: true }) },
  );
}

function someOf(schema: JsonSchema, field: string, making: Making): fc.Arbitrary<unknown> {
  const right = rightOf(schema, field, making);
  if (!making.wrong) return right;
  return fc.oneof({ weight: WRONG_EVERY - 1, arbitrary: right }, { weight: 1, arbitrary: WRONG });
}

function rightOf(schema: JsonSchema, field: string, making: Making): fc.Arbitrary<unknown> {
  const { known, defs } = making;
  const inner = (each: JsonSchema, name = field): fc.Arbitrary<unknown> => someOf(each, name, making);
  if (schema.$ref !== undefined) {
    const name = schema.$ref.split('/').at(-1) as string;
    const target = defs?.[name];
    if (target === undefined) throw new Error(`There is no ${schema.$ref}.`);
    return fc.memo((depth) => (depth <= 1 ? fc.constant(null) : inner(target)))(3);
  }
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return fc.oneof(...choices.map((each) => rightOf(each, field, making)));
  if (schema.allOf !== undefined) return rightOf(Object.assign({}, ...schema.allOf) as JsonSchema, field, making);
  switch (schema.type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'integer':
    case 'number':
      return numberOf(schema);
    case 'string':
      return textOf(schema, known(field));
    case 'array':
      return fc.array(inner(schema.items ?? {}), {
        minLength: Math.min(schema.minItems ?? 0, LONGEST_LIST),
        maxLength: Math.min(schema.maxItems ?? LONGEST_LIST, LONGEST_LIST),
      });
    case 'object': {
      const fields = Object.entries(schema.properties ?? {});
      if (fields.length === 0 && typeof schema.additionalProperties === 'object') {
        const names = schema.propertyNames ?? { type: 'string' };
        return fc.dictionary(textOf(names, []), inner(schema.additionalProperties), { maxKeys: LONGEST_LIST });
      }
      const required = (schema.required ?? []).filter((name) => fields.some(([each]) => each === name));
      // Of many that may be left out, all but a few are: what is wrong with one would hide the others.
      const record = (of: readonly [string, JsonSchema][]): fc.Arbitrary<unknown> =>
        fc.record(Object.fromEntries(of.map(([name, each]) => [name, inner(each, name)])), {
          requiredKeys: required,
        });
      if (required.length > 0 || fields.length <= FEW) return record(fields);
      return fc.subarray(fields, { maxLength: FEW }).chain(record);
    }
    default:
      return fc.oneof(fc.jsonValue({ maxDepth: 2 }), WRONG);
  }
}

function numberOf({ type, minimum, maximum, exclusiveMinimum, exclusiveMaximum }: JsonSchema): fc.Arbitrary<number> {
  const min = Math.ceil(minimum ?? (exclusiveMinimum === undefined ? -1e12 : exclusiveMinimum + 1));
  const max = Math.floor(maximum ?? (exclusiveMaximum === undefined ? 1e15 : exclusiveMaximum - 1));
  const [low, high] = [Math.max(min, Number.MIN_SAFE_INTEGER), Math.min(max, Number.MAX_SAFE_INTEGER)];
  const whole = fc.oneof(
    fc.integer({ min: Math.max(low, -0x7fffffff), max: Math.min(high, 0x7fffffff) }),
    fc.constantFrom(low, high),
    fc.integer({ min: low, max: Math.min(high, low + 10) }),
  );
  return type === 'integer' ? whole : fc.oneof(whole, fc.constantFrom(low + 0.5, Math.max(low, 0.01)));
}

function textOf({ pattern, minLength = 0, maxLength = LONGEST }: JsonSchema, known: readonly string[]) {
  const most = Math.min(maxLength, LONGEST);
  const fits = (text: string): boolean => text.length >= minLength && text.length <= most;
  const choices: { weight: number; arbitrary: fc.Arbitrary<string> }[] = [
    { weight: 2, arbitrary: fc.string({ unit: 'binary', minLength, maxLength: Math.min(most, minLength + 60) }) },
    { weight: 2, arbitrary: fc.constantFrom(...ODD_TEXTS).map((text) => (fits(text) ? text : text.slice(0, most))) },
  ];
  if (known.length > 0) choices.push({ weight: 12, arbitrary: fc.constantFrom(...known) });
  if (pattern !== undefined) choices.push({ weight: 12, arbitrary: ofPattern(pattern, fits) });
  return fc.oneof(...choices);
}

function ofPattern(pattern: string, fits: (text: string) => boolean): fc.Arbitrary<string> {
  const wanted = new RegExp(pattern, 'u');
  const [likely, odd] = [LIKELY, ODD_TEXTS].map((texts) => texts.filter((text) => wanted.test(text) && fits(text)));
  const choices = [likely, likely, odd].flatMap((texts) =>
    texts === undefined || texts.length === 0 ? [] : [fc.constantFrom(...texts)],
  );
  try {
    choices.push(fc.stringMatching(wanted, { size: 'small' }).filter(fits));
  } catch (error) {
    // The generator does not know all of regular expressions.
    if (choices.length === 0) throw error;
  }
  return fc.oneof(...choices);
}
