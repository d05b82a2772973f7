import type { Address } from './address.ts';
import { graphemesOf } from './graphemes.ts';
import { NATIONAL_LANGUAGES, type LanguageId } from './gsm7-tables.ts';
import { DEFAULT_TABLES, septetCost, type Gsm7Tables } from './gsm7.ts';
import { PduError } from './pdu-error.ts';
import { encodeSubmit, type SubmitFields } from './tpdu.ts';
import { MAX_USER_DATA_OCTETS, MAX_USER_DATA_SEPTETS, type UserDataContent } from './user-data.ts';
import { concatenationElement, tableElements } from './user-data-header.ts';

/** How a text will be encoded and cut. `parts` joined give the text again. */
export interface SegmentPlan {
  readonly alphabet: 'gsm7' | 'ucs2';
  /** Applies only to `gsm7`. */
  readonly tables: Gsm7Tables;
  readonly parts: readonly string[];
  /** Septets or UTF-16 units in all segments together, without headers. */
  readonly units: number;
  /** What fits into one segment of this plan: 160, 153, 70, 67 ... */
  readonly unitsPerPart: number;
  /** Room left in the last segment. */
  readonly unitsLeft: number;
}

export interface SegmentOptions {
  /** Width of the concatenation reference; every phone understands 8. */
  readonly referenceBits?: 8 | 16;
  /**
   * National languages whose tables may be used where they save a part (TS 23.038 §6.2.1.2); none by default, since a phone
   * that does not know a table shows other characters.
   */
  readonly languages?: readonly LanguageId[];
}

type Encoding = Pick<SegmentPlan, 'alphabet' | 'tables'>;

/** One octet counts the segments (TS 23.040 §9.2.3.24.1). */
const MAX_PARTS = 255;

/**
 * Picks the encoding with the fewest parts - the default alphabet before UCS-2 before national tables, which not every
 * phone reads - and cuts between grapheme clusters, so that no escape pair, surrogate pair or joined emoji is split.
 * Only a cluster larger than a whole part is cut inside, and then between code points.
 * @throws PduError `too-long` beyond 255 parts
 */
export function planSegments(text: string, options: SegmentOptions = {}): SegmentPlan {
  const plain = planPlain(text);
  if (plain !== null) return plain;
  const referenceBits = options.referenceBits ?? 8;
  const clusters = graphemesOf(text);
  let best: SegmentPlan | null = null;
  for (const encoding of candidates(options.languages ?? [])) {
    const plan = cut(clusters, encoding, referenceBits);
    if (plan !== null && (best === null || plan.parts.length < best.parts.length)) best = plan;
    if (best?.parts.length === 1) break;
  }
  if (best === null || best.parts.length > MAX_PARTS) throw new PduError('too-long', 'A text has at most 255 parts.');
  return best;
}

/** The common case, a short text in the default alphabet, needs no search. */
function planPlain(text: string): SegmentPlan | null {
  const encoding = { alphabet: 'gsm7', tables: DEFAULT_TABLES } as const;
  if (text.length > MAX_USER_DATA_SEPTETS) return null;
  const units = cost(text, encoding);
  if (units === null || units > MAX_USER_DATA_SEPTETS) return null;
  return {
    ...encoding,
    parts: [text],
    units,
    unitsPerPart: MAX_USER_DATA_SEPTETS,
    unitsLeft: MAX_USER_DATA_SEPTETS - units,
  };
}

function* candidates(languages: readonly LanguageId[]): Generator<Encoding> {
  yield { alphabet: 'gsm7', tables: DEFAULT_TABLES };
  yield { alphabet: 'ucs2', tables: DEFAULT_TABLES };
  for (const language of languages) {
    yield { alphabet: 'gsm7', tables: { locking: 0, single: language } };
    if (language === NATIONAL_LANGUAGES.spanish) continue; // has no locking table
    yield { alphabet: 'gsm7', tables: { locking: language, single: 0 } };
    yield { alphabet: 'gsm7', tables: { locking: language, single: language } };
  }
}

function capacity({ alphabet, tables }: Encoding, concatenated: 8 | 16 | null): number {
  const elementOctets =
    (tables.locking === 0 ? 0 : 3) +
    (tables.single === 0 ? 0 : 3) +
    (concatenated === null ? 0 : concatenated === 8 ? 5 : 6);
  const headerOctets = elementOctets === 0 ? 0 : elementOctets + 1;
  if (alphabet === 'ucs2') return Math.floor((MAX_USER_DATA_OCTETS - headerOctets) / 2);
  return MAX_USER_DATA_SEPTETS - Math.ceil((headerOctets * 8) / 7);
}

/** Null where the encoding lacks a character. */
function cost(text: string, { alphabet, tables }: Encoding): number | null {
  if (alphabet === 'ucs2') return text.length;
  let septets = 0;
  for (let i = 0; i < text.length; i++) {
    const units = septetCost(text[i] as string, tables);
    if (units === 0) return null;
    septets += units;
  }
  return septets;
}

function cut(clusters: readonly string[], encoding: Encoding, referenceBits: 8 | 16): SegmentPlan | null {
  const costs: number[] = [];
  let units = 0;
  for (const cluster of clusters) {
    const clusterCost = cost(cluster, encoding);
    if (clusterCost === null) return null;
    costs.push(clusterCost);
    units += clusterCost;
  }
  const single = capacity(encoding, null);
  if (units <= single) {
    return { ...encoding, parts: [clusters.join('')], units, unitsPerPart: single, unitsLeft: single - units };
  }
  const limit = capacity(encoding, referenceBits);
  const parts: string[] = [];
  let part = '';
  let used = 0;
  const append = (piece: string, pieceCost: number): void => {
    if (used + pieceCost > limit) {
      parts.push(part);
      part = '';
      used = 0;
    }
    part += piece;
    used += pieceCost;
  };
  clusters.forEach((cluster, i) => {
    const clusterCost = costs[i] as number;
    if (clusterCost <= limit) append(cluster, clusterCost);
    else for (const character of cluster) append(character, cost(character, encoding) as number);
  });
  parts.push(part);
  return { ...encoding, parts, units, unitsPerPart: limit, unitsLeft: limit - used };
}

export interface SegmentEncoding extends Omit<SubmitFields, 'destination' | 'content' | 'dcs'> {
  readonly destination: Address;
  /** Required for more than one segment; it is the same for all of them (TS 23.040 §9.2.3.24.1). */
  readonly reference: number;
  readonly referenceBits?: 8 | 16;
}

/** The SUBMIT TPDUs of a plan, in order. @throws PduError */
export function encodeSegments(plan: SegmentPlan, fields: SegmentEncoding): readonly Uint8Array[] {
  const { reference, referenceBits = 8, ...submit } = fields;
  return planContents(plan, reference, referenceBits).map((content) => encodeSubmit({ ...submit, content }));
}

/** The user data of each segment, for SUBMIT and DELIVER alike. */
export function planContents(
  plan: SegmentPlan,
  reference: number,
  referenceBits: 8 | 16 = 8,
): readonly UserDataContent[] {
  const total = plan.parts.length;
  const shift = plan.alphabet === 'gsm7' ? tableElements(plan.tables) : [];
  return plan.parts.map((text, i) => {
    const concatenation = total > 1 ? [concatenationElement({ reference, referenceBits, total, sequence: i + 1 })] : [];
    return { alphabet: plan.alphabet, text, elements: [...concatenation, ...shift] };
  });
}
