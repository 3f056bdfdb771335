import { colon, type Language } from '#kernel/bilingual.ts'
import type { Child } from '#web/html/jsx-runtime.ts'
import { sentences } from './sentences.ts'

export interface Column<Row> {
  label: Child
  cell: (row: Row, index: number) => Child
  /** Numbers stand right, figure under figure. */
  numeric?: boolean | undefined
  /** The cell that names its row. */
  heading?: boolean | undefined
  /** Where a press on the heading leads, and how the table is sorted now. */
  sort?: { href: string; direction?: 'ascending' | 'descending' | undefined } | undefined
}

interface TableProps<Row> {
  lang: Language
  id: string
  caption: Child
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  /** Last line, one for each column. */
  foot?: readonly Child[] | undefined
  dense?: boolean | undefined
  /** On phones each row becomes a block of its own, for tables with more columns than a phone is wide. */
  stacks?: boolean | undefined
  /** The caption is read aloud only, where a heading right above says the same. */
  captionHidden?: boolean | undefined
}

function ColumnHeading<Row>({ lang, column }: { lang: Language; column: Column<Row> }) {
  const { label, numeric, sort } = column
  const say = sentences[lang]
  const order = { ascending: say.sortedUp, descending: say.sortedDown }
  return (
    <th scope="col" data-numeric={numeric} aria-sort={sort?.direction}>
      {sort ? (
        <a href={sort.href} data-direction={sort.direction}>
          {label}
          {sort.direction && <span class="hidden-text">{order[sort.direction]}</span>}
        </a>
      ) : (
        label
      )}
    </th>
  )
}

interface CellProps<Row> {
  lang: Language
  column: Column<Row>
  row: Row
  index: number
  stacks?: boolean | undefined
}

function Cell<Row>({ lang, column, row, index, stacks }: CellProps<Row>) {
  const content = column.cell(row, index)
  if (column.heading) return <th scope="row">{content}</th>
  const label = stacks && typeof column.label === 'string' ? column.label + colon[lang] : undefined
  return (
    <td data-numeric={column.numeric} data-label={label}>
      {content}
    </td>
  )
}

/** Data in rows and columns. Where it is wider than the screen it scrolls by itself, by keyboard too. */
export function Table<Row>(props: TableProps<Row>) {
  const { lang, id, caption, columns, rows, foot, dense, stacks, captionHidden } = props
  return (
    <figure class="table-scroll" tabindex={0} aria-labelledby={`${id}-caption`}>
      <table id={id} data-dense={dense} data-stacks={stacks}>
        <caption id={`${id}-caption`}>
          {captionHidden ? <span class="hidden-text">{caption}</span> : caption}
        </caption>
        <thead>
          <tr>
            {columns.map((column, at) => (
              <ColumnHeading key={at} lang={lang} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {columns.map((column, at) => (
                <Cell
                  key={at}
                  lang={lang}
                  column={column}
                  row={row}
                  index={index}
                  stacks={stacks}
                />
              ))}
            </tr>
          ))}
        </tbody>
        {foot && (
          <tfoot>
            <tr>
              {foot.map((content, at) =>
                at === 0 ? (
                  <th key={at} scope="row">
                    {content}
                  </th>
                ) : (
                  <td key={at} data-numeric={columns[at]?.numeric}>
                    {content}
                  </td>
                ),
              )}
            </tr>
          </tfoot>
        )}
      </table>
    </figure>
  )
}
