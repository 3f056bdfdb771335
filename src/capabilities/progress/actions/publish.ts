import type { Scope } from '#data/scope.ts'
import { type PlainDate, tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { formatFiscalYear } from '#kernel/era.ts'
import { type Result, refuse } from '#kernel/result.ts'
import type { TransitionProblem } from '#kernel/workflow.ts'
import { issueNotice, takeNumber } from '../../procedures/index.ts'
import { publishEntry } from '../../publishing/index.ts'
import { placeOf, roundSubject } from '../next-tasks.ts'
import { paths } from '../paths.ts'
import { yearItems } from '../published.ts'
import { listComments } from '../queries/comments.ts'
import { listRoundReports } from '../queries/reports.ts'
import { composeYearReport, type YearReport } from '../report-document.ts'
import { type Round, roundKind } from '../round.ts'
import { stepRound } from './round.ts'

/** 令和6年度 → 令和6年度の進捗報告, and what is found by it. */
const publishFound = (scope: Scope, round: Round, report: YearReport): Promise<void> => {
  const day: PlainDate = tokyoDayOf(scope.now)
  const [ja, en] = [
    formatFiscalYear(round.fiscalYear, 'ja'),
    formatFiscalYear(round.fiscalYear, 'en'),
  ]
  return publishEntry(scope, {
    kind: 'plan',
    id: `${round.planId}/progress/${round.fiscalYear}`,
    title: {
      ja: `${round.planTitle.ja}　${ja}の進捗報告${round.sample ? '（見本）' : ''}`,
      en: `${round.planTitle.en}: progress report of ${en}${round.sample ? ' (sample)' : ''}`,
    },
    summary: {
      ja: `${report.items.length}項目の実績と進捗の区分、委員会の意見と市の回答です。`,
      en: `Results and grades of ${report.items.length} items, comments of the committee and answers of the city.`,
    },
    body: report.items
      .flatMap(({ item, by }) => [
        item.title.ja,
        ...by.flatMap((one) => (one.report ? [one.report.results] : [])),
      ])
      .join('\n'),
    url: paths.year(placeOf(scope.city.slug, round)),
    happenedOn: day,
  })
}

/** Everything of a year as it is, or is about to be, published. 2 queries. */
export const readYear = async (scope: Scope, round: Round): Promise<YearReport> => ({
  round,
  items: yearItems(round, await listRoundReports(scope, round.id), scope.now),
  comments: await listComments(scope, round.id),
})

/** Publishes the year's report: page, PDF, search. Refused while a comment of the committee has no answer. */
export const publishRound = async (
  scope: Scope,
  city: City,
  round: Round,
): Promise<Result<'published', TransitionProblem | 'unanswered'>> => {
  const report = await readYear(scope, round)
  if (report.comments.some(({ answer }) => answer === '')) return refuse('unanswered')
  if (round.state !== 'answering') return refuse('not-from-here')
  const number = await takeNumber(scope, '協働進捗{fy}-{nn}')
  const taken = await stepRound(scope, city, { round, name: 'publish', documentNumber: number })
  if (!taken.ok) return taken
  const published: Round = { ...round, state: 'published', publishedAt: scope.now }
  const date = tokyoDayOf(scope.now)
  await issueNotice(scope, {
    subject: roundSubject(round),
    kind: roundKind,
    number,
    title: `${round.planTitle.ja}　${formatFiscalYear(round.fiscalYear, 'ja')}進捗報告書`,
    document: composeYearReport(city, { ...report, round: published }, { date, number }),
    mails: [],
  })
  await publishFound(scope, published, report)
  return { ok: true, value: 'published' }
}
