import type { Bilingual } from '#kernel/bilingual.ts'
import { formatYen, type Yen } from '#kernel/money.ts'
import {
  type Answers,
  type FormDefinition,
  findField,
  rowsAnswer,
  sumColumn,
} from '../forms/index.ts'
import type { Problem } from './figures.ts'

/** The table of every sheet of talks that lists what the city pays. */
export const cityCostsField = 'costs_city'

/** What the city's costs on the sheet add up to; undefined where nothing was written or the sheet has none. */
export const cityCostsIn = (definition: FormDefinition, answers: Answers): Yen | undefined => {
  const column = findField(definition, cityCostsField)?.sum
  const rows = rowsAnswer(answers, cityCostsField)
  return column && rows.length > 0 ? sumColumn(rows, column) : undefined
}

/** What the city's costs are held against; null for a bound that there is not. */
export type CostBounds = {
  readonly requested: Yen | null
  readonly typeCap: Yen | null
  readonly themeCap: Yen | null
}

const bilingualYen = (amount: Yen): Bilingual => ({
  ja: formatYen(amount, 'ja'),
  en: formatYen(amount, 'en'),
})

/** That the city's costs exceed the limit or the request, beside their table. An equal amount is within. */
export const listCostProblems = (
  total: Yen | undefined,
  { requested, typeCap, themeCap }: CostBounds,
): readonly Problem[] => {
  if (total === undefined) return []
  const bounds = [
    { most: themeCap, of: { ja: 'このテーマの上限', en: 'the limit of this theme' } },
    { most: typeCap, of: { ja: 'この区分の上限', en: 'the limit of this type' } },
    {
      most: requested,
      of: { ja: '提案書で市に求めた額', en: 'the amount that the proposal asks of the city' },
    },
  ]
  const over = bounds.find(({ most }) => most !== null && total > most)
  if (!over) return []
  const [all, most] = [bilingualYen(total), bilingualYen(over.most!)]
  return [
    {
      name: cityCostsField,
      text: {
        ja: `市の費用の合計（${all.ja}）が、${over.of.ja}（${most.ja}）をこえています。協定書の市の負担額は決定した額までになるため、その額までに直してください。`,
        en: `The city’s costs add up to ${all.en}, more than ${over.of.en} (${most.en}). The agreement cannot go beyond what is decided: please bring them down to it.`,
      },
    },
  ]
}
