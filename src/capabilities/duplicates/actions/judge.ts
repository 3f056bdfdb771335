import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import type { City } from '#kernel/city.ts'
import { allow } from '#kernel/refusals.ts'
import { groupKind } from '../../groups/index.ts'
import type { KeyKind } from '../folding.ts'
import { canJudge } from '../policy.ts'
import { saveVerdict } from '../queries/pairs.ts'
import type { Duplicate } from '../suspicion.ts'
import { findDuplicates } from './find.ts'
import { factsOfGroup } from './know-again.ts'

/** What two registrations have in common now, or undefined when they have nothing that counts. */
export const compareGroups = async (
  scope: Scope,
  city: City,
  pair: readonly [string, string],
): Promise<Duplicate | undefined> => {
  const facts = await factsOfGroup(scope, pair[0])
  if (!facts) return undefined
  const found = await findDuplicates(scope, city, { facts, except: pair[0] })
  return found.find(({ group }) => group.id === pair[1])
}

/** Keeps that these are two groups, with the reason; it stays quiet until something new is in common. */
export const judgeNotDuplicate = async (
  scope: Scope,
  city: City,
  verdict: { readonly pair: readonly [string, string]; readonly reason: string },
): Promise<void> => {
  const { pair, reason } = verdict
  allow(canJudge(scope.actor, pair))
  const common = await compareGroups(scope, city, pair)
  const kinds: readonly KeyKind[] = common?.kinds ?? []
  const [groupId, otherId] = pair
  await saveVerdict(scope, { groupId, otherId, kinds, reason })
  for (const subjectId of pair)
    await audit(scope, {
      action: 'duplicates.not-duplicate',
      subjectKind: groupKind,
      subjectId,
      after: { with: pair.find((id) => id !== subjectId), kinds, reason },
    })
}
