import { notFound } from '../../shared/not-found.ts';
import { DAY, HOUR, MINUTE } from '../../shared/durations.ts';
import { SurveyAudience } from './survey-audience.ts';
import { askingText, answerTo, moodOf, saidOf } from './survey-steps.ts';
import { z } from 'zod';
import { Temporal } from 'temporal-polyfill';
import { countText, MAX_PARTS, normaliseText } from '../../shared/composing.ts';
import { fold } from '../../shared/fold.ts';
import { idOf, rowOf } from '../../shared/ids.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { ProgramSource } from '../../shared/sources.ts';
import { SURVEY_TRIGGERS, type SurveyTrigger } from '../../shared/survey-words.ts';
import { parseSurvey, type Survey } from '../../shared/surveys.ts';
import { ANSWER_VARIABLES, blanksOf } from '../../shared/templates.ts';
import type { CustomerSurveyDto, SurveyDto } from './contract.ts';
import type { MessageRow } from '../messaging/repository.ts';
import type { OrderRow } from '../orders/repository.ts';
import type { SurveyRunRow } from './repository.ts';
import type { AnswerText } from '../automation/answer-text.ts';
import type { IncomingText } from '../automation/incoming-text.ts';
import type { ConsentWish } from '../consent/words.ts';
import { customerLanguage } from '../consent/shop-language.ts';
import type { DeskContext } from '../../core/context.ts';
import { DONE, dropped, jobKind, type Job, type JobOutcome, type Scheduler } from '../../core/jobs/scheduler.ts';
import type { Outbox } from '../messaging/outbox.ts';
import { publishFlag } from '../conversations/publish.ts';
import type { OpenQuestions } from '../questions/open-questions.ts';
const SURVEY = jobKind('survey', z.object({ trigger: z.enum(SURVEY_TRIGGERS) }));
const VISITS = jobKind('survey-visits');
export const SURVEY_SOURCE: ProgramSource = '@survey';
const MOST = 50;
/** After this time nobody remembers, and when the computer was off for a holiday not everybody is asked at once. */
const WORTH_MS = DAY;
/** An answer that comes later than this is about something else. */
const ANSWERED_WITHIN_MS = 3 * DAY;
/** How far back messages must go both ways for a closed conversation to count as one. */
const TALKED_WITHIN_MS = 7 * DAY;
/** How often the program looks for appointments that have ended. */
const VISITS_EVERY_MS = HOUR;
export const VISITS_LOOKED_AT = 'surveys.visits-until';
const SHOWN = 40;
const ABOUT_TEXTS: ReadonlySet<ConsentWish> = new Set(['opt-out', 'opt-in', 'offers', 'help', 'maybe']);

interface SurveyDeps {
  readonly outbox: Outbox;
  readonly questions: OpenQuestions;
  readonly scheduler: Scheduler;
  readonly words: AnswerText;
  /** The line that a number is texted from; null if there is none yet. */
  readonly lineFor: (number: string) => number | null;
}

/** The payload holds no number: the customer is looked up when the job is due, and may be gone by then. */
interface Payload {
  readonly trigger: SurveyTrigger;
}

interface StoredSurvey {
  readonly row: number;
  readonly value: Survey;
}

/** Asks customers by text how it was, and reads their answers. */
export class Surveys {
  readonly #context: DeskContext;
  readonly #deps: SurveyDeps;
  readonly #audience: SurveyAudience;

  constructor(context: DeskContext, deps: SurveyDeps) {
    this.#context = context;
    this.#deps = deps;
    deps.scheduler.add(SURVEY, { run: (job) => this.#run(job) });
    deps.scheduler.add(VISITS, { run: () => this.#lookAtVisits() });
    context.followers.add(SURVEY_SOURCE, (message) => this.#notAsked(message));
    this.#audience = new SurveyAudience(context, deps);
  }

  get views(): readonly SurveyDto[] {
    return this.#kept.map(({ row, value }) => ({ id: idOf('survey', row), ...value }));
  }

  save(id: string | null, input: Survey): Result<SurveyDto> {
    const { store } = this.#context;
    const row = id === null ? null : rowOf('survey', id);
    const kept = this.#kept;
    if (id !== null && !kept.some((each) => each.row === row)) return notFound();
    if (kept.some((each) => each.row !== row && fold(each.value.name) === fold(input.name)))
      return refuse('name-taken', { name: input.name });
    if (row === null && kept.length >= MOST) return refuse('bad-input.most', { most: MOST });
    const known: ReadonlySet<string> = new Set(ANSWER_VARIABLES);
    for (const text of [...input.steps.map((step) => step.text), input.thanks]) {
      const blank = blanksOf(text).find(({ name }) => !known.has(name.toLowerCase()));
      if (blank !== undefined) return refuse('unfilled-blank.automatic', { name: blank.name });
    }
    if (input.steps.some((step) => countText(normaliseText(askingText(step))).parts > MAX_PARTS))
      return refuse('text-too-long.automatic', { limit: MAX_PARTS });
    if (input.steps.some((step) => step.kind === 'choice' && step.choices.length < 2))
      return refuse('bad-input.choices');
    const { name, ...body } = input;
    const saved = row ?? store.surveys.insert(name, JSON.stringify(body));
    if (row !== null) store.surveys.update(row, name, JSON.stringify(body));
    this.start();
    this.#context.appChanged();
    return ok({ id: idOf('survey', saved), ...input });
  }

  setRemoved(id: string, removed: boolean): Result<readonly SurveyDto[]> {
    const { store } = this.#context;
    const row = rowOf('survey', id);
    if (row === null || !store.surveys.all().some((each) => each.id === row)) return notFound();
    store.surveys.setRemoved(row, removed);
    this.start();
    this.#context.appChanged();
    return ok(this.views);
  }

  /** The answers of a customer, the newest first. */
  ofCustomer(conversation: string): Result<readonly CustomerSurveyDto[]> {
    const { store } = this.#context;
    const row = store.conversations.byId(rowOf('conversation', conversation) ?? 0);
    if (row === null) return notFound('conversation');
    const contact = store.contacts.ofNumber(row.number);
    const numbers = contact === null ? [row.number] : store.contacts.numbers(contact.id);
    const known = new Map(store.surveys.all().map((each) => [each.id, parseSurvey(each.name, each.body)]));
    return ok(
      store.surveyRuns.ofNumbers(numbers, SHOWN).flatMap((answer) => {
        const about = known.get(answer.survey_id) ?? null;
        const step = about?.steps[answer.step];
        return about === null || step === undefined
          ? []
          : [{ survey: about.name, at: answer.at, kind: step.kind, ...saidOf(step, answer.score, answer.words) }];
      }),
    );
  }

  /** At the start and when the surveys change: checks whether to look for appointments that have ended. */
  start(): void {
    const { store, clock } = this.#context;
    if (this.#surveyAfter('appointment') === null) {
      // If it is switched on again, it asks only about appointments from then on.
      store.settings.remove(VISITS_LOOKED_AT);
      return;
    }
    if (store.settings.get(VISITS_LOOKED_AT) === null) store.settings.set(VISITS_LOOKED_AT, String(clock.now()));
    this.#context.unit(() => this.#armVisits());
  }

  /**
   * Must run inside the unit of work that stores the text. Returns false if it answers no survey, or not clearly.
   * @param wish what the text may say about being texted
   */
  handleReply(heard: IncomingText, wish: ConsentWish | null): boolean {
    if (wish !== null && ABOUT_TEXTS.has(wish)) return false;
    const { store, clock } = this.#context;
    const question = this.#deps.questions.asked(heard.number);
    if (question?.row.kind !== 'survey' || question.row.about === null) return false;
    const run = store.surveyRuns.byId(question.row.about);
    const kept = this.#kept.find(({ row }) => row === run?.survey_id);
    const at = Number(question.row.body ?? '0');
    const step = kept?.value.steps[at];
    if (run === null || kept === undefined || step === undefined) {
      this.#deps.questions.close(heard.number);
      return false;
    }
    const answer = answerTo(step, heard.text);
    if (answer === null) return false;
    const wasLow = this.#wasLow(run, kept.value);
    store.surveyRuns.answer({ run_id: run.id, step: at, ...answer, at: clock.now() });
    this.#deps.questions.close(heard.number);
    const mood = moodOf(step, answer.score);
    this.#tag(heard.conversation, mood === 'low' ? kept.value.lowTagId : mood === 'high' ? kept.value.highTagId : null);
    // A customer who was once not content, uses their own words, or wrote something else meanwhile waits for a person.
    const isPlain = answer.words === '' || step.kind === 'choice';
    const isDoneWith = isPlain && mood !== 'low' && !wasLow && this.#isAlone(heard, question.text.id);
    const next = this.#ask(run, kept, at + 1, heard.line);
    if (next === null) {
      this.#thank(run, kept.value, heard.line, isDoneWith);
      store.surveyRuns.end(run.id, clock.now());
    }
    if (mood === 'low') {
      store.conversations.setStatus(heard.conversation, 'open', null);
      publishFlag(this.#context, heard.conversation, kept.value.name);
      return true;
    }
    if (!isDoneWith) return true;
    if (run.closes === 1) store.conversations.setStatus(heard.conversation, 'closed', null);
    else store.waitingCustomers.setWaiting(heard.conversation, null);
    store.conversations.markRead(heard.conversation);
    return true;
  }

  #wasLow(run: SurveyRunRow, { steps }: Survey): boolean {
    return this.#context.store.surveyRuns.ofRun(run.id).some(({ step, score }) => {
      const asked = steps[step];
      return asked !== undefined && moodOf(asked, score) === 'low';
    });
  }

  /** No other message has come in since the question was asked. */
  #isAlone({ conversation, message }: IncomingText, asked: number): boolean {
    return this.#context.store.messages
      .after(conversation, asked, 50)
      .every(({ id, direction }) => direction === 'out' || id === message);
  }

  get #kept(): readonly StoredSurvey[] {
    return this.#context.store.surveys
      .all()
      .filter(({ removed }) => removed === 0)
      .flatMap(({ id, name, body }) => {
        const value = parseSurvey(name, body);
        return value === null ? [] : [{ row: id, value }];
      });
  }

  /** The first enabled survey for that trigger; null if there is none. */
  #surveyAfter(trigger: SurveyTrigger): StoredSurvey | null {
    return this.#kept.find(({ value }) => value.enabled && value.after.includes(trigger)) ?? null;
  }

  /** A person has closed a conversation. Must run inside the unit of work that closes it. */
  talkClosed(id: number): void {
    const { store, clock } = this.#context;
    const row = store.conversations.byId(id);
    if (row === null || row.is_system === 1) return;
    const answered = store.messages.lastAnsweredAt(row.id);
    const heard = store.messages.lastHeardAt(row.id);
    const now = clock.now();
    const since = now - TALKED_WITHIN_MS;
    if (answered === null || heard === null || answered < since || heard < since) return;
    this.#arm('conversation', row.id, now, `${row.id}:${now}`);
  }

  /** The order may have been collected. Must run inside the unit of work that changes it. */
  orderChanged(order: OrderRow): void {
    if (order.removed === 1 || order.over_at === null || order.number === null) return;
    // The key makes an order one visit even if it is collected, taken back and collected again; one collected long ago is not
    // asked about.
    if (this.#context.clock.now() - order.over_at < WORTH_MS)
      this.#arm('order', order.id, order.over_at, String(order.id));
  }

  #arm(trigger: SurveyTrigger, about: number, at: number, key: string): void {
    const found = this.#surveyAfter(trigger);
    if (found === null) return;
    const payload: Payload = { trigger };
    const dueAt = at + found.value.delayMinutes * MINUTE;
    this.#deps.scheduler.arm(SURVEY, `${SURVEY.name}:${trigger}:${key}`, dueAt, about, payload);
  }

  /** Must run inside a unit of work. */
  #armVisits(): void {
    const at = this.#context.clock.now() + VISITS_EVERY_MS;
    const hour = Temporal.Instant.fromEpochMilliseconds(at).toString().slice(0, 13);
    this.#deps.scheduler.arm(VISITS, `${VISITS.name}:${hour}`, at, null, {});
  }

  /** Finds customers whose appointments have ended since the last look. */
  #lookAtVisits(): JobOutcome {
    const { store, clock } = this.#context;
    const found = this.#surveyAfter('appointment');
    if (found === null) return dropped('cancelled');
    const now = clock.now();
    const from = Math.max(Number(store.settings.get(VISITS_LOOKED_AT) ?? now), now - WORTH_MS);
    for (const { id, number, ends_at: endsAt } of store.appointments.keptBetween(from, now))
      if (number !== null) {
        // A customer who was here just before the computer was switched off is asked when it is on again.
        const at = Math.max(now, endsAt + found.value.delayMinutes * MINUTE);
        const payload: Payload = { trigger: 'appointment' };
        this.#deps.scheduler.arm(SURVEY, `${SURVEY.name}:appointment:${id}`, at, id, payload);
      }
    store.settings.set(VISITS_LOOKED_AT, String(now));
    this.#armVisits();
    return DONE;
  }

  #run(job: Job<Payload>): JobOutcome {
    const { store, clock } = this.#context;
    const { trigger } = job.payload;
    const kept = this.#surveyAfter(trigger);
    const now = clock.now();
    if (kept === null) return dropped('cancelled');
    if (now - job.due_at > WORTH_MS) return dropped('over');
    const number = this.#audience.whom(trigger, job.about ?? 0);
    if (number === null) return dropped('cancelled');
    const why = this.#audience.against(number, now);
    if (why !== null) return dropped(why);
    const line = this.#deps.lineFor(number);
    if (line === null) return { kind: 'again', at: now + HOUR };
    const before = store.conversations.find(line, number);
    const conversation = before === null ? null : store.conversations.byId(before);
    const closes = conversation === null || conversation.status === 'closed' ? 1 : 0;
    const run = store.surveyRuns.insert({
      survey_id: kept.row,
      number,
      conversation_id: before,
      trigger,
      closes,
      asked_at: now,
    });
    const message = this.#ask(store.surveyRuns.byId(run) as SurveyRunRow, kept, 0, line);
    if (message === null) throw new Error('there is no room in the queue for a survey');
    return DONE;
  }

  /** Asks the next question, if there is one. Must run inside a unit of work. */
  #ask(run: SurveyRunRow, { value }: StoredSurvey, at: number, line: number): number | null {
    const step = value.steps[at];
    if (step === undefined) return null;
    const { clock } = this.#context;
    const message = this.#reply(run, askingText(step), line, 'survey', false);
    if (message === null) return null;
    this.#deps.questions.open({
      number: run.number,
      kind: 'survey',
      message,
      about: run.id,
      body: at,
      expiresAt: clock.now() + ANSWERED_WITHIN_MS,
    });
    return message;
  }

  #thank(run: SurveyRunRow, { thanks }: Survey, line: number, resolvesConversation: boolean): void {
    if (thanks !== '') this.#reply(run, thanks, line, 'auto', resolvesConversation);
  }

  #reply(
    run: SurveyRunRow,
    text: string,
    line: number,
    purpose: 'survey' | 'auto',
    resolvesConversation: boolean,
  ): number | null {
    const { clock } = this.#context;
    const { number } = run;
    return this.#deps.outbox.write({
      to: number,
      text: this.#deps.words.fill(text, {
        number,
        language: customerLanguage(this.#context, number),
        at: clock.now(),
      }),
      purpose,
      lineId: line,
      notBefore: null,
      expiresAt: clock.now() + DAY,
      source: SURVEY_SOURCE,
      follows: `survey:${run.id}`,
      resolvesConversation,
      staysClosed: true,
    });
  }

  /** If the first question did not leave, the customer was not asked and may be asked another time. */
  #notAsked({ state, id }: MessageRow): void {
    if (state !== 'cancelled' && state !== 'expired' && state !== 'failed') return;
    const { store } = this.#context;
    const question = store.openQuestions.askedBy(id);
    if (question?.kind !== 'survey' || question.about === null || question.body !== '0') return;
    store.surveyRuns.remove(question.about);
    store.openQuestions.close(question.number);
  }

  #tag(conversation: number, tagId: string | null): void {
    const { store } = this.#context;
    const tag = tagId === null ? null : rowOf('tag', tagId);
    if (tag === null || store.lists.tags.byId(tag) === null) return;
    store.conversations.addTag(conversation, tag);
    const number = store.conversations.byId(conversation)?.number ?? '';
    const contact = store.contacts.ofNumber(number);
    if (contact !== null) store.contacts.addTag(contact.id, tag);
  }
}
