import { colon } from '#kernel/bilingual.ts'
import { isId, newId } from '#kernel/ids.ts'
import { allow, Forbidden, NotFound } from '#kernel/refusals.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import {
  type Clash,
  clashProblems,
  emptySheet,
  type FieldProblem,
  type Filled,
  type FormVersion,
  findSheet,
  getFormFor,
  listSheetFiles,
  readShared,
  rowsAskedIn,
  type Sheet,
  type SheetContent,
  summaryOf,
} from '../../forms/index.ts'
import { entrySheetKey, saveProgress } from '../actions/progress.ts'
import type { Situation } from '../actions/step.ts'
import { readPublication } from '../form.ts'
import { paths } from '../paths.ts'
import { canWriteEntry, isConcerned, readingOf, sideOf } from '../policy.ts'
import type { ProgressEntry } from '../progress.ts'
import type { Side } from '../project.ts'
import { findEntry } from '../queries/entries.ts'
import { sentences } from '../sentences.ts'
import { EntryPage, PublicationFields } from '../views/entry-page.tsx'
import { SheetPage } from '../views/sheet-page.tsx'
import { crumbsOf, doneAt, findSituation, holdSituation, yearOf } from './request.ts'

/** An entry of the address: its id, and the entry itself once it was saved. */
type Place = { readonly id: string; readonly entry: ProgressEntry | undefined }

const placeOf = async (request: PageRequest, { project }: Situation): Promise<Place> => {
  const id = request.params.entry ?? ''
  if (!isId(id)) throw new NotFound('entry')
  return { id, entry: await findEntry(request.scope, project.id, id) }
}

/** The office writes for the city unless it stands in for a group without accounts. */
const writingSide = ({ scope }: PageRequest, { project }: Situation): Side =>
  sideOf(scope.actor, project) ?? 'city'

/** One mends what one's own side wrote; a draft is its writer's alone. */
const allowWriting = (
  request: PageRequest,
  situation: Situation,
  given: { readonly place: Place; readonly draft: Sheet | undefined },
): void => {
  const { place, draft } = given
  allow(canWriteEntry(request.scope.actor, situation.project))
  if (place.entry && place.entry.side !== writingSide(request, situation))
    throw new Forbidden('other-side')
  if (!place.entry && draft && draft.accountId !== request.person?.accountId)
    throw new NotFound('entry')
}

type Shown = {
  readonly id: string
  readonly form: FormVersion
  readonly filled: Filled
  readonly stored: SheetContent
  readonly publication: { readonly public: boolean; readonly text: string }
  readonly isPublicNow: boolean
  readonly problems?: readonly FieldProblem[]
  /** What another person wrote meanwhile: nothing was saved. */
  readonly clash?: Clash
}

const formPage = (request: PageRequest, { project }: Situation, shown: Shown): Answer => {
  const { scope, city, language } = request
  const words = sentences[language]
  const { problems = [] } = shown
  const errorOfText = problems.find(({ name }) => name === 'public_text')?.text[language]
  return page(
    request,
    {
      title: `${words.entryTitle}${colon[request.language]}${project.title}`,
      breadcrumb: crumbsOf(request, project, words.entryTitle),
      unlisted: true,
      ...(problems.length > 0 ? { status: 422, keep: !shown.clash } : {}),
    },
    <SheetPage
      lang={language}
      city={city}
      now={scope.now}
      title={words.entryTitle}
      over={project.title}
      lead={words.entryLead}
      action={paths.entry(city.slug, project.id, shown.id)}
      formKey={newFormKey()}
      definition={shown.form.definition}
      filled={shown.filled}
      stored={shown.stored}
      clash={shown.clash}
      errors={summaryOf(problems, language, shown.form.definition)}
      sendLabel={words.saveEntry}
      draft={false}
      more={
        <PublicationFields
          lang={language}
          publication={shown.publication}
          isPublicNow={shown.isPublicNow}
          error={errorOfText}
        />
      }
    />,
  )
}

const begin = async (request: PageRequest): Promise<Answer> => {
  const situation = await findSituation(request)
  allow(canWriteEntry(request.scope.actor, situation.project))
  const id = newId()
  const key = entrySheetKey(situation.project, id)
  const form = await getFormFor(request.scope, key, situation.call.definition.forms.progress)
  const publication = { public: false, text: '' }
  const filled = { answers: {} }
  const stored = emptySheet
  return formPage(request, situation, { id, form, filled, stored, publication, isPublicNow: false })
}

const edit = async (request: PageRequest): Promise<Answer> => {
  const situation = await findSituation(request)
  const place = await placeOf(request, situation)
  const key = entrySheetKey(situation.project, place.id)
  const sheet = await findSheet(request.scope, key)
  if (!sheet) throw new NotFound('entry')
  allowWriting(request, situation, { place, draft: sheet })
  const { entry } = place
  return formPage(request, situation, {
    id: place.id,
    form: sheet,
    filled: {
      answers: sheet.answers,
      visibility: sheet.visibility,
      files: await listSheetFiles(request.scope, key),
    },
    stored: sheet,
    isPublicNow: entry?.public ?? false,
    publication: { public: entry?.public ?? false, text: entry?.public ? entry.body : '' },
  })
}

/** The two texts, side by side: nothing was saved, nothing is lost. */
const clashPage = async (
  request: PageRequest,
  situation: Situation,
  given: Pick<Shown, 'id' | 'publication' | 'isPublicNow'> & { readonly clash: Clash },
): Promise<Answer> => {
  const { form, reading, stored } = given.clash
  const { answers, visibility } = reading
  const problems = clashProblems(given.clash)
  const files = await listSheetFiles(request.scope, entrySheetKey(situation.project, given.id))
  const filled = { answers, visibility, problems, files }
  return formPage(request, situation, { ...given, form, filled, stored, problems })
}

const save = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form: sent } = request
  const situation = await holdSituation(request)
  const { project, call } = situation
  const place = await placeOf(request, situation)
  const key = entrySheetKey(project, place.id)
  allowWriting(request, situation, { place, draft: await findSheet(scope, key) })
  const isPublicNow = place.entry?.public ?? false
  const publication = readPublication(sent, isPublicNow)
  const formCode = call.definition.forms.progress
  const read = await readShared(scope, city, { key, formCode, sent })
  if (!read.ok) {
    const back = { id: place.id, publication: publication.value, isPublicNow }
    return clashPage(request, situation, { ...back, clash: read.error })
  }
  const { form, reading } = read.value
  const problems = await saveProgress(scope, project, {
    id: place.id,
    side: place.entry?.side ?? writingSide(request, situation),
    fiscalYear: place.entry?.fiscalYear ?? yearOf(project).fiscalYear,
    sheet: { form, reading, sent },
    publication: publication.value,
    problems: publication.problems,
  })
  if (problems.length === 0)
    return redirect(`${doneAt(paths.show(city.slug, project.id), 'entry')}`)
  const moreRows = rowsAskedIn(sent)
  return formPage(request, situation, {
    id: place.id,
    form,
    filled: {
      answers: reading.answers,
      visibility: reading.visibility,
      problems,
      files: await listSheetFiles(scope, key),
      ...(moreRows ? { moreRows } : {}),
    },
    stored: (await findSheet(scope, key)) ?? emptySheet,
    isPublicNow,
    publication: publication.value,
    problems,
  })
}

const show = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language, person } = request
  const situation = await findSituation(request)
  const { project } = situation
  if (!person || !isConcerned(person, project)) throw new NotFound('entry')
  const { id, entry } = await placeOf(request, situation)
  if (!entry) throw new NotFound('entry')
  const key = entrySheetKey(project, id)
  const words = sentences[language]
  return page(
    request,
    {
      title: `${words.entryTitle}${colon[request.language]}${project.title}`,
      breadcrumb: crumbsOf(request, project, words.entryTitle),
      unlisted: true,
    },
    <EntryPage
      lang={language}
      city={city}
      project={project}
      entry={entry}
      sheet={await findSheet(scope, key)}
      files={await listSheetFiles(scope, key)}
      reader={readingOf(person, project)}
      mayEdit={canWriteEntry(person, project).ok && entry.side === writingSide(request, situation)}
    />,
  )
}

/** The log that both sides keep. A new entry has its id before it is saved, so that nothing typed is lost. */
export const entryRoutes: readonly Route[] = [
  get('/:city/projects/:id/progress/new', 'projects.begin-entry', ['person'], begin),
  get('/:city/projects/:id/progress/:entry', 'projects.show-entry', ['person'], show),
  get('/:city/projects/:id/progress/:entry/edit', 'projects.edit-entry', ['person'], edit),
  post('/:city/projects/:id/progress/:entry', 'projects.save-entry', ['person'], save),
]
