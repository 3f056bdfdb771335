import { colon } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { type Answer, redirect } from '#web/answer.ts'
import type { Child } from '#web/html/jsx-runtime.ts'
import { newFormKey, page } from '#web/page.tsx'
import type { PageRequest } from '#web/route.ts'
import {
  type Answers,
  type Clash,
  clashProblems,
  emptySheet,
  type Filled,
  type FormVersion,
  findSheet,
  listSheetFiles,
  readShared,
  rowsAskedIn,
  summaryOf,
} from '../../forms/index.ts'
import { getYearForm, yearSheetKey } from '../actions/report.ts'
import type { Situation } from '../actions/step.ts'
import { keepYearSheet, type YearSheet } from '../actions/year-sheet.ts'
import { paths } from '../paths.ts'
import { sentences } from '../sentences.ts'
import { SheetPage } from '../views/sheet-page.tsx'
import { crumbsOf, doneAt, yearOf } from './request.ts'

/** What one of the two says around its form. */
export type SheetFrame = {
  readonly title: string
  readonly lead: string
  readonly sendLabel: string
  readonly dueOn: PlainDate | undefined
  readonly before?: Child
  /** What only those are told who write it: that it is early, where its budgets come from. */
  readonly writing?: Child
  /** What is said with the sending itself, on the last look. */
  readonly more?: Child
}

export type FrameFor = (filled: Filled) => SheetFrame | Promise<SheetFrame>

/** The page of the last look before such a sheet is sent. */
export const confirmationPath = {
  interim: paths.interimConfirmation,
  report: paths.reportConfirmation,
} as const

const keyOf = (kind: YearSheet, { project }: Situation) =>
  yearSheetKey(project, kind, yearOf(project).fiscalYear)

const formPage = async (
  request: PageRequest,
  situation: Situation,
  shown: {
    readonly kind: YearSheet
    readonly form: FormVersion
    readonly filled: Filled
    readonly frameFor: FrameFor
    readonly status?: number
    /** What another person wrote meanwhile: nothing was saved. */
    readonly clash?: Clash
  },
): Promise<Answer> => {
  const { scope, city, language } = request
  const { project } = situation
  const { kind, form, filled, status, clash } = shown
  const { title, lead, dueOn, before, writing } = await shown.frameFor(filled)
  return page(
    request,
    {
      title: `${title}${colon[request.language]}${project.title}`,
      breadcrumb: crumbsOf(request, project, title),
      unlisted: true,
      done: sentences[language].done,
      ...(status ? { status, keep: !clash } : {}),
    },
    <SheetPage
      title={title}
      lead={lead}
      dueOn={dueOn}
      before={
        <>
          {writing}
          {before}
        </>
      }
      sendLabel={sentences[language].toConfirm}
      lang={language}
      city={city}
      now={scope.now}
      over={project.title}
      publicWhen={kind === 'interim' ? 'sent' : 'accepted'}
      action={paths[kind](city.slug, project.id)}
      formKey={newFormKey()}
      definition={form.definition}
      filled={filled}
      stored={(await findSheet(scope, keyOf(kind, situation))) ?? emptySheet}
      clash={clash}
      errors={summaryOf(filled.problems ?? [], language, form.definition)}
    />,
  )
}

/** The form as far as it has been written, or with its first answers. */
export const showYearSheet = async (
  request: PageRequest,
  situation: Situation,
  given: {
    readonly kind: YearSheet
    readonly frameFor: FrameFor
    readonly firstAnswers: (form: FormVersion) => Promise<Answers>
  },
): Promise<Answer> => {
  const { scope } = request
  const { kind, frameFor } = given
  const key = keyOf(kind, situation)
  const sheet = await findSheet(scope, key)
  const form = await getYearForm(scope, situation, kind)
  const filled = {
    answers: sheet?.answers ?? (await given.firstAnswers(form)),
    visibility: sheet?.visibility ?? {},
    files: await listSheetFiles(scope, key),
  }
  return formPage(request, situation, { kind, form, filled, frameFor })
}

/** The two texts, side by side: nothing was saved, nothing is lost. */
const clashPage = async (
  request: PageRequest,
  situation: Situation,
  given: { readonly kind: YearSheet; readonly frameFor: FrameFor; readonly clash: Clash },
): Promise<Answer> => {
  const { clash } = given
  const { answers, visibility } = clash.reading
  const files = await listSheetFiles(request.scope, keyOf(given.kind, situation))
  const filled = { answers, visibility, problems: clashProblems(clash), files }
  return formPage(request, situation, { ...given, form: clash.form, filled, status: 422 })
}

/**
 * Keeps what was sent: goes on to the last look when it is complete, else shows it again with what is to be
 * mended. Where another person wrote into the same fields meanwhile, both texts come back.
 */
export const saveYearSheet = async (
  request: PageRequest,
  situation: Situation,
  given: { readonly kind: YearSheet; readonly frameFor: FrameFor },
): Promise<Answer> => {
  const { scope, city, form: sent } = request
  const { project, call } = situation
  const { kind, frameFor } = given
  const key = keyOf(kind, situation)
  const read = await readShared(scope, city, { key, formCode: call.definition.forms[kind], sent })
  if (!read.ok) return clashPage(request, situation, { kind, frameFor, clash: read.error })
  const { form, reading } = read.value
  const send = sent.text('intent') === 'send'
  const problems = await keepYearSheet(scope, situation, { kind, sheet: { form, reading, sent } })
  if (send && problems.length === 0) return redirect(confirmationPath[kind](city.slug, project.id))
  const moreRows = rowsAskedIn(sent)
  if (!send && !moreRows) return redirect(doneAt(paths[kind](city.slug, project.id), 'draft-saved'))
  const filled = {
    answers: reading.answers,
    visibility: reading.visibility,
    problems: send ? problems : [],
    files: await listSheetFiles(scope, key),
    ...(moreRows ? { moreRows } : {}),
  }
  const again = { kind, form, filled, frameFor }
  return formPage(request, situation, send ? { ...again, status: 422 } : again)
}
