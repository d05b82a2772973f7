import type { MailPost, MailProblem } from './shared/mail.ts';

const ANSWERS_WITHIN_MS = 15_000;

/** Over SMTP (RFC 5321, RFC 3207, RFC 8314). The server's certificate has to be good. */
export const smtpMailPost: MailPost = {
  async send({ host, port, security, user, from, to }, password, { subject, text }) {
    // Loaded by those who send mail: the program starts sooner without it, and without the system's HTTP that it brings.
    const { createTransport } = await import('nodemailer');
    const transport = createTransport({
      host,
      port,
      secure: security === 'tls',
      requireTLS: security === 'starttls',
      ignoreTLS: security === 'none',
      ...(user === '' ? {} : { auth: { user, pass: password ?? '' } }),
      connectionTimeout: ANSWERS_WITHIN_MS,
      greetingTimeout: ANSWERS_WITHIN_MS,
      socketTimeout: ANSWERS_WITHIN_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    try {
      await transport.sendMail({ from, to, subject, text });
      return null;
    } catch (error) {
      return problemOf(error);
    } finally {
      transport.close();
    }
  },
};

function problemOf(error: unknown): MailProblem {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  if (code === 'EAUTH' || code === 'ENOAUTH') return 'login';
  // What is wrong with a certificate comes as a fault of the socket, with words.
  if (code === 'ETLS' || /certificate|altnames|\bssl\b|\btls\b/i.test(message)) return 'insecure';
  return code === 'EENVELOPE' || code === 'EMESSAGE' ? 'refused' : 'unreachable';
}
