export const PAYMENT_STATES = ['open', 'paid', 'cancelled'] as const;
export type PaymentState = (typeof PAYMENT_STATES)[number];

/** What is filled in a link to pay. */
export const PAYMENT_BLANKS = ['amount', 'minor', 'currency', 'reference', 'reason'] as const;
/** What is filled in a link to the shop's other program. */
export const CRM_BLANKS = ['number', 'digits', 'name', 'id'] as const;

const BLANK = /\{\{\s*([a-z]+)\s*\}\}/g;

/**
 * A link with what is known put in, each so that it stays one part of the address.
 * @returns null where it is no http(s) link, or holds a blank nobody fills
 */
export function fillLink(template: string, values: Readonly<Record<string, string>>): string | null {
  // To whom it leads is fixed: only what is asked there is filled in.
  if (!/^https?:\/\/[^\s/?#{}]+/.test(template)) return null;
  let isWhole = true;
  const filled = template.replace(BLANK, (_blank, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) isWhole = false;
    return encodeURIComponent((value ?? '').toWellFormed());
  });
  if (!isWhole || !/^https?:\/\/[^\s{}]+$/.test(filled) || !URL.canParse(filled)) return null;
  return filled;
}

/** What a link of the shop's always begins with: up to where something is filled in. */
export function fixedPart(template: string): string {
  return template.slice(0, template.search(/\{\{|$/));
}

/** An address of the web with blanks in it, or nothing. */
export const LINK_TEMPLATE = /^(https?:\/\/[^\s/?#{}]+.*)?$/;
