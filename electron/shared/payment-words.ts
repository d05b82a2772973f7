export const PAYMENT_STATES = ['open', 'paid', 'cancelled'] as const;
export type PaymentState = (typeof PAYMENT_STATES)[number];

/** The blanks that a payment link may contain. */
export const PAYMENT_BLANKS = ['amount', 'minor', 'currency', 'reference', 'reason'] as const;
/** The blanks that a link to the shop's other program may contain. */
export const CRM_BLANKS = ['number', 'digits', 'name', 'id'] as const;

const BLANK = /\{\{\s*([a-z]+)\s*\}\}/g;

/**
 * Fills the known values into a link, each encoded so that it stays one part of the address.
 * @returns null if the result is no http(s) link, or if it has a blank without a value
 */
export function fillLink(template: string, values: Readonly<Record<string, string>>): string | null {
  // The host is fixed, and only the request to it is filled in.
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

/** The beginning that all links made from the template share: everything before its first blank. */
export function fixedPart(template: string): string {
  return template.slice(0, template.search(/\{\{|$/));
}

/** A web address that may contain blanks, or nothing. */
export const LINK_TEMPLATE = /^(https?:\/\/[^\s/?#{}]+.*)?$/;
