import { Repository } from '../../core/db/repository.ts';

export interface SurveyRunRow {
  readonly id: number;
  readonly survey_id: number;
  readonly number: string;
  /** Null if the conversation is no longer kept. */
  readonly conversation_id: number | null;
  readonly trigger: string;
  readonly closes: 0 | 1;
  readonly asked_at: number;
  readonly ended_at: number | null;
}

export interface SurveyAnswerRow {
  readonly run_id: number;
  readonly step: number;
  readonly score: number | null;
  readonly words: string;
  readonly at: number;
}

export interface AnsweredRow extends SurveyAnswerRow {
  readonly survey_id: number;
  readonly number: string;
  readonly conversation_id: number | null;
}

const COLUMNS = 'id, survey_id, number, conversation_id, trigger, closes, asked_at, ended_at';
const JOINED = `SELECT a.run_id, a.step, a.score, a.words, a.at, r.survey_id, r.number, r.conversation_id
    FROM survey_runs r JOIN survey_answers a ON a.run_id = r.id`;

/** Who was asked which survey, and the answers. */
export class SurveyRunsRepository extends Repository {
  readonly #insert = this.prepare<[Omit<SurveyRunRow, 'id' | 'ended_at'>]>(
    `INSERT INTO survey_runs (survey_id, number, conversation_id, trigger, closes, asked_at)
     VALUES (@survey_id, @number, @conversation_id, @trigger, @closes, @asked_at)`,
  );
  readonly #byId = this.prepare<[number], SurveyRunRow>(`SELECT ${COLUMNS} FROM survey_runs WHERE id = ?`);
  readonly #asked = this.prepare<[string], { at: number | null }>(
    'SELECT max(asked_at) AS at FROM survey_runs WHERE number = ?',
  );
  readonly #answer = this.prepare<[SurveyAnswerRow]>(
    `INSERT INTO survey_answers (run_id, step, score, words, at) VALUES (@run_id, @step, @score, @words, @at)
     ON CONFLICT (run_id, step) DO UPDATE SET score = excluded.score, words = excluded.words, at = excluded.at`,
  );
  readonly #end = this.prepare<[number, number]>('UPDATE survey_runs SET ended_at = ? WHERE id = ?');
  readonly #remove = this.prepare<[number]>('DELETE FROM survey_runs WHERE id = ?');
  readonly #ofRun = this.prepare<[number], SurveyAnswerRow>(
    'SELECT run_id, step, score, words, at FROM survey_answers WHERE run_id = ? ORDER BY step',
  );
  readonly #ofNumbers = this.prepare<[string, number], AnsweredRow>(
    `${JOINED} WHERE r.number IN (SELECT value FROM json_each(?)) ORDER BY r.asked_at DESC, a.step LIMIT ?`,
  );

  insert(run: Omit<SurveyRunRow, 'id' | 'ended_at'>): number {
    return Number(this.#insert.run(run).lastInsertRowid);
  }

  byId(id: number): SurveyRunRow | null {
    return this.#byId.get(id) ?? null;
  }

  /** When a number was last asked any survey; null if never. */
  askedAt(number: string): number | null {
    return this.#asked.get(number)?.at ?? null;
  }

  /** Replaces the customer's earlier answer to that question. */
  answer(row: SurveyAnswerRow): void {
    this.#answer.run(row);
  }

  end(id: number, at: number): void {
    this.#end.run(at, id);
  }

  /** The text did not leave, so nobody was asked. */
  remove(id: number): void {
    this.#remove.run(id);
  }

  ofRun(id: number): readonly SurveyAnswerRow[] {
    return this.#ofRun.all(id);
  }

  ofNumbers(numbers: readonly string[], limit: number): readonly AnsweredRow[] {
    return this.#ofNumbers.all(JSON.stringify(numbers), limit);
  }
}
