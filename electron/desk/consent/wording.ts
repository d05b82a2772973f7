import type { ConsentLanguage } from './words.ts';

/** What the desk says by itself about texting: short, without advertising, in letters that fit one text. */
interface ConsentWording {
  readonly stopped: (shop: string) => string;
  readonly started: (shop: string) => string;
  readonly help: (shop: string) => string;
}

export const CONSENT_WORDING: Readonly<Record<ConsentLanguage, ConsentWording>> = {
  en: {
    stopped: (shop) => `${shop}: You will get no more texts from us. START brings them back.`,
    started: (shop) => `${shop}: You will get our texts again. STOP ends them.`,
    help: (shop) =>
      `${shop}: A person reads what you text here. STOP ends all texts we send by ourselves, START brings them back.`,
  },
  de: {
    stopped: (shop) => `${shop}: Sie bekommen keine SMS mehr von uns. Mit START wieder.`,
    started: (shop) => `${shop}: Sie bekommen unsere SMS wieder. STOP beendet sie.`,
    help: (shop) =>
      `${shop}: Hier liest ein Mensch mit. STOP beendet alle SMS, die wir von selbst senden, START bringt sie zurück.`,
  },
  fr: {
    stopped: (shop) => `${shop} : vous ne recevrez plus de SMS de notre part. START pour reprendre.`,
    started: (shop) => `${shop} : vous recevrez de nouveau nos SMS. STOP pour arreter.`,
    help: (shop) =>
      `${shop} : une personne lit vos messages. STOP arrete tous nos SMS automatiques, START les reprend.`,
  },
  es: {
    stopped: (shop) => `${shop}: no le enviaremos mas SMS. START para recibirlos de nuevo.`,
    started: (shop) => `${shop}: le enviaremos SMS de nuevo. STOP para no recibirlos.`,
    help: (shop) => `${shop}: una persona lee sus mensajes. STOP detiene los SMS automaticos, START los reanuda.`,
  },
  pt: {
    stopped: (shop) => `${shop}: nao enviaremos mais SMS. START para voltar a receber.`,
    started: (shop) => `${shop}: enviaremos SMS de novo. STOP para parar.`,
    help: (shop) => `${shop}: uma pessoa le as suas mensagens. STOP para os SMS automaticos, START retoma.`,
  },
  nl: {
    stopped: (shop) => `${shop}: U krijgt geen sms meer van ons. START om ze weer te krijgen.`,
    started: (shop) => `${shop}: U krijgt onze sms weer. STOP om te stoppen.`,
    help: (shop) => `${shop}: Een mens leest wat u hier schrijft. STOP stopt alle automatische sms, START hervat ze.`,
  },
  it: {
    stopped: (shop) => `${shop}: non riceverà più SMS da noi. START per riceverli di nuovo.`,
    started: (shop) => `${shop}: riceverà di nuovo i nostri SMS. STOP per fermarli.`,
    help: (shop) =>
      `${shop}: una persona legge i suoi messaggi. STOP ferma tutti gli SMS automatici, START li riprende.`,
  },
};
