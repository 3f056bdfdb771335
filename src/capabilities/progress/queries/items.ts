import { assertWriting, type Scope } from '#data/scope.ts'
import type { ItemFigure, ItemMark, RoundItem } from '../report.ts'

export const itemColumns = [
  'i.no',
  'i.title_ja',
  'i.title_en',
  'i.above',
  'i.departments_printed',
  'i.mark',
  'i.figures as item_figures',
] as const

export type ItemRow = {
  no: string
  title_ja: string
  title_en: string
  above: unknown
  departments_printed: string
  mark: unknown
  item_figures: unknown
}

export const toItem = (row: ItemRow): RoundItem => ({
  no: row.no,
  title: { ja: row.title_ja, en: row.title_en },
  above: row.above as RoundItem['above'],
  departmentsPrinted: row.departments_printed,
  mark: (row.mark as ItemMark | null) ?? undefined,
  figures: row.item_figures as ItemFigure[],
})

/** The items of a round, in the order of the plan. 1 query. */
export const listRoundItems = async (
  scope: Scope,
  roundId: string,
): Promise<readonly RoundItem[]> => {
  const rows = await scope.db
    .selectFrom('progress_items as i')
    .select(itemColumns)
    .where('i.city_id', '=', scope.city.id)
    .where('i.round_id', '=', roundId)
    .orderBy('i.position')
    .execute()
  return rows.map(toItem)
}

/** Keeps the plan's items as they are now. */
export const insertRoundItems = async (
  scope: Scope,
  roundId: string,
  items: readonly (RoundItem & { readonly key: string })[],
): Promise<void> => {
  assertWriting(scope)
  if (items.length === 0) return
  await scope.db
    .insertInto('progress_items')
    .values(
      items.map((item, position) => ({
        city_id: scope.city.id,
        round_id: roundId,
        no: item.no,
        key: item.key,
        position,
        title_ja: item.title.ja,
        title_en: item.title.en,
        above: JSON.stringify(item.above),
        departments_printed: item.departmentsPrinted,
        mark: item.mark ? JSON.stringify(item.mark) : null,
        figures: JSON.stringify(item.figures),
      })),
    )
    .execute()
}
