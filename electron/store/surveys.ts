import type { StatementSource } from './statements.ts';

export interface SurveyRunRow {
  readonly id: number;
  readonly survey_id: number;
  readonly number: string;
  /** Null: it is not kept any more. */
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

/** Who was asked what, and what came back. */
export function surveyRunsRepository(database: StatementSource) {
  const columns = 'id, survey_id, number, conversation_id, trigger, closes, asked_at, ended_at';
  const insert = database.prepare<[Omit<SurveyRunRow, 'id' | 'ended_at'>]>(
    `INSERT INTO survey_runs (survey_id, number, conversation_id, trigger, closes, asked_at)
     VALUES (@survey_id, @number, @conversation_id, @trigger, @closes, @asked_at)`,
  );
  const byId = database.prepare<[number], SurveyRunRow>(`SELECT ${columns} FROM survey_runs WHERE id = ?`);
  const asked = database.prepare<[string], { at: number | null }>(
    'SELECT max(asked_at) AS at FROM survey_runs WHERE number = ?',
  );
  const answer = database.prepare<[SurveyAnswerRow]>(
    `INSERT INTO survey_answers (run_id, step, score, words, at) VALUES (@run_id, @step, @score, @words, @at)
     ON CONFLICT (run_id, step) DO UPDATE SET score = excluded.score, words = excluded.words, at = excluded.at`,
  );
  const end = database.prepare<[number, number]>('UPDATE survey_runs SET ended_at = ? WHERE id = ?');
  const remove = database.prepare<[number]>('DELETE FROM survey_runs WHERE id = ?');
  const ofRun = database.prepare<[number], SurveyAnswerRow>(
    'SELECT run_id, step, score, words, at FROM survey_answers WHERE run_id = ? ORDER BY step',
  );
  const joined = `SELECT a.run_id, a.step, a.score, a.words, a.at, r.survey_id, r.number, r.conversation_id
    FROM survey_runs r JOIN survey_answers a ON a.run_id = r.id`;
  const ofNumbers = database.prepare<[string, number], AnsweredRow>(
    `${joined} WHERE r.number IN (SELECT value FROM json_each(?)) ORDER BY r.asked_at DESC, a.step LIMIT ?`,
  );
  return {
    insert: (run: Omit<SurveyRunRow, 'id' | 'ended_at'>): number => Number(insert.run(run).lastInsertRowid),
    byId: (id: number): SurveyRunRow | null => byId.get(id) ?? null,
    /** When a number was asked last, whatever it was; null: never. */
    askedAt: (number: string): number | null => asked.get(number)?.at ?? null,
    /** In place of what he answered to that before. */
    answer: (row: SurveyAnswerRow): void => void answer.run(row),
    end: (id: number, at: number): void => void end.run(at, id),
    /** Its text did not leave: nobody was asked. */
    remove: (id: number): void => void remove.run(id),
    ofRun: (id: number): readonly SurveyAnswerRow[] => ofRun.all(id),
    ofNumbers: (numbers: readonly string[], limit: number): readonly AnsweredRow[] =>
      ofNumbers.all(JSON.stringify(numbers), limit),
  };
}
