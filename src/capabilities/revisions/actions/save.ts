import type { Scope } from '#data/scope.ts'
import { type PlainDate, tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { FormBody } from '#web/form-data.ts'
import {
  type Answers,
  changedFields,
  type FieldProblem,
  type FormVersion,
  fieldsOf,
  findSheet,
  listSheetFiles,
  type Reading,
  readShared,
  saveSheet,
} from '../../forms/index.ts'
import {
  answerDay,
  inFormOrder,
  isBlocking,
  judgeRegistration,
  type SaveRefusal,
  uploadProblems,
  violationProblems,
} from '../../groups/index.ts'
import { type Channel, takeNumber } from '../../procedures/index.ts'
import { findChanges, mergeRevised, onlyFields } from '../asked.ts'
import { answersKept } from '../kept.ts'
import {
  type Choices,
  choicesByCode,
  chooseAtOnce,
  findNewChoices,
  keptChoices,
  type NewChoice,
} from '../openness.ts'
import { receiptPatterns, sheetKeyOf } from '../revision.ts'
import { keepWhatWasAgreed } from './agree.ts'
import { applyAnswers } from './apply.ts'
import { reissueAfter } from './cards.ts'
import { writeAbout } from './letters.ts'
import { askBeforePublic, splitAll } from './openings.ts'
import { adaptFor, formCodeOf, type Situation, standingOf } from './situation.ts'
import { takeRevisionStep } from './step.ts'

/** A form as it came in. */
export type SentRevision = {
  readonly situation: Situation
  readonly sent: FormBody
  /** False keeps a draft, complete or not. */
  readonly send: boolean
  /** How it reached staff who enter it, and on which day; `web` for the group itself. */
  readonly channel: Channel
  readonly receivedOn: PlainDate | null
}

type FilesAfter = { readonly sent: ReadonlySet<string>; readonly held: ReadonlySet<string> }

/** File fields of which the city will have something: in this form, from before, or on paper. */
const filesAfter = async (
  scope: Scope,
  { situation, sent, channel }: SentRevision,
  form: FormVersion,
): Promise<FilesAfter> => {
  const kept = await listSheetFiles(scope, sheetKeyOf(situation.revision))
  const own = new Set<string>()
  for (const [field, files] of kept) {
    const removed = sent.all(`${field}.remove`)
    if (files.some(({ id }) => !removed.includes(id))) own.add(field)
  }
  for (const name of sent.names()) if (sent.files(name).length > 0) own.add(name)
  const onPaper = fieldsOf(form.definition).filter(({ kind }) => kind === 'file')
  const paper = channel === 'web' ? [] : onPaper.map(({ code }) => code)
  const { registeredFiles, kept: here } = situation
  const held = [...own, ...registeredFiles.keys(), ...here.papers.keys(), ...paper]
  return { sent: own, held: new Set(held) }
}

const nothingChanged: FieldProblem = {
  name: 'section-1',
  text: {
    ja: '変わったところがありません。変えるところを直してから送ってください。',
    en: 'Nothing was changed. Please change what is different now, and send it.',
  },
}

type Judged = {
  readonly problems: readonly FieldProblem[]
  readonly changes: readonly string[]
  /** Answers that other people than before may read. */
  readonly choices: readonly NewChoice[]
}

/** All that stands in the way of sending, and which answers are new. */
const judge = async (
  scope: Scope,
  given: SentRevision,
  read: { readonly form: FormVersion; readonly reading: Reading; readonly files: FilesAfter },
): Promise<Judged> => {
  const { situation, sent } = given
  const { form, reading, files } = read
  const { answers, visibility } = standingOf(situation)
  const asked = fieldsOf(form.definition).map(({ code }) => code)
  const after = mergeRevised(answers, { asked, answers: reading.answers })
  const changes = findChanges(form.definition, { before: answers, after, files: files.sent })
  const whole = situation.registered?.definition ?? form.definition
  const refusing = judgeRegistration(situation.settings, whole, {
    answers: after,
    files: files.held,
    today: tokyoDayOf(scope.now),
    visibility: { ...visibility, ...reading.visibility },
  }).filter(isBlocking)
  const choices = findNewChoices(form.definition, {
    standing: visibility,
    sent: reading.visibility,
  })
  const isEmpty =
    situation.revision.kind === 'change' && changes.length === 0 && choices.length === 0
  const problems = [
    ...violationProblems(refusing, form.definition, reading.problems),
    ...askBeforePublic(situation, sent.all('opening'), choices),
  ]
  return { changes, choices, problems: isEmpty ? [...problems, nothingChanged] : problems }
}

/** What was asked for earlier and stands already is not asked for twice. */
const together = (one: readonly string[], other: readonly string[]): readonly string[] => [
  ...new Set([...one, ...other]),
]

/** Hands it in: what needs nobody's check takes effect, the rest waits for the desk. */
const submit = async (
  scope: Scope,
  city: City,
  given: SentRevision & {
    readonly form: FormVersion
    readonly reading: Reading
    readonly judged: Judged
    /** All files of the form as they are now. */
    readonly files: readonly string[]
  },
): Promise<Result<'sent' | 'applied', SaveRefusal>> => {
  const { situation, judged, channel } = given
  const { revision, settings } = situation
  const split = splitAll(situation, judged)
  const isDone = revision.kind === 'change' && split.waiting.length === 0
  const number = revision.receiptNumber ?? (await takeNumber(scope, receiptPatterns[revision.kind]))
  const { definition } = given.form
  const { answers, visibility } = standingOf(situation)
  const sides = { standing: visibility, sent: given.reading.visibility, waiting: split.waiting }
  const choices = chooseAtOnce(definition, sides)
  // What has taken effect keeps the words it replaced; what waits is compared with those of today.
  const before: Answers = {
    ...onlyFields(answers, judged.changes),
    ...keptChoices(definition, choices, split.waiting),
    ...Object.fromEntries(judged.choices.map(({ code, from }) => [code, from])),
    ...onlyFields(revision.before, revision.applied),
  }
  const facts = {
    receipt_number: number,
    // A correction that the group sends of what came on paper does not change how it came.
    channel: revision.onPaper && channel === 'web' ? revision.channel : channel,
    received_on: given.receivedOn ?? revision.receivedOn,
    sent_at: scope.now,
    sent_answers: {
      ...given.reading.answers,
      ...choicesByCode(definition, given.reading.visibility),
    },
    sent_files: given.files,
    applied: together(revision.applied, split.atOnce),
    waiting: split.waiting,
    before,
    ...(isDone ? { decided_at: scope.now } : {}),
  }
  const name = isDone ? 'take' : 'submit'
  const today = tokyoDayOf(scope.now)
  // A correction is checked anew from the day on which it is sent.
  const receivedOn = (revision.state === 'draft' && given.receivedOn) || today
  const move = { name, channel, documentNumber: number, facts, receivedOn } as const
  const taken = await takeRevisionStep(scope, city, { situation, move })
  if (!taken.ok) return refuse({ kind: 'step', problem: taken.error })
  await keepWhatWasAgreed(scope, situation)
  await applyAtOnce(scope, city, { situation, codes: split.atOnce, choices })
  const day = isDone ? null : answerDay(receivedOn, settings.changes.reviewDays, today)
  await writeAbout(scope, city, { mail: isDone ? 'taken' : 'sent', situation, number, day })
  return ok(isDone ? 'applied' : 'sent')
}

const applyAtOnce = async (
  scope: Scope,
  city: City,
  given: {
    readonly situation: Situation
    readonly codes: readonly string[]
    readonly choices: Choices
  },
): Promise<void> => {
  const { situation, codes, choices } = given
  const chosen = changedFields(standingOf(situation).visibility, choices)
  if (codes.length === 0 && (chosen.length === 0 || !situation.registered)) return
  const sheet = await findSheet(scope, sheetKeyOf(situation.revision))
  if (!sheet) return
  const { group, printedAnew } = await applyAnswers(scope, city, { ...given, sheet })
  if (printedAnew) await reissueAfter(scope, city, group)
}

/** What is sent without a paper that the product keeps is sent with it as it stands today. */
const withKept = (
  { situation, send, channel }: SentRevision,
  read: {
    readonly form: FormVersion
    readonly reading: Reading
    readonly files: ReadonlySet<string>
  },
): Reading => {
  const { form, reading, files } = read
  if (!send || channel !== 'web' || situation.revision.kind === 'change') return reading
  const { answers } = reading
  const kept = answersKept(form.definition, { answers, files, kept: situation.kept.papers })
  return { ...reading, answers: { ...answers, ...kept } }
}

/**
 * Keeps what was typed, whatever it is, and sends it on when nothing is missing and no rule of the city
 * refuses it; all that stands in the way is told at once. The group's row is held.
 */
export const saveRevision = async (
  scope: Scope,
  city: City,
  given: SentRevision,
): Promise<Result<'saved' | 'sent' | 'applied', SaveRefusal>> => {
  const { situation, sent, send } = given
  const key = sheetKeyOf(situation.revision)
  const read = await readShared(scope, city, {
    key,
    formCode: formCodeOf(situation),
    sent,
    adapt: adaptFor(situation),
  })
  if (!read.ok) return refuse({ kind: 'clash', clash: read.error })
  const { form } = read.value
  const files = await filesAfter(scope, given, form)
  const reading = withKept(given, { ...read.value, files: files.sent })
  const judged = await judge(scope, given, { form, reading, files })
  const told = { ...reading, problems: [...reading.problems, ...judged.problems] }
  const onPaper = given.channel !== 'web'
  const saved = await saveSheet(scope, key, { form, reading: told, sent, send, onPaper })
  const problems = send ? saved.problems : uploadProblems(saved.problems, sent)
  if (problems.length > 0)
    return refuse({ kind: 'incomplete', reading, problems: inFormOrder(problems, form.definition) })
  if (!send) return ok('saved')
  const attached = [...(await listSheetFiles(scope, key)).values()].flat().map(({ id }) => id)
  return submit(scope, city, { ...given, form, reading, judged, files: attached })
}
