import { CUSTOMER_WORDS } from '../../../../electron/locales/customers.ts';
import { CUSTOMER_LANGUAGES } from '../../../../electron/locales/customer-languages.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planSegments } from '../../../../modem/index.ts';
import { consentRequestIn, type ConsentWish } from '../../../../electron/features/consent/words.ts';

/** What comes in, and what it asks; null: nothing. */
const TEXTS: Readonly<Record<string, readonly (readonly [text: string, wish: ConsentWish | null])[]>> = {
  English: [
    ['STOP', 'opt-out'],
    ['stop', 'opt-out'],
    ['Stop.', 'opt-out'],
    ['“STOP”', 'opt-out'],
    ['STOP!!!', 'opt-out'],
    ['  stop please ', 'opt-out'],
    ['Please stop, thanks', 'opt-out'],
    ['STOPALL', 'opt-out'],
    ['Stop all', 'opt-out'],
    ['UNSUBSCRIBE', 'opt-out'],
    ['Cancel', 'opt-out'],
    ['END', 'opt-out'],
    ['quit', 'opt-out'],
    ['revoke', 'opt-out'],
    ['OPTOUT', 'opt-out'],
    ['opt out', 'opt-out'],
    ['Opt-Out', 'opt-out'],
    ['please stop texting me', 'opt-out'],
    ['Stop sending me these texts', 'opt-out'],
    ['STOP SENDING ME OFFERS!!', 'opt-out'],
    ['Don’t text me anymore', 'opt-out'],
    ['do not contact me', 'opt-out'],
    ['No more messages please', 'opt-out'],
    ['remove my number', 'opt-out'],
    ['Please remove me from your list', 'opt-out'],
    ['take me off this list', 'opt-out'],
    ['delete my number please', 'opt-out'],
    ['I want to unsubscribe', 'opt-out'],
    ['I don’t want any more texts', 'opt-out'],
    ['take me off your list', 'opt-out'],
    ['Can you take me out for a test ride?', null],
    ['You can take my number from the form', null],
    ['Please remove me from the waiting list', null],
    ['Did you remove my number?', 'maybe'],
    ['I got no more texts from you, is all well?', 'maybe'],
    ['Stop writing the invoice, I will pay cash', 'maybe'],
    ['can you stop by 5?', 'maybe'],
    ['Does the bus stop in front of your shop?', 'maybe'],
    ['Can I cancel my appointment?', 'maybe'],
    ['I need to cancel tomorrow', 'maybe'],
    ['The noise won’t stop', 'maybe'],
    ['Don’t text me before nine tomorrow', null],
    ['At the end of the week?', null],
    ['I quit smoking', null],
    ['See you at five', null],
    ['Yes please, bring it over', null],
    ['I need help with my bike', null],
    ['More info please on the blue one', null],
    ['When do you start?', null],
    ['No more questions from me, thanks', null],
    ['HELP', 'help'],
    ['help!', 'help'],
    ['Info', 'help'],
    ['START', 'opt-in'],
    ['unstop', 'opt-in'],
    ['Yes', 'yes'],
    ['yes, please', 'yes'],
    ['👍', null],
    ['', null],
  ],
  German: [
    ['Stopp', 'opt-out'],
    ['STOP bitte', 'opt-out'],
    ['Abmelden', 'opt-out'],
    ['abmelden, danke', 'opt-out'],
    ['Bitte keine SMS mehr', 'opt-out'],
    ['Keine Werbung mehr bitte', 'opt-out'],
    ['Hören Sie auf, mir zu schreiben', 'opt-out'],
    ['Schreiben Sie mir nicht mehr', 'opt-out'],
    ['Bitte löschen Sie meine Nummer', 'opt-out'],
    ['meine Handynummer bitte löschen', 'opt-out'],
    ['Melden Sie mich ab', 'opt-out'],
    ['Ich möchte keine Nachrichten mehr von euch', 'opt-out'],
    ['Ich habe keine SMS mehr bekommen', 'maybe'],
    ['Ich habe keine SMS', null],
    ['Keine Werbung', 'opt-out'],
    ['Können Sie den Motor mal stopp machen?', 'maybe'],
    ['Ich muss mein Auto abmelden', 'maybe'],
    ['Wann macht ihr Schluss?', null],
    ['Ende der Woche passt gut', null],
    ['Ich habe keine Werbung bestellt, sondern ein Rad', null],
    ['Ja', 'yes'],
    ['Hilfe', 'help'],
    ['Brauche Hilfe beim Reifen', null],
    ['Anmelden', 'opt-in'],
  ],
  French: [
    ['ARRÊT', 'opt-out'],
    ['Arrêtez', 'opt-out'],
    ['arret svp', 'opt-out'],
    ['Désabonner', 'opt-out'],
    ["Arrêtez de m'écrire", 'opt-out'],
    ['Ne m’envoyez plus de messages', 'opt-out'],
    ['Plus de SMS merci', 'opt-out'],
    ['Supprimez mon numéro', 'opt-out'],
    ['Je ne veux plus recevoir vos messages', 'opt-out'],
    ['Je n’ai plus de messages de votre part', 'maybe'],
    ['Le bus a un arrêt devant chez vous ?', 'maybe'],
    ['Vous fermez à quelle heure ?', null],
    ['J’ai besoin d’aide pour mon vélo', null],
    ['Aide', 'help'],
    ['Oui', 'yes'],
    ['Reprendre', 'opt-in'],
  ],
  Spanish: [
    ['BAJA', 'opt-out'],
    ['Baja por favor', 'opt-out'],
    ['Parar', 'opt-out'],
    ['No más', 'opt-out'],
    ['No mas mensajes', 'opt-out'],
    ['No me envíen más mensajes', 'opt-out'],
    ['Dejen de escribirme', 'opt-out'],
    ['Borren mi número', 'opt-out'],
    ['Quiero darme de baja', 'opt-out'],
    ['¿Está en la planta baja?', 'maybe'],
    ['¿Puedo parar delante de la tienda?', 'maybe'],
    ['¿A qué hora abren?', null],
    ['Ayuda', 'help'],
    ['Sí', 'yes'],
    ['Alta', 'opt-in'],
  ],
  Portuguese: [
    ['PARAR', 'opt-out'],
    ['Sair', 'opt-out'],
    ['Pare, por favor', 'opt-out'],
    ['Não me enviem mais mensagens', 'opt-out'],
    ['Parem de me mandar SMS', 'opt-out'],
    ['Não quero receber mais mensagens', 'opt-out'],
    ['Removam o meu número', 'opt-out'],
    ['Posso parar aí às cinco?', 'maybe'],
    ['A que horas abrem?', null],
    ['Ajuda', 'help'],
    ['Sim', 'yes'],
    ['Começar', 'opt-in'],
  ],
  Dutch: [
    ['Afmelden', 'opt-out'],
    ['Uitschrijven aub', 'opt-out'],
    ['Stop aub', 'opt-out'],
    ['Geen sms meer graag', 'opt-out'],
    ['Stop met berichten sturen', 'opt-out'],
    ['Stuur me niets meer', 'opt-out'],
    ['Verwijder mijn nummer', 'opt-out'],
    ['Schrijf me uit', 'opt-out'],
    ['Ik heb geen berichten meer gekregen', 'maybe'],
    ['Stop de fiets maar in de schuur', 'maybe'],
    ['Hoe laat zijn jullie open?', null],
    ['Hulp', 'help'],
    ['Ja', 'yes'],
    ['Aanmelden', 'opt-in'],
  ],
  Italian: [
    ['Basta', 'maybe'],
    ['Basta così, grazie', 'maybe'],
    ['STOP per favore', 'opt-out'],
    ['Annulla', 'opt-out'],
    ['Non scrivetemi più', 'opt-out'],
    ['Smettete di mandarmi messaggi', 'opt-out'],
    ['Basta messaggi', 'opt-out'],
    ['Cancellate il mio numero', 'opt-out'],
    ['Non voglio più messaggi', 'opt-out'],
    ['Mi basta la ruota davanti', 'maybe'],
    ['A che ora aprite?', null],
    ['Aiuto', 'help'],
    ['Sì', 'yes'],
    ['Inizia', 'opt-in'],
  ],
};

describe.each(Object.entries(TEXTS))('%s', (_language, texts) => {
  test.each(texts)('%s: %s', (text, wish) => {
    expect(consentRequestIn(text)?.wish ?? null).toBe(wish);
  });
});

test('there are texts enough to mean something', () => {
  expect(Object.values(TEXTS).flat().length).toBeGreaterThanOrEqual(140);
});

test('the language of the word is the language of the answer', () => {
  expect(consentRequestIn('Abmelden')).toEqual({ wish: 'opt-out', language: 'de' });
  expect(consentRequestIn('arrêt')).toEqual({ wish: 'opt-out', language: 'fr' });
  expect(consentRequestIn('STOP')).toEqual({ wish: 'opt-out', language: null });
  expect(consentRequestIn('Borren mi número')).toEqual({ wish: 'opt-out', language: 'es' });
});

test('what the code at the counter has a phone write asks for offers; a word about offers does not', () => {
  for (const language of CUSTOMER_LANGUAGES) {
    const words = CUSTOMER_WORDS[language].consent.offersWords;
    expect(consentRequestIn(words)).toEqual({ wish: 'offers', language });
    expect(consentRequestIn(`${words.toLowerCase()}, please!`)?.wish).toBe('offers');
  }
  for (const text of ['Offers?', 'Angebote?', 'Any offers this week?', 'Ja, Angebote bitte per Mail', 'No offers'])
    expect(consentRequestIn(text), text).toBeNull();
});

test('case, accents, punctuation and politeness change nothing of an exact word', () => {
  const around = fc.constantFrom('', '!', '.', '...', 'please', 'bitte', 'merci', '\n', '‼️', 'thanks!', '“');
  const word = fc.constantFrom('stop', 'STOP', 'unsubscribe', 'Abmelden', 'ARRÊT', 'baja', 'Afmelden');
  fc.assert(
    fc.property(around, word, around, (before, said, after) => {
      expect(consentRequestIn(`${before} ${said} ${after}`)?.wish).toBe('opt-out');
    }),
  );
});

test('whatever comes in, it is decided at once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 3_000 }), (text) => {
      consentRequestIn(text);
    }),
  );
  for (const text of ['stop '.repeat(400), 'please '.repeat(400), 'remove my '.repeat(300), 'a'.repeat(16_000)])
    expect(() => consentRequestIn(text)).not.toThrow();
});

test('what the desk answers fits one text in every language', () => {
  for (const language of CUSTOMER_LANGUAGES) {
    const { stopped, started, help } = CUSTOMER_WORDS[language].consent;
    for (const say of [stopped, started, help]) {
      const { alphabet, parts } = planSegments(say('Kessler Fahrradwerkstatt Mitte'));
      expect([language, alphabet, parts.length]).toEqual([language, 'gsm7', 1]);
    }
  }
});
