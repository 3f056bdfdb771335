import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import type { FieldError } from '#web/ui/index.ts'
import { adoptDefinition } from '../actions/adopt.ts'
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
      typed={{ definition: form.text('definition'), department: form.text('department') }}
      errors={errors ?? []}
      newKey={newFormKey}
    />,
  )
}

const adopt = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language, form } = request
  const words = sentences[language]
  const definition = findDefinition(form.text('definition'))
  if (!definition) return adoptPage(request, [{ id: 'definition', message: words.adoptNothing }])
  const asked = form.text('department')
  const department = city.departments.some(({ code }) => code === asked) ? asked : ''
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
