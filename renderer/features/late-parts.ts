/** What the first view does without: fetched once that stands there, so that it stands there sooner. */
export { default as BoardPage } from './orders/board-page.svelte';
export { default as CalendarPage } from './calendar/calendar-page.svelte';
export { default as CustomersPage } from './customers/customers-page.svelte';
export { default as LinePage } from './line/line-page.svelte';
export { default as ReportsPage } from './reports/reports-page.svelte';
