import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { InboxDesk } from '../../../../support/inbox-desk.ts';
import { ModelServer } from '../../../../support/model-server.ts';
import { modelAddress } from '../../../../../electron/shared/language-model.ts';

const ANA = '+491712223344';

describe('an address in the house', () => {
  test.each([
    ['http://localhost:11434', 'http://localhost:11434/v1'],
    ['localhost:11434', 'http://localhost:11434/v1'],
    ['http://127.0.0.1:8080/v1/', 'http://127.0.0.1:8080/v1'],
    ['http://192.168.1.20:1234', 'http://192.168.1.20:1234/v1'],
    ['http://10.0.0.5:1234/api', 'http://10.0.0.5:1234/api'],
    ['http://172.31.0.1', 'http://172.31.0.1/v1'],
    ['http://[::1]:8080', 'http://[::1]:8080/v1'],
    ['http://[fd00::12]:8080', 'http://[fd00::12]:8080/v1'],
    ['https://pc.local', 'https://pc.local/v1'],
  ])('%s', (written, address) => expect(modelAddress(written)).toBe(address));

  test.each([
    'https://api.example.com/v1',
    'http://172.32.0.1',
    'http://8.8.8.8',
    'http://localhost.example.com',
    'http://10.example.com',
    'http://user:secret@localhost',
    'file:///etc/passwd',
    'http://[2001:db8::1]',
    'http://[::ffff:8.8.8.8]',
    'http://0x08080808',
    'somewhere',
    '',
  ])('not %s', (written) => expect(modelAddress(written)).toBe(null));
});

describe('a draft in the words of the owner’s model', () => {
  let shop: InboxDesk;
  let server: ModelServer;

  beforeEach(async () => {
    server = await ModelServer.open();
    shop = await InboxDesk.open();
    await shop.ask('faqs.save', {
      id: null,
      name: 'Tyres',
      enabled: true,
      wordings: [
        {
          language: 'en',
          phrasings: ['How much is a new tyre?'],
          keywords: ['tyre'],
          answer: 'A new tyre is 35 €, fitted in 20 minutes.',
        },
      ],
    });
  });
  afterEach(async () => {
    await shop.close();
    await server.close();
  });
  const useModel = (): Promise<unknown> =>
    shop.ask('settings.set', { modelAddress: server.address, modelName: 'llama3.2:3b' });
  const refusal = async (conversationId: string): Promise<string> => {
    const written = await shop.tryTo('answers.write', { conversationId });
    return written.ok ? 'written' : written.error.code;
  };

  test('is made of the shop’s sources and its hours, and what stands in none of them is marked', async () => {
    await useModel();
    server.says =
      '<think>The price is 35.</think>SMS: "A new tyre is 35 euros. We can fit it on 24 December, in 20 minutes, for 5 € more."';
    const conversationId = shop.customer(ANA, 'how much is a tyre, please?');
    const { text, unsupported } = await shop.ask('answers.write', { conversationId });
    expect(text).toBe('A new tyre is 35 euros. We can fit it on 24 December, in 20 minutes, for 5 € more.');
    expect(unsupported.map(({ start, end }) => text.slice(start, end))).toEqual(['24', 'December', '5']);
    const [{ model, messages } = { model: '', messages: [] }] = server.asked;
    expect(model).toBe('llama3.2:3b');
    const prompt = messages.at(-1)?.content ?? '';
    expect(prompt).toContain('- A new tyre is 35 €, fitted in 20 minutes.');
    expect(prompt).toContain('- Friday: 9:00-18:00\n- Saturday: 9:00-13:00\n- Sunday: closed\n- today, Tuesday');
    expect(prompt).toContain('how much is a tyre, please?');
    expect(prompt).not.toContain('1712223344');
  });

  test('nothing of it leaves by itself', async () => {
    await useModel();
    server.says = 'Yes.';
    const conversationId = shop.customer(ANA, 'how much is a tyre with the rim?');
    await shop.ask('answers.write', { conversationId });
    expect(
      shop.all.store.messages.list({ after: 0, limit: 9, direction: 'out', state: null, conversation: null }),
    ).toEqual([]);
  });

  test('off by default: nobody is asked', async () => {
    const conversationId = shop.customer(ANA, 'how much is a tyre with the rim?');
    expect(await refusal(conversationId)).toBe('no-model');
    expect(server.asked).toEqual([]);
  });

  test('an address outside the house is refused, and what was set before stays', async () => {
    await useModel();
    const set = await shop.tryTo('settings.set', { modelAddress: 'https://api.example.com/v1' });
    expect(set).toMatchObject({ ok: false, error: { code: 'bad-model-address' } });
    expect((await shop.ask('app.state', {})).settings.modelAddress).toBe(server.address);
    expect(await shop.tryTo('answers.models', { address: 'https://api.example.com' })).toMatchObject({
      error: { code: 'bad-model-address' },
    });
  });

  test('its models are listed', async () => {
    expect(await shop.ask('answers.models', { address: server.address })).toEqual(['llama3.2:3b', 'qwen3:4b']);
  });

  test.each([
    ['does not know the model', 404, 'model-refused'],
    ['leads elsewhere', 302, 'model-unreachable'],
    ['says nothing', '', 'model-refused'],
    ['only thinks', '<think>Hm', 'model-refused'],
  ])('a model that %s', async (_, says, code) => {
    await useModel();
    server.says = says;
    expect(await refusal(shop.customer(ANA, 'how much is a tyre with the rim?'))).toBe(code);
  });

  test('a program that does not run', async () => {
    await useModel();
    await server.close();
    expect(await refusal(shop.customer(ANA, 'how much is a tyre with the rim?'))).toBe('model-unreachable');
  });

  test('asked anew, the one before is let go', async () => {
    await useModel();
    server.says = null;
    const conversationId = shop.customer(ANA, 'how much is a tyre with the rim?');
    const first = refusal(conversationId);
    while (server.asked.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    server.says = 'Somebody will get back to you.';
    expect(await shop.ask('answers.write', { conversationId })).toEqual({
      text: 'Somebody will get back to you.',
      unsupported: [],
    });
    expect(await first).toBe('let-go');
  });

  test('nothing is written where nothing was asked', async () => {
    await useModel();
    await shop.answer(ANA, 'Your bike is ready');
    expect(await refusal('conversation_1')).toBe('nothing-asked');
    expect(await refusal('conversation_99')).toBe('not-found');
  });
});
