import type { AppState } from '../../../electron/app/shop-contract.ts';
import type { SettingsSection } from '../../../electron/shared/setting.ts';
import { t } from '../../lib/text/format.ts';

/** How many there are, or whether it is on: what a section's row says beside its title. Nothing where that says nothing. */
export function stateOfSection(app: AppState | null, section: SettingsSection): string {
  if (app === null) return '';
  const { settings } = app;
  const onOff = (isOn: boolean): string => (isOn ? t.settings.on : t.settings.off);
  switch (section) {
    case 'people':
      return String(app.people.length);
    case 'modems':
      return String(app.lines.length);
    case 'templates':
      return String(app.templates.length);
    case 'tags':
      return String(app.tags.length);
    case 'faqs':
      return String(app.automations.faqs);
    case 'rules':
      return String(app.automations.rules);
    case 'surveys':
      return onOff(app.automations.surveys > 0);
    case 'answers':
      return onOff(settings.closedAnswer);
    case 'model':
      return onOff(settings.modelName !== '');
    case 'services':
      return String(app.services.length);
    case 'staff':
      return String(app.resources.length);
    case 'orders':
      return String(app.orderColumns.length);
    case 'payments':
      return onOff(settings.paymentLink !== '');
    case 'fields':
      return String(app.contactFields.length);
    case 'links':
      return onOff(settings.crmLink !== '');
    case 'sounds':
      return onOff(settings.notify);
    default:
      return '';
  }
}
