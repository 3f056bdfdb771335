import type { Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { formatFiscalYear } from '#kernel/era.ts'
import { Disclosure, Section } from '#web/ui/index.ts'
import type { Sheet } from '../../forms/index.ts'
import {
  type Agreement,
  AgreementBody,
  type Project,
  projectPaths,
  ReportResult,
} from '../../projects/index.ts'
import { proposalPaths } from '../../proposals/index.ts'
import { sentences } from '../sentences.ts'

/** What an evaluation judges by, besides what both sides wrote about it. */
export type Material = {
  readonly agreement: Agreement
  readonly sheets: ReadonlyMap<string, Sheet>
}

type MaterialProps = {
  readonly lang: Language
  readonly city: City
  readonly project: Project
  readonly material: Material
  /** False for those who neither take part in the project nor sit on the committee: they read what is public. */
  readonly inside: boolean
}

/** The reports of all years with their costs, the agreement, and the ways to everything else. */
export const MaterialSection = ({ lang, city, project, material, inside }: MaterialProps) => {
  const words = sentences[lang].material
  const around = { lang, city, cityShare: project.cityShare, sheets: material.sheets }
  return (
    <Section id="material" title={words.title}>
      <p>{inside ? words.lead : words.leadForAll}</p>
      <ul>
        <li>
          <a href="#mutual">{words.selfEvaluations}</a>
        </li>
        <li>
          <a href={projectPaths.show(city.slug, project.id)}>{words.project}</a>
        </li>
        <li>
          <a href={proposalPaths.show(city.slug, project.proposalId)}>{words.proposal}</a>
        </li>
      </ul>
      {project.years.map((year) => (
        <Disclosure
          key={year.fiscalYear}
          summary={words.report(formatFiscalYear(year.fiscalYear, lang))}
        >
          <ReportResult {...around} year={year} reader={inside ? 'parties' : 'public'} />
        </Disclosure>
      ))}
      {inside && (
        <Disclosure summary={words.agreement}>
          <AgreementBody content={material.agreement.version.content} />
        </Disclosure>
      )}
    </Section>
  )
}
