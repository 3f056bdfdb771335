import type { Language } from '#kernel/bilingual.ts'
import { isPlainDate } from '#kernel/calendar.ts'
import { formatDateInBothEras } from '#kernel/date-text.ts'
import { formatNumber } from '#kernel/number.ts'
import {
  type Column,
  type ColumnParts,
  type Figure,
  isPercentTable,
  partsOfColumn,
  readFigures,
} from '../figure.ts'
import type { StatisticTable } from '../preset.ts'
import { sentences } from '../sentences.ts'

interface TableProps {
  lang: Language
  table: StatisticTable
}

/** 1,234 for whole numbers, decimals as they are. */
const numberText = (value: number): string =>
  Number.isInteger(value) ? formatNumber(value) : String(value)

const Missing = ({ lang }: { lang: Language }) => (
  <>
    <span aria-hidden="true">―</span>
    <span class="hidden-text">{sentences[lang].missing}</span>
  </>
)

/** A sign for the eye and its meaning for the ear. */
const Sign = ({ sign, meaning }: { sign: string; meaning: string }) => (
  <>
    <span aria-hidden="true">{sign}</span>
    <span class="hidden-text"> {meaning}</span>
  </>
)

function CountCell({ lang, figure }: { lang: Language; figure: Figure }) {
  const words = sentences[lang]
  if (figure.value === undefined) return <Missing lang={lang} />
  return (
    <>
      {numberText(figure.value)}
      {figure.of !== undefined && figure.of !== figure.column.n && `/${numberText(figure.of)}`}
      {figure.reconstructed && (
        <Sign sign={words.reconstructedMark} meaning={words.reconstructed} />
      )}
    </>
  )
}

function PrintedCell({ lang, figure }: { lang: Language; figure: Figure }) {
  const words = sentences[lang]
  if (figure.printed === undefined) return <Missing lang={lang} />
  return (
    <>
      {figure.printed}
      {figure.check !== undefined && figure.check !== 'same' && (
        <Sign sign={words.differentMark} meaning={words.different} />
      )}
    </>
  )
}

/** The head of a column: what it is, its base date, how many it counts. */
function ColumnHead({ lang, column }: { lang: Language; column: Column }) {
  const words = sentences[lang]
  return (
    <>
      {column.label[lang]}
      {column.asOf !== undefined && isPlainDate(column.asOf) && (
        <span class="column-note">
          {words.asOf} {formatDateInBothEras(column.asOf, lang)}
        </span>
      )}
      {column.n !== undefined && (
        <span class="column-note">{words.nOf(formatNumber(column.n))}</span>
      )}
    </>
  )
}

type PartName = keyof ColumnParts

const partNames: readonly PartName[] = ['count', 'percent', 'printed']

const partLabel = (props: TableProps, figures: readonly Figure[], part: PartName): string => {
  const words = sentences[props.lang]
  if (part === 'percent') return words.percent
  if (part === 'count') return words.count
  const allShares =
    isPercentTable(props.table) ||
    figures.every(({ printed, of }) => printed === undefined || of !== undefined)
  return allShares ? words.printedPercent : words.printed
}

function PartCell({ lang, figure, part }: { lang: Language; figure: Figure; part: PartName }) {
  if (part === 'count') return <CountCell lang={lang} figure={figure} />
  if (part === 'printed') return <PrintedCell lang={lang} figure={figure} />
  return figure.percent === undefined ? <Missing lang={lang} /> : <>{figure.percent}%</>
}

/** The table as the document prints it, with the shares that follow from its counts beside it. */
export function FigureTable(props: TableProps) {
  const { lang, table } = props
  const words = sentences[lang]
  const figures = readFigures(table)
  const columns = table.columns.map((column, at) => {
    const parts = partsOfColumn(figures, at)
    const cells = figures.map((row) => row[at]!)
    return { column, cells, at, parts: partNames.filter((part) => parts[part]) }
  })
  return (
    <figure class="table-scroll" tabindex={0} aria-labelledby="figures-caption">
      <table class="figures" id="figure-table">
        <caption id="figures-caption">{words.caption(table.title[lang], table.unit[lang])}</caption>
        <thead>
          <tr>
            <th scope="col" rowspan={2}>
              {words.item}
            </th>
            {columns.map(({ column, parts }) => (
              <th key={column.key} scope="colgroup" colspan={parts.length}>
                <ColumnHead lang={lang} column={column} />
              </th>
            ))}
          </tr>
          <tr>
            {columns.flatMap(({ column, cells, parts }) =>
              parts.map((part) => (
                <th key={`${column.key} ${part}`} scope="col" data-numeric>
                  {partLabel(props, cells, part)}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            <tr key={row.code}>
              <th scope="row">{row.label[lang]}</th>
              {columns.flatMap(({ column, at, parts }) =>
                parts.map((part) => (
                  <td key={`${column.key} ${part}`} data-numeric>
                    <PartCell lang={lang} figure={figures[index]![at]!} part={part} />
                  </td>
                )),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  )
}
