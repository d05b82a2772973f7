/**
 * A part of the desk that does something without being asked: at the start, at an instant, or at the end. All methods are
 * optional. The desk goes through its services in the order of one list, and stops them in the reverse order.
 */
export interface Service {
  /** Repairs what the last run left behind, before anything new is accepted. */
  recover?(): unknown;
  /** Plans what lies ahead, after everything that became due meanwhile has been done. */
  start?(): unknown;
  /**
   * The next instant at which it has something to do, in epoch milliseconds, or null if there is none. It is asked after every
   * change.
   */
  readonly dueAt?: number | null;
  /** Does what is due by now, or nothing if nothing is due. */
  onDue?(): unknown;
  /** Ends what is under way. If that takes time, it is awaited. Nothing of the service runs afterwards. */
  stop?(): unknown;
}
