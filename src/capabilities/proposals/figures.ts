import type { Bilingual } from '#kernel/bilingual.ts'
import { formatYen, type Yen } from '#kernel/money.ts'

/** What must be mended beside the field of that name. */
export type Problem = { readonly name: string; readonly text: Bilingual }

/** The figures of a proposal that the rules speak of. Null where nothing (or no number) was written. */
export type Figures = {
  readonly requested: Yen | null
  readonly years: number | null
  /** Amounts of the income lines and of the expense lines; null when the form has no such table. */
  readonly income: readonly Yen[] | null
  readonly expense: readonly Yen[] | null
}

export type Limits = {
  /** The type's limit, and the theme's own; null for none. */
  readonly typeCap: Yen | null
  readonly themeCap: Yen | null
  readonly maxYears: number
}

/** Names of the answers that every proposal form uses for these figures. */
export const figureFields = {
  requested: 'requested_amount',
  years: 'years',
  income: 'budget_income',
  expense: 'budget_expense',
} as const

const sum = (amounts: readonly Yen[]): Yen => amounts.reduce((total, amount) => total + amount, 0)
const yen = (amount: Yen): Bilingual => ({
  ja: formatYen(amount, 'ja'),
  en: formatYen(amount, 'en'),
})

const checkCap = (requested: Yen | null, limits: Limits): Problem[] => {
  const caps = [
    { cap: limits.themeCap, of: { ja: 'このテーマ', en: 'This theme' } },
    { cap: limits.typeCap, of: { ja: 'この区分', en: 'This type' } },
  ]
  const over = caps.find(({ cap }) => cap !== null && requested !== null && requested > cap)
  if (!over) return []
  const limit = yen(over.cap!)
  const asked = yen(requested!)
  return [
    {
      name: figureFields.requested,
      text: {
        ja: `${over.of.ja}の上限は${limit.ja}です。記入された${asked.ja}を、上限までに直してください。`,
        en: `${over.of.en} has a limit of ${limit.en}. Please bring ${asked.en} down to it.`,
      },
    },
  ]
}

const checkYears = (years: number | null, maxYears: number): Problem[] =>
  years === null || (years >= 1 && years <= maxYears)
    ? []
    : [
        {
          name: figureFields.years,
          text: {
            ja: `この制度で続けられるのは、1年から${maxYears}年までです。`,
            en: `A project may last from 1 to ${maxYears} years in this programme.`,
          },
        },
      ]

const checkTotals = ({ income, expense }: Figures): Problem[] => {
  if (!income || !expense) return []
  const totals = { income: sum(income), expense: sum(expense) }
  if (totals.income === totals.expense) return []
  const [inTotal, outTotal] = [yen(totals.income), yen(totals.expense)]
  const gap = yen(Math.abs(totals.income - totals.expense))
  return [
    {
      name: figureFields.expense,
      text: {
        ja: `収入の合計（${inTotal.ja}）と支出の合計（${outTotal.ja}）が${gap.ja}ちがいます。同じ額になるように直してください。`,
        en: `Income adds up to ${inTotal.en} and expenses to ${outTotal.en}, a difference of ${gap.en}. Please make them equal.`,
      },
    },
  ]
}

/** Figures that break a rule of the call. An amount equal to the limit is within it. */
export const checkFigures = (figures: Figures, limits: Limits): readonly Problem[] => [
  ...checkYears(figures.years, limits.maxYears),
  ...checkTotals(figures),
  ...checkCap(figures.requested, limits),
]

/** What looks like a slip but may be meant: told before sending, and never in the way. */
export const listFigureWarnings = (figures: Figures): readonly Problem[] => {
  const { requested, income } = figures
  if (!requested || !income || income.includes(requested)) return []
  const asked = yen(requested)
  return [
    {
      name: figureFields.requested,
      text: {
        ja: `市に求める額（${asked.ja}）と同じ額の行が、収入にありません。市の負担が収入に入っているか確かめてください。`,
        en: `No income line equals the amount asked of the city (${asked.en}). Please check that the city’s share is among the income.`,
      },
    },
  ]
}
