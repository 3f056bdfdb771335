import { isId } from '#kernel/ids.ts'
import { NotFound } from '#kernel/refusals.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { emptyForm } from '#web/form-data.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import { type FieldProblem, markAnswers, mergeAnswers, readMarks } from '../../forms/index.ts'
import { findGroup, type Group, type PhotoSize, photoWidths } from '../../groups/index.ts'
import { addPhoto, changePhotos } from '../actions/photos.ts'
import { paths } from '../paths.ts'
import { asAnswers, readChanges, readNewPhotos, sentAnswers } from '../photo-form.ts'
import { canSeeUnpublished } from '../policy.ts'
import { fieldProblems, photoProblems } from '../problem-texts.ts'
import { findPhotoFile, listPhotos } from '../queries/photos.ts'
import { sentences } from '../sentences.ts'
import { PhotosPage } from '../views/photos.tsx'
import { crumbs, groupWritten } from './access.ts'

/** A copy never changes under its address; an hour is how long one that was taken down may be seen again. */
const hour = 3600

const sizeAsked = (query: URLSearchParams): PhotoSize => {
  const asked = query.get('size') ?? ''
  return Object.hasOwn(photoWidths, asked) ? (asked as PhotoSize) : 'medium'
}

const showPhoto = async (request: PageRequest): Promise<Answer> => {
  const { scope, params, query } = request
  const { id: groupId = '', photo: id = '' } = params
  const file =
    isId(groupId) && isId(id)
      ? await findPhotoFile(scope, { groupId, id, size: sizeAsked(query) })
      : undefined
  if (!file) throw new NotFound('photo')
  if (!file.public) {
    const group = await findGroup(scope, groupId)
    if (!group || !canSeeUnpublished(scope.actor, group)) throw new NotFound('photo')
  }
  const body = await scope.outside.files.get(file.sha256)
  const kept = file.public ? { shared: true, keptFor: hour } : {}
  return { kind: 'bytes', status: 200, type: file.mediaType, body, ...kept }
}

const photosPage = async (
  request: PageRequest,
  group: Group,
  problems: readonly FieldProblem[] = [],
): Promise<Answer> => {
  const { scope, city, language } = request
  const words = sentences[language].photos
  const photos = await listPhotos(scope, group.id)
  const typed = problems.length > 0 ? request.form : emptyForm
  return page(
    request,
    {
      title: words.title,
      unlisted: true,
      breadcrumb: crumbs(request, group, words.title),
      done: { added: words.added, saved: words.saved },
      // Photos that could be taken stay, while others must be chosen again.
      ...(problems.length > 0 ? { status: 422, keep: true } : {}),
    },
    <PhotosPage
      lang={language}
      city={city}
      group={group}
      photos={photos}
      typed={(name) => typed.text(name)}
      problems={problems}
      shown={JSON.stringify(markAnswers(asAnswers(photos)))}
      formKeys={[newFormKey(), newFormKey()]}
    />,
  )
}

const showPhotos = async (request: PageRequest): Promise<Answer> =>
  photosPage(request, await groupWritten(request))

const add = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  const group = await groupWritten(request)
  const { photos, problems } = readNewPhotos(form)
  const found = [...problems]
  // Nothing is taken before somebody has said that the people in the pictures agree.
  if (!problems.some(({ name }) => name === 'consent'))
    for (const photo of photos) {
      const added = await addPhoto(scope, city, { group, photo })
      if (!added.ok) found.push({ name: `photo_${photo.number}`, text: photoProblems[added.error] })
    }
  if (found.length > 0) return photosPage(request, group, found)
  return redirect(`${paths.photos(city.slug, group.id)}?done=added`)
}

const change = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  const group = await groupWritten(request)
  const photos = await listPhotos(scope, group.id)
  const stored = asAnswers(photos)
  const mine = sentAnswers(form, photos)
  const marks = readMarks(form.text('shown')) ?? markAnswers(stored)
  const { answers, conflicts } = mergeAnswers(marks, mine, stored)
  if (conflicts.length > 0)
    return photosPage(
      request,
      group,
      conflicts.map((name) => ({ name, text: fieldProblems.clash })),
    )
  const { changes, problems } = readChanges(answers, form, photos)
  if (problems.length > 0) return photosPage(request, group, problems)
  await changePhotos(scope, city, { group, changes })
  return redirect(`${paths.photos(city.slug, group.id)}?done=saved`)
}

/** Photos: to look at, and for the group to add and arrange. */
export const photoRoutes: readonly Route[] = [
  get('/:city/groups/:id/photos/:photo', 'introductions.show-photo', ['everyone'], showPhoto),
  get(
    '/:city/groups/:id/introduction/photos',
    'introductions.photos',
    ['member', 'centre', 'office'],
    showPhotos,
  ),
  post(
    '/:city/groups/:id/introduction/photos',
    'introductions.add-photos',
    ['member', 'centre', 'office'],
    add,
  ),
  post(
    '/:city/groups/:id/introduction/photos/changes',
    'introductions.change-photos',
    ['member', 'centre', 'office'],
    change,
  ),
]
