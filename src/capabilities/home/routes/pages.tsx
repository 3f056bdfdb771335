import type { Answer } from '#web/answer.ts'
import { page } from '#web/page.tsx'
import { getKept, type PageRequest, type Route } from '#web/route.ts'
import { getProfile, listWarnings } from '../../cities/index.ts'
import { listPlanSources } from '../../plans/index.ts'
import { aboutSentences } from '../sentences/about.ts'
import { type Sources, shortenSources } from '../sources.ts'
import {
  accessibilityTexts,
  factsOf,
  guideTexts,
  type PageTexts,
  privacyTexts,
  termsTexts,
} from '../texts/index.ts'
import { AboutPage } from '../views/about-page.tsx'
import { TextPage } from '../views/text-page.tsx'

const showText =
  (texts: PageTexts) =>
  async (request: PageRequest): Promise<Answer> => {
    const { city, language } = request
    const text = texts[language](factsOf(city, language))
    return page(
      request,
      { title: text.title, description: text.lead, breadcrumb: [{ label: text.title }] },
      <TextPage lang={language} text={text} />,
    )
  }

const readSources = async (request: PageRequest): Promise<Sources> =>
  shortenSources(await listPlanSources(request.scope), request.language)

const showAbout = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language } = request
  const words = aboutSentences[language]
  const warnings = await listWarnings(scope)
  return page(
    request,
    {
      title: words.title,
      description: words.lead(city.name[language]),
      breadcrumb: [{ label: words.title }],
    },
    <AboutPage
      lang={language}
      city={city}
      profile={await getProfile(scope)}
      warnings={warnings.map(({ text_ja, text_en, source }) => ({
        text: { ja: text_ja, en: text_en },
        source,
      }))}
      sources={await readSources(request)}
    />,
  )
}

/** Pages about the city and the site. */
export const pageRoutes: readonly Route[] = [
  getKept('/:city/guide', 'home.show-guide', showText(guideTexts)),
  getKept('/:city/accessibility', 'home.show-accessibility', showText(accessibilityTexts)),
  getKept('/:city/privacy', 'home.show-privacy', showText(privacyTexts)),
  getKept('/:city/terms', 'home.show-terms', showText(termsTexts)),
  getKept('/:city/about', 'home.show-about', showAbout),
]
