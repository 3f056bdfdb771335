import { deleteKeptForm, findKeptForm } from '#data/kept-forms.ts'
import type { Scope } from '#data/scope.ts'
import type { Person } from '#kernel/actor.ts'
import { Forbidden, NotFound } from '#kernel/refusals.ts'
import type { Answer } from '../answer.ts'
import { page } from '../page.tsx'
import type { PageRequest, Route } from '../route.ts'
import { Heading, Lead } from '../ui/index.ts'
import { type KeptForm, readKeptForm } from './kept-form.ts'
import { keptFormParameter, writtenByAnother } from './place.ts'
import { keptFormSentences } from './sentences.ts'
import { WrittenTexts } from './views.tsx'

/** What this person wrote into a form of this page before, where the address tells that there is such a thing. */
export const findWritten = async (
  scope: Scope,
  person: Person | undefined,
  query: URLSearchParams,
): Promise<PageRequest['written']> => {
  const id = query.get(keptFormParameter)
  if (!id || !person?.trusted) return undefined
  if (id === writtenByAnother) return id
  return readKeptForm(scope.city.slug, (await findKeptForm(scope, person.accountId, id)) ?? '')
}

/** What has been sent need not be shown again: the form that waited for this page is thrown away. */
export const forgetWritten = async (request: PageRequest, page: string): Promise<void> => {
  const id = new URLSearchParams(page.split('?')[1] ?? '').get(keptFormParameter)
  if (id && request.person) await deleteKeptForm(request.scope, request.person.accountId, id)
}

/** Why the page of its form cannot be shown to whoever wrote it. */
type Why = 'movedOn' | 'roleGone' | 'tooLong'

const statusFor: Readonly<Record<Why, number>> = { movedOn: 200, roleGone: 403, tooLong: 413 }

/** What was written, to read and copy, where the page of its form cannot be opened (any more). */
export const writtenPage = (request: PageRequest, kept: KeptForm, why: Why): Answer => {
  const { language, written: _shownHere, ...rest } = request
  const words = keptFormSentences[language]
  return page(
    { ...rest, language },
    {
      title: words[why],
      breadcrumb: [{ label: words.written }],
      unlisted: true,
      status: statusFor[why],
    },
    <>
      <Heading level={1}>{words[why]}</Heading>
      <Lead>{words[`${why}Text`]}</Lead>
      <WrittenTexts lang={language} kept={kept} />
    </>,
  )
}

/** Where the page with the form cannot be opened any more, what was written can still be read and copied. */
export const handleWritten = async (route: Route, request: PageRequest): Promise<Answer> => {
  const { written } = request
  if (!written || written === writtenByAnother) return route.handle(request)
  try {
    const answer = await route.handle(request)
    if (answer.kind === 'page' && answer.status === 200) return answer
  } catch (error) {
    if (!(error instanceof NotFound || error instanceof Forbidden)) throw error
  }
  return writtenPage(request, written, 'movedOn')
}
