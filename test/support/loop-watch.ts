import { monitorEventLoopDelay } from 'node:perf_hooks';

/**
 * Loaded into the desk's process (`node --import`): how long its loop was held at most. It answers on the channel to the process that
 * started it, and begins anew with each answer.
 */
const RESOLUTION_MS = 1;
const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
delay.enable();

process.on('message', (asked) => {
  if (asked !== 'loop') return;
  // A turn of its own: what held the loop until now counts.
  setTimeout(() => {
    process.send?.({ loopHeldMs: delay.max / 1e6 - RESOLUTION_MS });
    delay.reset();
  }, 2 * RESOLUTION_MS);
});
// The channel keeps nobody from ending.
process.channel?.unref();
