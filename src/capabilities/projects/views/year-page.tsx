import { formatFiscalYear } from '#kernel/era.ts'
import { Heading } from '#web/ui/index.ts'
import { paths } from '../paths.ts'
import { sentences } from '../sentences.ts'
import { yearStateName } from './labels.tsx'
import type { ProjectPageProps } from './project-page.tsx'
import { InterimResult, ReportResult } from './year-results.tsx'

/** One fiscal year of a project: its interim review and its report. */
export const YearPage = ({
  lang,
  city,
  project,
  fiscalYear,
  sheets,
  reader,
}: Pick<ProjectPageProps, 'lang' | 'city' | 'project' | 'sheets' | 'reader'> & {
  fiscalYear: number
}) => {
  const words = sentences[lang]
  const year = project.years.find((one) => one.fiscalYear === fiscalYear)
  if (!year) return null
  const given = { lang, city, year, sheets, reader }
  const shown = ['interim', 'report'].some((kind) => sheets.get(`${kind}-${fiscalYear}`)?.sentAt)
  return (
    <>
      <Heading level={1} over={project.title}>
        {words.yearTitle(formatFiscalYear(fiscalYear, lang))}
      </Heading>
      <p>{yearStateName(year.state, lang)}</p>
      {!shown && <p>{words.reportNotYet}</p>}
      <InterimResult {...given} />
      <ReportResult {...given} cityShare={project.cityShare} />
      <p>
        <a href={paths.show(city.slug, project.id)}>{words.back}</a>
      </p>
    </>
  )
}
