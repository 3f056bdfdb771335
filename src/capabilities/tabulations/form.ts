import { parseWholeNumber } from '#kernel/number.ts'
import type { FormBody } from '#web/form-data.ts'
import { type Slot, type Survey, slotsOf } from '../surveys/index.ts'
import { canBeAxis } from './counting.ts'
import { mostAxes, type RespondentUnit, respondentUnits, type Settings } from './tabulation.ts'

export type FormProblem =
  | 'population'
  | 'axes'
  | 'threshold'
  | 'note'
  | 'reason'
  | 'title'
  | 'answer'
  | 'heading'

/** How many characters each text may have. */
export const longest = { notes: 2_000, reason: 500, title: 80, answer: 2_000, words: 200 } as const

/** Thresholds that are offered. */
export const thresholds = [0, 3, 5, 10] as const

/** Questions by which others can be crossed. */
export const axesOf = ({ questionnaire }: Pick<Survey, 'questionnaire'>): readonly Slot[] =>
  slotsOf(questionnaire).filter(({ question }) => canBeAxis(question))

export type SettingsForm = {
  readonly settings: Settings
  /** As typed, so that it comes back as typed. */
  readonly population: string
  readonly problems: readonly FormProblem[]
}

const readAxes = (form: FormBody, survey: Survey): number[] => {
  const possible = new Set(axesOf(survey).map(({ slot }) => slot))
  return [...new Set(form.all('axes').map(Number))].filter((slot) => possible.has(slot))
}

const unitIn = (form: FormBody): RespondentUnit =>
  respondentUnits.find((unit) => unit === form.text('unit')) ?? 'people'

/** What was chosen about how a survey is counted. */
export const readSettings = (form: FormBody, survey: Survey): SettingsForm => {
  const population = form.text('population').trim()
  const number = population === '' ? undefined : parseWholeNumber(population, 2_000_000_000)
  const axes = readAxes(form, survey)
  const threshold = thresholds.find((one) => String(one) === form.text('threshold'))
  const [notes, earlierNote] = [form.text('notes').trim(), form.text('earlier_note').trim()]
  const problems: FormProblem[] = [
    ...(number && (!number.ok || number.value === 0) ? (['population'] as const) : []),
    ...(axes.length > mostAxes ? (['axes'] as const) : []),
    ...(threshold === undefined ? (['threshold'] as const) : []),
    ...(Math.max(notes.length, earlierNote.length) > longest.notes ? (['note'] as const) : []),
  ]
  const settings: Settings = {
    threshold: threshold ?? 5,
    base: form.text('base') === 'answered' ? 'answered' : 'asked',
    axes,
    population: number?.ok && number.value > 0 ? number.value : null,
    unit: unitIn(form),
    earlier: /^[a-z0-9-]{1,60}$/.test(form.text('earlier')) ? form.text('earlier') : null,
    earlierNote,
    notes,
    keepsOriginals: form.has('keeps_originals'),
  }
  return { settings, population, problems }
}

export const readReason = (form: FormBody, needed: boolean) => {
  const reason = form.text('reason').trim()
  const isWrong = reason.length > longest.reason || (needed && reason === '')
  return { reason, problems: isWrong ? (['reason'] as const) : ([] as const) }
}

export const readHeading = (form: FormBody) => {
  const title = form.text('title').trim()
  const answer = form.text('answer').trim()
  const problems: FormProblem[] = [
    ...(title === '' || title.length > longest.title ? (['title'] as const) : []),
    ...(answer.length > longest.answer ? (['answer'] as const) : []),
  ]
  return { title, answer, problems }
}

/** What was decided about a text: its heading, what is masked, or that it is left out. */
export const readDecision = (form: FormBody) => {
  const heading = form.text('heading').trim()
  const leavesOut = form.text('decision') === 'left-out'
  const more = form
    .text('more')
    .split(/[\n、,]/)
    .map((word) => word.trim())
    .filter((word) => word !== '')
    .slice(0, 20)
  const masks = form.all('mask').map(Number).filter(Number.isInteger)
  const problems: FormProblem[] = !leavesOut && heading === '' ? ['heading'] : []
  return { heading, leavesOut, masks, more, problems }
}
