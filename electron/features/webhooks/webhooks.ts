import { notFound } from '../../shared/not-found.ts';
import { DAY, HOUR, MINUTE } from '../../shared/durations.ts';
import { createHmac, randomBytes } from 'node:crypto';
import type { WebhookDeliveryDto, WebhookDto } from './contract.ts';
import { idOf, rowOf } from '../../shared/ids.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import { WEBHOOK_EVENTS, type WebhookEvent } from '../../shared/webhook-words.ts';
import type { PostOutcome, Webhook, WebhookPost } from '../../shared/webhooks.ts';
import type { DeliveryRow, WebhookRow } from './repository.ts';
import type { DeskContext } from '../../core/context.ts';
import type { DeskEvent } from '../../core/desk-events.ts';
import { DONE, jobKind, type Scheduler } from '../../core/jobs/scheduler.ts';

const WEBHOOK = jobKind('webhook');
const MOST = 20;
/** More that waits is told by nobody in time: the program is not there any more. */
const MOST_WAITING = 10_000;
/** Waits before each further attempt; after the last it is given up. */
const AGAIN_MS = [10_000, MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR, 12 * HOUR] as const;
const KEPT_MS = 7 * DAY;
const SHOWN = 50;
const SECRET_OCTETS = 32;

/** An event as other programs are told it; null: it is none of theirs. */
export type EventMapper = (event: DeskEvent) => { readonly event: string; readonly data: unknown } | null;

interface WebhookDeps {
  readonly scheduler: Scheduler;
  readonly post: WebhookPost;
}

/**
 * Tells other programs what happens, each in the order in which it happened, signed (Standard Webhooks: `webhook-id`,
 * `webhook-timestamp`, `webhook-signature`), and again until they have it. What was told twice has the same id.
 */
export class Webhooks {
  readonly #context: DeskContext;
  readonly #deps: WebhookDeps;
  #told: EventMapper = () => null;
  readonly #working = new Set<number>();
  #isStopped = false;

  constructor(context: DeskContext, deps: WebhookDeps) {
    this.#context = context;
    this.#deps = deps;
    deps.scheduler.add(WEBHOOK, {
      run: ({ about }) => {
        if (about !== null) void this.#work(about);
        return DONE;
      },
    });
    context.events.on((event) => this.#happened(event));
  }

  /** In whose words events are told. */
  setEventMapper(told: EventMapper): void {
    this.#told = told;
  }

  get views(): readonly WebhookDto[] {
    return this.#context.store.webhooks.all().map((row) => this.#toDto(row));
  }

  /** @returns with what it is signed, for a new one: it is said this once */
  save(id: string | null, input: Webhook): Result<{ readonly webhook: WebhookDto; readonly secret: string | null }> {
    const { store, clock, secretBox } = this.#context;
    const row = id === null ? null : rowOf('webhook', id);
    if (id !== null && (row === null || store.webhooks.byId(row)?.removed !== 0)) return notFound();
    if (id === null && store.webhooks.all().length >= MOST) return refuse('bad-input.most', { most: MOST });
    if (!URL.canParse(input.address)) return refuse('bad-input.web-address');
    const change = {
      address: input.address,
      events: JSON.stringify(WEBHOOK_EVENTS.filter((each) => input.events.includes(each))),
      enabled: input.enabled ? (1 as const) : (0 as const),
    };
    const secret = row === null ? `whsec_${randomBytes(SECRET_OCTETS).toString('base64')}` : null;
    const saved =
      row ?? store.webhooks.insert({ ...change, secret: secretBox.seal(secret ?? ''), created_at: clock.now() });
    if (row !== null) store.webhooks.update(row, change);
    this.#wake(saved);
    return ok({ webhook: this.#toDto(store.webhooks.byId(saved) as WebhookRow), secret });
  }

  setRemoved(id: string, removed: boolean): Result<readonly WebhookDto[]> {
    const row = rowOf('webhook', id);
    if (row === null || this.#context.store.webhooks.byId(row) === null) return notFound();
    this.#context.store.webhooks.setRemoved(row, removed);
    if (!removed) this.#wake(row);
    return ok(this.views);
  }

  /** What it was told, the newest first. */
  log(id: string): Result<readonly WebhookDeliveryDto[]> {
    const row = rowOf('webhook', id);
    if (row === null || this.#context.store.webhooks.byId(row) === null) return notFound();
    return ok(this.#context.store.webhooks.log(row, SHOWN).map(toDeliveryDto));
  }

  /** One that is settled, once more. */
  sendAgain(delivery: number): Result<WebhookDeliveryDto> {
    const { store, clock } = this.#context;
    const row = store.webhooks.delivery(delivery);
    if (row === null) return notFound();
    if (row.state !== 'waiting') store.webhooks.again(row.id, clock.now());
    this.#wake(row.webhook_id);
    return ok(toDeliveryDto(store.webhooks.delivery(row.id) as DeliveryRow));
  }

  /** A word without news, to see whether it arrives. */
  test(id: string): Result<WebhookDeliveryDto> {
    const { store } = this.#context;
    const row = rowOf('webhook', id);
    const hook = row === null ? null : store.webhooks.byId(row);
    if (hook === null || hook.removed === 1) return notFound();
    const delivery = this.#add(hook.id, 'test', { from: 'Counterline' });
    this.#wake(hook.id);
    return ok(toDeliveryDto(store.webhooks.delivery(delivery) as DeliveryRow));
  }

  /** At the start: what waits goes on. */
  start(): void {
    for (const { id } of this.#context.store.webhooks.all()) this.#wake(id);
  }

  stop(): void {
    this.#isStopped = true;
  }

  #happened(event: DeskEvent): void {
    const name = WEBHOOK_EVENTS.find((each) => each === event.type);
    if (name === undefined || this.#isStopped) return;
    const { store, logger } = this.#context;
    const hooks = store.webhooks.all().filter((row) => row.enabled === 1 && eventsOf(row).includes(name));
    if (hooks.length === 0) return;
    const told = this.#told(event);
    if (told === null) return;
    for (const { id } of hooks) {
      if (store.webhooks.waiting(id) >= MOST_WAITING) logger.warn({ webhook: id }, 'too much waits for a program');
      else {
        this.#add(id, told.event, told.data);
        this.#wake(id);
      }
    }
  }

  #add(webhook: number, event: string, data: unknown): number {
    const at = this.#context.clock.now();
    const body = JSON.stringify({ type: event, timestamp: new Date(at).toISOString(), data });
    const id = this.#context.store.webhooks.add(webhook, event, body, at);
    this.#tell(webhook);
    return id;
  }

  /** Its next is sent now, or when it may be. */
  #wake(webhook: number): void {
    if (this.#working.has(webhook) || this.#isStopped) return;
    const { store, clock } = this.#context;
    const next = store.webhooks.next(webhook);
    if (next === null) return;
    if (next.at <= clock.now()) void this.#work(webhook);
    else
      this.#context.unit(() =>
        this.#deps.scheduler.arm(WEBHOOK, `${WEBHOOK.name}:${webhook}:${next.id}:${next.at}`, next.at, webhook, {}),
      );
  }

  /** One after the other, until there is none that is due. */
  async #work(webhook: number): Promise<void> {
    if (this.#working.has(webhook)) return;
    this.#working.add(webhook);
    let goesOn = true;
    try {
      while (!this.#isStopped) {
        const { store, clock } = this.#context;
        const hook = store.webhooks.byId(webhook);
        const next = store.webhooks.next(webhook);
        goesOn = hook !== null && hook.removed === 0 && hook.enabled === 1 && next !== null;
        if (!goesOn || hook === null || next === null || next.at > clock.now()) break;
        await this.#deliver(hook, next);
      }
    } catch (error) {
      goesOn = false;
      this.#context.logger.error({ webhook, error: String(error) }, 'telling a program failed');
    } finally {
      this.#working.delete(webhook);
    }
    if (goesOn) this.#wake(webhook);
  }

  async #deliver(hook: WebhookRow, { id, body, attempts }: DeliveryRow): Promise<void> {
    const { store, clock, secretBox } = this.#context;
    const secret = secretBox.open(hook.secret);
    const outcome: PostOutcome | { readonly problem: 'sealed' } =
      secret === null
        ? { problem: 'sealed' }
        : await this.#deps.post.post(hook.address, signed(id, body, secret, clock.now()), body);
    if (this.#isStopped) return;
    const now = clock.now();
    const said = 'status' in outcome ? String(outcome.status) : outcome.problem;
    if ('status' in outcome && outcome.status >= 200 && outcome.status < 300) {
      store.webhooks.settle(id, 'delivered', said, now);
      store.webhooks.prune(now - KEPT_MS);
      this.#tell(hook.id);
      return;
    }
    const waits = AGAIN_MS[attempts];
    if (waits === undefined) store.webhooks.settle(id, 'failed', said, now);
    else store.webhooks.settle(id, 'waiting', said, now + waits);
    this.#tell(hook.id);
  }

  #tell(webhook: number): void {
    this.#context.events.emit({ type: 'webhooks.changed', value: { id: idOf('webhook', webhook) } });
  }

  #toDto(row: WebhookRow): WebhookDto {
    const { store } = this.#context;
    const [last = null] = store.webhooks.log(row.id, 1);
    return {
      id: idOf('webhook', row.id),
      address: row.address,
      events: eventsOf(row),
      enabled: row.enabled === 1,
      waiting: store.webhooks.waiting(row.id),
      last: last === null ? null : toDeliveryDto(last),
    };
  }
}

/** As Standard Webhooks has it: over id, time and body. */
function signed(id: number, body: string, secret: string, now: number): Readonly<Record<string, string>> {
  const at = String(Math.floor(now / 1000));
  const name = `counterline-${id}`;
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signature = createHmac('sha256', key).update(`${name}.${at}.${body}`).digest('base64');
  return { 'webhook-id': name, 'webhook-timestamp': at, 'webhook-signature': `v1,${signature}` };
}

function eventsOf({ events }: WebhookRow): readonly WebhookEvent[] {
  const named = JSON.parse(events) as readonly string[];
  return WEBHOOK_EVENTS.filter((each) => named.includes(each));
}

function toDeliveryDto({ id, event, state, attempts, outcome, created_at, at }: DeliveryRow): WebhookDeliveryDto {
  return { id, event, state, attempts, outcome, createdAt: created_at, at };
}
