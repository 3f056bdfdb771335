import { colon } from '#kernel/bilingual.ts'
import { allow } from '#kernel/refusals.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import { summaryOf } from '../../forms/index.ts'
import { type SaveRefusal, saveAgreement } from '../actions/agreement.ts'
import type { Situation } from '../actions/step.ts'
import type { Agreement, Article } from '../agreement.ts'
import { articleField, newArticleFields, readArticles } from '../form.ts'
import { paths } from '../paths.ts'
import { canEditAgreement } from '../policy.ts'
import { type FieldProblem, problemTexts } from '../problem-texts.ts'
import { findVersion, getAgreement } from '../queries/agreements.ts'
import { sentences } from '../sentences.ts'
import { AgreementEditPage } from '../views/agreement-edit-page.tsx'
import type { Refusal } from './agreement-routes.tsx'
import { crumbsOf, doneAt, findSituation, holdSituation } from './request.ts'

type Shown = {
  readonly base: string
  readonly articles: readonly Article[]
  readonly agreement: Agreement
}

type Comeback = {
  readonly problems?: readonly FieldProblem[]
  readonly refusal?: Refusal
  readonly stored?: ReadonlyMap<number, string>
}

const editPage = (
  request: PageRequest,
  { project }: Situation,
  given: { readonly shown: Shown; readonly back?: Comeback },
): Answer => {
  const { city, language, form } = request
  const { shown, back } = given
  const words = sentences[language]
  const title = form.text(newArticleFields.title)
  const text = form.text(newArticleFields.text)
  return page(
    request,
    {
      title: `${words.editTitle}${colon[request.language]}${project.title}`,
      breadcrumb: crumbsOf(request, project, words.editTitle),
      unlisted: true,
      ...(back ? { status: 422 } : {}),
    },
    <AgreementEditPage
      lang={language}
      city={city}
      project={project}
      agreement={shown.agreement}
      base={shown.base}
      articles={shown.articles}
      added={back ? { title, text } : undefined}
      stored={back?.stored}
      errors={summaryOf(back?.problems ?? [], language)}
      refusal={back?.refusal && words.refused[back.refusal]}
      formKey={newFormKey()}
    />,
  )
}

const show = async (request: PageRequest): Promise<Answer> => {
  const situation = await findSituation(request)
  const agreement = await getAgreement(request.scope, situation.project.id)
  const { version } = agreement
  allow(canEditAgreement(request.scope.actor, situation.project, agreement))
  const shown = { base: version.sha256, articles: version.content.articles, agreement }
  return editPage(request, situation, { shown })
}

const conflictsOf = (refusal: Extract<SaveRefusal, { kind: 'conflicts' }>): Comeback => ({
  problems: refusal.merged.conflicts.map((at) => ({
    name: articleField(at),
    text: problemTexts.changedByOther,
  })),
  stored: new Map(refusal.merged.conflicts.map((at) => [at, refusal.stored[at]?.text ?? ''])),
})

/** What was typed over the page's own articles; a new one stands in its own fields again. */
const typedOver = (request: PageRequest, articles: readonly Article[]): readonly Article[] =>
  articles.map((article, at) => ({ ...article, text: request.form.text(articleField(at)) }))

const save = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  const situation = await holdSituation(request)
  const { project } = situation
  const agreement = await getAgreement(scope, project.id)
  allow(canEditAgreement(scope.actor, project, agreement))
  // The articles are read over those that the page showed, which may be an older version by now.
  const base = (await findVersion(scope, project.id, form.text('base'))) ?? agreement.version
  const { value: articles, problems } = readArticles(form, base.content.articles)
  const typed = {
    base: base.sha256,
    articles: typedOver(request, base.content.articles),
    agreement,
  }
  if (problems.length > 0) return editPage(request, situation, { shown: typed, back: { problems } })
  const saved = await saveAgreement(scope, {
    ...situation,
    typed: { base: base.sha256, articles },
  })
  if (saved.ok) return redirect(doneAt(paths.agreement(city.slug, project.id), 'saved'))
  if (saved.error.kind === 'rule' && saved.error.problem === 'unchanged')
    return redirect(doneAt(paths.agreement(city.slug, project.id), 'unchanged'))
  if (saved.error.kind === 'rule')
    return editPage(request, situation, { shown: typed, back: { refusal: saved.error.problem } })
  const shown = { base: saved.error.base, articles: saved.error.merged.articles, agreement }
  return editPage(request, situation, { shown, back: conflictsOf(saved.error) })
}

/** Both sides write the agreement. */
export const agreementEditRoutes: readonly Route[] = [
  get('/:city/projects/:id/agreement/edit', 'projects.edit-agreement', ['person'], show),
  post('/:city/projects/:id/agreement/edit', 'projects.save-agreement', ['person'], save),
]
