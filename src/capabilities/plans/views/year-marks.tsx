import type { Language } from '#kernel/bilingual.ts'
import { abbreviateFiscalYear, formatFiscalYear } from '#kernel/era.ts'
import { Section, Table } from '#web/ui/index.ts'
import { readMarks, type YearMark } from '../marks.ts'
import { paths } from '../paths.ts'
import { legendOf, type Plan, type PlanItem } from '../plan.ts'
import { sentences } from '../sentences.ts'

/** The short name of a year in narrow columns: H21, 2009. */
export const shortYear = (year: number, lang: Language): string =>
  lang === 'ja' ? abbreviateFiscalYear(year) : String(year)

/** What a cell of the year plan means, in words. */
export const meaningOf = (plan: Plan, cell: YearMark, lang: Language): string => {
  const words = sentences[lang]
  if (cell.kind === 'none') return words.noCell
  if (cell.kind === 'blank') return words.blank
  if (cell.kind === 'mark') return legendOf(plan.marks, cell.printed!).label[lang]
  if (cell.holds === undefined || cell.since === undefined) return words.continuedNothing
  const mark = legendOf(plan.marks, cell.holds).label[lang]
  return words.continuedOf(mark, formatFiscalYear(cell.since, lang))
}

interface CellProps {
  lang: Language
  plan: Plan
  cell: YearMark
}

/** The mark as printed; where that is a sign, with its meaning for those who listen. */
export function MarkCell({ lang, plan, cell }: CellProps) {
  if (cell.kind === 'mark') return <>{legendOf(plan.marks, cell.printed!).label[lang]}</>
  const sign = cell.kind === 'continued' ? '→' : '―'
  return (
    <>
      <span aria-hidden="true">{sign}</span>
      <span class="hidden-text">{meaningOf(plan, cell, lang)}</span>
    </>
  )
}

interface MarksProps {
  lang: Language
  plan: Plan
  item: PlanItem
}

/** The marks of one item in a row of small cells, for the tree. */
export function YearMarks({ lang, plan, item }: MarksProps) {
  if (Object.keys(item.marks).length === 0) return null
  return (
    <ol class="year-marks" aria-label={sentences[lang].yearTable}>
      {readMarks(item.marks, plan.years).map((cell) => (
        <li key={cell.year}>
          <span>{shortYear(cell.year, lang)}</span> <MarkCell lang={lang} plan={plan} cell={cell} />
        </li>
      ))}
    </ol>
  )
}

interface YearTableProps {
  lang: Language
  citySlug: string
  plan: Plan
  items: readonly PlanItem[]
}

/** Items × years as the document's own table shows them. */
export function YearTable({ lang, citySlug, plan, items }: YearTableProps) {
  const words = sentences[lang]
  const rows = items
    .filter((item) => Object.keys(item.marks).length > 0)
    .map((item) => ({ item, cells: readMarks(item.marks, plan.years) }))
  if (rows.length === 0) return null
  return (
    <Section id="years" title={words.yearTable}>
      <Table
        lang={lang}
        id="year-table"
        caption={words.yearTableCaption}
        dense
        columns={[
          {
            label: words.item,
            heading: true,
            cell: ({ item }) => (
              <a href={paths.item(citySlug, plan.id, item.no)}>
                {item.no} <span class="on-wide">{item.title[lang]}</span>
              </a>
            ),
          },
          ...plan.years.map((year, at) => ({
            label: (
              <>
                <span aria-hidden="true">{shortYear(year, lang)}</span>
                <span class="hidden-text">{formatFiscalYear(year, lang)}</span>
              </>
            ),
            cell: ({ cells }: { cells: readonly YearMark[] }) => (
              <MarkCell lang={lang} plan={plan} cell={cells[at]!} />
            ),
          })),
        ]}
        rows={rows}
      />
    </Section>
  )
}
