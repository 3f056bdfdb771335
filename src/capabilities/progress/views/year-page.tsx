import { inBrackets, type Language, say } from '#kernel/bilingual.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import { type City, nameOfCode } from '#kernel/city.ts'
import { formatDate } from '#kernel/date-text.ts'
import { formatFiscalYear } from '#kernel/era.ts'
import { Button, ChipLabel, FilterForm, Heading, Lead, Section, Select } from '#web/ui/index.ts'
import { type Notice, procedurePaths } from '../../procedures/index.ts'
import { fieldsOf } from '../form.ts'
import { paths, type YearPlace } from '../paths.ts'
import { fitsYear, type YearFilter, type YearItem } from '../published.ts'
import type { YearReport } from '../report-document.ts'
import { sentences } from '../sentences.ts'
import { gradeText } from '../words.ts'
import { GradeTallies } from './grade-tallies.tsx'
import { ScaleTable } from './scale-table.tsx'
import { Comments, YearItemView } from './year-items.tsx'

type YearPageProps = {
  readonly lang: Language
  readonly city: City
  readonly at: YearPlace
  readonly report: YearReport
  readonly filter: YearFilter
  readonly notice: Notice | undefined
}

/** Items without a report, or with one that came late, with who is responsible. */
const Open = ({ lang, city, at, report, filter }: YearPageProps) => {
  const words = sentences[lang]
  // A narrowed page may not hold the item: then the link leads to the whole year.
  const linkTo = (one: YearItem): string =>
    `${fitsYear(one, filter) ? '' : paths.year(at)}#${fieldsOf(one.item.no).section}`
  const who = (one: YearItem): string =>
    one.by
      .map(({ department }) => say(nameOfCode(city.departments, department), lang))
      .join(lang === 'ja' ? '、' : ', ')
  const list = (items: readonly YearItem[]) => (
    <ul>
      {items.map((one) => (
        <li key={one.item.no}>
          <a href={linkTo(one)}>
            {one.item.no} {say(one.item.title, lang)}
          </a>
          {inBrackets(who(one), lang)}
        </li>
      ))}
    </ul>
  )
  const missing = report.items.filter((one) => one.missing)
  const late = report.items.filter((one) => one.late)
  if (missing.length + late.length === 0) return null
  return (
    <Section id="open" title={words.openItems}>
      {missing.length > 0 && (
        <>
          <Heading level={3}>{words.missingItems(missing.length)}</Heading>
          {list(missing)}
        </>
      )}
      {late.length > 0 && (
        <>
          <Heading level={3}>{words.lateItems(late.length)}</Heading>
          {list(late)}
        </>
      )}
    </Section>
  )
}

const Filter = ({ lang, city, at, report, filter }: YearPageProps) => {
  const words = sentences[lang]
  const { round, items } = report
  const branches = new Map(
    items.flatMap(({ item }) =>
      item.above.map(({ no, title }) => [no, `${no} ${say(title, lang)}`] as const),
    ),
  )
  const departments = [...new Set(items.flatMap(({ by }) => by.map((one) => one.department)))]
  return (
    <FilterForm action={paths.year(at)}>
      <Select
        lang={lang}
        name="branch"
        label={words.branch}
        emptyLabel={words.all}
        options={[...branches].map(([value, label]) => ({ value, label }))}
        value={filter.branch}
      />
      <Select
        lang={lang}
        name="department"
        label={words.department}
        emptyLabel={words.all}
        options={departments.map((code) => ({
          value: code,
          label: say(nameOfCode(city.departments, code), lang),
        }))}
        value={filter.department}
      />
      <Select
        lang={lang}
        name="grade"
        label={words.grade}
        emptyLabel={words.all}
        options={round.scale.grades.map(({ code }) => ({
          value: code,
          label: gradeText(round.scale, code, lang),
        }))}
        value={filter.grade}
      />
      <Select
        lang={lang}
        name="only"
        label={words.reportState}
        emptyLabel={words.all}
        options={[
          { value: 'missing', label: words.noReport },
          { value: 'late', label: words.late },
        ]}
        value={filter.only}
      />
      <Button kind="secondary">{words.apply}</Button>
    </FilterForm>
  )
}

const Items = (props: YearPageProps) => {
  const { lang, at, report, filter } = props
  const words = sentences[lang]
  const { round, items, comments } = report
  const shown = items.filter((one) => fitsYear(one, filter))
  const branches = [...new Set(shown.map(({ item }) => item.above[0]?.no ?? ''))]
  const titleOf = (no: string): string => {
    const above = shown.find(({ item }) => (item.above[0]?.no ?? '') === no)?.item.above[0]
    return above ? `${above.no} ${say(above.title, lang)}` : words.itemsTitle
  }
  return (
    <>
      <p>
        {words.found(shown.length)}
        {shown.length < items.length && (
          <>
            {' '}
            <a href={paths.year(at)}>{words.clear}</a>
          </>
        )}
      </p>
      {branches.map((no) => (
        <Section key={no} id={`branch-${fieldsOf(no).section}`} title={titleOf(no)} level={3}>
          {shown
            .filter(({ item }) => (item.above[0]?.no ?? '') === no)
            .map((one) => (
              <YearItemView
                key={one.item.no}
                {...props}
                round={round}
                one={one}
                comments={comments}
                level={4}
              />
            ))}
        </Section>
      ))}
    </>
  )
}

/** The report of a year as it was published. */
export const YearPage = (props: YearPageProps) => {
  const { lang, city, report, notice } = props
  const words = sentences[lang]
  const { round, items, comments } = report
  const whole = comments.filter(({ no }) => no === null)
  return (
    <>
      <Heading level={1} over={say(round.planTitle, lang)}>
        {words.yearHeading(formatFiscalYear(round.fiscalYear, lang))}
      </Heading>
      {round.sample && <ChipLabel>{words.sample}</ChipLabel>}
      <Lead>
        {round.publishedAt &&
          words.publishedOn(formatDate(tokyoDayOf(round.publishedAt), lang), items.length)}
      </Lead>
      {notice && (
        <p>
          <a href={procedurePaths.file(city.slug, notice.fileId)}>{words.pdf}</a>
        </p>
      )}
      <GradeTallies lang={lang} scale={round.scale} items={items} />
      {/* Grades in words stand at the head of the tallies already. */}
      {round.scale.measure !== 'words' && (
        <ScaleTable lang={lang} scale={round.scale} id="scale-table" />
      )}
      <Open {...props} />
      {whole.length > 0 && (
        <Section id="committee" title={words.wholeYearComments}>
          <Comments lang={lang} comments={whole} />
        </Section>
      )}
      <Section id="items" title={words.itemsTitle}>
        <Filter {...props} />
        <Items {...props} />
      </Section>
    </>
  )
}
