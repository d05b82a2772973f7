/** Parts that the first view does not need: they are loaded once it is shown, so that it is shown sooner. */
export { default as BoardPage } from '../features/orders/board-page.svelte';
export { default as CalendarPage } from '../features/appointments/calendar/calendar-page.svelte';
export { default as CustomersPage } from '../features/contacts/customers-page.svelte';
export { default as HelpPage } from '../features/help/help-page.svelte';
export { default as LinePage } from '../features/lines/line-page.svelte';
export { default as ReportsPage } from '../features/reports/reports-page.svelte';
export { default as SettingsPage } from '../features/settings/settings-page.svelte';
