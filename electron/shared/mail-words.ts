/** Subjects about which the owner can get e-mail. */
export const MAIL_ABOUTS = ['waiting', 'line', 'backup', 'week'] as const;
export type MailAbout = (typeof MAIL_ABOUTS)[number];

/** Encrypted from the first octet on, or after the greeting, or not at all, which is for a server in the same house. */
export const MAIL_SECURITY = ['tls', 'starttls', 'none'] as const;
export type MailSecurity = (typeof MAIL_SECURITY)[number];

export const MAIL_PORTS: Readonly<Record<MailSecurity, number>> = { tls: 465, starttls: 587, none: 25 };
