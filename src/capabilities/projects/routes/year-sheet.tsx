import { colon } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import type { Result } from '#kernel/result.ts'
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
import { getYearForm, type SentSheet, type Taken, yearSheetKey } from '../actions/report.ts'
import type { Situation } from '../actions/step.ts'
import { paths } from '../paths.ts'
import { sentences } from '../sentences.ts'
import { SheetPage } from '../views/sheet-page.tsx'
import { crumbsOf, doneAt, yearOf } from './request.ts'

/** A form that the group fills in for a year: 中間ふりかえり or 実績報告. */
export type YearSheet = 'interim' | 'report'

/** What one of the two says around its form. */
export type SheetFrame = {
  readonly title: string
  readonly lead: string
  readonly sendLabel: string
  readonly dueOn: PlainDate | undefined
  readonly before?: Child
  readonly more?: Child
}

type FrameFor = (filled: Filled) => SheetFrame | Promise<SheetFrame>

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
  const frame = await shown.frameFor(filled)
  return page(
    request,
    {
      title: `${frame.title}${colon[request.language]}${project.title}`,
      breadcrumb: crumbsOf(request, project, frame.title),
      unlisted: true,
      done: sentences[language].done,
      ...(status ? { status, keep: !clash } : {}),
    },
    <SheetPage
      {...frame}
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
 * Keeps what was sent: goes on when it was taken, else shows it again with what is to be mended. Where
 * another person wrote into the same fields meanwhile, both texts come back.
 */
export const saveYearSheet = async <Refusal,>(
  request: PageRequest,
  situation: Situation,
  given: {
    readonly kind: YearSheet
    readonly frameFor: FrameFor
    /** What the project's page says once it was taken. */
    readonly done: string
    readonly save: (sheet: SentSheet) => Promise<Result<Taken, Refusal>>
    readonly refused: (refusal: Refusal) => Promise<Answer>
  },
): Promise<Answer> => {
  const { scope, city, form: sent } = request
  const { project, call } = situation
  const { kind, frameFor } = given
  const key = keyOf(kind, situation)
  const read = await readShared(scope, city, { key, formCode: call.definition.forms[kind], sent })
  if (!read.ok) return clashPage(request, situation, { kind, frameFor, clash: read.error })
  const { form, reading } = read.value
  const send = sent.text('intent') === 'send'
  const saved = await given.save({ form, reading, sent, send })
  if (!saved.ok) return given.refused(saved.error)
  if (saved.value.sent) return redirect(doneAt(paths.show(city.slug, project.id), given.done))
  const moreRows = rowsAskedIn(sent)
  if (!send && !moreRows) return redirect(doneAt(paths[kind](city.slug, project.id), 'draft-saved'))
  const filled = {
    answers: reading.answers,
    visibility: reading.visibility,
    problems: send ? saved.value.problems : [],
    files: await listSheetFiles(scope, key),
    ...(moreRows ? { moreRows } : {}),
  }
  const again = { kind, form, filled, frameFor }
  return formPage(request, situation, send ? { ...again, status: 422 } : again)
}
