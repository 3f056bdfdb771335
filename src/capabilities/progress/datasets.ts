import { both } from '#kernel/bilingual.ts'
import { nameOfCode } from '#kernel/city.ts'
import { type Dataset, datasetPart } from '#web/dataset.ts'
import {
  column,
  departmentsTable,
  idColumn,
  plainColumn,
  sampleColumn,
  urlColumn,
} from '#web/dataset-columns.ts'
import { planPaths } from '../plans/index.ts'
import { paths } from './paths.ts'
import { listPublishedComments, tallyPublishedComments } from './queries/comment-data.ts'
import { listPublished, tallyPublished } from './queries/datasets.ts'
import { figureText, markText } from './words.ts'

const fiscalYearColumn = column('fiscal_year', 'year', {
  name: both('年度', 'Fiscal year'),
  definition: both(
    '始まる年（西暦）。4月から翌年3月まで',
    'The western year in which it begins in April',
  ),
})

/** 計画の進捗, one row for each item, department and published year. */
export const progressDataset: Dataset = {
  code: 'plan-progress',
  title: both('計画の進捗', 'Progress of plans'),
  description: both(
    '公開した年度の進捗報告です。1つの項目の1つの課の報告を1行に並べています。報告のない項目は、実績が空です。',
    'Published yearly reports: one row for each item and department; without a report, the results are empty.',
  ),
  keywords: [both('推進計画', 'plans'), both('進捗', 'progress'), both('達成度', 'grades')],
  changes: 'continually',
  columns: [
    plainColumn('plan', both('計画ID', 'Plan ID')),
    plainColumn('plan_title', both('計画名', 'Plan')),
    fiscalYearColumn,
    plainColumn('no', both('項目番号', 'Item')),
    plainColumn('title', both('名称', 'Title')),
    column('mark', 'text', {
      name: both('計画の印', 'Year mark'),
      definition: both('計画がその年度に付けた印', 'What the plan marks for the year'),
    }),
    column('department', 'code', {
      name: both('担当課コード', 'Department code'),
      definition: both('報告する課', 'The department that reports'),
      codes: departmentsTable,
    }),
    plainColumn('department_name', both('担当課', 'Department')),
    column('leads', 'flag', {
      name: both('主担当', 'Leads'),
      definition: both('進捗の区分を付ける課か', 'Whether it gives the grade'),
    }),
    plainColumn('results', both('実績', 'Results')),
    plainColumn('figures', both('数値', 'Figures')),
    plainColumn('grade', both('進捗の区分', 'Grade')),
    plainColumn('next_step', both('次年度の取組', 'Next step')),
    column('late', 'flag', {
      name: both('期限の後', 'Late'),
      definition: both('期限の後に報告されたか', 'Whether it came after the deadline'),
    }),
    urlColumn,
    sampleColumn,
  ],
  page: planPaths.plans,
  tally: tallyPublished,
  read: async (scope, city, after) =>
    datasetPart(
      await listPublished(scope, after),
      ({ round, item, department, leads, report, late }) => ({
        plan: round.planId,
        plan_title: round.planTitle.ja,
        fiscal_year: round.fiscalYear,
        no: item.no,
        title: item.title.ja,
        mark: item.mark ? markText(item.mark, 'ja') : null,
        department,
        department_name: nameOfCode(city.departments, department).ja,
        leads,
        results: report?.results ?? null,
        figures: report
          ? item.figures
              .flatMap((figure) => {
                const given = report.figures[figure.code]
                return given ? [`${figure.label.ja}：${figureText(given.value, figure, 'ja')}`] : []
              })
              .join('\n')
          : null,
        grade: report?.grade || null,
        next_step: report?.next ?? null,
        late,
        url: paths.year({ city: city.slug, plan: round.planId, year: round.fiscalYear }),
        sample: round.sample,
      }),
      ({ key }) => key,
    ),
}

/** 委員会の意見と市の回答, one row for each comment on a published year. */
export const progressCommentsDataset: Dataset = {
  code: 'plan-progress-comments',
  title: both('計画の進捗への意見と回答', 'Comments on the progress of plans'),
  description: both(
    '公開した年度の進捗報告への、委員会の意見と市の回答です。項目番号が空の行は、年度の全体への意見です。',
    'Comments of the committee on published yearly reports, and the city’s answers. Without an item, a comment is on the whole year.',
  ),
  keywords: [both('推進計画', 'plans'), both('委員会', 'committees'), both('意見', 'comments')],
  changes: 'continually',
  columns: [
    idColumn,
    plainColumn('plan', both('計画ID', 'Plan ID')),
    plainColumn('plan_title', both('計画名', 'Plan')),
    fiscalYearColumn,
    plainColumn('no', both('項目番号', 'Item')),
    plainColumn('title', both('名称', 'Title')),
    plainColumn('comment', both('委員会の意見', 'Comment of the committee')),
    plainColumn('answer', both('市の回答', 'Answer of the city')),
    urlColumn,
    sampleColumn,
  ],
  page: planPaths.plans,
  tally: tallyPublishedComments,
  read: async (scope, city, after) =>
    datasetPart(
      await listPublishedComments(scope, after),
      (one) => ({
        id: one.id,
        plan: one.planId,
        plan_title: one.planTitle.ja,
        fiscal_year: one.fiscalYear,
        no: one.no,
        title: one.title,
        comment: one.body,
        answer: one.answer,
        url: paths.year({ city: city.slug, plan: one.planId, year: one.fiscalYear }),
        sample: one.sample,
      }),
      ({ id }) => id,
    ),
}
