import type { Clock } from '../shared/clock.ts';
import { DISK_AGAIN_MS, isDiskFault } from '../shared/disk-fault.ts';
import type { Logger } from '../shared/logger.ts';
import { WakeupTimer } from './wakeup-timer.ts';
import type { Service } from './service.ts';

interface LifecycleOptions {
  readonly clock: Clock;
  readonly logger: Logger;
  /** The services in their order. The list is asked for each time because it is put together later than this object. */
  readonly services: () => readonly Service[];
  /** The start had to wait for the disk and is now complete. */
  readonly onRecovered: () => void;
}

/**
 * Starts the services, wakes them when something is due, and stops them. If the disk cannot be written, the rest of the start or
 * of what is due is tried again later.
 */
export class Lifecycle {
  readonly #options: LifecycleOptions;
  readonly #alarm: WakeupTimer;
  /** The steps of the start that are still to be done, in their order. */
  #steps: (() => unknown)[] = [];
  /** When a start that the disk holds up continues; null if the start is complete or has not begun. */
  #startsAgainAt: number | null = null;

  constructor(options: LifecycleOptions) {
    this.#options = options;
    this.#alarm = new WakeupTimer(options.clock, { earliest: () => this.#earliest(), ring: () => this.#onAlarm() });
  }

  /** Whether the disk holds up a part of the start. */
  get isWaiting(): boolean {
    return this.#startsAgainAt !== null;
  }

  /** First what the last run left behind, then what became due meanwhile, then what lies ahead. */
  start(): void {
    const services = this.#services;
    this.#steps = [
      ...services.map((service) => () => service.recover?.()),
      () => this.#doWhatIsDue(),
      ...services.map((service) => () => service.start?.()),
    ];
    this.#goOn();
    this.#alarm.rearm();
  }

  /** Something may be due earlier or later than before. */
  rearm(): void {
    this.#alarm.rearm();
  }

  /** Checks everything at once, whatever the clock said before. */
  wake(): void {
    this.#onAlarm();
    this.#alarm.rearm();
  }

  /** Stops the services in reverse order. A service that fails to stop does not keep the others from stopping. */
  async stop(): Promise<void> {
    this.#alarm.stop();
    const faults: unknown[] = [];
    for (const service of this.#services.toReversed()) {
      try {
        await service.stop?.();
      } catch (error) {
        faults.push(error);
      }
    }
    if (faults.length > 0) throw new AggregateError(faults, 'not everything could be stopped as it should');
  }

  get #services(): readonly Service[] {
    return this.#options.services();
  }

  #earliest(): number | null {
    const due = [this.#startsAgainAt, ...this.#services.map(({ dueAt }) => dueAt ?? null)].filter((at) => at !== null);
    return due.length === 0 ? null : Math.min(...due);
  }

  /** False if something could not be written down and is still due. */
  #onAlarm(): boolean {
    const wasWaiting = this.isWaiting;
    if (wasWaiting) this.#goOn();
    if (this.isWaiting) return false;
    if (wasWaiting) this.#options.onRecovered();
    return this.#doWhatIsDue();
  }

  #goOn(): void {
    for (let [next] = this.#steps; next !== undefined; [next] = this.#steps) {
      try {
        next();
      } catch (error) {
        if (!isDiskFault(error)) throw error;
        this.#options.logger.error({ error: String(error) }, 'the start waits for the disk');
        this.#startsAgainAt = this.#options.clock.now() + DISK_AGAIN_MS;
        return;
      }
      this.#steps.shift();
    }
    this.#startsAgainAt = null;
  }

  /** Calls each service, even if one before it fails. */
  #doWhatIsDue(): boolean {
    const faults: unknown[] = [];
    for (const service of this.#services) {
      try {
        service.onDue?.();
      } catch (error) {
        faults.push(error);
      }
    }
    for (const error of faults) {
      if (!isDiskFault(error)) throw error;
      this.#options.logger.error({ error: String(error) }, 'the disk cannot be written');
    }
    return faults.length === 0;
  }
}
