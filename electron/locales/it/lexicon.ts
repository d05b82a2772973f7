import type { Lexicon } from '../lexicon.ts';

export const itLexicon: Lexicon = {
  please: 'per favore',
  polite: 'grazie, ciao',
  consent: {
    optOut: ['ferma', 'fermate', 'annulla', 'disiscrivimi', 'disiscriviti', 'cancellami', 'cancellatemi'],
    optIn: ['inizia', 'iscrivimi'],
    help: ['aiuto'],
    yes: [],
    no: [],
    optOutSentences: [
      /\bnon (?:mandatemi|inviatemi|scrivetemi|mandarmi|inviarmi|scrivermi|contattatemi) (?:piu|altri)\b/,
      /\b(?:smettete|smettetela|smetti|smettila|finitela) di (?:scrivermi|mandarmi|inviarmi|contattarmi)\b/,
      /\bbasta (?:messaggi|sms|pubblicita)\b/,
      /\bnon voglio (?:piu )?(?:ricevere )?(?:piu )?(?:messaggi|sms|i vostri)\b/,
      /\b(?:cancellate|rimuovete|togliete|eliminate) il mio numero\b/,
      /\b(?:disiscrivetemi|cancellatemi dalla)\b/,
    ],
    reported: /\b(?:ho|abbiamo|avete|ricevuto|arrivano|arriva|perche)\b/,
    maybe: 'basta, annulla',
  },
  person: ['una persona', 'operatore', 'parlare con una persona'],
  reply: {
    confirm: ['va bene, d accordo, perfetto, a domani, ci saro, vengo, si'],
    move: ['spostare, altro giorno, cambiare'],
    cancel: ['disdire, disdico, non vengo'],
    none: ['nessuno, altro'],
    no: 'no',
    regrets: 'purtroppo',
    greetings: /\b(?:buon ?giorno|buona sera)\b/g,
    noise: 'ciao grazie',
    choices: ['uno primo', 'due', 'tre', 'quattro', 'cinque', 'sei'],
    weekdays: ['domenica', 'lunedi', 'martedi', 'mercoledi', 'giovedi', 'venerdi', 'sabato'],
    days: ['oggi', 'domani', 'dopodomani'],
    beforeHour: 'alle',
    dates: null,
  },
  question: {
    noise: `il lo la i gli le l un uno una di del dello della dei degli delle d al allo alla ai agli alle da dal dalla in nel nella
      su sul sulla con per tra fra io mi me mio mia miei mie tu ti te tuo tua lei suo sua noi ci nostro voi vi vostro vostra vostri vostre
      e ed o ma se che si sono sei siamo siete essere ho hai ha abbiamo avete hanno c posso puo potete possiamo
      potrei potreste vorrei voglio volevo vogliamo serve fa fate fare ciao salve buongiorno buonasera grazie favore prego
      saluti anche gia molto ok sapere dire dirmi domanda info negozio possibile disponibile fino`,
    asking: 'quando dove chi cosa quale quali quanto quanta quanti quante come ora perche tempo',
    time: `oggi domani adesso stasera mattina sera settimana weekend lunedi martedi mercoledi giovedi venerdi sabato domenica
      giorno giorni ore ancora presto tardi`,
    hasCompounds: false,
  },
  numbers: {
    2: 'due',
    3: 'tre',
    4: 'quattro',
    5: 'cinque',
    6: 'sei',
    7: 'sette',
    8: 'otto',
    9: 'nove',
    10: 'dieci',
    11: 'undici',
    12: 'dodici',
    15: 'quindici',
    20: 'venti',
    30: 'trenta',
    50: 'cinquanta',
    100: 'cento',
  },
  today: 'oggi',
  tomorrow: 'domani',
};
