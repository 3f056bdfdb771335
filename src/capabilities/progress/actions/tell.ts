import type { Scope } from '#data/scope.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { getCity } from '../../cities/index.ts'
import { placeOf, tasksOfRound } from '../next-tasks.ts'
import { paths } from '../paths.ts'
import { type AwaitedPart, listAwaitedParts, markReminded } from '../queries/awaited.ts'
import { listComments } from '../queries/comments.ts'
import { listParts } from '../queries/parts.ts'
import { isRemindedOn } from '../reminder.ts'
import type { Round, RoundStep } from '../round.ts'
import { writeToDepartment, writeToRole } from './letters.ts'

type Taken = {
  /** As it stands after the step. */
  readonly round: Round
  readonly name: RoundStep
  readonly reason?: string | undefined
}

const dueAfterStep = (scope: Scope, city: City, round: Round) =>
  tasksOfRound(round, round.state, { city: city.slug, now: scope.now })[0]?.dueOn

const tellOfNewDue = async (scope: Scope, city: City, taken: Taken): Promise<void> => {
  const { round, reason } = taken
  for (const { department, state } of await listParts(scope, round.id)) {
    if (state !== 'writing') continue
    const path = paths.report(placeOf(city.slug, round), department)
    const letter = { kind: 'due-changed', round, path, reason, day: round.dueOn } as const
    await writeToDepartment(scope, city, { department, letter })
  }
}

const tellOfPublication = async (scope: Scope, city: City, round: Round): Promise<void> => {
  const path = paths.year(placeOf(city.slug, round))
  const letter = { kind: 'published', round, path } as const
  for (const { department } of await listParts(scope, round.id))
    await writeToDepartment(scope, city, { department, letter })
  await writeToRole(scope, city, { role: 'reviewer', letter })
}

const tellOfComments = async (scope: Scope, city: City, round: Round): Promise<void> => {
  const waiting = (await listComments(scope, round.id)).filter(({ answer }) => answer === '')
  if (waiting.length === 0) return
  await writeToRole(scope, city, {
    role: 'office',
    letter: {
      kind: 'comments-waiting',
      round,
      path: paths.answers(placeOf(city.slug, round)),
      count: waiting.length,
      day: dueAfterStep(scope, city, round),
    },
  })
}

/** Who must hear of a step of a round hears of it, with the change itself. */
export const tellOfStep = async (scope: Scope, city: City, taken: Taken): Promise<void> => {
  const { round, name } = taken
  switch (name) {
    case 'change-due':
      return tellOfNewDue(scope, city, taken)
    case 'ask-committee':
      return writeToRole(scope, city, {
        role: 'reviewer',
        letter: {
          kind: 'committee-asked',
          round,
          path: paths.committee(placeOf(city.slug, round)),
          day: dueAfterStep(scope, city, round),
        },
      })
    case 'close-committee':
      return tellOfComments(scope, city, round)
    case 'publish':
      return tellOfPublication(scope, city, round)
    case 'skip-committee':
    case 'comment':
      return undefined
  }
}

const remindDepartment = async (scope: Scope, city: City, part: AwaitedPart): Promise<void> => {
  const { round, department, unwritten, dueOn } = part
  const kind = dueOn < tokyoDayOf(scope.now) ? 'overdue' : 'due-soon'
  const path = paths.report(placeOf(city.slug, round), department)
  await writeToDepartment(scope, city, {
    department,
    letter: { kind, round, path, count: unwritten, day: dueOn, isDeadline: kind === 'due-soon' },
  })
}

/** The office hears once a round which departments are late, not once a department. */
const tellOffice = async (
  scope: Scope,
  city: City,
  late: readonly AwaitedPart[],
): Promise<void> => {
  for (const parts of Map.groupBy(late, ({ round }) => round.id).values()) {
    const [{ round, dueOn } = {}] = parts
    if (!round) continue
    await writeToRole(scope, city, {
      role: 'office',
      letter: {
        kind: 'missing',
        round,
        path: paths.round(placeOf(city.slug, round)),
        departments: parts.map(({ department }) => department),
        count: parts.length,
        day: dueOn,
        isDeadline: false,
      },
    })
  }
}

/** Each morning: departments that have not sent are reminded before their deadline, and after it every week. */
export const remindDepartments = async (scope: Scope): Promise<void> => {
  const today = tokyoDayOf(scope.now)
  const due = (await listAwaitedParts(scope)).filter((part) => isRemindedOn(today, part))
  if (due.length === 0) return
  const city = await getCity(scope)
  for (const part of due) await remindDepartment(scope, city, part)
  await tellOffice(
    scope,
    city,
    due.filter(({ dueOn }) => dueOn < today),
  )
  await markReminded(
    scope,
    due.map(({ id }) => id),
  )
}
