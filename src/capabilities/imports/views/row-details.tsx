import { colon, inBrackets, type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import type { CellNote, OpenImporter } from '#web/importer.ts'
import { DescriptionList, Disclosure } from '#web/ui/index.ts'
import type { Import, ImportRow, RowFilter } from '../import.ts'
import type { RowCounts } from '../queries/row-lists.ts'
import { sentences } from '../sentences.ts'
import { fieldLabel, letterOf, valueText } from './labels.ts'

export type RowsProps = {
  readonly lang: Language
  readonly city: City
  readonly one: Import
  readonly open: OpenImporter
  readonly rows: readonly ImportRow[]
  readonly counts: RowCounts
  readonly filter: RowFilter
  readonly page: number
  readonly formKey: () => string
}

/** Which cell, in the words of the file: 「電話番号（F列）」. */
const placeOf = ({ lang, open, one }: RowsProps, column: string): string => {
  const words = sentences[lang]
  if (column === '') return words.wholeRow
  const at = one.plan.columns[column]
  const name = fieldLabel(open, column, lang)
  return at === undefined ? name : name + inBrackets(words.column(letterOf(at)), lang)
}

const Notes = ({ props, notes }: { props: RowsProps; notes: readonly CellNote[] }) => (
  <ul>
    {notes.map((note, at) => (
      <li key={at}>
        <strong>{placeOf(props, note.column)}</strong>
        {colon[props.lang]}
        {say(note.text, props.lang)}
        {note.words.trim() !== '' && <q>{note.words.trim().slice(0, 80)}</q>}
      </li>
    ))}
  </ul>
)

/** What was read of a row that is new: for a look before it is written. */
const ReadAs = ({ props, row }: { props: RowsProps; row: ImportRow }) => {
  const { lang, open } = props
  const fields = Object.entries(row.record).filter(
    ([field, value]) => field !== 'name' && value !== null && value !== '',
  )
  if (row.outcome !== 'create' || fields.length === 0) return null
  return (
    <Disclosure summary={sentences[lang].readAs}>
      <DescriptionList
        items={fields.map(([field, value]) => ({
          term: fieldLabel(open, field, lang),
          description: valueText(open, field, value),
        }))}
      />
    </Disclosure>
  )
}

/** What came, or would come, of a row: why, what changes, what was mended. */
export const Details = ({ props, row }: { props: RowsProps; row: ImportRow }) => {
  const { lang, open } = props
  const words = sentences[lang]
  const changes = Object.entries(row.changes)
  return (
    <>
      {row.targetName && <p>{words.targetIs(row.targetName)}</p>}
      {row.faults.length > 0 && <Notes props={props} notes={row.faults} />}
      {changes.length > 0 && (
        <ul>
          {changes.map(([field, [before, after]]) => (
            <li key={field}>
              <strong>{fieldLabel(open, field, lang)}</strong>
              {colon[lang]}
              {words.wasNow(valueText(open, field, before), valueText(open, field, after))}
            </li>
          ))}
        </ul>
      )}
      {row.notes.length > 0 && <Notes props={props} notes={row.notes} />}
      {row.leftWhy && <p>{say(row.leftWhy, lang)}</p>}
      <ReadAs props={props} row={row} />
    </>
  )
}
