import { SCALES, MOODS } from '../../shared/survey-words.ts';
import { parseSurvey } from '../../shared/surveys.ts';
import type { BehindDto, FigureDto, ReportPlace } from '../../shared/reports.ts';
import type { DeskContext } from '../../core/context.ts';
import { Sums } from './time-buckets.ts';
import { BEHIND_SHOWN, figure, numberBehind, share, type Made, type Making, type Report } from './report-builder.ts';

type Scale = keyof typeof SCALES;

/** From this score on, a customer counts as content. */
const CONTENT = 4;

/** What customers answer when they are asked how it was. */
export const satisfaction: Report = {
  read(making: Making): Made {
    const scores = scoresOf(making);
    return {
      figures: satisfactionFigures(making, scores),
      charts: [chartOf('scores', 'satisfaction', scores), chartOf('recommendations', 'recommendation', scores)],
    };
  },

  behind(making: Making, place: ReportPlace): readonly BehindDto[] {
    const { context, counted } = making;
    const { reports } = context.store;
    if ('figure' in place && (place.figure === 'asked' || place.figure === 'answered'))
      return reports
        .askedBehind(counted, BEHIND_SHOWN * 5)
        .filter(({ isAnswered }) => place.figure === 'asked' || isAnswered === 1)
        .slice(0, BEHIND_SHOWN + 1)
        .map(({ at, number }) => numberBehind(context, number, { at }));
    const scaleOf = scalesOf(context);
    const wanted: Scale =
      ('figure' in place && place.figure === 'recommendation') ||
      ('chart' in place && place.chart === 'recommendations')
        ? 'recommendation'
        : 'satisfaction';
    return reports
      .scoresBehind(counted)
      .filter(
        ({ survey_id: about, step, score }) =>
          score !== null &&
          scaleOf(about, step) === wanted &&
          isOn(wanted, score) &&
          (!('chart' in place) || String(score) === place.category) &&
          (!('figure' in place) || place.figure !== 'content' || score >= CONTENT),
      )
      .slice(0, BEHIND_SHOWN + 1)
      .map(({ at, number, score, words }) =>
        numberBehind(context, number, { at, text: words || null, value: score, unit: 'score' }),
      );
  },
};

/** Sums by scale and score. */
export function scoresOf({ context, counted }: Making): Readonly<Record<Scale, Sums>> {
  const scaleOf = scalesOf(context);
  const sums = {
    satisfaction: new Sums(places('satisfaction').length),
    recommendation: new Sums(places('recommendation').length),
  };
  for (const { survey_id: about, step, score, n } of context.store.reports.scores(counted)) {
    const scale = scaleOf(about, step);
    if (scale !== null && isOn(scale, score)) sums[scale].add('answers', score - SCALES[scale].from, n);
  }
  return sums;
}

export function satisfactionFigures(
  { context, counted }: Making,
  scores: ReturnType<typeof scoresOf>,
): readonly FigureDto[] {
  const { reports } = context.store;
  const asked = reports.surveysAsked(counted);
  const answered = reports.surveysAnswered(counted);
  const [stars, likely] = [valuesOf('satisfaction', scores), valuesOf('recommendation', scores)];
  const [given, rated] = [sumOf(stars), sumOf(likely)];
  const mean = given === 0 ? null : sumOf(stars.map(({ score, n }) => ({ score, n: n * score }))) / given;
  const promoters = sumOf(likely.filter(({ score }) => score >= MOODS.recommendation.high));
  const detractors = sumOf(likely.filter(({ score }) => score <= MOODS.recommendation.low));
  return [
    figure('asked', 'count', asked),
    figure('answered', 'share', share(answered, asked), { of: asked }),
    figure('content', 'share', share(sumOf(stars.filter(({ score }) => score >= CONTENT)), given), { of: given }),
    figure('score-mean', 'score', mean, { of: given }),
    figure('recommendation', 'score', rated === 0 ? null : ((promoters - detractors) / rated) * 100, { of: rated }),
  ];
}

function valuesOf(scale: Scale, scores: ReturnType<typeof scoresOf>): readonly { score: number; n: number }[] {
  const values = scores[scale].series(['answers'])[0]?.values ?? [];
  return values.map((n, i) => ({ score: SCALES[scale].from + i, n }));
}

function sumOf(values: readonly { readonly n: number }[]): number {
  return values.reduce((sum, { n }) => sum + n, 0);
}

function chartOf(
  key: 'scores' | 'recommendations',
  scale: Scale,
  scores: ReturnType<typeof scoresOf>,
): Made['charts'][number] {
  return {
    key,
    unit: 'count',
    axis: 'score',
    categories: places(scale),
    series: scores[scale].series(['answers']),
    form: 'bars',
    opens: true,
  };
}

function places(scale: Scale): readonly string[] {
  const { from, to } = SCALES[scale];
  return Array.from({ length: to - from + 1 }, (_, i) => String(from + i));
}

function isOn(scale: Scale, score: number): boolean {
  return score >= SCALES[scale].from && score <= SCALES[scale].to;
}

/** The scale on which a survey's step is answered, including removed surveys; null if it has no scale. */
function scalesOf(context: DeskContext): (survey: number, step: number) => Scale | null {
  const known = new Map(
    context.store.surveys.all().map(({ id, name, body }) => [id, parseSurvey(name, body)?.steps ?? []]),
  );
  return (about, step) => {
    const kind = known.get(about)?.[step]?.kind;
    return kind === 'satisfaction' || kind === 'recommendation' ? kind : null;
  };
}
