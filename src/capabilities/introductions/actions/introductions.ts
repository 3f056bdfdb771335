import type { Scope } from '#data/scope.ts'
import type { City } from '#kernel/city.ts'
import { ok, type Result } from '#kernel/result.ts'
import type { FormBody } from '#web/form-data.ts'
import type { Group } from '../../groups/index.ts'
import { sheetKeyOf } from '../introduction.ts'
import { savePublished } from '../queries/introductions.ts'
import { getIntroductionSettings } from '../queries/settings.ts'
import { translatedBy } from '../registered-facts.ts'
import { mendPart, settleTasks } from './moderate.ts'
import { recordDeed } from './record.ts'
import { refreshIntroduction } from './refresh.ts'
import { type WriteRefusal, writeSheet } from './write.ts'

/** Keeps the introduction as a draft, or publishes it. What is published stays until then. */
export const writeIntroduction = async (
  scope: Scope,
  city: City,
  given: { readonly group: Group; readonly sent: FormBody; readonly publish: boolean },
): Promise<Result<'saved' | 'published', WriteRefusal>> => {
  const { group, sent, publish } = given
  const { introductionForm } = await getIntroductionSettings(scope)
  const written = await writeSheet(scope, city, {
    key: sheetKeyOf(group.id, 'introduction'),
    formCode: introductionForm,
    sent,
    publish,
  })
  if (!written.ok) return written
  if (!publish) return ok('saved')
  await savePublished(scope, group.id, { ...written.value, ...translatedBy(group) })
  await mendPart(scope, city, { group, part: { kind: 'introduction', id: group.id } })
  await refreshIntroduction(scope, city, group.id)
  await recordDeed(scope, group, { name: 'publish' })
  return ok('published')
}

/** Takes the introduction back: the draft stays, the page shows the registration again. */
export const withdrawIntroduction = async (
  scope: Scope,
  city: City,
  group: Group,
): Promise<void> => {
  await savePublished(scope, group.id, null)
  await settleTasks(scope, city, group)
  await refreshIntroduction(scope, city, group.id)
  await recordDeed(scope, group, { name: 'withdraw' })
}
