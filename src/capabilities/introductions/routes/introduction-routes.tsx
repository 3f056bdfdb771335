import { type Answer, redirect } from '#web/answer.ts'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import type { Group } from '../../groups/index.ts'
import { writeIntroduction } from '../actions/introductions.ts'
import type { WriteRefusal } from '../actions/write.ts'
import { sheetKeyOf } from '../introduction.ts'
import { paths } from '../paths.ts'
import { findPublished } from '../queries/introductions.ts'
import { getIntroductionSettings } from '../queries/settings.ts'
import { listRegistered } from '../registered-facts.ts'
import { RegisteredFactsBox } from '../views/registered-facts.tsx'
import { groupWritten } from './access.ts'
import { sheetPage } from './sheet-page.tsx'

const editPage = async (
  request: PageRequest,
  group: Group,
  refusal?: WriteRefusal,
): Promise<Answer> => {
  const { scope, city, language } = request
  const published = await findPublished(scope, group.id)
  const { introductionForm } = await getIntroductionSettings(scope)
  return sheetPage(request, {
    group,
    kind: 'introduction',
    action: paths.edit(city.slug, group.id),
    key: sheetKeyOf(group.id, 'introduction'),
    formCode: introductionForm,
    live: published.publishedAt !== null,
    hiddenReason: published.moderation === 'hidden' ? published.hiddenReason : null,
    refusal,
    note: () => (
      <RegisteredFactsBox
        lang={language}
        city={city}
        groupId={group.id}
        facts={listRegistered(group)}
      />
    ),
  })
}

const showEdit = async (request: PageRequest): Promise<Answer> =>
  editPage(request, await groupWritten(request))

const save = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form: sent } = request
  const group = await groupWritten(request)
  const publish = sent.text('intent') === 'publish'
  const written = await writeIntroduction(scope, city, { group, sent, publish })
  if (!written.ok) return editPage(request, group, written.error)
  return written.value === 'saved'
    ? redirect(`${paths.edit(city.slug, group.id)}?done=saved`)
    : redirect(`${paths.hub(city.slug, group.id)}?done=published`)
}

/** The text of a group's page. */
export const introductionRoutes: readonly Route[] = [
  get(
    '/:city/groups/:id/introduction/edit',
    'introductions.edit-form',
    ['member', 'centre', 'office'],
    showEdit,
  ),
  post(
    '/:city/groups/:id/introduction/edit',
    'introductions.save',
    ['member', 'centre', 'office'],
    save,
  ),
]
