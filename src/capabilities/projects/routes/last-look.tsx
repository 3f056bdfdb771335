import { colon } from '#kernel/bilingual.ts'
import type { Result } from '#kernel/result.ts'
import type { TransitionProblem } from '#kernel/workflow.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import type { PageRequest } from '#web/route.ts'
import type { FieldError } from '#web/ui/index.ts'
import { type FieldProblem, listSheetFiles, summaryOf } from '../../forms/index.ts'
import { type SentSheet, type Taken, yearSheetKey } from '../actions/report.ts'
import type { Situation } from '../actions/step.ts'
import { findKeptSheet, type KeptSheet, type YearSheet } from '../actions/year-sheet.ts'
import { allDoneField } from '../form.ts'
import { paths } from '../paths.ts'
import { sentences } from '../sentences.ts'
import { settleReport } from '../settlement.ts'
import { SheetConfirmationPage } from '../views/sheet-confirmation-page.tsx'
import { crumbsOf, doneAt, yearOf } from './request.ts'
import { confirmationPath, type FrameFor } from './year-sheet.tsx'

/** What one of the two sheets says on its last look, and how it is sent from there. */
export type Confirmation = {
  readonly kind: YearSheet
  readonly frameFor: FrameFor
  /** What the project's page says once it was taken. */
  readonly done: string
  readonly send: (sheet: SentSheet) => Promise<Result<Taken, TransitionProblem>>
  readonly refused: (refusal: TransitionProblem) => Promise<Answer>
}

/** The fields of the sheet are on the page before; here their answers stand. */
const errorsFor = (
  problems: readonly FieldProblem[],
  { language }: PageRequest,
): readonly FieldError[] =>
  summaryOf(problems, language).map(({ id, message }) => ({
    id: id === allDoneField ? id : 'answers',
    message,
  }))

const lastLook = async (
  request: PageRequest,
  situation: Situation,
  given: Confirmation & {
    readonly kept: KeptSheet
    readonly problems?: readonly FieldProblem[]
    readonly changed?: boolean
  },
): Promise<Answer> => {
  const { scope, city, language } = request
  const { project } = situation
  const { kind, kept, problems = [], changed = false } = given
  const { sheet } = kept
  const words = sentences[language]
  const { before, more, sendLabel, title } = await given.frameFor({
    answers: sheet.answers,
    problems,
  })
  const errors = changed
    ? [{ id: 'answers', message: words.confirm.changed }]
    : errorsFor(problems, request)
  return page(
    request,
    {
      title: `${words.confirm.title}${colon[language]}${project.title}`,
      unlisted: true,
      breadcrumb: crumbsOf(request, project, words.confirm.title),
      ...(errors.length > 0 ? { status: 422 } : {}),
    },
    <SheetConfirmationPage
      lang={language}
      city={city}
      title={`${title}${colon[language]}${words.confirm.title}`}
      over={project.title}
      sheet={sheet}
      files={await listSheetFiles(scope, yearSheetKey(project, kind, yearOf(project).fiscalYear))}
      settlement={settleReport(sheet.definition, sheet.answers, project.cityShare)}
      cityShare={project.cityShare}
      publicWhen={kind === 'interim' ? 'sent' : 'accepted'}
      edit={paths[kind](city.slug, project.id)}
      action={confirmationPath[kind](city.slug, project.id)}
      formKey={newFormKey()}
      before={before}
      more={more}
      sendLabel={sendLabel}
      errors={errors}
    />,
  )
}

/** The last look; whoever may not send, or has not written all of it, finds the page before. */
export const showLastLook = async (
  request: PageRequest,
  situation: Situation,
  given: Confirmation & { readonly may: boolean },
): Promise<Answer> => {
  const { scope, city } = request
  const { kind, may } = given
  // Nothing is written before the first year has begun, and nothing is looked at.
  yearOf(situation.project)
  const kept = may ? await findKeptSheet(scope, city, { situation, kind }) : undefined
  return kept && kept.problems.length === 0
    ? lastLook(request, situation, { ...given, kept })
    : redirect(paths[kind](city.slug, situation.project.id))
}

/** Hands in what was looked at, unless somebody of the group has changed it since. */
export const sendYearSheet = async (
  request: PageRequest,
  situation: Situation,
  given: Confirmation,
): Promise<Answer> => {
  const { scope, city, form } = request
  const { project } = situation
  const { kind } = given
  const kept = await findKeptSheet(scope, city, { situation, kind })
  if (!kept || kept.problems.length > 0) return redirect(paths[kind](city.slug, project.id))
  if (form.text('revision') !== String(kept.sheet.revision))
    return lastLook(request, situation, { ...given, kept, changed: true })
  const sent = await given.send(kept.sending(form))
  if (!sent.ok) return given.refused(sent.error)
  return sent.value.sent
    ? redirect(doneAt(paths.show(city.slug, project.id), given.done))
    : lastLook(request, situation, { ...given, kept, problems: sent.value.problems })
}
