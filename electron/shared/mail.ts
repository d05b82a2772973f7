import { z } from 'zod';
import { MAIL_ABOUTS, MAIL_SECURITY, type MailAbout } from './mail-words.ts';

/** The server through which the owner gets e-mail, and the subjects it is about. */
export const mailSettings = z.strictObject({
  /** Empty means that no e-mail is sent. */
  host: z
    .string()
    .trim()
    .max(200)
    .regex(/^[\w.:-]*$/),
  port: z.number().int().min(1).max(65_535),
  security: z.enum(MAIL_SECURITY),
  /** Empty if the server does not ask for a user. */
  user: z.string().trim().max(200),
  from: z.union([z.literal(''), z.email().max(200)]),
  to: z.union([z.literal(''), z.email().max(200)]),
  about: z.array(z.enum(MAIL_ABOUTS)).max(MAIL_ABOUTS.length),
});
export type MailSettings = z.infer<typeof mailSettings>;

export interface MailNoticeDto {
  readonly about: MailAbout | 'test';
  readonly at: number;
  readonly state: 'waiting' | 'sent' | 'failed';
  /** Why the last attempt failed. */
  readonly problem: MailProblem | null;
}

export interface MailDto {
  readonly settings: MailSettings;
  readonly hasPassword: boolean;
  /** The newest first. */
  readonly notices: readonly MailNoticeDto[];
}

export type MailProblem = 'unreachable' | 'login' | 'refused' | 'insecure';

export interface Mail {
  readonly subject: string;
  readonly text: string;
}

/** Hands mail to a server. */
export interface MailPost {
  /** @returns null once the server has accepted it */
  send(settings: MailSettings, password: string | null, mail: Mail): Promise<MailProblem | null>;
}
