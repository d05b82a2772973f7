/**
 * A part of the desk that does something without being asked: at the start, at an instant, at the end. All of it is optional. The
 * desk goes through its services in the order of one list, and stops them in the reverse order.
 */
export interface Service {
  /** Puts right what the last end left behind, before anything new is taken on. */
  recover?(): unknown;
  /** Plans what lies ahead, after everything that came due meanwhile has been done. */
  start?(): unknown;
  /** The next instant at which it has something to do, in epoch milliseconds; null: none. Asked after every change. */
  readonly dueAt?: number | null;
  /** Does what is due by now, and nothing where nothing is. */
  onDue?(): unknown;
  /** Ends what is under way; awaited where it takes time. Nothing of the service runs afterwards. */
  stop?(): unknown;
}
