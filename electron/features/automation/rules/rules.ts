import { notFound } from '../../../shared/not-found.ts';
import { countText, MAX_PARTS, normaliseText } from '../../../shared/composing.ts';
import { fold } from '../../../shared/fold.ts';
import { idOf, rowOf } from '../../../shared/ids.ts';
import { parseRecipient } from '../../../shared/phone.ts';
import { ok, refuse, type Result } from '../../../shared/result.ts';
import { ANSWER_VARIABLES, blanksOf } from '../../../shared/templates.ts';
import type { RuleDto } from '../contract.ts';
import type { RuleRow } from './repository.ts';
import type { DeskContext } from '../../../core/context.ts';
import { isOwnLine } from '../../messaging/internal-number.ts';
import { triggerOf } from '../triggers/index.ts';
import type { RuleFacts, YearlyDate } from '../triggers/trigger.ts';
import { parseRuleBody, type Rule } from './rule.ts';
import { fits } from './rule-conditions.ts';

/** Nobody can keep track of more. */
const MOST = 200;
const KNOWN_BLANKS: ReadonlySet<string> = new Set(ANSWER_VARIABLES);

export interface KeptRule extends Rule {
  readonly row: number;
}

/** What the owner wants done automatically, in the owner's order. */
export class Rules {
  readonly #context: Pick<DeskContext, 'store' | 'country' | 'unit' | 'wake' | 'appChanged'>;
  #kept: readonly KeptRule[] | null = null;

  constructor(context: Pick<DeskContext, 'store' | 'country' | 'unit' | 'wake' | 'appChanged'>) {
    this.#context = context;
  }

  get views(): readonly RuleDto[] {
    return this.#all.map(toDto);
  }

  /** Whether a rule that may answer a customer is switched on. */
  get answers(): boolean {
    return this.#all.some(({ enabled, does }) => enabled && does.answer !== '');
  }

  /** The rules that are set off, in order. */
  fitting(facts: RuleFacts): readonly KeptRule[] {
    return this.#all.filter((each) => each.enabled && fits(each, facts));
  }

  /** The rules that act when a customer has waited, each with its number of minutes of opening time. */
  get ofWaiting(): readonly { readonly rule: KeptRule; readonly minutes: number }[] {
    return this.#all.flatMap((rule) => {
      const { source } = triggerOf(rule.when);
      return rule.enabled && source.by === 'waiting' ? [{ rule, minutes: source.minutes(rule.when) }] : [];
    });
  }

  /** The rules that act on a yearly date of a customer, each with that date. */
  get ofDates(): readonly { readonly rule: KeptRule; readonly date: YearlyDate }[] {
    return this.#all.flatMap((rule) => {
      const { source } = triggerOf(rule.when);
      return rule.enabled && source.by === 'date' ? [{ rule, date: source.date(rule.when) }] : [];
    });
  }

  save(id: string | null, input: Rule): Result<RuleDto> {
    const { store } = this.#context;
    const row = id === null ? null : rowOf('rule', id);
    const before = row === null ? null : store.rules.byId(row);
    if (id !== null && before === null) return notFound();
    const checked = this.#checked(input, row);
    if (!checked.ok) return checked;
    const { name, enabled, when, only, does } = checked.value;
    const values = {
      name,
      enabled: enabled ? 1 : 0,
      body: JSON.stringify({ when, only, does }),
      staff_phone: does.staffPhone || null,
    } as const;
    const saved = this.#context.unit(() => {
      const kept = before?.id ?? store.rules.insert(values);
      if (before !== null) store.rules.update({ id: kept, ...values });
      // When the rule is made or switched on, it only applies to customers who begin to wait after that.
      if (enabled && (before?.enabled !== 1 || !isOfWaiting(before))) store.rules.setAllRun(kept);
      return kept;
    });
    this.#changed();
    return ok({ id: idOf('rule', saved), ...checked.value });
  }

  /** The rule in its stored form; a draft for a simulation takes the same way. */
  #checked(input: Rule, row: number | null): Result<Rule> {
    const taken = this.#all.find(({ name, row: other }) => fold(name) === fold(input.name) && other !== row);
    if (taken !== undefined) return refuse('name-taken', { name: input.name });
    if (row === null && this.#all.length >= MOST) return refuse('bad-input.most', { most: MOST });
    const { answer, tagId, assigneeId, task, notify, staffPhone, close } = input.does;
    if (answer === '' && tagId === null && assigneeId === null && task === '' && !notify && staffPhone === '' && !close)
      return refuse('nothing-to-do');
    if (countText(normaliseText(answer)).parts > MAX_PARTS) return refuse('text-too-long.answer', { limit: MAX_PARTS });
    const blank = blanksOf(answer).find(({ name }) => !KNOWN_BLANKS.has(name));
    if (blank !== undefined) return refuse('unfilled-blank.answer', { name: blank.name });
    if (staffPhone === '') return ok(input);
    const phone = parseRecipient(staffPhone, this.#context.country());
    if (phone?.kind !== 'phone') return refuse('bad-number.colleague');
    if (isOwnLine(this.#context, phone.value)) return refuse('bad-number.own-line');
    return ok({ ...input, does: { ...input.does, staffPhone: phone.value } });
  }

  setRemoved(id: string, removed: boolean): Result<readonly RuleDto[]> {
    const { store } = this.#context;
    const row = rowOf('rule', id);
    const found = row === null ? null : store.rules.byId(row);
    if (found === null) return notFound();
    if (!removed && this.#all.some(({ name }) => fold(name) === fold(found.name)))
      return refuse('name-taken.again', { name: found.name });
    this.#context.unit(() => {
      store.rules.setRemoved(found.id, removed);
      if (!removed) store.rules.setAllRun(found.id);
    });
    this.#changed();
    return ok(this.views);
  }

  /** Puts the rules in this order; those that are not named go behind them. */
  setOrder(ids: readonly string[]): Result<readonly RuleDto[]> {
    const { store } = this.#context;
    const rows = ids.map((id) => rowOf('rule', id));
    if (rows.some((row) => row === null || store.rules.byId(row) === null)) return notFound();
    const named = rows.filter((row) => row !== null);
    const rest = this.#all.map(({ row }) => row).filter((row) => !named.includes(row));
    this.#context.unit(() => {
      for (const [i, row] of [...named, ...rest].entries()) store.rules.setPosition(row, i + 1);
    });
    this.#changed();
    return ok(this.views);
  }

  get #all(): readonly KeptRule[] {
    this.#kept ??= this.#context.store.rules.all().flatMap((row) => ruleOf(row) ?? []);
    return this.#kept;
  }

  #changed(): void {
    this.#kept = null;
    this.#context.wake();
    this.#context.appChanged();
  }
}

/** Null if another version wrote it in a form that is not known here. The other rules are kept anyway. */
function ruleOf({ id, name, enabled, body: json }: RuleRow): KeptRule | null {
  const read = parseRuleBody(json);
  return read === null ? null : { row: id, name, enabled: enabled === 1, ...read };
}

function isOfWaiting(row: RuleRow): boolean {
  const kept = ruleOf(row);
  return kept !== null && triggerOf(kept.when).source.by === 'waiting';
}

function toDto({ row, ...kept }: KeptRule): RuleDto {
  return { id: idOf('rule', row), ...kept };
}
