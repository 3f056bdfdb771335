import type { Scope } from '#data/scope.ts'
import type { City } from '#kernel/city.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { TransitionProblem } from '#kernel/workflow.ts'
import { mailWords, writeToEach } from '../../accounts/index.ts'
import { type Group, isDeskOf, listMemberEmails, showAgain } from '../../groups/index.ts'
import { replaceTasks, roleCodeOf, type TaskDraft, takeStep } from '../../procedures/index.ts'
import { withdrawEntry } from '../../publishing/index.ts'
import { pageKind } from '../introduction.ts'
import { pageMails } from '../mail-texts.ts'
import { type Moderation, type ModerationStep, moderation, type Part } from '../moderation.ts'
import { paths, placeToMend } from '../paths.ts'
import { partTitle, taskTitles } from '../problem-texts.ts'
import { findPart, listUnsettledParts, movePart } from '../queries/moderation.ts'
import { publishNewsOf, refreshIntroduction } from './refresh.ts'

type Moved = Result<Moderation, TransitionProblem>

const subjectOf = ({ id, name }: Group) => ({ kind: pageKind, id, title: name })

const taskOf = (city: City, group: Group, part: Part): TaskDraft[] => {
  if (part.state === 'hidden')
    return [
      {
        step: `mend-${part.kind}`,
        title: taskTitles.mend(partTitle(part)),
        assignee: { groupId: group.id },
        url: placeToMend(city.slug, group.id, part),
      },
    ]
  if (part.state === 'mended')
    return [
      {
        step: `check-${part.kind}`,
        title: taskTitles.check(partTitle(part)),
        assignee: { role: 'centre' },
        url: paths.moderation(city.slug, group.id),
      },
    ]
  return []
}

/** What waits about a group's page, after the group has taken parts of it off for good. */
export const settleTasks = async (scope: Scope, city: City, group: Group): Promise<void> => {
  const parts = await listUnsettledParts(scope, group.id)
  await replaceTasks(
    scope,
    subjectOf(group),
    parts.flatMap((part) => taskOf(city, group, part)),
  )
}

const tellGroup = async (
  scope: Scope,
  city: City,
  told: { readonly group: Group; readonly part: Part; readonly name: 'hide' | 'show' },
): Promise<void> => {
  const { group, part, name } = told
  const people = await listMemberEmails(scope, group.id, ['representative', 'manager'])
  const path = placeToMend(city.slug, group.id, part)
  await writeToEach(scope, people, (to) =>
    pageMails[to.language][name]({
      ...mailWords(scope, city, to, { path, reason: part.reason ?? '' }),
      group: group.name,
      part: partTitle(part)[to.language],
    }),
  )
}

/** What everyone sees follows the state of the part. */
const showOrHide = async (
  scope: Scope,
  city: City,
  { group, part }: { readonly group: Group; readonly part: Part },
): Promise<void> => {
  if (part.kind === 'introduction' || part.kind === 'photo')
    return refreshIntroduction(scope, city, group.id)
  if (part.kind === 'offer') return showAgain(scope, city, group.id)
  if (part.kind !== 'news') return
  if (part.state === 'shown') await publishNewsOf(scope, city, group)
  else await withdrawEntry(scope, 'news', part.id)
}

const move = async (
  scope: Scope,
  city: City,
  step: {
    readonly group: Group
    readonly part: Part
    readonly name: ModerationStep
    readonly roles: readonly string[]
    readonly reason?: string
  },
): Promise<Moved> => {
  const { group, part, name, roles, reason } = step
  const others = (await listUnsettledParts(scope, group.id)).filter(({ id }) => id !== part.id)
  const after = (to: Moderation): Part => ({
    ...part,
    state: to,
    reason: to === 'shown' ? null : (reason ?? part.reason),
  })
  const taken = await takeStep<Moderation, ModerationStep>(scope, moderation, {
    subject: subjectOf(group),
    state: part.state,
    name,
    roles,
    role: roleCodeOf(scope.actor),
    reason,
    title: taskTitles[`${name}Told`](partTitle(part)),
    next: (to) => [...others, after(to)].flatMap((one) => taskOf(city, group, one)),
  })
  if (!taken.ok) return taken
  const moved = after(taken.value)
  const stored = { ...part, to: moved.state, reason: moved.reason }
  if (!(await movePart(scope, group.id, stored))) return refuse('not-from-here')
  await showOrHide(scope, city, { group, part: moved })
  if (name !== 'mend')
    await tellGroup(scope, city, { group, part: { ...moved, reason: reason ?? '' }, name })
  return taken
}

const deskRoles = (scope: Scope, group: Group): readonly string[] =>
  isDeskOf(scope.actor, group) ? ['centre', 'office'] : []

/** The desk takes a part out of sight with a reason, or shows it again; the group is told. */
export const moderatePart = async (
  scope: Scope,
  city: City,
  given: {
    readonly group: Group
    readonly part: Part
    readonly name: 'hide' | 'show'
    readonly reason: string
  },
): Promise<Moved> => move(scope, city, { ...given, roles: deskRoles(scope, given.group) })

/** The group has changed a part that was out of sight: the desk looks at it again. Nothing happens otherwise. */
export const mendPart = async (
  scope: Scope,
  city: City,
  given: { readonly group: Group; readonly part: Pick<Part, 'kind' | 'id'> },
): Promise<Moved> => {
  const { group, part } = given
  const found = await findPart(scope, group.id, part)
  if (found?.state !== 'hidden') return ok('shown')
  return move(scope, city, { group, part: found, name: 'mend', roles: ['group'] })
}
