import { type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { formatNumber } from '#kernel/number.ts'
import type { Dataset } from '#web/dataset.ts'
import { ButtonLink, ButtonRow, EmptyState, Heading, Lead, Table } from '#web/ui/index.ts'
import { paths } from '../paths.ts'
import { sentences } from '../sentences.ts'
import { columnsOf } from '../table.ts'
import type { Lost } from '../unmappable.ts'

type UnmappablePageProps = {
  readonly lang: Language
  readonly city: City
  readonly dataset: Dataset
  readonly found: Lost
}

const codePoints = (character: string): string =>
  [...character]
    .map((one) => `U+${one.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`)
    .join(' ')

const Places = ({ lang, dataset, found }: UnmappablePageProps) => {
  const words = sentences[lang].unmappable
  const columns = columnsOf(dataset)
  return (
    <>
      <Lead>{words.lead(formatNumber(found.total))}</Lead>
      {found.total > found.places.length && <p>{words.more(formatNumber(found.places.length))}</p>}
      <Table
        lang={lang}
        id="places"
        caption={words.caption}
        rows={found.places}
        columns={[
          { label: words.row, numeric: true, cell: ({ row }) => formatNumber(row) },
          {
            label: words.column,
            cell: ({ column }) => {
              const name = columns[column - 1]?.name
              return name ? say(name, lang) : String(column)
            },
          },
          { label: words.character, cell: ({ character }) => character },
          { label: words.codePoint, cell: ({ character }) => codePoints(character) },
        ]}
      />
    </>
  )
}

/** What the Shift_JIS file of a data set cannot say. */
export const UnmappablePage = (props: UnmappablePageProps) => {
  const { lang, city, dataset, found } = props
  const words = sentences[lang].unmappable
  return (
    <>
      <Heading level={1}>{words.title(say(dataset.title, lang))}</Heading>
      {found.lookedAt !== undefined && <p>{words.lookedAt(formatNumber(found.lookedAt))}</p>}
      {found.total === 0 ? (
        <EmptyState title={words.none}>{words.noneText}</EmptyState>
      ) : (
        <Places {...props} />
      )}
      <ButtonRow>
        <ButtonLink href={paths.cp932(city.slug, dataset.code)} kind="secondary">
          {words.cp932}
        </ButtonLink>
        <ButtonLink href={paths.csv(city.slug, dataset.code)} kind="secondary">
          {words.utf8}
        </ButtonLink>
      </ButtonRow>
    </>
  )
}
