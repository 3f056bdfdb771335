import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import { insertEvent, roleCodeOf } from '../../procedures/index.ts'
import { pageKind } from '../introduction.ts'
import { deeds } from '../problem-texts.ts'

/** Writes down what was done to a group's page, for its history and for the audit. */
export const recordDeed = async (
  scope: Scope,
  group: { readonly id: string; readonly name: string },
  deed: {
    readonly name: keyof typeof deeds
    readonly about?: string
    readonly after?: Readonly<Record<string, unknown>>
  },
): Promise<void> => {
  const { name, about, after } = deed
  await insertEvent(
    scope,
    { kind: pageKind, id: group.id },
    {
      step: name,
      title: about
        ? { ja: `${deeds[name].ja}：${about}`, en: `${deeds[name].en}: ${about}` }
        : deeds[name],
      role: roleCodeOf(scope.actor),
      to: name,
    },
  )
  await audit(scope, {
    action: `group-page.${name}`,
    subjectKind: pageKind,
    subjectId: group.id,
    ...(after || about ? { after: { ...after, ...(about ? { about } : {}) } } : {}),
  })
}
