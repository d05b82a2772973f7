import type { ConsentLanguage } from '../../shared/consent-words.ts';
import type { OrderStage } from '../../shared/orders.ts';

/** What is said about an order. */
interface OrderWording {
  /** What it means that it stands in a column of no name. */
  readonly column: Readonly<Record<OrderStage, string>>;
  /** Told by itself, by what the column means. */
  readonly told: Readonly<Record<OrderStage, (shop: string, order: string) => string>>;
  /** Told by itself, of a column that the owner has given a name. */
  readonly moved: (shop: string, order: string, column: string) => string;
  readonly nudge: (shop: string, order: string) => string;
  /** An answer: one line for each. */
  readonly status: (order: string, column: string) => string;
  readonly unknown: (order: string) => string;
  readonly none: string;
}

/** Short, in letters that fit one text. */
export const ORDER_WORDING: Readonly<Record<ConsentLanguage, OrderWording>> = {
  en: {
    column: { open: 'in hand', ready: 'ready to collect', done: 'collected' },
    told: {
      open: (shop, order) => `${shop}: we have your order ${order}. Text STATUS ${order} to ask how far it is.`,
      ready: (shop, order) => `${shop}: your order ${order} is ready to collect.`,
      done: (shop, order) => `${shop}: your order ${order} has been collected. Thank you.`,
    },
    moved: (shop, order, column) => `${shop}: your order ${order}: ${column}.`,
    nudge: (shop, order) => `${shop}: your order ${order} is still here for you.`,
    status: (order, column) => `Order ${order}: ${column}.`,
    unknown: (order) => `We find no order ${order} under your number. Somebody will look.`,
    none: 'We find no order under your number. Somebody will look.',
  },
  de: {
    column: { open: 'in Arbeit', ready: 'abholbereit', done: 'abgeholt' },
    told: {
      open: (shop, order) =>
        `${shop}: Wir haben Ihren Auftrag ${order}. Mit STATUS ${order} fragen Sie, wie weit er ist.`,
      ready: (shop, order) => `${shop}: Ihr Auftrag ${order} liegt zum Abholen bereit.`,
      done: (shop, order) => `${shop}: Ihr Auftrag ${order} ist abgeholt. Vielen Dank.`,
    },
    moved: (shop, order, column) => `${shop}: Ihr Auftrag ${order}: ${column}.`,
    nudge: (shop, order) => `${shop}: Ihr Auftrag ${order} liegt noch für Sie bereit.`,
    status: (order, column) => `Auftrag ${order}: ${column}.`,
    unknown: (order) => `Unter Ihrer Nummer finden wir keinen Auftrag ${order}. Es schaut jemand nach.`,
    none: 'Unter Ihrer Nummer finden wir keinen Auftrag. Es schaut jemand nach.',
  },
  fr: {
    column: { open: 'en cours', ready: 'prete', done: 'retirée' },
    told: {
      open: (shop, order) => `${shop}: nous avons votre commande ${order}. STATUS ${order} pour savoir où elle en est.`,
      ready: (shop, order) => `${shop}: votre commande ${order} est prete.`,
      done: (shop, order) => `${shop}: votre commande ${order} a été retirée. Merci.`,
    },
    moved: (shop, order, column) => `${shop}: votre commande ${order}: ${column}.`,
    nudge: (shop, order) => `${shop}: votre commande ${order} vous attend toujours.`,
    status: (order, column) => `Commande ${order}: ${column}.`,
    unknown: (order) => `Pas de commande ${order} à votre numéro. Quelqu'un va regarder.`,
    none: "Pas de commande à votre numéro. Quelqu'un va regarder.",
  },
  es: {
    column: { open: 'en preparacion', ready: 'lista para recoger', done: 'recogida' },
    told: {
      open: (shop, order) => `${shop}: tenemos su pedido ${order}. Escriba STATUS ${order} para saber como va.`,
      ready: (shop, order) => `${shop}: su pedido ${order} esta listo para recoger.`,
      done: (shop, order) => `${shop}: su pedido ${order} se ha recogido. Gracias.`,
    },
    moved: (shop, order, column) => `${shop}: su pedido ${order}: ${column}.`,
    nudge: (shop, order) => `${shop}: su pedido ${order} le sigue esperando.`,
    status: (order, column) => `Pedido ${order}: ${column}.`,
    unknown: (order) => `No hay ningun pedido ${order} con su numero. Alguien lo mirara.`,
    none: 'No hay ningun pedido con su numero. Alguien lo mirara.',
  },
  pt: {
    column: { open: 'em preparacao', ready: 'pronta', done: 'levantada' },
    told: {
      open: (shop, order) => `${shop}: temos a sua encomenda ${order}. Envie STATUS ${order} para saber como esta.`,
      ready: (shop, order) => `${shop}: a sua encomenda ${order} esta pronta.`,
      done: (shop, order) => `${shop}: a sua encomenda ${order} foi levantada. Obrigado.`,
    },
    moved: (shop, order, column) => `${shop}: a sua encomenda ${order}: ${column}.`,
    nudge: (shop, order) => `${shop}: a sua encomenda ${order} continua à sua espera.`,
    status: (order, column) => `Encomenda ${order}: ${column}.`,
    unknown: (order) => `Nao ha encomenda ${order} com o seu numero. Alguém vai ver.`,
    none: 'Nao ha encomenda com o seu numero. Alguém vai ver.',
  },
  nl: {
    column: { open: 'in behandeling', ready: 'klaar om op te halen', done: 'opgehaald' },
    told: {
      open: (shop, order) =>
        `${shop}: we hebben uw bestelling ${order}. Stuur STATUS ${order} om te vragen hoe ver die is.`,
      ready: (shop, order) => `${shop}: uw bestelling ${order} ligt klaar.`,
      done: (shop, order) => `${shop}: uw bestelling ${order} is opgehaald. Bedankt.`,
    },
    moved: (shop, order, column) => `${shop}: uw bestelling ${order}: ${column}.`,
    nudge: (shop, order) => `${shop}: uw bestelling ${order} ligt nog voor u klaar.`,
    status: (order, column) => `Bestelling ${order}: ${column}.`,
    unknown: (order) => `Onder uw nummer vinden we geen bestelling ${order}. Iemand kijkt ernaar.`,
    none: 'Onder uw nummer vinden we geen bestelling. Iemand kijkt ernaar.',
  },
  it: {
    column: { open: 'in lavorazione', ready: 'pronto', done: 'ritirato' },
    told: {
      open: (shop, order) =>
        `${shop}: abbiamo il suo ordine ${order}. Scriva STATUS ${order} per sapere a che punto è.`,
      ready: (shop, order) => `${shop}: il suo ordine ${order} è pronto.`,
      done: (shop, order) => `${shop}: il suo ordine ${order} è stato ritirato. Grazie.`,
    },
    moved: (shop, order, column) => `${shop}: il suo ordine ${order}: ${column}.`,
    nudge: (shop, order) => `${shop}: il suo ordine ${order} la sta ancora aspettando.`,
    status: (order, column) => `Ordine ${order}: ${column}.`,
    unknown: (order) => `Non troviamo l'ordine ${order} con il suo numero. Qualcuno guarderà.`,
    none: 'Non troviamo ordini con il suo numero. Qualcuno guarderà.',
  },
};
