import type { Answer } from '#web/answer.ts'
import { redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import { changeSynonyms, restoreSynonyms } from './actions.ts'
import { paths } from './paths.ts'
import { findSynonyms } from './queries/synonyms.ts'
import { readSynonymList } from './synonym-list.ts'
import { synonymSentences } from './synonym-sentences.ts'
import { SynonymsPage, type SynonymsPageProps } from './views/synonyms-page.tsx'

type Came = Pick<SynonymsPageProps, 'typed' | 'problems' | 'clash'>

const draw = async (request: PageRequest, came: Came = {}): Promise<Answer> => {
  const { scope, city, language } = request
  const words = synonymSentences[language]
  const failed = came.clash || (came.problems?.length ?? 0) > 0
  return page(
    request,
    {
      title: words.title,
      breadcrumb: [{ label: words.title }],
      unlisted: true,
      done: { saved: words.saved, restored: words.restored },
      ...(failed ? { status: 422 } : {}),
    },
    <SynonymsPage
      lang={language}
      city={city}
      stored={await findSynonyms(scope)}
      keys={{ save: newFormKey(), restore: newFormKey() }}
      {...came}
    />,
  )
}

const revisionOf = ({ form }: PageRequest): number => {
  const revision = Number(form.text('revision'))
  return Number.isSafeInteger(revision) && revision >= 0 && revision < 2 ** 31 ? revision : -1
}

const change = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  const typed = form.text('list')
  const read = readSynonymList(typed)
  if (!read.ok) return draw(request, { typed, problems: read.error })
  const changed = await changeSynonyms(scope, read.value, revisionOf(request))
  if (!changed.ok) return draw(request, { typed, clash: true })
  return redirect(`${paths.synonyms(city.slug)}?done=saved`)
}

const restore = async (request: PageRequest): Promise<Answer> => {
  const restored = await restoreSynonyms(request.scope, revisionOf(request))
  if (!restored.ok) return draw(request, { clash: true })
  return redirect(`${paths.synonyms(request.city.slug)}?done=restored`)
}

/** 検索の同義語, kept by the office. */
export const synonymRoutes: readonly Route[] = [
  get('/:city/desk/synonyms', 'publishing.see-synonyms', ['office'], (request) => draw(request)),
  post('/:city/desk/synonyms', 'publishing.change-synonyms', ['office'], change),
  post('/:city/desk/synonyms/original', 'publishing.restore-synonyms', ['office'], restore),
]
