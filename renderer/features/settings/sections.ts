import type { Component } from 'svelte';
import type { SettingsSection } from '../../../electron/shared/setting.ts';
import AccessSettings from '../api-keys/access-settings.svelte';
import BookingSettings from '../appointments/booking-settings.svelte';
import ServiceSettings from '../appointments/service-settings.svelte';
import StaffSettings from '../appointments/staff-settings.svelte';
import EscalationSettings from '../attention/escalation-settings.svelte';
import SoundSettings from '../attention/sound-settings.svelte';
import AnswersSettings from '../automation/answers-settings.svelte';
import FaqSettings from '../automation/faq-settings.svelte';
import ModelSettings from '../automation/model-settings.svelte';
import RuleSettings from '../automation/rule-settings.svelte';
import BackupSettings from '../backups/backup-settings.svelte';
import CounterCode from '../consent/counter-code.svelte';
import FieldSettings from '../contacts/field-settings.svelte';
import KeepSettings from '../contacts/keep-settings.svelte';
import FileSettings from '../imports/file-settings.svelte';
import ModemSettings from '../lines/modem-settings.svelte';
import TemplateSettings from '../messaging/template-settings.svelte';
import HoursSettings from '../opening-hours/hours-settings.svelte';
import SendingSettings from '../opening-hours/sending-settings.svelte';
import OrderSettings from '../orders/order-settings.svelte';
import MailSettings from '../owner-mail/mail-settings.svelte';
import CrmSettings from '../payments/crm-settings.svelte';
import PaymentSettings from '../payments/payment-settings.svelte';
import PeopleSettings from '../shop-lists/people-settings.svelte';
import TagSettings from '../shop-lists/tag-settings.svelte';
import SurveySettings from '../surveys/survey-settings.svelte';
import WebhookSettings from '../webhooks/webhook-settings.svelte';
import ShopSettings from './shop-settings.svelte';
import StartupSettings from './startup-settings.svelte';

/** What each section shows; null: the settings of its table and nothing else. */
export const SECTIONS: Readonly<Record<SettingsSection, Component | null>> = {
  shop: ShopSettings,
  hours: HoursSettings,
  people: PeopleSettings,
  modems: ModemSettings,
  templates: TemplateSettings,
  tags: TagSettings,
  writing: null,
  notifications: EscalationSettings,
  faqs: FaqSettings,
  answers: AnswersSettings,
  rules: RuleSettings,
  surveys: SurveySettings,
  sending: SendingSettings,
  model: ModelSettings,
  services: ServiceSettings,
  staff: StaffSettings,
  booking: BookingSettings,
  orders: OrderSettings,
  payments: PaymentSettings,
  fields: FieldSettings,
  code: CounterCode,
  keep: KeepSettings,
  api: AccessSettings,
  webhooks: WebhookSettings,
  mail: MailSettings,
  links: CrmSettings,
  backup: BackupSettings,
  files: FileSettings,
  appearance: null,
  sounds: SoundSettings,
  startup: StartupSettings,
};
