import { cleanLine } from '#kernel/text.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import type { FieldError } from '#web/ui/index.ts'
import { adoptDefinition } from '../actions/adopt.ts'
import { beginIndicator } from '../actions/record.ts'
import { paths } from '../paths.ts'
import { sentences } from '../sentences.ts'
import { findDefinition } from '../shared-definitions.ts'
import { AdoptPage } from '../views/adopt-page.tsx'
import { crumbsTo } from './request.ts'

const adoptPage = (request: PageRequest, errors?: readonly FieldError[]): Answer => {
  const { city, language, form } = request
  const title = sentences[language].adoptTitle
  return page(
    request,
    {
      title,
      breadcrumb: crumbsTo(request, { label: title }),
      unlisted: true,
      ...(errors ? { status: 422 } : {}),
    },
    <AdoptPage
      lang={language}
      city={city}
      typed={{
        definition: form.text('definition'),
        title: form.text('title'),
        department: form.text('department'),
      }}
      errors={errors ?? []}
      newKey={newFormKey}
    />,
  )
}

/** An indicator of the city's own goes on to the page of its record. */
const begin = async (request: PageRequest, department: string): Promise<Answer> => {
  const { scope, city, language, form } = request
  const title = cleanLine(form.text('title')).slice(0, 300).toWellFormed()
  if (title === '')
    return adoptPage(request, [{ id: 'title', message: sentences[language].adoptOwnNeeded }])
  const code = await beginIndicator(scope, { title, department })
  return redirect(paths.record(city.slug, code))
}

const adopt = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language, form } = request
  const words = sentences[language]
  const asked = form.text('department')
  const department = city.departments.some(({ code }) => code === asked) ? asked : ''
  if (form.text('definition') === 'own') return begin(request, department)
  const definition = findDefinition(form.text('definition'))
  if (!definition) return adoptPage(request, [{ id: 'definition', message: words.adoptNothing }])
  const done = await adoptDefinition(scope, { definition, department })
  if (!done.ok) return adoptPage(request, [{ id: 'definition', message: words.adoptAlready }])
  return redirect(`${paths.indicator(city.slug, done.value)}?done=adopted`)
}

const at = '/:city/indicators-new'

/** Where the office takes up a shared definition. */
export const adoptRoutes: readonly Route[] = [
  get(at, 'indicators.show-adoption', ['office'], async (request) => adoptPage(request)),
  post(at, 'indicators.adopt', ['office'], adopt),
]
