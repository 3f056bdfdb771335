import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import { askAlone } from '#data/together.ts'
import type { ItemLink } from '../link.ts'
import { linkName } from '../link.ts'
import { askPublicTargets, deleteLink, insertLink } from '../queries/links.ts'

/** An item in all versions of its plan. */
export type LinkedItem = { readonly series: string; readonly itemKey: string }

type Target = Pick<ItemLink, 'kind' | 'targetId'>

const record = (
  scope: Scope,
  { series, itemKey }: LinkedItem,
  what: { readonly action: 'plan.link' | 'plan.unlink'; readonly targets: readonly Target[] },
): Promise<void> =>
  audit(scope, {
    action: what.action,
    subjectKind: 'plan-item',
    subjectId: `${series}/${itemKey}`,
    after: { targets: what.targets.map(linkName) },
  })

/** Ties public things to an item that they carry out; what is not public stays out. @returns how many are new */
export const linkToItem = async (
  scope: Scope,
  item: LinkedItem,
  targets: readonly Target[],
): Promise<number> => {
  const made: Target[] = []
  const open = await askAlone(scope, askPublicTargets(scope, targets))
  for (const target of open) if (await insertLink(scope, item, target)) made.push(target)
  if (made.length > 0) await record(scope, item, { action: 'plan.link', targets: made })
  return made.length
}

/** Takes a link away. Nothing happens where there was none. */
export const unlinkFromItem = async (
  scope: Scope,
  item: LinkedItem,
  target: Target,
): Promise<void> => {
  if (await deleteLink(scope, item, target))
    await record(scope, item, { action: 'plan.unlink', targets: [target] })
}
