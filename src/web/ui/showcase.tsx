import { type Language, languages } from '#kernel/bilingual.ts'
import { renderPage } from '#web/html/render.ts'
import type { Site } from '../route.ts'
import { renderProblem } from '../shell/index.ts'
import type { Problem } from '../site-parts.ts'
import { DirectoryShowcase } from './showcase/directory.tsx'
import { HomeShowcase } from './showcase/home.tsx'
import { ProjectShowcase } from './showcase/project.tsx'
import { FormShowcase } from './showcase/proposal-form.tsx'
import { sampleCity } from './showcase/world.ts'

export const problemStatuses = [400, 403, 404, 413, 422, 429, 500, 503] as const

/** Every component in the states it is usually seen in, as whole pages by name. */
export function renderShowcase(
  site: Pick<Site, 'css' | 'js' | 'publicUrl'>,
  lang: Language,
): Record<string, string> {
  const place = { lang, site }
  const problem = (status: Problem['status']) =>
    renderProblem(site, {
      status,
      language: lang,
      requestId: 'k3m9x2',
      path: '/',
      city: sampleCity,
    })
  return {
    home: renderPage(<HomeShowcase {...place} />),
    form: renderPage(<FormShowcase {...place} failed={false} />),
    'form-failed': renderPage(<FormShowcase {...place} failed />),
    directory: renderPage(<DirectoryShowcase {...place} />),
    project: renderPage(<ProjectShowcase {...place} />),
    ...Object.fromEntries(problemStatuses.map((status) => [`problem-${status}`, problem(status)])),
  }
}

/** All of it in both languages, by names like `home-ja`. */
export const renderAllShowcases = (
  site: Pick<Site, 'css' | 'js' | 'publicUrl'>,
): Record<string, string> =>
  Object.fromEntries(
    languages.flatMap((lang) =>
      Object.entries(renderShowcase(site, lang)).map(([name, html]) => [`${name}-${lang}`, html]),
    ),
  )
