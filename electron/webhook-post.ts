import type { WebhookPost } from './shared/webhooks.ts';

/** Longer than that no program takes to say that it has it. */
const ANSWERS_WITHIN_MS = 10_000;

/** Over HTTP. Nobody is followed elsewhere: what is told is told to the address that was entered. */
export const httpWebhookPost: WebhookPost = {
  async post(address, headers, body) {
    try {
      const response = await fetch(address, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body,
        redirect: 'manual',
        signal: AbortSignal.timeout(ANSWERS_WITHIN_MS),
      });
      await response.body?.cancel();
      return { status: response.status };
    } catch (error) {
      return { problem: error instanceof Error && error.name === 'TimeoutError' ? 'slow' : 'unreachable' };
    }
  },
};
