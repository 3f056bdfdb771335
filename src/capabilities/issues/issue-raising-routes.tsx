import { allow } from '#kernel/refusals.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import { removedFilesName } from '#web/ui/index.ts'
import { listFiles } from '../procedures/index.ts'
import { type IssueDraft, resubmitIssue, submitIssue } from './actions/issues.ts'
import {
  contactsSeenField,
  type FieldProblem,
  type IssueReading,
  readIssue,
  seemsToHoldContacts,
} from './form.ts'
import { type Issue, issueKind } from './issue.ts'
import { issuePaths } from './paths.ts'
import { canEnterFor, canTakeIssueStep } from './policy.ts'
import { refusals } from './problem-texts.ts'
import { getIssue } from './queries/issues.ts'
import { sentences } from './sentences.ts'
import { emptyIssueForm, IssueFormPage, type IssueFormValues } from './views/issue-form.tsx'

/** How the form is shown: empty, with an issue in it, or again with what was typed. */
type Shown = {
  readonly values: IssueFormValues
  readonly problems?: readonly FieldProblem[]
  readonly editing?: Issue | undefined
  /** The writer is asked once about a telephone number or mail address in the text. */
  readonly asksContacts?: boolean
}

const formPage = async (request: PageRequest, shown: Shown): Promise<Answer> => {
  const { scope, city, language } = request
  const { editing, problems } = shown
  const words = sentences[language]
  const title = editing ? words.editTitle : words.formTitle
  const files = editing ? await listFiles(scope, { kind: issueKind, id: editing.id }) : []
  return page(
    request,
    {
      title,
      breadcrumb: [{ label: words.title, href: issuePaths.list(city.slug) }, { label: title }],
      unlisted: true,
      ...(problems || shown.asksContacts ? { status: 422 } : {}),
    },
    <IssueFormPage
      lang={language}
      city={city}
      values={shown.values}
      problems={problems ?? []}
      formKey={newFormKey()}
      editing={editing && { id: editing.id, files }}
      mayEnterFor={canEnterFor(scope.actor)}
      asksContacts={shown.asksContacts ?? false}
      filesLost={request.form.files('photos').length > 0}
    />,
  )
}

/** Everything as it was typed, so that nothing has to be written twice. */
const typedValues = ({ form }: PageRequest): IssueFormValues => ({
  title: form.text('title'),
  body: form.text('body'),
  place: form.text('place'),
  field: form.text('field'),
  shown: form.text('shown') === 'name' ? 'name' : 'none',
  consent: form.text('consent') === 'yes',
  forOther: form.text('for') === 'other',
  authorName: form.text('author_name'),
  channel: form.text('channel'),
})

const draftOf = ({ form }: PageRequest, reading: IssueReading): IssueDraft => ({
  text: reading.text,
  showName: reading.showName,
  onBehalf: reading.onBehalf,
  files: { uploads: form.files('photos'), removed: form.all(removedFilesName('photos')) },
})

/** A gentle question, asked once: whoever sends the same again is taken at their word. */
const isToBeAsked = ({ form }: PageRequest, { text }: IssueReading): boolean =>
  form.text(contactsSeenField) !== 'yes' &&
  [text.title, text.body, text.place].some(seemsToHoldContacts)

const showForm = (request: PageRequest): Promise<Answer> =>
  formPage(request, { values: emptyIssueForm })

const raise = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  const reading = readIssue(form, city, { mayEnterFor: canEnterFor(scope.actor) })
  const values = typedValues(request)
  if (reading.problems.length > 0) return formPage(request, { values, problems: reading.problems })
  if (isToBeAsked(request, reading)) return formPage(request, { values, asksContacts: true })
  const result = await submitIssue(scope, city, draftOf(request, reading))
  if (!result.ok) return formPage(request, { values, problems: result.error })
  return redirect(`${issuePaths.issue(city.slug, result.value.id)}?done=submitted`)
}

const getReturned = async (request: PageRequest): Promise<Issue> => {
  const issue = await getIssue(request.scope, request.params.id ?? '')
  allow(canTakeIssueStep(request.scope.actor, issue, 'resubmit'))
  return issue
}

const showEdit = async (request: PageRequest): Promise<Answer> => {
  const issue = await getReturned(request)
  const values: IssueFormValues = {
    ...emptyIssueForm,
    title: issue.title,
    body: issue.body,
    place: issue.place,
    field: issue.field ?? '',
    shown: issue.publicName === '' ? 'none' : 'name',
  }
  return formPage(request, { values, editing: issue })
}

const resubmit = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  const issue = await getReturned(request)
  const reading = readIssue(form, city, { mayEnterFor: false })
  const values = typedValues(request)
  const again = (problems: readonly FieldProblem[]) =>
    formPage(request, { values, problems, editing: issue })
  if (reading.problems.length > 0) return again(reading.problems)
  if (isToBeAsked(request, reading))
    return formPage(request, { values, editing: issue, asksContacts: true })
  const result = await resubmitIssue(scope, city, { issue, draft: draftOf(request, reading) })
  if (result.ok) return redirect(`${issuePaths.issue(city.slug, issue.id)}?done=resubmitted`)
  if (typeof result.error === 'string')
    return again([{ name: 'title', text: refusals[result.error] }])
  return again(result.error)
}

/** What somebody needs an account for: to raise an issue, and to mend it. */
export const issueRaisingRoutes: readonly Route[] = [
  get('/:city/issues/new', 'issues.open-form', ['person'], showForm),
  post('/:city/issues', 'issues.raise', ['person'], raise),
  get('/:city/issues/:id/edit', 'issues.open-edit', ['person'], showEdit),
  post('/:city/issues/:id/edit', 'issues.resubmit', ['person'], resubmit),
]
