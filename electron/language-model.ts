import { z } from 'zod';
import { ModelError, type LanguageModel } from './shared/language-model.ts';

/** On a PC without a graphics card a short text takes half a minute. */
const COMPLETE_TIMEOUT_MS = 90_000;
const LIST_TIMEOUT_MS = 5_000;
/** An answer to a customer is shorter; a model that reasons first needs room for that. */
const MOST_TOKENS = 2_000;
const MOST_BYTES = 1_000_000;

const completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string().nullish() }) })).min(1),
});
const list = z.object({ data: z.array(z.object({ id: z.string() })) });

/** The wire of OpenAI's chat completions, as Ollama, llama.cpp and LM Studio speak it. */
export const httpLanguageModel: LanguageModel = {
  async models(address, signal) {
    const { data } = await ask(`${address}/models`, null, LIST_TIMEOUT_MS, signal, list);
    return data.map(({ id }) => id);
  },
  async complete({ address, model, messages }, signal) {
    const body = { model, messages, temperature: 0.2, max_tokens: MOST_TOKENS, stream: false };
    const { choices } = await ask(`${address}/chat/completions`, body, COMPLETE_TIMEOUT_MS, signal, completion);
    return choices[0]?.message.content ?? '';
  },
};

async function ask<T>(
  url: string,
  body: unknown,
  timeoutMs: number,
  signal: AbortSignal,
  shape: z.ZodType<T>,
): Promise<T> {
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, {
      ...(body === null ? {} : { method: 'POST', body: JSON.stringify(body) }),
      headers: { 'Content-Type': 'application/json' },
      // The address was looked at; where it would lead on to was not.
      redirect: 'error',
      signal: AbortSignal.any([signal, timeout]),
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw new ModelError('refused', `HTTP ${response.status}`);
    }
    const parsed = shape.safeParse(JSON.parse(await textOf(response)));
    if (!parsed.success) throw new ModelError('refused', 'no completion');
    return parsed.data;
  } catch (error) {
    if (error instanceof ModelError) throw error;
    if (timeout.aborted) throw new ModelError('timeout', `no answer in ${timeoutMs / 1_000} s`);
    if (error instanceof SyntaxError) throw new ModelError('refused', 'no JSON');
    throw new ModelError('unreachable', error instanceof Error ? error.message : String(error));
  }
}

async function textOf(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    if (text.length > MOST_BYTES) throw new ModelError('refused', 'an answer without end');
  }
  return text + decoder.decode();
}
