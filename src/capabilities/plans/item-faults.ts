import { type Bilingual, both } from '#kernel/bilingual.ts'
import type { DraftItem, WholeDraft } from './draft.ts'
import { rowsOf } from './draft-plan.ts'
import { blankMark, continuedMark } from './marks.ts'

type ItemFault = { readonly part: string; readonly text: Bilingual }

/** What an item shown again may have: its place, its title, and where it is printed. */
const ofPlace = new Set(['no', 'level', 'alias', 'title_ja', 'title_en', 'source'])

const lost = ({ id, values }: DraftItem, ja: string, en: string): ItemFault => {
  const no = values.no ?? ''
  return { part: id, text: both(`${no}：${ja}`, `${no}: ${en}`) }
}

const lostMarks = (item: DraftItem, { legends }: WholeDraft): ItemFault[] => {
  const [from, to] = [Number(legends.values.years_from ?? 0), Number(legends.values.years_to ?? 0)]
  const known = rowsOf(legends.values, 'marks').map(({ code }) => code)
  return Object.entries(item.values).flatMap(([name, mark]) => {
    const year = Number(/^mark_(\d{4})$/.exec(name)?.[1])
    if (Number.isNaN(year)) return []
    if (year < from || year > to)
      return [
        lost(
          item,
          `${year}年度の印がありますが、年次計画の年度の外です。「段階と凡例」の年度を広げるか、印を消してください。`,
          `it has a mark in ${year}, which is not a year of the plan. Please add the year, or take the mark out.`,
        ),
      ]
    if (mark === continuedMark || mark === blankMark || known.includes(mark)) return []
    return [
      lost(
        item,
        `${year}年度の印「${mark}」が凡例にありません。選び直してください。`,
        `the mark “${mark}” of ${year} is not in the legend. Please choose again.`,
      ),
    ]
  })
}

const lostChoices = (
  item: DraftItem,
  { legends }: WholeDraft,
  departments: readonly string[] | undefined,
): ItemFault[] => {
  const { values } = item
  const codes = (name: string) => rowsOf(legends.values, name).map(({ code }) => code ?? '')
  const chosen = (name: string) => (values[name] ?? '').split('\n').filter((one) => one !== '')
  const lists = [
    ['達成度', 'grade', chosen('grade'), codes('grades')],
    ['対象', 'target', chosen('targets'), codes('targets')],
    ['担当課', 'department', chosen('departments'), departments],
  ] as const
  return lists.flatMap(([ja, en, used, known]) =>
    used
      .filter((code) => known !== undefined && !known.includes(code))
      .map((code) =>
        lost(
          item,
          `${ja}「${code}」がなくなっています。選び直してください。`,
          `the ${en} “${code}” is no longer there. Please choose again.`,
        ),
      ),
  )
}

const factsOfAlias = (item: DraftItem): ItemFault[] =>
  item.values.alias &&
  Object.entries(item.values).some(([name, value]) => value !== '' && !ofPlace.has(name))
    ? [
        lost(
          item,
          '再掲の項目に、それ自身の内容があります。もとの項目に移して、ここからは消してください。',
          'it shows another item again, and has contents of its own. Please move them to the original.',
        ),
      ]
    : []

/** What saving two people's changes together can leave in an item, though no form would have taken it. */
export const findItemFaults = (
  whole: WholeDraft,
  departments: readonly string[] | undefined,
): ItemFault[] =>
  whole.items.flatMap((item) => [
    ...factsOfAlias(item),
    ...lostMarks(item, whole),
    ...lostChoices(item, whole, departments),
  ])
