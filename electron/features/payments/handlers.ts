import type { Conversations } from '../conversations/conversations.ts';
import type { Payments } from './payments.ts';

import type { Handlers } from '../../shared/contract.ts';
import type { paymentsContract } from './contract.ts';

interface Services {
  readonly conversations: Conversations;
  readonly payments: Payments;
}

export function paymentsHandlers({ conversations, payments }: Services): Handlers<typeof paymentsContract> {
  return {
    'payments.ask': ({ conversationId, undoMs, ...wanted }) => {
      const conversation = conversations.get(conversationId);
      return conversation.ok ? payments.ask(conversation.value.number, wanted, { undoMs }) : conversation;
    },
    'payments.ofCustomer': ({ conversationId }) => payments.ofCustomer(conversationId),
    'payments.setState': ({ reference, state }) => payments.setState(reference, state),
  };
}
