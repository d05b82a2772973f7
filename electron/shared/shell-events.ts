/** Events that the shell sends to its window in addition to the contract. */

/** Whether the back end answers. */
export const REACHABLE_EVENT = 'desk.reachable';
/** Somebody clicked on a notification about this conversation. */
export const OPEN_EVENT = 'shell.open';
