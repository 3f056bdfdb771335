import type { Scope } from '#data/scope.ts'
import type { City } from '#kernel/city.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { Upload } from '#web/form-data.ts'
import type { Group } from '../../groups/index.ts'
import { keepMade, removeFiles } from '../../procedures/index.ts'
import { pageKind } from '../introduction.ts'
import { type MadePhoto, makePhoto, type Photo, type PhotoProblem, photoLimits } from '../photo.ts'
import { deletePhotos, insertPhoto, listPhotos, updatePhotos } from '../queries/photos.ts'
import { mendPart, settleTasks } from './moderate.ts'
import { recordDeed } from './record.ts'
import { refreshIntroduction } from './refresh.ts'

export type NewPhoto = { readonly upload: Upload; readonly alt: string; readonly altEn: string }

export type AddProblem = PhotoProblem | 'too-many' | 'no-room'

const subjectOf = (group: Pick<Group, 'id'>) => ({ kind: pageKind, id: group.id })

const keepCopies = async (scope: Scope, group: Group, made: MadePhoto) => {
  const sizes = ['small', 'medium', 'large'] as const
  const kept = await keepMade(
    scope,
    subjectOf(group),
    sizes.map((size) => ({
      purpose: 'photo',
      name: `photo-${size}.${size === 'large' ? 'jpg' : 'webp'}`,
      ...made.copies[size],
    })),
  )
  if (!kept.ok) return kept
  const [small = '', medium = '', large = ''] = kept.value
  return ok({ small, medium, large })
}

/** Adds one photo at the end; the first one of a group is its cover. The group's row is held. */
export const addPhoto = async (
  scope: Scope,
  city: City,
  given: { readonly group: Group; readonly photo: NewPhoto },
): Promise<Result<string, AddProblem>> => {
  const { group, photo } = given
  const made = await makePhoto(photo.upload.bytes)
  if (!made.ok) return made
  const there = await listPhotos(scope, group.id)
  if (there.length >= photoLimits.perGroup) return refuse('too-many')
  const files = await keepCopies(scope, group, made.value)
  if (!files.ok) return refuse('no-room')
  const id = await insertPhoto(scope, {
    groupId: group.id,
    position: Math.max(0, ...there.map(({ position }) => position)) + 1,
    cover: there.length === 0,
    alt: photo.alt,
    altEn: photo.altEn,
    width: made.value.width,
    height: made.value.height,
    files: files.value,
  })
  await refreshIntroduction(scope, city, group.id)
  await recordDeed(scope, group, { name: 'addPhoto', about: photo.alt })
  return ok(id)
}

/** How the photos are to be: words, order, cover, and which go. */
export type PhotoChanges = {
  readonly photos: readonly Pick<Photo, 'id' | 'alt' | 'altEn' | 'position' | 'cover'>[]
  readonly removed: readonly string[]
}

/** Numbered without gaps, with exactly one cover among those that stay. */
const settled = ({ photos, removed }: PhotoChanges): PhotoChanges['photos'] => {
  const staying = photos
    .filter(({ id }) => !removed.includes(id))
    .toSorted((a, b) => a.position - b.position)
  const cover = staying.find((photo) => photo.cover) ?? staying[0]
  return staying.map((photo, at) => ({
    ...photo,
    position: at + 1,
    cover: photo.id === cover?.id,
  }))
}

/** Changes words, order and cover of photos and takes off those that are to go. The group's row is held. */
export const changePhotos = async (
  scope: Scope,
  city: City,
  given: { readonly group: Group; readonly changes: PhotoChanges },
): Promise<void> => {
  const { group, changes } = given
  const before = await listPhotos(scope, group.id)
  const files = await deletePhotos(scope, group.id, changes.removed)
  await removeFiles(scope, subjectOf(group), files)
  if (files.length > 0) await settleTasks(scope, city, group)
  const after = settled(changes)
  await updatePhotos(scope, group.id, after)
  for (const photo of after) {
    const old = before.find(({ id }) => id === photo.id)
    if (old && (old.alt !== photo.alt || old.altEn !== photo.altEn))
      await mendPart(scope, city, { group, part: { kind: 'photo', id: photo.id } })
  }
  await refreshIntroduction(scope, city, group.id)
  await recordDeed(scope, group, {
    name: 'changePhotos',
    after: { photos: after.length, removed: changes.removed.length },
  })
}
