import { toast } from 'svelte-sonner';
import { t } from './text/format.ts';
import type { ContractEvents, EventName, Input, Method, Outputs } from '../../electron/app/contract.ts';
import type { Refusal, Result } from '../../electron/shared/result.ts';
import type { DeskConnection } from './connection/desk-connection.ts';
import { refusalWords } from './text/refusals.ts';

/** By this time a lost desk has been noticed. */
const UNREACHABLE_DELAY_MS = 2_000;

/** Asks the desk and follows what it tells; says to the person what it refuses. */
export class Client {
  /** False while it cannot be reached. */
  reachable = $state(true);
  /** The window's token is wrong or outdated. */
  isRefused = $state(false);
  /** The data cannot be used: only the backups are available. */
  isDamaged = $state(false);
  readonly #connection: DeskConnection;
  readonly #hasData: () => boolean;

  /**
   * @param onBack called when the desk can be reached again and everything must be read anew
   * @param hasData whether the window already shows some of its data
   */
  constructor(connection: DeskConnection, onBack: () => void, hasData: () => boolean) {
    this.#connection = connection;
    this.#hasData = hasData;
    connection.onReachable((reachable) => {
      this.reachable = reachable;
      if (reachable) onBack();
    });
  }

  /** Leads to where more is said about a refusal; null: its sentence is all there is. The window sets it. */
  learnMore: (refusal: Refusal) => (() => void) | null = () => null;

  /** A refusal is for whoever asks. */
  invoke<M extends Method>(method: M, input: Input<M>): Promise<Result<Outputs[M]>> {
    return this.#connection.invoke(method, input);
  }

  /** A refusal is shown to the person and answered with null. */
  async ask<M extends Method>(method: M, input: Input<M>): Promise<Outputs[M] | null> {
    const result = await this.invoke(method, input);
    if (result.ok) return result.value;
    if (result.error.code === 'unauthorised') this.isRefused = true;
    else if (result.error.code === 'data-damaged' && !this.#hasData()) this.isDamaged = true;
    else this.showError(result.error);
    return null;
  }

  /** A refusal is shown unless the caller handles it. @param isHandled true: it is not shown */
  async askOr<M extends Method>(
    isHandled: (refusal: Refusal) => boolean,
    method: M,
    input: Input<M>,
  ): Promise<Outputs[M] | null> {
    const result = await this.invoke(method, input);
    if (result.ok) return result.value;
    if (!isHandled(result.error)) this.showError(result.error);
    return null;
  }

  /** A failure is not shown: the request is not essential. */
  invokeAndForget<M extends Method>(method: M, input: Input<M>): void {
    void this.invoke(method, input);
  }

  /** @returns the function that stops it */
  on<E extends EventName>(event: E, listener: (value: ContractEvents[E]) => void): () => void {
    return this.#connection.subscribe(event, listener);
  }

  showError(refusal: Refusal): void {
    const sentence = refusalWords(refusal);
    // That the desk is away stands on top, as soon as the events' own connection has noticed it too.
    const learnMore = this.learnMore(refusal);
    if (refusal.code !== 'unreachable')
      toast.error(sentence, learnMore === null ? {} : { action: { label: t.help.learnMore, onClick: learnMore } });
    else setTimeout(() => this.reachable && toast.error(sentence), UNREACHABLE_DELAY_MS);
  }
}
