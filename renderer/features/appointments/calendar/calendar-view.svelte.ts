export const CALENDAR_VIEWS = ['day', 'week', 'month', 'agenda'] as const;
export type CalendarView = (typeof CALENDAR_VIEWS)[number];

const KEY = 'counterline.calendar-view';

/** What the calendar shows of the days, as it was left in this browser. */
class ChosenView {
  #current = $state<CalendarView>(CALENDAR_VIEWS.find((each) => each === localStorage.getItem(KEY)) ?? 'week');

  get current(): CalendarView {
    return this.#current;
  }

  set current(view: CalendarView) {
    this.#current = view;
    localStorage.setItem(KEY, view);
  }
}

export const calendarView = new ChosenView();
