import type { Language } from '#kernel/bilingual.ts'
import { formatNumber } from '#kernel/number.ts'
import { type Decimal, formatDecimal } from '#kernel/ratio.ts'
import { DescriptionList, Heading, Table } from '#web/ui/index.ts'
import type { TableRow } from '../question.ts'
import { sentences } from '../sentences.ts'
import type { WaveBreak, WaveTable } from '../waves.ts'

interface WaveProps {
  lang: Language
  code: string
  title: string
  table: WaveTable
}

type Line = {
  readonly label: string
  readonly cells: readonly (string | undefined)[]
}

const percentText = (percent: Decimal | undefined): string | undefined =>
  percent && formatDecimal(percent)

const cellText = (cell: TableRow | undefined): string | undefined =>
  percentText(cell?.percent) ?? cell?.printed

const linesOf = (table: WaveTable, lang: Language): readonly Line[] => [
  ...table.rows.map(({ label, cells }) => ({ label: label[lang], cells: cells.map(cellText) })),
  ...table.sums.map(({ label, cells }) => ({ label: label[lang], cells: cells.map(percentText) })),
]

const reasonText = ({ reasons, note }: WaveBreak, lang: Language): string => {
  const said = reasons.map((reason) => sentences[lang].breakReasons[reason])
  return [...said, note?.[lang] ?? ''].filter(Boolean).join(lang === 'ja' ? '' : ' ')
}

function Breaks({ lang, table }: Pick<WaveProps, 'lang' | 'table'>) {
  if (table.breaks.length === 0) return null
  const labels = new Map(table.waves.map(({ key, label }) => [key, label[lang]]))
  return (
    <DescriptionList
      items={table.breaks.map((one) => ({
        term: sentences[lang].breakBefore(labels.get(one.before) ?? one.before),
        description: reasonText(one, lang),
      }))}
    />
  )
}

/** A question beside what it was answered in earlier surveys; breaks are marked at the column they stand before. */
export function WaveSection({ lang, code, title, table }: WaveProps) {
  const words = sentences[lang]
  const breaks = new Set(table.breaks.map(({ before }) => before))
  return (
    <>
      <Heading level={3}>{words.waves}</Heading>
      <Table
        lang={lang}
        id={`waves-${code}`}
        caption={words.wavesCaption(title)}
        columns={[
          { label: words.choice, heading: true, cell: (line: Line) => line.label },
          ...table.waves.map(({ key, label, n, isReference }, at) => ({
            label: (
              <>
                {breaks.has(key) && `${words.breakMark} `}
                {label[lang]}
                {n !== undefined && <span class="column-note">{words.n(formatNumber(n))}</span>}
                {isReference && <span class="column-note">{words.reference}</span>}
              </>
            ),
            numeric: true,
            cell: (line: Line) => line.cells[at] ?? words.missing,
          })),
        ]}
        rows={linesOf(table, lang)}
      />
      <Breaks lang={lang} table={table} />
    </>
  )
}
