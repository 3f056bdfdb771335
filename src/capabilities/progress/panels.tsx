import { say } from '#kernel/bilingual.ts'
import { nameOfCode } from '#kernel/city.ts'
import { formatFiscalYear } from '#kernel/era.ts'
import type { Panel } from '#web/capability.ts'
import { ButtonLink, ButtonRow, DescriptionList, Heading, Section } from '#web/ui/index.ts'
import { paths } from './paths.ts'
import { listItemComments } from './queries/comments.ts'
import { listHistory } from './queries/history.ts'
import { sentences } from './sentences.ts'
import { PlannedMark, reportFacts } from './views/report-facts.tsx'
import { Comments } from './views/year-items.tsx'

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
    const years = history.filter(
      ({ roundId }, at) => history.findIndex((one) => one.roundId === roundId) === at,
    )
    const comments = await listItemComments(
      scope,
      years.map(({ roundId, item }) => ({ roundId, no: item.no })),
    )
    return (
      <Section id="progress" title={words.historyTitle}>
        {years.length === 0 && <p>{words.noHistory}</p>}
        {years.map(({ roundId, planId, fiscalYear: year }) => (
          <section key={roundId} class="flow">
            <Heading level={3}>
              <a href={paths.year({ city: city.slug, plan: planId, year })}>
                {formatFiscalYear(year, language)}
              </a>
            </Heading>
            {history
              .filter((one) => one.roundId === roundId)
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
            <Comments
              lang={language}
              comments={comments.filter((one) => one.roundId === roundId)}
            />
          </section>
        ))}
        <p>
          <a href={paths.sheet(city.slug, plan, no)}>{words.sheetPdf}</a>
        </p>
      </Section>
    )
  },
}
