import { apiKeysContract } from '../features/api-keys/contract.ts';
import { appointmentsContract } from '../features/appointments/contract.ts';
import { auditExportContract } from '../features/audit-export/contract.ts';
import { automationContract } from '../features/automation/contract.ts';
import { backupsContract } from '../features/backups/contract.ts';
import { campaignsContract } from '../features/campaigns/contract.ts';
import { consentContract } from '../features/consent/contract.ts';
import { contactsContract } from '../features/contacts/contract.ts';
import { conversationsContract } from '../features/conversations/contract.ts';
import { linesContract } from '../features/lines/contract.ts';
import { messagingContract } from '../features/messaging/contract.ts';
import { openingHoursContract } from '../features/opening-hours/contract.ts';
import { ordersContract } from '../features/orders/contract.ts';
import { ownerMailContract } from '../features/owner-mail/contract.ts';
import { paymentsContract } from '../features/payments/contract.ts';
import { recurringContract } from '../features/recurring/contract.ts';
import { reportsContract } from '../features/reports/contract.ts';
import { shopListsContract } from '../features/shop-lists/contract.ts';
import { surveysContract } from '../features/surveys/contract.ts';
import { tasksContract } from '../features/tasks/contract.ts';
import { webhooksContract } from '../features/webhooks/contract.ts';
import { shopContract } from './shop-contract.ts';
import type { AnswerOf, InputOf, ValueOf } from '../shared/contract.ts';
import type { Result } from '../shared/result.ts';

/** Of every feature, in the order in which they may know each other. */
export const CONTRACTS = [
  openingHoursContract,
  apiKeysContract,
  messagingContract,
  shopListsContract,
  conversationsContract,
  linesContract,
  tasksContract,
  consentContract,
  contactsContract,
  appointmentsContract,
  ordersContract,
  surveysContract,
  recurringContract,
  paymentsContract,
  automationContract,
  campaignsContract,
  reportsContract,
  webhooksContract,
  ownerMailContract,
  backupsContract,
  auditExportContract,
  shopContract,
] as const;

type All<K extends 'methods' | 'events'> = Together<(typeof CONTRACTS)[number][K]>;
type Together<U> = (U extends unknown ? (each: U) => void : never) extends (all: infer I) => void ? I : never;

/** What the window may ask of the desk, by its name. */
export const METHODS = Object.assign({}, ...CONTRACTS.map(({ methods }) => methods)) as All<'methods'>;
/** What the desk tells without being asked. */
export const EVENTS = Object.assign({}, ...CONTRACTS.map(({ events }) => events)) as All<'events'>;

export type Method = keyof All<'methods'>;
export type Input<M extends Method> = InputOf<All<'methods'>[M]>;
export type Outputs = { readonly [M in Method]: AnswerOf<All<'methods'>[M]> };
export type EventName = keyof All<'events'>;
export type ContractEvents = { readonly [E in EventName]: ValueOf<All<'events'>[E]> };
export type ContractEvent = { [E in EventName]: { readonly type: E; readonly value: ContractEvents[E] } }[EventName];
export type Invoke = <M extends Method>(method: M, input: Input<M>) => Promise<Result<Outputs[M]>>;
