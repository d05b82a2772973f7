/** What the first view does without: fetched once that stands there, so that it stands there sooner. */
export { default as BoardPage } from '../features/orders/board-page.svelte';
export { default as CalendarPage } from '../features/appointments/calendar-page.svelte';
export { default as CustomersPage } from '../features/contacts/customers-page.svelte';
export { default as LinePage } from '../features/lines/line-page.svelte';
export { default as ReportsPage } from '../features/reports/reports-page.svelte';
