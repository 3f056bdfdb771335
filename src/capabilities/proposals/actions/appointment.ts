import type { Scope } from '#data/scope.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import type { Result } from '#kernel/result.ts'
import type { TransitionProblem } from '#kernel/workflow.ts'
import type { TaskDraft } from '../../procedures/index.ts'
import type { Appointment, Consultation } from '../consultation.ts'
import { paths } from '../paths.ts'
import { agreeAppointment, saveAppointment } from '../queries/consultation-changes.ts'
import { moveAlong, tellGroup } from './consult.ts'
import { holdTasksOn } from './consultation-tasks.ts'

/** The group says whether the day suits it, before that very day. */
const answerTask = (city: City, { id, groupId }: Consultation, day: PlainDate): TaskDraft => ({
  step: 'agree-appointment',
  title: {
    ja: '事前相談の日の案を確かめる',
    en: 'See whether the day of the consultation suits you',
  },
  assignee: { groupId },
  url: paths.consultation(city.slug, id),
  dueOn: day,
})

/** Those who advise propose a day, a time and a place; what was agreed before no longer stands. */
export const proposeAppointment = async (
  scope: Scope,
  city: City,
  given: {
    readonly consultation: Consultation
    readonly appointment: Pick<Appointment, 'on' | 'detail'>
  },
): Promise<Result<Consultation, TransitionProblem>> => {
  const { consultation, appointment } = given
  await saveAppointment(scope, consultation.id, appointment)
  const moved = await moveAlong(scope, {
    consultation,
    name: 'plan',
    next: [
      answerTask(city, consultation, appointment.on),
      ...holdTasksOn(city, consultation, appointment.on),
    ],
  })
  if (moved.ok)
    await tellGroup(scope, city, moved.value, {
      kind: 'consultation-planned',
      reason: appointment.detail,
      day: appointment.on,
    })
  return moved
}

/** The group agrees to the day: what is left is to meet. */
export const agreeToAppointment = async (
  scope: Scope,
  city: City,
  consultation: Consultation,
): Promise<Result<Consultation, TransitionProblem>> => {
  await agreeAppointment(scope, consultation.id)
  return moveAlong(scope, {
    consultation,
    name: 'agree-plan',
    next: holdTasksOn(city, consultation, consultation.appointment?.on),
  })
}
