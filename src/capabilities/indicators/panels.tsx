import { question } from '#data/together.ts'
import type { Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { type Panel, panel } from '#web/capability.ts'
import { Section } from '#web/ui/index.ts'
import type { Indicator } from './indicator.ts'
import { paths } from './paths.ts'
import { indicatorsOfPlan, toIndicators } from './queries/indicators.ts'
import { sentences } from './sentences.ts'

interface LinksProps {
  lang: Language
  city: City
  text: string
  indicators: readonly Indicator[]
}

function Links({ lang, city, text, indicators }: LinksProps) {
  return (
    <Section id="indicators" title={sentences[lang].panelTitle}>
      <p>{text}</p>
      <ul>
        {indicators.map(({ code, title }) => (
          <li key={code}>
            <a href={paths.indicator(city.slug, code)}>{title[lang]}</a>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** The way from the list of plans to the indicators of all of them. */
export const plansPanel: Panel = {
  place: 'plans',
  order: 10,
  render: async ({ city, language }) => (
    <p>
      <a href={paths.list(city.slug)}>{sentences[language].plansPanel}</a>
    </p>
  ),
}

/** The indicators that a plan sets, on its page. */
export const planPanel = panel<readonly Indicator[]>({
  place: 'plan',
  order: 5,
  ask: ({ scope }, { id }) => question(indicatorsOfPlan(scope, id), toIndicators),
  show: ({ city, language }, _, indicators) =>
    indicators.length === 0 ? null : (
      <Links
        lang={language}
        city={city}
        text={sentences[language].panelText}
        indicators={indicators}
      />
    ),
})

/** The indicators to which an item leads, on its page. `id` is `<plan>/<no>`. */
export const itemPanel = panel<readonly Indicator[]>({
  place: 'plan-item',
  order: 5,
  ask: ({ scope }, { id }) => {
    const [plan = '', no = ''] = id.split(/\/(.*)/s)
    return question(indicatorsOfPlan(scope, plan, no), toIndicators)
  },
  show: ({ city, language }, _, indicators) =>
    indicators.length === 0 ? null : (
      <Links
        lang={language}
        city={city}
        text={sentences[language].itemPanelText}
        indicators={indicators}
      />
    ),
})
