/** What the shell tells its window beside the contract. */

/** Whether the back end answers. */
export const REACHABLE_EVENT = 'desk.reachable';
/** Somebody clicked on a notification of this conversation. */
export const OPEN_EVENT = 'shell.open';
