import { z, type ZodType } from 'zod';
import { REPORT_NAMES } from '../shared/report-words.ts';
import * as appointments from './appointment-schemas.ts';
import * as contacts from './contact-schemas.ts';
import * as payments from './payment-schemas.ts';
import * as reports from './report-schemas.ts';
import * as schemas from './schemas.ts';

/** The API's description, made of the schemas that check its requests. */
export function openApi(version: string): unknown {
  const page = (item: ZodType) => z.object({ items: z.array(item), next: z.string().nullable() });
  const all = (item: ZodType) => z.object({ items: z.array(item) });
  const json = (schema: ZodType) => ({
    'application/json': { schema: z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) },
  });
  const answer = (code: number, description: string, schema: ZodType) => ({
    [code]: { description, content: json(schema) },
    default: { description: 'Refused: a code and a sentence', content: json(schemas.error) },
  });
  /** Of a change a key that may not read learns only which it was. */
  const changed = (description: string, schema: ZodType) =>
    answer(200, `${description}; without the right to read only its name`, z.union([schema, schemas.named]));
  const query = (schema: z.ZodObject) =>
    Object.entries(schema.shape).map(([name, each]) => ({
      name,
      in: 'query',
      required: !(each as ZodType).safeParse(undefined).success,
      schema: z.toJSONSchema(each as ZodType, { io: 'input', unrepresentable: 'any' }),
    }));
  const id = [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }];
  const reference = [{ name: 'reference', in: 'path', required: true, schema: { type: 'string' } }];
  const key = { name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', maxLength: 255 } };
  const batch = z.strictObject({ messages: z.array(schemas.newMessage).min(1).max(schemas.MAX_BATCH) });
  const batchAnswer = z.object({
    accepted: z.array(schemas.message),
    rejected: z.array(z.object({ index: z.int(), error: schemas.error.shape.error })),
  });
  return {
    openapi: '3.1.0',
    info: {
      title: 'Counterline',
      version,
      description: 'Texts by the shop’s own SIM, for other programs on this computer.',
    },
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
    security: [{ token: [] }],
    paths: {
      '/api/v1/status': {
        get: { summary: 'Lines and queue', responses: answer(200, 'How things stand', schemas.status) },
      },
      '/api/v1/messages': {
        post: {
          summary: 'Send a text',
          parameters: [key],
          requestBody: { required: true, content: json(schemas.newMessage) },
          responses: answer(202, 'Accepted', schemas.message),
        },
        get: {
          summary: 'Texts, oldest first',
          parameters: query(schemas.messageQuery),
          responses: answer(200, 'A page', page(schemas.message)),
        },
      },
      '/api/v1/messages/batch': {
        post: {
          summary: 'Send up to 1,000 texts',
          requestBody: { required: true, content: json(batch) },
          responses: answer(202, 'Each accepted or refused by itself', batchAnswer),
        },
      },
      '/api/v1/messages/{id}': {
        get: { summary: 'One text', parameters: id, responses: answer(200, 'The text', schemas.message) },
      },
      '/api/v1/messages/{id}/cancel': {
        post: {
          summary: 'Take a text back that has not left',
          parameters: id,
          responses: changed('The text, cancelled', schemas.message),
        },
      },
      '/api/v1/messages/{id}/resolve': {
        post: {
          summary: 'Decide about a text that may have gone out, or that failed',
          parameters: id,
          requestBody: { required: true, content: json(schemas.resolution) },
          responses: changed('The text as it is now', schemas.message),
        },
      },
      '/api/v1/conversations': {
        get: {
          summary: 'Conversations',
          parameters: query(schemas.conversationQuery),
          responses: answer(200, 'A page', page(schemas.conversation)),
        },
      },
      '/api/v1/conversations/{id}': {
        get: {
          summary: 'One conversation',
          parameters: id,
          responses: answer(200, 'The conversation', schemas.conversation),
        },
        patch: {
          summary: 'Close it, or open it again',
          parameters: id,
          requestBody: { required: true, content: json(schemas.conversationChange) },
          responses: changed('As it is now', schemas.conversation),
        },
      },
      '/api/v1/orders': {
        post: {
          summary: 'Put an order on the board; the same one again is answered with the first (200)',
          requestBody: { required: true, content: json(schemas.newOrder) },
          responses: answer(201, 'The order', schemas.order),
        },
        get: {
          summary: 'All orders on the board, and those of the last two days',
          responses: answer(200, 'The board', z.object({ items: z.array(schemas.order) })),
        },
      },
      '/api/v1/orders/{id}': {
        get: { summary: 'One order', parameters: id, responses: answer(200, 'The order', schemas.order) },
        patch: {
          summary: 'Change an order, or move it to another column',
          parameters: id,
          requestBody: { required: true, content: json(schemas.orderChange) },
          responses: changed('The order as it is now', schemas.order),
        },
      },
      '/api/v1/orders/reference/{reference}': {
        get: {
          summary: 'The order of that number',
          parameters: reference,
          responses: answer(200, 'The order', schemas.order),
        },
        patch: {
          summary: 'The same by the shop’s own number: the order that is open, else the last',
          parameters: reference,
          requestBody: { required: true, content: json(schemas.orderChange) },
          responses: changed('The order as it is now', schemas.order),
        },
      },
      '/api/v1/contacts': {
        get: {
          summary: 'Customers by name, or those who are looked for',
          parameters: query(contacts.contactQuery),
          responses: answer(200, 'A page', page(contacts.contact)),
        },
        post: {
          summary: 'Write a customer down',
          requestBody: { required: true, content: json(contacts.newContact) },
          responses: answer(
            201,
            'The customer; without the right to read only his id',
            z.union([contacts.contact, schemas.named]),
          ),
        },
      },
      '/api/v1/contacts/{id}': {
        get: { summary: 'One customer', parameters: id, responses: answer(200, 'The customer', contacts.contact) },
        patch: {
          summary: 'Change what is named; everything else stays',
          parameters: id,
          requestBody: { required: true, content: json(contacts.contactChange) },
          responses: changed('The customer as he is now', contacts.contact),
        },
      },
      '/api/v1/consent/{number}': {
        get: {
          summary: 'What the owner of a number wants of the shop',
          parameters: [{ name: 'number', in: 'path', required: true, schema: { type: 'string' } }],
          responses: answer(200, 'For what he may be texted', contacts.consent),
        },
        post: {
          summary: 'What he said on a web page',
          parameters: [{ name: 'number', in: 'path', required: true, schema: { type: 'string' } }],
          requestBody: { required: true, content: json(contacts.newConsent) },
          responses: answer(
            201,
            'For what he may be texted now; without the right to read only the number',
            z.union([contacts.consent, schemas.named]),
          ),
        },
      },
      '/api/v1/templates': {
        get: { summary: 'Templates', responses: answer(200, 'All', all(contacts.template)) },
      },
      '/api/v1/services': {
        get: { summary: 'What can be booked', responses: answer(200, 'All', all(appointments.service)) },
      },
      '/api/v1/resources': {
        get: { summary: 'Whom or what it is booked with', responses: answer(200, 'All', all(appointments.resource)) },
      },
      '/api/v1/appointments': {
        get: {
          summary: 'Appointments of some days, also those that were called off',
          parameters: query(appointments.appointmentQuery),
          responses: answer(200, 'In the order of their time', all(appointments.appointment)),
        },
        post: {
          summary: 'Book an appointment',
          requestBody: { required: true, content: json(appointments.newAppointment) },
          responses: answer(201, 'The appointment', appointments.appointment),
        },
      },
      '/api/v1/appointments/{id}': {
        get: {
          summary: 'One appointment',
          parameters: id,
          responses: answer(200, 'The appointment', appointments.appointment),
        },
        patch: {
          summary: 'Move it, or change its state: one at a time',
          parameters: id,
          requestBody: { required: true, content: json(appointments.appointmentChange) },
          responses: changed('The appointment as it is now', appointments.appointment),
        },
      },
      '/api/v1/payments': {
        get: {
          summary: 'What customers were asked to pay, the newest first',
          parameters: query(payments.paymentQuery),
          responses: answer(200, 'A page', page(payments.payment)),
        },
        post: {
          summary: 'Ask a customer to pay, by the shop’s own link',
          requestBody: { required: true, content: json(payments.newPayment) },
          responses: {
            ...answer(201, 'What he is asked', payments.payment),
            200: { description: 'The same was just asked, and is open', content: json(payments.payment) },
          },
        },
      },
      '/api/v1/payments/{reference}': {
        get: { summary: 'One', parameters: reference, responses: answer(200, 'How it stands', payments.payment) },
        patch: {
          summary: 'It was paid, or is called off',
          parameters: reference,
          requestBody: { required: true, content: json(payments.paymentChange) },
          responses: changed('As it is now', payments.payment),
        },
      },
      '/api/v1/reports': {
        get: { summary: 'Which reports there are', responses: answer(200, 'Their names', all(z.string())) },
      },
      '/api/v1/reports/{name}': {
        get: {
          summary: 'What was counted in some days',
          parameters: [
            { name: 'name', in: 'path', required: true, schema: { type: 'string', enum: REPORT_NAMES } },
            ...query(reports.reportQuery),
          ],
          responses: answer(200, 'The report', reports.report),
        },
      },
      '/api/v1/events': {
        get: {
          summary:
            'Server-sent events: message.received, message.changed, conversation.changed, conversation.event, line.changed, order.changed, payment.changed',
          responses: { 200: { description: 'A stream', content: { 'text/event-stream': {} } } },
        },
      },
    },
  };
}
