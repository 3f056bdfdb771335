import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import type { City } from '#kernel/city.ts'
import { allow } from '#kernel/refusals.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { GroupHolding } from '#web/capability.ts'
import { mailWords, writeToEach } from '../../accounts/index.ts'
import {
  closeMerged,
  decideRegistration,
  type Group,
  groupKind,
  groupPaths,
  groupSubjectOf,
  listMemberEmails,
  lockGroup,
} from '../../groups/index.ts'
import { insertEvent, roleCodeOf } from '../../procedures/index.ts'
import { mailTexts } from '../mail-texts.ts'
import { type Foreseen, type MergeProblem, type Moved, mergeProblem } from '../merge.ts'
import { canMerge } from '../policy.ts'
import { countHeld, insertMerge, renameHeld } from '../queries/merges.ts'
import { liveStates, pairOf } from '../suspicion.ts'
import { closeHandedOn } from './hand-on.ts'
import { knowAgain } from './know-again.ts'

/** What would go over and what would stay, kind by kind. Nothing is changed. */
export const foreseeMerge = async (
  scope: Scope,
  holdings: readonly GroupHolding[],
  from: string,
): Promise<readonly Foreseen[]> => {
  const foreseen: Foreseen[] = []
  for (const holding of holdings) {
    const count = await countHeld(scope, holding, from)
    const { table, label } = holding
    if (count > 0 && !('unseen' in holding))
      foreseen.push({ table, label, count, stays: 'stays' in holding ? holding.stays : undefined })
  }
  return foreseen
}

/** The people of the registration that remains hear of it; those of the other by the end of theirs. */
const tellWinner = async (
  scope: Scope,
  city: City,
  { loser, winner, reason }: Around & { readonly reason: string },
): Promise<void> => {
  const path = groupPaths.registration(city.slug, winner.id)
  const people = await listMemberEmails(scope, winner.id, ['representative', 'manager'])
  await writeToEach(scope, people, (to) =>
    mailTexts[to.language].merged({
      ...mailWords(scope, city, to, { path, reason }),
      loser: calledIn(loser),
      winner: winner.name,
    }),
  )
}

type Around = {
  readonly holdings: readonly GroupHolding[]
  readonly loser: Group
  readonly winner: Group
}

const moveAll = async (
  scope: Scope,
  { holdings, loser, winner }: Around,
): Promise<readonly Moved[]> => {
  const merge = { from: loser.id, to: winner.id }
  const moved: Moved[] = []
  for (const holding of holdings) {
    if ('stays' in holding) continue
    const { table, label } = holding
    const ids = holding.move
      ? await holding.move(scope, merge)
      : await renameHeld(scope, holding, merge)
    if (ids.length > 0) moved.push({ table, label, ids })
  }
  return moved
}

const calledIn = ({ name, number, receiptNumber }: Group): string =>
  `「${name}」（${number ?? receiptNumber ?? '—'}）`

/** The old registration ends as any other does, with its reason; its people are told by mail. */
const endLoser = async (
  scope: Scope,
  city: City,
  { loser, winner, reason }: Around & { readonly reason: string },
): Promise<boolean> => {
  // What has lapsed has ended already, with its own day.
  if (!liveStates.includes(loser.state) || loser.state === 'lapsed') return true
  const ended = await decideRegistration(scope, city, {
    group: loser,
    name: 'withdraw',
    reason: `${calledIn(winner)}と同じ団体のため、一つの登録にまとめました。\n${reason}`,
  })
  return ended.ok
}

const record = async (
  scope: Scope,
  { loser, winner, reason, moved }: Around & { reason: string; moved: readonly Moved[] },
): Promise<void> => {
  const id = await insertMerge(scope, { from: loser.id, to: winner.id, reason, moved })
  const said = {
    step: 'merge',
    title: { ja: '二つの登録を一つにまとめました', en: 'Two registrations became one' },
    role: roleCodeOf(scope.actor),
  }
  await insertEvent(scope, groupSubjectOf(winner), {
    ...said,
    reason: `${calledIn(loser)}をまとめました。\n${reason}`,
  })
  await insertEvent(scope, groupSubjectOf(loser), {
    ...said,
    reason: `${calledIn(winner)}にまとめました。\n${reason}`,
  })
  await audit(scope, {
    action: 'duplicates.merge',
    subjectKind: groupKind,
    subjectId: winner.id,
    before: { loser: loser.id, number: loser.number, name: loser.name },
    after: { id, reason, moved: moved.map(({ table, ids }) => ({ table, ids })) },
  })
}

/**
 * Makes two registrations one: everything that names `loser` names `winner` from then on, `loser` ends and
 * its page leads to the other. Both rows are held, in one order for everybody.
 */
export const mergeGroups = async (
  scope: Scope,
  city: City,
  merge: {
    readonly holdings: readonly GroupHolding[]
    readonly loserId: string
    readonly winnerId: string
    readonly reason: string
  },
): Promise<Result<'merged', MergeProblem>> => {
  const { holdings, loserId, winnerId, reason } = merge
  const pair = pairOf(loserId, winnerId)
  allow(canMerge(scope.actor, pair))
  const [one, other] = [await lockGroup(scope, pair[0]), await lockGroup(scope, pair[1])]
  const [loser, winner] = one.id === loserId ? [one, other] : [other, one]
  const problem = mergeProblem(loser, winner)
  if (problem) return refuse(problem)
  const around = { holdings, loser, winner }
  if (!(await endLoser(scope, city, { ...around, reason }))) return refuse('merged-already')
  await tellWinner(scope, city, { ...around, reason })
  const moved = await moveAll(scope, around)
  await closeMerged(scope, { from: loser.id, to: winner.id })
  await closeHandedOn(scope, [one, other])
  await record(scope, { ...around, reason, moved })
  await knowAgain(scope, city, loser.id)
  await knowAgain(scope, city, winner.id)
  await scope.outside.announce(scope, {
    name: 'group.merged',
    subjectKind: groupKind,
    subjectId: winner.id,
    data: { from: loser.id },
  })
  return ok('merged')
}
