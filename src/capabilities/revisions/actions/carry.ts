import type { Scope } from '#data/scope.ts'
import { changedFields, findSheet, moveSheet, type SheetContent } from '../../forms/index.ts'
import { listOpenRevisionsOf } from '../queries/revisions.ts'
import { type Revision, sheetKeyOf } from '../revision.ts'

type Answered = Readonly<Record<string, unknown>>

/** What was left as it stood follows the registration; what somebody wrote stays as written. */
const follow = <A extends Answered>(draft: A, before: A, after: A): A => {
  const moved = changedFields(before, after)
  const left = changedFields(before, draft)
  const followed = Object.fromEntries(
    moved.filter((code) => !left.includes(code)).map((code) => [code, after[code]]),
  )
  const next = { ...draft, ...followed } as Record<string, unknown>
  for (const code of Object.keys(followed)) if (next[code] === undefined) delete next[code]
  return next as A
}

/**
 * Carries what the registration has learned into all that is still being written about the group: a form
 * that was filled in before would otherwise bring the old answers back when it is sent.
 */
export const carryIntoDrafts = async (
  scope: Scope,
  given: {
    readonly groupId: string
    /** The revision from which it learned; none where it was written elsewhere. */
    readonly from?: Pick<Revision, 'id'>
    readonly before: SheetContent
    readonly after: SheetContent
  },
): Promise<void> => {
  const { groupId, from, before, after } = given
  for (const one of await listOpenRevisionsOf(scope, groupId)) {
    if (one.id === from?.id || one.state === 'sent') continue
    // A renewal may wait on two sheets: the group's own, and that of staff who enter its paper.
    for (const onPaper of [false, true]) {
      const sheet = await findSheet(scope, sheetKeyOf({ ...one, onPaper }))
      if (!sheet) continue
      const content = {
        answers: follow(sheet.answers, before.answers, after.answers),
        visibility: follow(sheet.visibility, before.visibility, after.visibility),
      }
      if (
        changedFields(sheet.answers, content.answers).length > 0 ||
        changedFields(sheet.visibility, content.visibility).length > 0
      )
        await moveSheet(scope, sheet.id, { form: sheet, content })
    }
  }
}
