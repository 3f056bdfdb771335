import { type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { formatDate } from '#kernel/date-text.ts'
import { formatFiscalYear } from '#kernel/era.ts'
import type { Scale } from '#kernel/scale.ts'
import { ButtonLink, ChipLabel, EmptyState, Heading, Lead, Section, Table } from '#web/ui/index.ts'
import { ancestorsOf, type Plan, type PlanItem } from '../../plans/index.ts'
import { placeOf } from '../next-tasks.ts'
import { paths } from '../paths.ts'
import { printedScale } from '../printed.ts'
import { type Round, roundWorkflow } from '../round.ts'
import { sentences } from '../sentences.ts'
import { TallyTable } from './grade-tallies.tsx'
import { ScaleTable } from './scale-table.tsx'

type PlanProgressPageProps = {
  readonly lang: Language
  readonly city: City
  readonly plan: Plan
  readonly rounds: readonly Round[]
  readonly counts: readonly {
    readonly roundId: string
    readonly grade: string
    readonly count: number
  }[]
  readonly items: readonly PlanItem[]
  readonly office: boolean
}

const gradesOfYear = (
  { counts }: PlanProgressPageProps,
  { id, scale }: Round,
  nothing: string,
): string => {
  const mine = counts.filter((one) => one.roundId === id)
  const count = (code: string): number => mine.find(({ grade }) => grade === code)?.count ?? 0
  const without = count('')
  return [
    ...scale.grades.map(({ code }) => `${code} ${count(code)}`),
    ...(without > 0 ? [`${nothing} ${without}`] : []),
  ].join('　')
}

const Years = (props: PlanProgressPageProps) => {
  const { lang, city, rounds } = props
  const words = sentences[lang]
  return (
    <Table
      lang={lang}
      id="years"
      caption={words.yearsCaption}
      stacks
      columns={[
        {
          label: words.fiscalYear,
          heading: true,
          cell: (round) => {
            const name = formatFiscalYear(round.fiscalYear, lang)
            return round.state === 'published' ? (
              <a href={paths.year(placeOf(city.slug, round))}>{name}</a>
            ) : (
              name
            )
          },
        },
        {
          label: words.state,
          cell: (round) => (
            <>
              <ChipLabel tone={round.state === 'published' ? 'success' : 'plain'}>
                {say(roundWorkflow.states[round.state].applicant, lang)}
              </ChipLabel>
              {round.sample && <ChipLabel>{words.sample}</ChipLabel>}
            </>
          ),
        },
        {
          label: words.grades,
          cell: (round) =>
            round.state === 'published'
              ? gradesOfYear(props, round, words.noReport)
              : words.dueText(formatDate(round.dueOn, lang)),
        },
        ...(props.office
          ? [
              {
                label: words.toDo,
                cell: (round: Round) => (
                  <a href={paths.round(placeOf(city.slug, round))}>{words.roundTitle}</a>
                ),
              },
            ]
          : []),
      ]}
      rows={rounds}
    />
  )
}

/** Grades that the plan's own document prints, by branch, with its bands as they stand. */
const Printed = ({ lang, plan, items }: PlanProgressPageProps) => {
  const words = sentences[lang]
  const graded = items.filter(({ aliasOf, grade }) => aliasOf === undefined && grade !== undefined)
  const scale: Scale | undefined = printedScale(plan)
  if (!scale || graded.length === 0) return null
  const rows = graded.map((item) => ({
    grade: item.grade ?? '',
    above: ancestorsOf(items, item).map(({ no }) => no),
  }))
  const depth = Math.max(0, Math.min(...rows.map(({ above }) => above.length)) - 1)
  return (
    <Section id="printed" title={words.printedTitle}>
      <p>{words.printedText}</p>
      <TallyTable
        lang={lang}
        id="printed-tally"
        scale={scale}
        graded={rows}
        titles={new Map(items.map(({ no, title }) => [no, say(title, lang)] as const))}
        depth={depth}
      />
      <ScaleTable lang={lang} scale={scale} id="printed-scale" />
    </Section>
  )
}

/** The progress of a plan: all its years, and the grades that the document itself prints. */
export const PlanProgressPage = (props: PlanProgressPageProps) => {
  const { lang, city, plan, rounds, office } = props
  const words = sentences[lang]
  return (
    <>
      <Heading level={1} over={say(plan.title, lang)}>
        {words.title}
      </Heading>
      <Lead>{words.planLead}</Lead>
      {office && (
        <div class="button-row">
          <ButtonLink href={paths.begin(city.slug, plan.id)}>{words.openTitle}</ButtonLink>
          <ButtonLink kind="secondary" href={paths.settings(city.slug, plan.id)}>
            {words.settingsTitle}
          </ButtonLink>
        </div>
      )}
      {rounds.length === 0 ? (
        <EmptyState title={words.noYears}>
          <p>{words.noYearsText}</p>
        </EmptyState>
      ) : (
        <Years {...props} />
      )}
      <Printed {...props} />
    </>
  )
}
