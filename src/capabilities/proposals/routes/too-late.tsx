import type { Answer } from '#web/answer.ts'
import { page } from '#web/page.tsx'
import type { PageRequest } from '#web/route.ts'
import { getFormFor, readForm } from '../../forms/index.ts'
import { sheetKeyOf } from '../actions/step.ts'
import { sentences } from '../sentences.ts'
import { TooLatePage } from '../views/too-late-page.tsx'
import { crumbsOf, type Shown } from './request.ts'

/** What was typed while the proposal moved on, to be copied before it is gone. */
export const tooLatePage = async (
  request: PageRequest,
  { proposal, call }: Shown,
  purpose: 'proposal' | 'negotiation',
): Promise<Answer> => {
  const { scope, city, language, form: sent } = request
  const code = call.definition.forms[purpose]
  const form = await getFormFor(scope, sheetKeyOf(proposal.id, purpose), code)
  const { answers } = readForm(form.definition, sent, city)
  const title = sentences[language].edit.tooLateTitle
  return page(
    request,
    { title, status: 422, unlisted: true, breadcrumb: crumbsOf(request, proposal, title) },
    <TooLatePage
      lang={language}
      city={city}
      proposal={proposal}
      definition={form.definition}
      answers={answers}
    />,
  )
}
