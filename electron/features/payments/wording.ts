import type { ConsentLanguage } from '../../shared/consent-words.ts';

/** What is said about a payment. The link stands at the end, where phones make it one. */
interface PaymentWording {
  readonly ask: (shop: string, amount: string, reason: string, link: string) => string;
  readonly thanks: (shop: string, amount: string, reason: string) => string;
}

export const PAYMENT_WORDING: Readonly<Record<ConsentLanguage, PaymentWording>> = {
  en: {
    ask: (shop, amount, reason, link) => `${shop}: ${amount} for ${reason}. You can pay here: ${link}`,
    thanks: (shop, amount, reason) => `${shop}: Thank you, ${amount} for ${reason} has arrived.`,
  },
  de: {
    ask: (shop, amount, reason, link) => `${shop}: ${amount} für ${reason}. Hier können Sie zahlen: ${link}`,
    thanks: (shop, amount, reason) => `${shop}: Danke, ${amount} für ${reason} sind angekommen.`,
  },
  fr: {
    ask: (shop, amount, reason, link) => `${shop} : ${amount} pour ${reason}. Vous pouvez payer ici : ${link}`,
    thanks: (shop, amount, reason) => `${shop} : Merci, ${amount} pour ${reason} : bien reçu.`,
  },
  es: {
    ask: (shop, amount, reason, link) => `${shop}: ${amount} por ${reason}. Puede pagar aquí: ${link}`,
    thanks: (shop, amount, reason) => `${shop}: Gracias, hemos recibido ${amount} por ${reason}.`,
  },
  pt: {
    ask: (shop, amount, reason, link) => `${shop}: ${amount} por ${reason}. Pode pagar aqui: ${link}`,
    thanks: (shop, amount, reason) => `${shop}: Obrigado, recebemos ${amount} por ${reason}.`,
  },
  nl: {
    ask: (shop, amount, reason, link) => `${shop}: ${amount} voor ${reason}. U kunt hier betalen: ${link}`,
    thanks: (shop, amount, reason) => `${shop}: Bedankt, ${amount} voor ${reason} is binnen.`,
  },
  it: {
    ask: (shop, amount, reason, link) => `${shop}: ${amount} per ${reason}. Si paga qui: ${link}`,
    thanks: (shop, amount, reason) => `${shop}: Grazie, ${amount} per ${reason} ricevuti.`,
  },
};
