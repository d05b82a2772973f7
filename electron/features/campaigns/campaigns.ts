import { notFound } from '../../shared/not-found.ts';
import { DAY, HOUR, MINUTE } from '../../shared/durations.ts';
import { MOST_RECEIVERS, OrderCheck } from './checked-order.ts';
import { CampaignSchedule, stepOf } from './campaign-schedule.ts';
import { LEFT_OUT, type GroupTextOrder } from '../../shared/group-texts.ts';
import { idOf, rowOf } from '../../shared/ids.ts';
import { displayNumber, parseRecipient } from '../../shared/phone.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { ProgramSource } from '../../shared/sources.ts';
import type { GroupTextPageDto, GroupTextPreviewDto, GroupTextDto } from './contract.ts';
import type { MessageDto } from '../messaging/contract.ts';
import { GROUP_PAUSED, type GroupTextRow } from './repository.ts';
import type { JobRow } from '../../core/jobs/repository.ts';
import type { MessageRow } from '../messaging/repository.ts';
import type { Capacity } from '../lines/routing.ts';
import type { AnswerText } from '../automation/answer-text.ts';
import type { ContactList } from '../contacts/contact-list.ts';
import { csvLine, toCsv } from '../../shared/csv.ts';
import type { DeskContext } from '../../core/context.ts';
import { publishMessages } from '../conversations/publish.ts';
import { MAX_LATENESS_MS } from '../messaging/max-lateness.ts';
import { DONE, dropped, jobKind, type JobOutcome, type Scheduler } from '../../core/jobs/scheduler.ts';
import type { Outbox } from '../messaging/outbox.ts';
import { ReceiversOf, type Receivers } from './recipients.ts';
import { toGroupTextDto, toRecipientDto } from './results.ts';
import { spreading } from './pacing.ts';
import type { Slices } from '../../core/slices.ts';
const GROUP_TEXT = jobKind('group-text');
export const GROUP_SOURCE: ProgramSource = '@group';
/**
 * At most this many messages are in the outbox at a time. So pausing and stopping take effect at once, nothing piles up while the
 * line is away, and each message is up to date when it is written.
 */
const IN_OUTBOX = 20;
/** A message that is later than this after it was written is worthless, like yesterday's offer. */
const WORTH_MS = DAY;
/** Looks again after this time if no event tells that there is room. */
const LOOKS_AGAIN_MS = 5 * MINUTE;
/** Customers who got the very same words this recently are pointed out. */
const SAME_WORDS_MS = 7 * DAY;
const EXAMPLES = 3;
const SHOWN = 100;

interface GroupTextDeps {
  readonly outbox: Outbox;
  readonly scheduler: Scheduler;
  readonly words: AnswerText;
  readonly list: ContactList;
  readonly slices: Slices;
  /** The line by which a number gets messages; null: there is none yet. */
  readonly lineFor: (number: string) => number | null;
  /** What the line can send; null: there is no line yet. */
  readonly capacity: () => Capacity | null;
  /** Makes released messages wait for their own line if that is away. */
  readonly holdForOfflineLine: () => void;
}

/** Sends one message to many customers: it can be previewed, spread over hours, paused, stopped, and reviewed afterwards. */
export class Campaigns {
  readonly #context: DeskContext;
  readonly #deps: GroupTextDeps;
  readonly #receivers: ReceiversOf;
  readonly #schedule: CampaignSchedule;
  readonly #check: OrderCheck;

  constructor(context: DeskContext, deps: GroupTextDeps) {
    this.#context = context;
    this.#deps = deps;
    this.#receivers = new ReceiversOf(context, {
      ...deps,
      members: (groupId, query) => deps.list.members(groupId, query),
    });
    deps.scheduler.add(GROUP_TEXT, { run: (job, lateMs) => this.#run(job, lateMs) });
    context.followers.add(GROUP_SOURCE, (message) => this.#moved(message));
    this.#schedule = new CampaignSchedule(context, deps);
    this.#check = new OrderCheck(context, this.#receivers);
  }

  get views(): readonly GroupTextDto[] {
    return this.#context.store.groupTexts.newest(SHOWN).map((row) => toGroupTextDto(this.#context, row));
  }

  /** What the campaign would do; nothing is written. */
  async preview(order: GroupTextOrder): Promise<Result<GroupTextPreviewDto>> {
    const found = await this.#check.receiversOf(order);
    if (!found.ok) return found;
    const { store, clock } = this.#context;
    const country = this.#context.country();
    const { receivers, chosen, leftOut, lacking } = found.value;
    const [since, words] = [clock.now() - SAME_WORDS_MS, order.text.trim()];
    const had = await this.#deps.slices.reckon(receivers, ({ number }) => store.groupTexts.hadIt(number, words, since));
    const parts = receivers.map((each) => each.parts);
    const sum = parts.reduce((all, each) => all + each, 0);
    return ok({
      chosen,
      receivers: receivers.length,
      leftOut: LEFT_OUT.flatMap((reason) => {
        const count = leftOut.get(reason);
        return count === undefined ? [] : [{ reason, count }];
      }),
      lacking: [...lacking].map(([name, count]) => ({ name, count })),
      hadIt: had.filter(Boolean).length,
      parts: sum,
      mostParts: Math.max(0, ...parts),
      cost: sum * this.#context.settings().partPrice,
      endsAt: await this.#schedule.endsAt(order, parts),
      examples: examplesOf(receivers).map(({ contact, number, text, parts: needed }) => ({
        who: contact.name || displayNumber(number, country),
        displayNumber: displayNumber(number, country),
        text,
        parts: needed,
      })),
    });
  }

  /** Sends the message to oneself, as the first recipient would get it. */
  async test(order: GroupTextOrder, number: string): Promise<Result<MessageDto>> {
    const found = await this.#check.receiversOf(order);
    if (!found.ok) return found;
    const to = parseRecipient(number, this.#context.country());
    if (to?.kind !== 'phone') return refuse('bad-number.receiver');
    const line = this.#deps.lineFor(to.value);
    if (line === null) return refuse('no-line');
    const text = found.value.receivers[0]?.text ?? this.#receivers.words(order, to.value);
    return this.#deps.outbox.enqueue({
      to: to.value,
      text,
      // A person sends this message themselves, right now, to one number.
      purpose: 'answer',
      lineId: line,
      notBefore: null,
      expiresAt: this.#context.clock.now() + HOUR,
    });
  }

  /**
   * @param key made up by the caller: the same key is the same campaign
   * @param confirmed the number of recipients that somebody has typed to confirm
   */
  async send(order: GroupTextOrder, key: string, confirmed: number): Promise<Result<GroupTextDto>> {
    const { store, clock } = this.#context;
    const earlier = store.groupTexts.byKey(key);
    if (earlier !== null) return ok(toGroupTextDto(this.#context, earlier));
    const found = await this.#check.receiversOf(order);
    if (!found.ok) return found;
    const { receivers } = found.value;
    const count = receivers.length;
    if (count === 0) return refuse('nobody.in-group');
    if (count !== confirmed) return refuse('other-count', { count });
    const now = clock.now();
    if (order.startsAt !== null && order.startsAt < now - MINUTE) return refuse('in-the-past');
    if (this.#deps.lineFor(receivers[0]?.number ?? '') === null) return refuse('no-line');
    const startsAt = Math.max(now, order.startsAt ?? now);
    const stepMs = stepOf(order, count);
    const times = await this.#schedule.timesFor(order, count);
    if (times === null) return refuse('no-such-time.hours');
    const id = this.#context.unit(() => {
      // Two calls came at once, and the second one waited for the first.
      const same = store.groupTexts.byKey(key);
      if (same !== null) return same.id;
      const row = store.groupTexts.insert(
        {
          key,
          name: this.#check.nameOf(order, found.value.chosen),
          text: order.text.trim(),
          purpose: order.purpose,
          with_stop: order.withStop && order.purpose === 'offer' ? 1 : 0,
          step_ms: stepMs,
          starts_at: startsAt,
          author: this.#context.currentAgent()?.name ?? null,
          created_at: now,
        },
        receivers.map(({ number }, i) => ({ number, dueAt: times[i] as number })),
      );
      this.#arm(row);
      this.#tell(row);
      return row;
    });
    return ok(toGroupTextDto(this.#context, store.groupTexts.byId(id) as GroupTextRow));
  }

  setPaused(id: string, paused: boolean): Result<GroupTextDto> {
    const row = this.#row(id);
    if (row === null) return notFound('group-text');
    if (row.state === 'stopped') return refuse('too-late.stopped');
    if ((row.state === 'paused') === paused) return ok(toGroupTextDto(this.#context, row));
    const { store, clock } = this.#context;
    this.#context.unit(() => {
      this.#tell(row.id);
      this.#deps.scheduler.cancelAbout(GROUP_TEXT, row.id);
      store.groupTexts.setState(row.id, paused ? 'paused' : 'on', paused ? 'person' : null);
      if (paused) {
        publishMessages(this.#context, store.groupTexts.hold(row.id));
        return;
      }
      this.#spaceAnew(row, clock.now());
      this.#arm(row.id);
      publishMessages(this.#context, store.groupTexts.release(row.id, clock.now() + WORTH_MS));
    });
    if (!paused) this.#deps.holdForOfflineLine();
    return this.#toDto(row.id);
  }

  /** Stops the campaign for good. What has left has left. */
  cancel(id: string): Result<GroupTextDto> {
    const row = this.#row(id);
    if (row === null) return notFound('group-text');
    const { store } = this.#context;
    this.#context.unit(() => {
      this.#tell(row.id);
      this.#deps.scheduler.cancelAbout(GROUP_TEXT, row.id);
      store.groupTexts.setState(row.id, 'stopped');
      for (const { position } of store.groupTexts.waiting(row.id))
        store.groupTexts.skip(row.id, position, 'group-stopped');
      const taken = store.groupTexts.cancel(row.id);
      for (const message of taken) {
        store.groupTexts.unsay(message.id);
        // Nobody got this message, so the inbox shall not fill with conversations that never took place.
        if (!store.groupTexts.forget(message.id, message.conversation_id))
          store.waitingCustomers.noteUnanswered(message.conversation_id, message.id);
      }
      publishMessages(
        this.#context,
        taken.map((message) => message.id),
      );
      if (taken.length > 0) this.#context.events.emit({ type: 'contacts.changed', value: { many: true } });
    });
    return this.#toDto(row.id);
  }

  /** @param after where the page before ended; null: start with the first */
  page(id: string, after: string | null, limit: number): Result<GroupTextPageDto> {
    const row = this.#row(id);
    if (row === null) return notFound('group-text');
    const { groupTexts } = this.#context.store;
    const rows = groupTexts.receivers(row.id, after === null ? -1 : Number(after), limit + 1);
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return ok({
      groupText: toGroupTextDto(this.#context, row),
      items: page.map((each) => toRecipientDto(this.#context, each)),
      next: rows.length > limit && last !== undefined ? String(last.position) : null,
    });
  }

  /** All recipients as a table. */
  async table(id: string): Promise<Result<{ readonly table: string }>> {
    const row = this.#row(id);
    if (row === null) return notFound('group-text');
    const rows = this.#context.store.groupTexts.receivers(row.id, -1, MOST_RECEIVERS);
    const head = ['number', 'name', 'state', 'reason', 'sent', 'answered'];
    const lines = await this.#deps.slices.reckon(rows, (each) => {
      const view = toRecipientDto(this.#context, each);
      const at = view.at === null ? '' : new Date(view.at).toISOString();
      return csvLine([view.number, view.name, view.state, view.reason?.sentence ?? '', at, view.answered ? 'yes' : '']);
    });
    return ok({ table: [toCsv([head]), ...lines].join('') });
  }

  /** Call it at the start: campaigns that are still on get their job. */
  start(): void {
    const { store } = this.#context;
    this.#context.unit(() => {
      for (const row of store.groupTexts.on())
        if (store.jobs.about(GROUP_TEXT.name, row.id).length === 0) this.#arm(row.id);
    });
  }

  /** Arms the next run if there is anything left to write. Call it inside a unit of work. */
  #arm(id: number, earliest = 0): void {
    const next = this.#context.store.groupTexts.nextDue(id);
    if (next === null) return;
    const at = Math.max(next, earliest);
    // A job that has run keeps its key, and after a pause the same instant may come again.
    for (let n = 0; !this.#deps.scheduler.arm(GROUP_TEXT, `${GROUP_TEXT.name}:${id}:${at}:${n}`, at, id, {});) n += 1;
  }

  #run(job: Pick<JobRow, 'about' | 'due_at'>, lateMs: number): JobOutcome {
    const { store, clock } = this.#context;
    const row = job.about === null ? null : store.groupTexts.byId(job.about);
    if (row === null || row.state !== 'on') return dropped('cancelled');
    // A person decides whether the message is still worth sending.
    if (lateMs > MAX_LATENESS_MS) {
      this.#pauseByItself(row);
      return dropped('came-due');
    }
    this.#write(row);
    this.#tell(row.id);
    const now = clock.now();
    const next = store.groupTexts.nextDue(row.id);
    this.#arm(row.id, next !== null && next <= now ? now + LOOKS_AGAIN_MS : 0);
    return DONE;
  }

  /** Call it inside a unit of work. */
  #pauseByItself(row: GroupTextRow): void {
    const { groupTexts } = this.#context.store;
    groupTexts.setState(row.id, 'paused', 'came-due');
    this.#tell(row.id);
    publishMessages(this.#context, groupTexts.hold(row.id));
  }

  /** The state of one of its messages has changed in this unit of work, so there may be room for the next. */
  #moved({ id, state, reason, created_at: createdAt }: MessageRow): void {
    if (state === 'queued' || state === 'sending') return;
    const { store } = this.#context;
    const group = store.groupTexts.ofMessage(id);
    const row = group === null ? null : store.groupTexts.byId(group);
    if (row === null) return;
    if (row.state === 'on') {
      // The line was away until the message was no longer worth sending.
      const isLate =
        state === 'expired' &&
        !store.groupTexts.hasSentSince(row.id, createdAt) &&
        (store.groupTexts.nextDue(row.id) !== null || store.groupTexts.inFlight(row.id) > 0);
      if (isLate) this.#pauseByItself(row);
      else this.#write(row);
    } else if (state === 'scheduled' || (state === 'held' && reason !== GROUP_PAUSED)) {
      // The modem had the message when somebody paused or stopped the campaign, and has returned it.
      const changed =
        row.state === 'paused' ? store.groupTexts.hold(row.id) : store.groupTexts.cancel(row.id).map((each) => each.id);
      publishMessages(this.#context, changed);
    }
    this.#tell(row.id);
  }

  /** Writes the messages of recipients whose turn it is, as many as there is room for. Call it inside a unit of work. */
  #write(row: GroupTextRow): void {
    const { store, clock } = this.#context;
    const { groupTexts } = store;
    const now = clock.now();
    let room = IN_OUTBOX - groupTexts.inFlight(row.id);
    while (room > 0) {
      const due = groupTexts.due(row.id, now, room);
      for (const { position, number } of due) {
        const against = this.#receivers.against(number, row.purpose);
        const line = this.#deps.lineFor(number);
        if (against !== null || line === null) {
          groupTexts.skip(row.id, position, against ?? 'no-line');
          continue;
        }
        const wording = { text: row.text, purpose: row.purpose, withStop: row.with_stop === 1 };
        const message = this.#deps.outbox.write({
          to: number,
          text: this.#receivers.words(wording, number),
          purpose: row.purpose,
          lineId: line,
          notBefore: null,
          expiresAt: now + WORTH_MS,
          source: GROUP_SOURCE,
          staysClosed: true,
        });
        if (message === null) groupTexts.skip(row.id, position, 'unencodable');
        else {
          groupTexts.wrote(row.id, position, message);
          room -= 1;
        }
      }
      if (due.length === 0) break;
    }
  }

  /** Spreads the recipients whose turn has not come from now on, with the same interval. Call it inside a unit of work. */
  #spaceAnew(row: GroupTextRow, now: number): void {
    const { groupTexts } = this.#context.store;
    const waiting = groupTexts.waiting(row.id);
    const from = Math.max(now, row.starts_at);
    const next = spreading(from, row.step_ms, (at) => this.#schedule.hours(row.purpose, at));
    for (const { position } of waiting) groupTexts.setDue(row.id, position, next() ?? from);
  }

  #toDto(id: number): Result<GroupTextDto> {
    return ok(toGroupTextDto(this.#context, this.#context.store.groupTexts.byId(id) as GroupTextRow));
  }

  #tell(id: number): void {
    const value = { id: idOf('campaign', id) };
    this.#context.events.publish(`groupText.changed:${id}`, () => ({ type: 'groupText.changed', value }));
  }

  #row(id: string): GroupTextRow | null {
    const row = rowOf('campaign', id);
    return row === null ? null : this.#context.store.groupTexts.byId(row);
  }
}

/** The first, one from the middle and the longest, so that the differences are visible. */
function examplesOf(receivers: Receivers['receivers']): Receivers['receivers'] {
  const longest = receivers.toSorted((a, b) => b.parts - a.parts || b.text.length - a.text.length)[0];
  const chosen = [receivers[0], longest, receivers[Math.floor(receivers.length / 2)], receivers[1], receivers.at(-1)];
  return [...new Set(chosen.filter((each) => each !== undefined))].slice(0, EXAMPLES);
}
