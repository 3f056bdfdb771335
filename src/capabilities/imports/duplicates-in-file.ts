import { type Bilingual, both } from '#kernel/bilingual.ts'
import type { ImportRecord, RowKey } from '#web/importer.ts'

/** What a row has in common with an earlier row of its file. */
export type Repetition = {
  readonly kind: 'whole' | 'proved' | 'likely'
  readonly text: Bilingual
}

type Seen = { readonly row: number; readonly content: string }

const whole = (row: number): Repetition => ({
  kind: 'whole',
  text: both(`${row}行目とまったく同じ内容です。`, `Exactly the same as row ${row}.`),
})

const partly = ({ text, proves }: RowKey, row: number): Repetition => ({
  kind: proves ? 'proved' : 'likely',
  text: proves
    ? both(
        `${row}行目と${text.ja}です。どちらかを消してください。`,
        `It has ${text.en} as row ${row}. Take one of them out.`,
      )
    : both(
        `${row}行目と${text.ja}です。別のものか、同じものかを選んでください。`,
        `It has ${text.en} as row ${row}. Say whether it is another thing or the same.`,
      ),
})

/** Remembers the keys of the rows it was shown, and says what a row repeats. */
export const watchRepetitions = () => {
  const seen = new Map<string, Seen>()
  return (row: number, record: ImportRecord, keys: readonly RowKey[]): Repetition | undefined => {
    const content = JSON.stringify(record)
    let found: Repetition | undefined
    for (const key of keys) {
      const before = seen.get(key.key)
      if (!before) seen.set(key.key, { row, content })
      else if (before.content === content) return whole(before.row)
      else if (found?.kind !== 'proved') found = partly(key, before.row)
    }
    return found
  }
}
