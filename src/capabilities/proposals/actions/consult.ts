import type { Scope } from '#data/scope.ts'
import type { Bilingual } from '#kernel/bilingual.ts'
import { type PlainDate, tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { cleanLine } from '#kernel/text.ts'
import type { TransitionProblem } from '#kernel/workflow.ts'
import type { FormBody } from '#web/form-data.ts'
import {
  type FieldProblem,
  type FormVersion,
  type Reading,
  readForm,
  saveSheet,
  textAnswer,
} from '../../forms/index.ts'
import { recordBeginning, roleCodeOf, type TaskDraft, takeStep } from '../../procedures/index.ts'
import {
  type Consultation,
  type ConsultationRecord,
  consultationWorkflow,
} from '../consultation.ts'
import { paths } from '../paths.ts'
import { consultationRoles } from '../policy.ts'
import { getConsultation, insertConsultation, moveConsultation } from '../queries/consultations.ts'
import { settleTasks } from './consultation-tasks.ts'
import { writeToDepartment, writeToGroup } from './letters.ts'

/** The kind under which timeline, tasks, files and messages know a consultation. */
export const consultationKind = 'consultation'

/** What the desk and the timeline call it: whoever works on several must see whose it is. */
export const consultationSubject = ({
  id,
  topic,
  groupName,
}: Pick<Consultation, 'id' | 'topic' | 'groupName'>) => ({
  kind: consultationKind,
  id,
  title: `${groupName}：${topic}`,
})

export const consultationKey = (id: string) => ({
  kind: consultationKind,
  id,
  purpose: 'consultation',
})

export type Asking = {
  readonly groupId: string
  readonly callId: string | null
  /** The proposal it is about, where one is being written. */
  readonly proposalId: string | null
  /** The theme it is about, where no proposal names one. */
  readonly themeId?: string | null
  readonly form: FormVersion
  readonly sent: FormBody
}

export type AskRefusal = { readonly reading: Reading; readonly problems: readonly FieldProblem[] }

/** A topic is one line in lists, whatever the form lets people write. */
const topicOf = (reading: Reading): string =>
  [...cleanLine(textAnswer(reading.answers, 'topic'))].slice(0, 100).join('')

/** Asks for a consultation. Nothing is kept of a form that is not complete; it comes back filled in. */
export const askConsultation = async (
  scope: Scope,
  city: City,
  asking: Asking,
): Promise<Result<string, AskRefusal>> => {
  const { form, sent } = asking
  const reading = readForm(form.definition, sent, city)
  if (reading.problems.length > 0) return refuse({ reading, problems: reading.problems })
  const topic = topicOf(reading)
  const id = await insertConsultation(scope, {
    ...asking,
    themeId: asking.themeId ?? null,
    topic,
  })
  const saved = await saveSheet(scope, consultationKey(id), { form, reading, sent, send: true })
  if (saved.problems.length > 0) return refuse({ reading, problems: saved.problems })
  const asked = await getConsultation(scope, id)
  await recordBeginning(scope, consultationSubject(asked), {
    event: {
      step: 'ask',
      title: { ja: '事前相談を申込み', en: 'Consultation asked for' },
      role: roleCodeOf(scope.actor),
      to: 'asked',
    },
    next: settleTasks(city, asked, tokyoDayOf(scope.now)),
    audit: {
      action: 'consultation.ask',
      after: {
        groupId: asking.groupId,
        callId: asking.callId,
        proposalId: asking.proposalId,
        themeId: asking.themeId ?? null,
      },
    },
  })
  if (asked.department) await tellDepartment(scope, city, asked)
  return ok(id)
}

type Move = {
  readonly consultation: Consultation
  readonly name: 'plan' | 'agree-plan' | 'hold' | 'amend' | 'cancel'
  /** Who acts next; nobody when left out. */
  readonly next?: readonly TaskDraft[]
  readonly reason?: string
  readonly record?: ConsultationRecord
  /** What happened, where the step's own name does not say it all. */
  readonly title?: Bilingual
}

/** Takes a step of the consultation, and stores the state reached. */
export const moveAlong = async (
  scope: Scope,
  { consultation, name, next = [], reason, record, title }: Move,
): Promise<Result<Consultation, TransitionProblem>> => {
  const taken = await takeStep(scope, consultationWorkflow, {
    subject: consultationSubject(consultation),
    state: consultation.state,
    name,
    roles: consultationRoles(scope.actor, consultation),
    role: roleCodeOf(scope.actor),
    reason,
    title,
    next: () => next,
  })
  if (!taken.ok) return taken
  const moved = await moveConsultation(scope, consultation.id, {
    from: consultation.state,
    to: taken.value,
    ...(record
      ? { record: { held_on: record.heldOn, note: record.note, advisor: record.advisor } }
      : {}),
  })
  return moved ? ok(await getConsultation(scope, consultation.id)) : refuse('not-from-here')
}

const letterAbout = (consultation: Consultation) => ({
  id: consultation.id,
  groupId: consultation.groupId,
  groupName: consultation.groupName,
  title: consultation.topic,
  receiptNumber: null,
  department: consultation.department,
})

/** The department whose theme the group wants to answer learns that they talk about it. */
const tellDepartment = (scope: Scope, city: City, consultation: Consultation): Promise<void> =>
  writeToDepartment(scope, city, {
    kind: 'consultation-asked',
    proposal: letterAbout(consultation),
    path: paths.consultation(city.slug, consultation.id),
  })

/** Writes to those who act for the group that asked. */
export const tellGroup = (
  scope: Scope,
  city: City,
  consultation: Consultation,
  told: {
    readonly kind: 'consultation-planned' | 'consultation-held' | 'consultation-cancelled'
    readonly reason?: string
    readonly day?: PlainDate
  },
): Promise<void> =>
  writeToGroup(scope, city, {
    ...told,
    proposal: letterAbout(consultation),
    path: paths.consultation(city.slug, consultation.id),
  })

const heldEarly = {
  ja: '相談を記録（予定の日より前に相談）',
  en: 'Consultation recorded (held before the day planned)',
}

/** Keeps when, with whom and what was advised; later it can be mended. */
export const recordConsultation = async (
  scope: Scope,
  city: City,
  given: { readonly consultation: Consultation; readonly record: ConsultationRecord },
): Promise<Result<Consultation, TransitionProblem>> => {
  const { consultation, record } = given
  const name = consultation.state === 'held' ? 'amend' : 'hold'
  const { appointment } = consultation
  const early = name === 'hold' && appointment !== null && record.heldOn < appointment.on
  const moved = await moveAlong(scope, {
    consultation,
    name,
    record,
    ...(early ? { title: heldEarly } : {}),
  })
  if (moved.ok) await tellGroup(scope, city, moved.value, { kind: 'consultation-held' })
  return moved
}

/** Calls a consultation off. */
export const cancelConsultation = async (
  scope: Scope,
  city: City,
  given: { readonly consultation: Consultation; readonly reason: string },
): Promise<Result<Consultation, TransitionProblem>> => {
  const moved = await moveAlong(scope, { ...given, name: 'cancel' })
  if (moved.ok)
    await tellGroup(scope, city, moved.value, {
      kind: 'consultation-cancelled',
      reason: given.reason,
    })
  return moved
}
