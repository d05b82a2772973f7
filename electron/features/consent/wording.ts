import type { ConsentLanguage } from '../../shared/consent-words.ts';

/** What the desk says by itself about texting: short, without advertising, in letters that fit one text. */
interface ConsentWording {
  readonly stopped: (shop: string) => string;
  readonly started: (shop: string) => string;
  readonly help: (shop: string) => string;
  /** Whether offers are wanted: answered by a word of {@link consentRequestIn}'s. */
  readonly askOffers: (shop: string) => string;
  readonly offers: (shop: string) => string;
}

export const CONSENT_WORDING: Readonly<Record<ConsentLanguage, ConsentWording>> = {
  en: {
    stopped: (shop) => `${shop}: You will get no more texts from us. START brings them back.`,
    started: (shop) => `${shop}: You will get our texts again. STOP ends them.`,
    help: (shop) =>
      `${shop}: A person reads what you text here. STOP ends all texts we send by ourselves, START brings them back.`,
    askOffers: (shop) =>
      `${shop}: Would you like our offers by text now and then? Reply YES. If not, you need do nothing.`,
    offers: (shop) => `${shop}: You will get our offers by text. STOP ends them.`,
  },
  de: {
    stopped: (shop) => `${shop}: Sie bekommen keine SMS mehr von uns. Mit START wieder.`,
    started: (shop) => `${shop}: Sie bekommen unsere SMS wieder. STOP beendet sie.`,
    help: (shop) =>
      `${shop}: Hier liest ein Mensch mit. STOP beendet alle SMS, die wir von selbst senden, START bringt sie zurück.`,
    askOffers: (shop) =>
      `${shop}: Möchten Sie ab und zu unsere Angebote per SMS? Antworten Sie JA. Sonst müssen Sie nichts tun.`,
    offers: (shop) => `${shop}: Sie bekommen unsere Angebote per SMS. STOP beendet sie.`,
  },
  fr: {
    stopped: (shop) => `${shop} : vous ne recevrez plus de SMS de notre part. START pour reprendre.`,
    started: (shop) => `${shop} : vous recevrez de nouveau nos SMS. STOP pour arreter.`,
    help: (shop) =>
      `${shop} : une personne lit vos messages. STOP arrete tous nos SMS automatiques, START les reprend.`,
    askOffers: (shop) => `${shop} : souhaitez-vous recevoir nos offres par SMS ? Répondez OUI. Sinon, ne faites rien.`,
    offers: (shop) => `${shop} : vous recevrez nos offres par SMS. STOP pour arreter.`,
  },
  es: {
    stopped: (shop) => `${shop}: no le enviaremos mas SMS. START para recibirlos de nuevo.`,
    started: (shop) => `${shop}: le enviaremos SMS de nuevo. STOP para no recibirlos.`,
    help: (shop) => `${shop}: una persona lee sus mensajes. STOP detiene los SMS automaticos, START los reanuda.`,
    askOffers: (shop) => `${shop}: ¿quiere recibir nuestras ofertas por SMS? Responda SI. Si no, no haga nada.`,
    offers: (shop) => `${shop}: le enviaremos nuestras ofertas por SMS. STOP para no recibirlas.`,
  },
  pt: {
    stopped: (shop) => `${shop}: nao enviaremos mais SMS. START para voltar a receber.`,
    started: (shop) => `${shop}: enviaremos SMS de novo. STOP para parar.`,
    help: (shop) => `${shop}: uma pessoa le as suas mensagens. STOP para os SMS automaticos, START retoma.`,
    askOffers: (shop) => `${shop}: quer receber as nossas ofertas por SMS? Responda SIM. Se nao, ignore.`,
    offers: (shop) => `${shop}: enviaremos as nossas ofertas por SMS. STOP para parar.`,
  },
  nl: {
    stopped: (shop) => `${shop}: U krijgt geen sms meer van ons. START om ze weer te krijgen.`,
    started: (shop) => `${shop}: U krijgt onze sms weer. STOP om te stoppen.`,
    help: (shop) => `${shop}: Een mens leest wat u hier schrijft. STOP stopt alle automatische sms, START hervat ze.`,
    askOffers: (shop) =>
      `${shop}: Wilt u af en toe onze aanbiedingen per sms? Antwoord JA. Zo niet, dan hoeft u niets te doen.`,
    offers: (shop) => `${shop}: U krijgt onze aanbiedingen per sms. STOP om te stoppen.`,
  },
  it: {
    stopped: (shop) => `${shop}: non riceverà più SMS da noi. START per riceverli di nuovo.`,
    started: (shop) => `${shop}: riceverà di nuovo i nostri SMS. STOP per fermarli.`,
    help: (shop) =>
      `${shop}: una persona legge i suoi messaggi. STOP ferma tutti gli SMS automatici, START li riprende.`,
    askOffers: (shop) => `${shop}: vuole ricevere le nostre offerte per SMS? Risponda SI. Altrimenti non faccia nulla.`,
    offers: (shop) => `${shop}: riceverà le nostre offerte per SMS. STOP per fermarle.`,
  },
};
