import { say } from '#kernel/bilingual.ts'
import { nameOfCode } from '#kernel/city.ts'
import { formatFiscalYear } from '#kernel/era.ts'
import type { Panel } from '#web/capability.ts'
import { ButtonLink, ButtonRow, DescriptionList, Heading, Section } from '#web/ui/index.ts'
import { paths } from './paths.ts'
import { listHistory } from './queries/history.ts'
import { sentences } from './sentences.ts'
import { PlannedMark, reportFacts } from './views/report-facts.tsx'

/** The way from a plan to what has come of it. */
export const planPanel: Panel = {
  place: 'plan',
  order: 10,
  render: async ({ city, language }, plan) => {
    const words = sentences[language]
    return (
      <Section id="progress" title={words.title}>
        <p>{words.planPanelText}</p>
        <ButtonRow>
          <ButtonLink kind="secondary" href={paths.plan(city.slug, plan.id)}>
            {words.toProgress}
          </ButtonLink>
        </ButtonRow>
      </Section>
    )
  },
}

/** An item's history over the years, on its own page. `id` is `<plan>/<no>`. */
export const itemPanel: Panel = {
  place: 'plan-item',
  order: 10,
  render: async ({ scope, city, language }, { id }) => {
    const words = sentences[language]
    const [plan = '', no = ''] = id.split(/\/(.*)/s)
    const history = await listHistory(scope, plan, no)
    const years = [...new Set(history.map(({ fiscalYear }) => fiscalYear))]
    return (
      <Section id="progress" title={words.historyTitle}>
        {years.length === 0 && <p>{words.noHistory}</p>}
        {years.map((year) => (
          <section key={year} class="flow">
            <Heading level={3}>
              <a href={paths.year({ city: city.slug, plan, year })}>
                {formatFiscalYear(year, language)}
              </a>
            </Heading>
            {history
              .filter(({ fiscalYear }) => fiscalYear === year)
              .map(({ department, report, item, scale }, at) => (
                <div key={department} class="flow">
                  <p>
                    <strong>{say(nameOfCode(city.departments, department), language)}</strong>{' '}
                    {at === 0 && item.mark && <PlannedMark lang={language} mark={item.mark} />}
                  </p>
                  {report ? (
                    <DescriptionList items={reportFacts({ lang: language, scale, item }, report)} />
                  ) : (
                    <p>{words.notReported}</p>
                  )}
                </div>
              ))}
          </section>
        ))}
        <p>
          <a href={paths.sheet(city.slug, plan, no)}>{words.sheetPdf}</a>
        </p>
      </Section>
    )
  },
}
