import type { Receivers, ReceiversOf } from './recipients.ts';
import { MAX_PARTS } from '../../shared/composing.ts';
import { fold } from '../../shared/fold.ts';
import type { GroupTextOrder } from '../../shared/group-texts.ts';
import { idOf } from '../../shared/ids.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import { ANSWER_VARIABLES, blanksOf } from '../../shared/templates.ts';
import type { DeskContext } from '../../core/context.ts';

/** A SIM sends some hundred messages an hour; more recipients would take days, which is too long for one message. */
export const MOST_RECEIVERS = 10_000;

/** Checks whether a campaign can be sent as wanted, and who would then get it. */
export class OrderCheck {
  readonly #context: DeskContext;
  readonly #receivers: ReceiversOf;

  constructor(context: DeskContext, receivers: ReceiversOf) {
    this.#context = context;
    this.#receivers = receivers;
  }

  async receiversOf(order: GroupTextOrder): Promise<Result<Receivers>> {
    if (order.text.trim() === '') return refuse('empty-text');
    const fields = new Set(
      this.#context.store.contactFields
        .all()
        .filter(({ removed }) => removed === 0)
        .map(({ name }) => fold(name)),
    );
    const known: ReadonlySet<string> = new Set(ANSWER_VARIABLES);
    const unknown = blanksOf(order.text).find(({ name }) => !known.has(name.toLowerCase()) && !fields.has(fold(name)));
    if (unknown !== undefined) return refuse('unfilled-blank.automatic', { name: unknown.name });
    const found = await this.#receivers.all(order);
    if (found === null) return refuse('not-found.group');
    if (found.receivers.length === 0 && found.leftOut.get('text-too-long') !== undefined)
      return refuse('text-too-long.automatic', { limit: MAX_PARTS });
    if (found.receivers.length > MOST_RECEIVERS) return refuse('bad-input.most-receivers', { most: MOST_RECEIVERS });
    return ok(found);
  }

  nameOf({ groupId }: GroupTextOrder, chosen: number): string {
    const name =
      groupId === null
        ? null
        : this.#context.store.contactGroups.all().find((each) => idOf('group', each.id) === groupId)?.name;
    return name ?? String(chosen);
  }
}
