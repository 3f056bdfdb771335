import type { Language } from '#kernel/bilingual.ts'
import { ChipLabel } from '#web/ui/index.ts'
import { legendOf, type Plan, type PlanItem } from '../plan.ts'
import { sentences } from '../sentences.ts'

interface ItemChipsProps {
  lang: Language
  plan: Plan
  /** The item as it stands here, and the one whose facts hold. */
  item: PlanItem
  original: PlanItem
}

/** 再掲, class and grade of an item, each in words. */
export function ItemChips({ lang, plan, item, original }: ItemChipsProps) {
  const words = sentences[lang]
  const isAgain = item.no !== original.no
  if (!isAgain && !original.class && !original.grade && original.flags.length === 0) return null
  return (
    <span class="chip-row">
      {isAgain && <ChipLabel>{words.again}</ChipLabel>}
      {original.flags.map((flag) => (
        <ChipLabel key={flag.ja}>{flag[lang]}</ChipLabel>
      ))}
      {original.class && (
        <ChipLabel tone="key">{legendOf(plan.classes, original.class).label[lang]}</ChipLabel>
      )}
      {original.grade && (
        <ChipLabel tone="info">
          {words.filter.grade} {legendOf(plan.grades, original.grade).label[lang]}
        </ChipLabel>
      )}
    </span>
  )
}
