import type { Language } from '#kernel/bilingual.ts'
import { formatNumber } from '#kernel/number.ts'
import { KeyNumbers } from '#web/ui/index.ts'
import type { Reverted } from '../import.ts'
import type { RowCounts } from '../queries/row-lists.ts'
import { sentences } from '../sentences.ts'

const kinds: readonly Reverted[] = ['removed', 'set-back', 'left']

/** What the taking back of an import removed, set back and left, beside what the import had done. */
export const RevertedPart = ({
  lang,
  counts,
}: {
  readonly lang: Language
  readonly counts: RowCounts
}) => {
  const words = sentences[lang]
  const [created, changed] = [counts.result('created'), counts.result('changed')]
  const note = words.noteOfAll(formatNumber(created + changed))
  return (
    <>
      <KeyNumbers
        numbers={kinds.map((kind) => ({
          label: words.reverted[kind],
          value: formatNumber(counts.reverted(kind)),
          unit: lang === 'ja' ? '行' : 'rows',
          note,
        }))}
      />
      <p>{words.revertedBefore(formatNumber(created), formatNumber(changed))}</p>
    </>
  )
}
