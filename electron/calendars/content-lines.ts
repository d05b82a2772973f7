/** A content line of iCalendar (RFC 5545 §3.1); its value is kept as written. */
export interface ContentLine {
  /** In capitals. */
  readonly name: string;
  /** By their names in capitals. */
  readonly params: ReadonlyMap<string, string>;
  readonly value: string;
  /** The line of the file that it begins in, counted from 1. */
  readonly line: number;
}

/** What stands between BEGIN and END. */
export interface Component {
  readonly name: string;
  readonly line: number;
  readonly lines: readonly ContentLine[];
  readonly components: readonly Component[];
  /** Its END is there. */
  readonly isWhole: boolean;
  /** The first line in it that is not a content line; null: there is none. */
  readonly brokenAt: number | null;
}

/** What a file holds, as far as it can be read. */
export interface ParsedCalendar {
  /** All components of the outermost level: VCALENDAR, and what stands outside of one. */
  readonly components: readonly Component[];
  /** Every component that began has its end, and there are no more than can be read. */
  readonly isWhole: boolean;
}

/** A shop's calendar of many years has fewer. */
export const MOST_COMPONENTS = 60_000;
const MOST_LEVELS = 8;
/** A description, or the days a series leaves out. */
export const LONGEST_VALUE = 200_000;

type Growing = {
  -readonly [K in keyof Component]: Component[K] extends readonly (infer T)[] ? T[] : Component[K];
};

/**
 * Reads the lines and components of an iCalendar file and never throws. A line that is not a content line is ignored but
 * remembered; a component without its end ends where the next one of its kind begins, or with the file.
 */
export function parseComponents(text: string): ParsedCalendar {
  const outermost: Growing[] = [];
  const open: Growing[] = [];
  let count = 0;
  let isWhole = true;
  const close = (): void => {
    open.pop();
  };
  for (const [logical, line] of unfolded(text)) {
    const parsed = contentLine(logical, line);
    const inner = open.at(-1);
    if (parsed === null) {
      if (inner !== undefined) inner.brokenAt ??= line;
      continue;
    }
    const kind = parsed.value.trim().toUpperCase();
    if (parsed.name === 'BEGIN') {
      // An entry cannot contain an entry, nor a calendar a calendar: the one before has lost its END.
      while (open.length > 0 && (open.length > MOST_LEVELS || !mayHold(open.at(-1)?.name ?? '', kind))) {
        isWhole = false;
        close();
      }
      count += 1;
      if (count > MOST_COMPONENTS) return { components: outermost, isWhole: false };
      const begun: Growing = { name: kind, line, lines: [], components: [], isWhole: false, brokenAt: null };
      (open.at(-1)?.components ?? outermost).push(begun);
      open.push(begun);
    } else if (parsed.name === 'END') {
      const at = open.findLastIndex(({ name }) => name === kind);
      if (at < 0) continue;
      if (at < open.length - 1) isWhole = false;
      (open[at] as Growing).isWhole = true;
      open.length = at;
    } else inner?.lines.push(parsed);
  }
  return { components: outermost, isWhole: isWhole && open.length === 0 };
}

/** RFC 5545 §3.6: what a component may stand in. */
function mayHold(outer: string, inner: string): boolean {
  if (inner === 'VCALENDAR') return false;
  if (/^(?:VEVENT|VTODO|VJOURNAL|VFREEBUSY|VTIMEZONE)$/.test(inner)) return outer === 'VCALENDAR';
  return true;
}

/** RFC 5545 §3.1: a line that begins with a space or a tab continues the one before. */
function* unfolded(text: string): Generator<readonly [logical: string, line: number]> {
  let logical = '';
  let begun = 0;
  let line = 0;
  for (const physical of text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)) {
    line += 1;
    if (begun > 0 && (physical.startsWith(' ') || physical.startsWith('\t'))) {
      if (logical.length < LONGEST_VALUE) logical += physical.slice(1);
      continue;
    }
    if (logical.trim() !== '') yield [logical, begun];
    logical = physical;
    begun = line;
  }
  if (logical.trim() !== '') yield [logical, begun];
}

/** `NAME;PARAM=value;PARAM="value":value`; null: it is not a content line. */
function contentLine(logical: string, line: number): ContentLine | null {
  const name = /^\s*([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)?)(?=[;:])/.exec(logical);
  if (name?.[1] === undefined) return null;
  const params = new Map<string, string>();
  let at = name[0].length;
  while (logical[at] === ';') {
    const param = /;\s*([A-Za-z0-9-]+)(?:=((?:"[^"]*"|[^";:,])*(?:,(?:"[^"]*"|[^";:,])*)*))?/y;
    param.lastIndex = at;
    const found = param.exec(logical);
    if (found?.[1] === undefined) return null;
    params.set(found[1].toUpperCase(), (found[2] ?? '').replaceAll('"', ''));
    at = param.lastIndex;
  }
  if (logical[at] !== ':') return null;
  return {
    name: name[1].replace(/^.*\./, '').toUpperCase(),
    params,
    value: logical.slice(at + 1, at + 1 + LONGEST_VALUE),
    line,
  };
}

/** The first of its lines with a name. */
export function lineOf(component: Component, name: string): ContentLine | null {
  return component.lines.find((line) => line.name === name) ?? null;
}

/** Empty: it has no such line. */
export function valueOf(component: Component, name: string): string {
  return lineOf(component, name)?.value ?? '';
}

/** RFC 5545 §3.3.11. */
export function textOf(value: string): string {
  return value.replace(/\\([\\;,"nN])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign));
}
