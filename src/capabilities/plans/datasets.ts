import type { Scope } from '#data/scope.ts'
import { both } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import type { Dataset, DatasetColumn, DatasetPart, DatasetRow } from '#web/dataset.ts'
import { column, plainColumn } from '#web/dataset-columns.ts'
import { paths } from './paths.ts'
import { keyOf, legendOf, levelName, type Plan, type PlanItem } from './plan.ts'
import { findNextPlan, tallyItems, tallyMarks } from './queries/datasets.ts'
import { linksAtOnce, listLinksAfter, tallyLinks } from './queries/link-rows.ts'
import { sentences } from './sentences.ts'

const planColumns: readonly DatasetColumn[] = [
  column('plan', 'text', {
    name: both('計画ID', 'Plan ID'),
    definition: both('このサイトでの計画の番号', 'Id of the plan on this site'),
  }),
  plainColumn('plan_title', both('計画名', 'Plan')),
]

const noColumn = column('no', 'text', {
  name: both('項目番号', 'Item'),
  definition: both(
    '印刷された番号。計画の中で重なりません。',
    'The number as printed, unique in its plan',
  ),
})

const urlColumn = column('url', 'url', {
  name: both('URL', 'URL'),
  definition: both('このサイトでのページの場所', 'The page on this site'),
})

/** A plan at a time: the longest has a few hundred items. */
const eachPlan =
  (rowsOf: (city: City, plan: Plan, item: PlanItem) => readonly DatasetRow[]) =>
  async (scope: Scope, city: City, after: string | undefined): Promise<DatasetPart> => {
    const found = await findNextPlan(scope, after ?? '')
    if (!found) return { rows: [], next: undefined }
    const { plan, items } = found
    return { rows: items.flatMap((item) => rowsOf(city, plan, item)), next: plan.id }
  }

const labelled = (legend: Parameters<typeof legendOf>[0], code: string | undefined) =>
  code === undefined ? null : legendOf(legend, code).label.ja

const listed = (list: readonly { readonly ja: string }[]): string | null =>
  list.map(({ ja }) => ja).join('、') || null

/** 推進項目, one row each, in the tree of its plan. */
export const planItemsDataset: Dataset = {
  code: 'plan-items',
  title: both('計画・指針の項目', 'Items of plans'),
  description: both(
    '市の計画や指針の項目です。「上の項目」をたどると、計画の構成になります。',
    'Items of the city’s plans and guidelines; their parents make the tree of each plan.',
  ),
  keywords: [both('推進計画', 'plans'), both('指針', 'guidelines')],
  changes: 'with-documents',
  columns: [
    ...planColumns,
    noColumn,
    plainColumn('level', both('段階', 'Level')),
    column('parent', 'text', {
      name: both('上の項目', 'Parent'),
      definition: both(
        'すぐ上の項目の番号。空は、いちばん上です。',
        'Number of the item above; empty at the top',
      ),
    }),
    column('alias_of', 'text', {
      name: both('再掲', 'Listed again'),
      definition: both('再掲のときの、もとの項目の番号', 'The item that this place shows again'),
    }),
    plainColumn('title', both('名称', 'Title')),
    plainColumn('title_en', both('名称_英字', 'Title in English')),
    column('key', 'text', {
      name: both('項目の鍵', 'Key'),
      definition: both(
        '同じ計画のどの版でも、同じ項目が持つ記号。番号が変わっても変わりません。',
        'The same for an item in every version of its plan, whatever its number',
      ),
    }),
    plainColumn('class', both('分類', 'Class')),
    plainColumn('flags', both('表示', 'Flags')),
    plainColumn('grade', both('達成度', 'Grade')),
    plainColumn('purpose', both('目的', 'Purpose')),
    plainColumn('present', both('現状と課題', 'Present state')),
    plainColumn('content', both('内容', 'Content')),
    plainColumn('points', both('ポイント', 'Points')),
    plainColumn('completion', both('完了の目安', 'Done when')),
    plainColumn('actors', both('実施主体', 'Carried out by')),
    column('targets', 'text', {
      name: both('対象', 'Targets'),
      definition: both('■の付いた対象。「、」で区切ります。', 'Targets that are checked'),
    }),
    plainColumn('articles', both('根拠となる条例', 'Based on')),
    column('sdgs', 'text', {
      name: both('関連するSDGs', 'Related SDGs'),
      definition: both('目標の番号。「、」で区切ります。', 'Numbers of the goals'),
    }),
    plainColumn('departments_printed', both('担当課（印刷のとおり）', 'Departments as printed')),
    plainColumn('source', both('出典', 'Source')),
    urlColumn,
  ],
  page: paths.plans,
  tally: tallyItems,
  read: eachPlan((city, plan, item) => [
    {
      plan: plan.id,
      plan_title: plan.title.ja,
      no: item.no,
      level: levelName(plan, item.level).ja,
      parent: item.parent,
      alias_of: item.aliasOf,
      title: item.title.ja,
      title_en: item.title.en,
      key: keyOf(item),
      class: labelled(plan.classes, item.class),
      flags: listed(item.flags),
      grade: labelled(plan.grades, item.grade),
      purpose: item.purpose?.ja,
      present: item.present?.ja,
      content: item.content?.ja,
      points: item.points.map(({ ja }) => ja).join('\n') || null,
      completion: item.completion?.ja,
      actors: listed(item.actors),
      targets: listed(item.targets.filter(({ checked }) => checked).map(({ label }) => label)),
      articles: listed(item.articles.map(({ name }) => name)),
      sdgs: item.sdgs.join('、') || null,
      departments_printed: item.departmentsAsPrinted,
      source: item.source,
      url: paths.item(city.slug, plan.id, item.no),
    },
  ]),
}

/** 年次計画, one row for each mark. */
export const planMarksDataset: Dataset = {
  code: 'plan-marks',
  title: both('計画の年次計画', 'Year marks of plans'),
  description: both(
    '計画の項目が、どの年度に何をするかの印です。1つの項目の1つの年度を1行に並べています。',
    'What a plan marks for an item in a fiscal year: one row for each item and year.',
  ),
  keywords: [both('推進計画', 'plans'), both('年次計画', 'year marks')],
  changes: 'with-documents',
  columns: [
    ...planColumns,
    noColumn,
    column('fiscal_year', 'year', {
      name: both('年度', 'Fiscal year'),
      definition: both(
        '始まる年（西暦）。4月から翌年3月まで',
        'The western year in which it begins in April',
      ),
    }),
    plainColumn('mark', both('年次の印', 'Mark')),
    plainColumn('mark_name', both('年次の印の意味', 'What the mark is called')),
  ],
  page: paths.plans,
  tally: tallyMarks,
  read: eachPlan((_, plan, item) =>
    Object.entries(item.marks)
      .toSorted(([a], [b]) => Number(a) - Number(b))
      .map(([year, mark]) => ({
        plan: plan.id,
        plan_title: plan.title.ja,
        no: item.no,
        fiscal_year: Number(year),
        mark,
        mark_name: labelled(plan.marks, mark),
      })),
  ),
}

/** 取組, one row for each link between an item and what carries it out. */
export const planLinksDataset: Dataset = {
  code: 'plan-links',
  title: both('計画の項目を進めている取組', 'What carries the items of plans out'),
  description: both(
    '計画の項目と、それを進めている公開中の事業、制度、アンケートなどの結びつきです。1行に1つの結びつきを並べています。',
    'Links between items of plans and the public projects, programmes, surveys and more that carry them out.',
  ),
  keywords: [both('推進計画', 'plans'), both('協働事業', 'joint projects')],
  changes: 'with-documents',
  columns: [
    ...planColumns,
    noColumn,
    plainColumn('item_title', both('項目の名称', 'Title of the item')),
    plainColumn('kind', both('取組の種類', 'Kind')),
    plainColumn('title', both('取組の名称', 'Title')),
    column('target_url', 'url', {
      name: both('取組のURL', 'URL of what carries it out'),
      definition: both('このサイトでの取組のページ', 'Its page on this site'),
    }),
    urlColumn,
  ],
  page: paths.plans,
  tally: tallyLinks,
  read: async (scope, city, after) => {
    const links = await listLinksAfter(scope, after)
    return {
      rows: links.map((link) => ({
        plan: link.planId,
        plan_title: link.planTitle,
        no: link.no,
        item_title: link.itemTitle,
        kind: sentences.ja.linkKinds[link.kind],
        title: link.title,
        target_url: link.url,
        url: paths.item(city.slug, link.planId, link.no),
      })),
      next: links.length < linksAtOnce ? undefined : links.at(-1)?.at,
    }
  },
}
