import type { Language } from '#kernel/bilingual.ts'
import { formatYen, type Yen } from '#kernel/money.ts'
import { DescriptionList, NotificationBanner } from '#web/ui/index.ts'
import type { BudgetBasis } from '../report-draft.ts'
import { sentences } from '../sentences.ts'

type BudgetNoteProps = {
  readonly lang: Language
  readonly basis: (BudgetBasis & { readonly requested: Yen | null }) | undefined
  readonly cityShare: Yen
}

/** Where the city gave another amount than was asked for: what the budgets of the report are now. */
export const BudgetNote = ({ lang, basis, cityShare }: BudgetNoteProps) => {
  if (!basis) return null
  const words = sentences[lang].budget
  const yen = (amount: Yen): string => formatYen(amount, lang)
  return (
    <NotificationBanner lang={lang} kind="info" heading={words.title}>
      <DescriptionList
        items={[
          ...(basis.requested === null
            ? []
            : [{ term: words.asked, description: yen(basis.requested) }]),
          { term: words.agreed, description: yen(cityShare) },
          { term: words.total, description: yen(basis.total) },
        ]}
      />
      <p>{words.from[basis.from]}</p>
    </NotificationBanner>
  )
}
