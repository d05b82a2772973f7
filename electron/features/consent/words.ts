import { CONSENT_LANGUAGES, OFFERS_WORDS, type ConsentLanguage } from '../../shared/consent-words.ts';
import { fold } from '../../shared/fold.ts';

/**
 * What a text asks about being texted: `opt-out`, `opt-in` and `help` are as good as said; `maybe` holds a word of ending inside
 * other words, for a person to decide; `offers` asks for them in so many words; `yes` and `no` answer what was asked.
 */
export type ConsentWish = 'opt-out' | 'opt-in' | 'offers' | 'help' | 'yes' | 'no' | 'maybe';

export interface ConsentRequest {
  readonly wish: ConsentWish;
  /** Of the word; null where it is the same in all. */
  readonly language: ConsentLanguage | null;
}

/** How to get no more offers, at the end of one; in letters that make no text dearer. */
export const STOP_LINE: Readonly<Record<ConsentLanguage, string>> = {
  en: 'No more offers? Reply STOP',
  de: 'Keine Angebote mehr? Antwort STOP',
  fr: "Plus d'offres ? Répondez STOP",
  es: '¿Sin más ofertas? Responda STOP',
  pt: 'Sem mais ofertas? Responda STOP',
  nl: 'Geen aanbiedingen meer? Antwoord STOP',
  it: 'Basta offerte? Rispondi STOP',
};

type Words = Readonly<Partial<Record<ConsentLanguage | 'any', readonly string[]>>>;

/** Whole texts, folded: politeness and punctuation do not matter. STOP and START are understood everywhere. */
const OPT_OUT: Words = {
  any: ['stop', 'stop stop', 'stop stop stop', 'stopall', 'stop all'],
  en: [
    'unsubscribe',
    'cancel',
    'end',
    'quit',
    'revoke',
    'optout',
    'opt out',
    'opt-out',
    'unsubscribe me',
    'opt me out',
    'stop it',
  ],
  de: ['stopp', 'abmelden', 'abmeldung', 'abbestellen', 'austragen', 'stop sms', 'stopp sms'],
  fr: ['arret', 'arrete', 'arretez', 'desabonner', 'desabonnement', 'desinscrire', 'desinscription'],
  es: ['baja', 'parar', 'cancelar', 'darme de baja', 'dar de baja'],
  pt: ['parar', 'pare', 'parem', 'sair', 'cancelar', 'descadastrar'],
  nl: ['afmelden', 'uitschrijven', 'stoppen'],
  it: ['ferma', 'fermate', 'annulla', 'disiscrivimi', 'disiscriviti', 'cancellami', 'cancellatemi'],
};
const OPT_IN: Words = {
  any: ['start', 'unstop'],
  de: ['anmelden', 'starten'],
  fr: ['reprendre', 'demarrer'],
  es: ['alta', 'iniciar', 'comenzar'],
  pt: ['comecar', 'voltar'],
  nl: ['aanmelden'],
  it: ['inizia', 'iscrivimi'],
};
const HELP: Words = {
  any: ['info'],
  en: ['help'],
  de: ['hilfe'],
  fr: ['aide'],
  es: ['ayuda'],
  pt: ['ajuda'],
  nl: ['hulp'],
  it: ['aiuto'],
};
const YES: Words = { en: ['yes'], de: ['ja'], fr: ['oui'], es: ['si'], pt: ['sim'] };
const NO: Words = { en: ['no'], de: ['nein'], fr: ['non'], pt: ['nao'], nl: ['nee'] };

/** Said around a word, and no part of it. */
const POLITE =
  /\b(?:please|pls|plz|thanks|thank you|thx|bitte|danke|merci|s il (?:vous|te) plait|svp|por favor|gracias|obrigad[oa]|alstublieft|aub|dank(?: u| je)?|per favore|grazie|hi|hello|hallo|hola|ola|ciao|bonjour)\b/g;

/**
 * Sentences that ask for it clearly, on the folded text with apostrophes as spaces. Each speaks of texts, of oneself or of one's
 * number: ending something else is none of these.
 */
const OPT_OUT_SENTENCES: Readonly<Record<ConsentLanguage, readonly RegExp[]>> = {
  en: [
    /\b(?:stop|quit|cease) (?:texting|messaging|sms ?ing|contacting|bothering|spamming)\b/,
    /\b(?:stop|quit|cease) writing (?:to )?(?:me|us)\b/,
    /\b(?:stop|quit) sending (?:me |us )?(?:any |more |any more |these |those |your |the |all )*(?:texts?|messages?|sms|ads?|offers?|spam|stuff)\b/,
    /\b(?:do not|don ?t|never) (?:text|message|contact|sms) me\b(?! (?:before|until|after|at|on|tomorrow|today|if|when|unless))/,
    /\b(?:do not|don ?t) (?:send|want|wish) (?:to (?:get|receive) )?(?:me )?(?:any|any more|more|your|these) (?:texts?|messages?|sms|ads?|offers?|spam)\b/,
    /\bno more (?:texts?|messages?|sms|ads?|spam)\b/,
    /\b(?:remove|delete|erase) (?:me|my (?:phone |mobile )?number)(?:$| please$| from (?:your|this|the|all) (?:mailing |contact |text |sms )?(?:list|texts|messages|system|contacts|database))/,
    /\btake (?:me|my (?:phone |mobile )?number) off (?:your|this|the)\b/,
    /\bunsubscribe (?:me|my number|from)\b/,
    /\bopt (?:me )?out of\b/,
    /\bi (?:want|wish|would like) to (?:unsubscribe|opt out)\b/,
  ],
  de: [
    /\bkeine? (?:weiteren? )?(?:sms|nachrichten?|werbung|texte?|mitteilungen) mehr\b/,
    /^(?:bitte )?keine? (?:weiteren? )?(?:sms|nachrichten|werbung)(?: bitte)?$/,
    /\bkeine? (?:weiteren? )?(?:sms|nachrichten?|werbung|texte?|mitteilungen) (?:an mich|schicken|senden|schreiben|zusenden)\b/,
    /\b(?:hort|horen sie|hor) (?:bitte )?(?:sofort )?(?:endlich )?auf,? (?:mir|mich|uns)\b/,
    /\b(?:schreibt|schreiben sie|schreib|schickt|schicken sie|sendet|senden sie) (?:mir|uns) (?:bitte )?(?:nicht|nichts|keine?) (?:\w+ )?mehr\b/,
    /\b(?:loscht|loschen sie|losch|entfernt|entfernen sie) (?:bitte )?(?:meine (?:\w+)?nummer|mich)\b/,
    /\bmeine (?:\w+)?nummer (?:bitte )?(?:loschen|entfernen|streichen)\b/,
    /\b(?:meldet|melden sie|meld) mich (?:bitte )?ab\b/,
    /\b(?:mochte|will|wunsche) (?:mich abmelden$|keine (?:\w+ )?(?:sms|nachrichten|werbung|texte))/,
  ],
  fr: [
    /\b(?:arretez|arrete|cessez) (?:de |d )?(?:m |me |nous )?(?:envoyer|ecrire|contacter|texter|deranger|embeter)/,
    /\bne (?:m |me |nous )(?:envoyez|ecrivez|contactez|textez) plus\b/,
    /\bplus (?:de |aucun )(?:sms|messages?|textos?|pub)\b/,
    /\b(?:supprimez|effacez|retirez|enlevez) (?:moi\b|mon numero)/,
    /\b(?:desabonnez|desinscrivez) moi\b/,
    /\bje ne (?:veux|souhaite) plus (?:recevoir|de|vos|aucun)\b/,
  ],
  es: [
    /^no mas$/,
    /\bno mas (?:mensajes|sms|textos|publicidad)\b/,
    /\bno me (?:envien|envie|envies|escriban|escriba|escribas|manden|mande|mandes) (?:mas|nada mas)\b/,
    /\b(?:dejen|deje|deja|paren|pare) de (?:enviarme|escribirme|mandarme|molestar(?:me)?)\b/,
    /\b(?:borren|borre|borra|eliminen|elimine|quiten) mi (?:numero|telefono)\b/,
    /\b(?:denme|deme|quiero darme|quiero la|dar(?:me)?) de baja\b/,
    /\bno quiero (?:recibir )?mas (?:mensajes|sms|textos)\b/,
  ],
  pt: [
    /\bnao me (?:enviem|envie|mandem|mande|escrevam|escreva) mais\b/,
    /\b(?:parem|pare|para) de (?:me )?(?:enviar|mandar|escrever)/,
    /\bnao quero (?:receber )?mais (?:mensagens|sms|textos)\b/,
    /\b(?:removam|remova|retirem|retire|apaguem|apague|tirem|tire) (?:o )?meu (?:numero|contato|contacto)\b/,
    /\b(?:chega|basta) de (?:mensagens|sms)\b/,
    /\bquero (?:me descadastrar|cancelar as mensagens)\b/,
  ],
  nl: [
    /\bgeen (?:\w+ )?(?:sms(?:jes)?|smsjes|berichten|berichtjes|reclame) meer\b/,
    /\bstop met (?:\w+ )?(?:sturen|sms ?en|berichten|appen|schrijven)\b/,
    /\bstuur (?:me|mij) (?:alstublieft )?(?:niets|geen (?:\w+)) meer\b/,
    /\b(?:verwijder|wis|haal) (?:aub )?mijn nummer\b/,
    /\b(?:schrijf|meld) (?:me|mij) (?:aub )?(?:uit|af)\b/,
    /\bwil (?:geen (?:\w+ )?(?:sms|berichten)|me (?:uitschrijven|afmelden))/,
  ],
  it: [
    /\bnon (?:mandatemi|inviatemi|scrivetemi|mandarmi|inviarmi|scrivermi|contattatemi) (?:piu|altri)\b/,
    /\b(?:smettete|smettetela|smetti|smettila|finitela) di (?:scrivermi|mandarmi|inviarmi|contattarmi)\b/,
    /\bbasta (?:messaggi|sms|pubblicita)\b/,
    /\bnon voglio (?:piu )?(?:ricevere )?(?:piu )?(?:messaggi|sms|i vostri)\b/,
    /\b(?:cancellate|rimuovete|togliete|eliminate) il mio numero\b/,
    /\b(?:disiscrivetemi|cancellatemi dalla)\b/,
  ],
};

/** Said of what did not come, or asked: then the same words may mean something else. */
const REPORTED: Readonly<Record<ConsentLanguage, RegExp>> = {
  en: /\b(?:did you|have you|got|gotten|received|haven t|hasn t|why)\b/,
  de: /\b(?:habe?|hab|hatte|haben|kam|kamen|kommt|kommen|bekomme|bekam|bekommen|erhalten|gab|gibt|warum|wieso)\b/,
  fr: /\b(?:ai|avons|avez|recois|recu|recevons|pourquoi)\b/,
  es: /\b(?:he|hemos|han|recibi|recibo|recibido|llegan|llega|porque|por que)\b/,
  pt: /\b(?:recebi|recebo|recebemos|chegou|chegam|porque|por que)\b/,
  nl: /\b(?:heb|hebben|heeft|kreeg|krijg|gekregen|ontvangen|waarom)\b/,
  it: /\b(?:ho|abbiamo|avete|ricevuto|arrivano|arriva|perche)\b/,
};

/** Words that may mean it inside other words: nobody is texted by itself until a person has looked. */
const MAYBE =
  /\b(?:stop|stopp|stopall|unsubscribe|cancel|revoke|opt ?out|arret|arretez|desabonner|baja|parar|parem|abmelden|abbestellen|afmelden|uitschrijven|cancelar|basta|annulla)\b/;

const exact = (words: Words): ReadonlyMap<string, ConsentLanguage | null> =>
  new Map(
    Object.entries(words).flatMap(([language, list]) =>
      list.map((word) => [word, language === 'any' ? null : (language as ConsentLanguage)] as const),
    ),
  );
/** The first that knows a word has it: what a word ends is told before what it begins. */
const EXACT: readonly (readonly [ConsentWish, ReadonlyMap<string, ConsentLanguage | null>])[] = [
  ['opt-out', exact(OPT_OUT)],
  ['opt-in', exact(OPT_IN)],
  [
    'offers',
    exact(Object.fromEntries(Object.entries(OFFERS_WORDS).map(([language, words]) => [language, [fold(words)]]))),
  ],
  ['help', exact(HELP)],
  ['yes', exact(YES)],
  ['no', exact(NO)],
];

/** A novel is no request; and nothing here may take long. */
const LONGEST = 1_000;

/** What a customer's text asks about being texted; null: nothing. */
export function consentRequestIn(text: string): ConsentRequest | null {
  const folded = fold(text.slice(0, LONGEST).replace(/[’'`´]/g, ' '));
  const plain = folded.replace(/[^\p{L}\p{N}-]+/gu, ' ').trim();
  const word = plain.replace(POLITE, ' ').replace(/ {2,}/g, ' ').trim();
  for (const [wish, words] of EXACT) {
    const found = words.has(word) ? word : words.has(plain) ? plain : null;
    if (found !== null) return { wish, language: words.get(found) ?? null };
  }
  const sentence = plain.replace(/-/g, ' ');
  for (const language of CONSENT_LANGUAGES)
    if (OPT_OUT_SENTENCES[language].some((pattern) => pattern.test(sentence)))
      return { wish: REPORTED[language].test(sentence) ? 'maybe' : 'opt-out', language };
  return MAYBE.test(sentence) ? { wish: 'maybe', language: null } : null;
}
