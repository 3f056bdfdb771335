import { inBrackets, type Language, say } from '#kernel/bilingual.ts'
import type { Scale } from '#kernel/scale.ts'
import { Section, Table } from '#web/ui/index.ts'
import { gradedOf, type YearItem } from '../published.ts'
import { sentences } from '../sentences.ts'
import { type Graded, type GradeTally, tallyBranches, tallyGrades } from '../tally.ts'
import { gradeText } from '../words.ts'

type Line = { readonly label: string; readonly tally: GradeTally }

const cell = (tally: GradeTally, code: string | undefined, lang: Language) => {
  const one = tally.counts.find(({ grade }) => grade?.code === code)
  if (!one || tally.all === 0) return '0'
  return one.percent ? `${one.count}${inBrackets(`${one.percent}%`, lang)}` : String(one.count)
}

type TallyTableProps = {
  readonly lang: Language
  readonly id: string
  readonly scale: Pick<Scale, 'grades'> & Scale
  readonly graded: readonly Graded[]
  /** Titles of the branches, by number. */
  readonly titles: ReadonlyMap<string, string>
  /** At which depth the branches stand; 0 is the top. */
  readonly depth?: number
}

/** How many items carry each grade, in all and in each branch. */
export const TallyTable = ({ lang, id, scale, graded, titles, depth = 0 }: TallyTableProps) => {
  const words = sentences[lang]
  const lines: readonly Line[] = tallyBranches(scale, graded, depth).map(({ no, tally }) => ({
    label: `${no} ${titles.get(no) ?? ''}`,
    tally,
  }))
  const all = tallyGrades(scale, graded)
  const without = all.counts.some(({ grade }) => !grade)
  const codes = scale.grades.map(({ code }) => code)
  return (
    <>
      <Table
        lang={lang}
        id={id}
        caption={words.tallyCaption}
        columns={[
          { label: words.branch, heading: true, cell: ({ label }: Line) => label },
          { label: words.items, numeric: true, cell: ({ tally }: Line) => String(tally.all) },
          ...codes.map((code) => ({
            label: gradeText(scale, code, lang),
            numeric: true,
            cell: ({ tally }: Line) => cell(tally, code, lang),
          })),
          ...(without
            ? [
                {
                  label: words.noReport,
                  numeric: true,
                  cell: ({ tally }: Line) => cell(tally, undefined, lang),
                },
              ]
            : []),
        ]}
        rows={lines}
        foot={[
          words.total,
          String(all.all),
          ...codes.map((code) => cell(all, code, lang)),
          ...(without ? [cell(all, undefined, lang)] : []),
        ]}
      />
      <p class="note">{words.tallyNote}</p>
    </>
  )
}

/** The tallies of a year. */
export const GradeTallies = ({
  lang,
  scale,
  items,
}: {
  readonly lang: Language
  readonly scale: Scale
  readonly items: readonly YearItem[]
}) => (
  <Section id="tallies" title={sentences[lang].tallies}>
    <TallyTable
      lang={lang}
      id="grade-tallies"
      scale={scale}
      graded={items.map(gradedOf)}
      titles={
        new Map(
          items.flatMap(({ item }) =>
            item.above.map(({ no, title }) => [no, say(title, lang)] as const),
          ),
        )
      }
    />
  </Section>
)
