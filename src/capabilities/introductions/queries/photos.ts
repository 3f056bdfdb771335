import type { Scope } from '#data/scope.ts'
import { newId } from '#kernel/ids.ts'
import type { PhotoSize } from '../../groups/index.ts'
import type { Moderation } from '../moderation.ts'
import type { Photo } from '../photo.ts'

const columns = [
  'id',
  'group_id',
  'position',
  'cover',
  'alt',
  'alt_en',
  'width',
  'height',
  'moderation',
  'hidden_reason',
] as const

type Row = {
  id: string
  group_id: string
  position: number
  cover: boolean
  alt: string
  alt_en: string
  width: number
  height: number
  moderation: string
  hidden_reason: string | null
}

const toPhoto = (row: Row): Photo => ({
  id: row.id,
  groupId: row.group_id,
  position: row.position,
  cover: row.cover,
  alt: row.alt,
  altEn: row.alt_en,
  width: row.width,
  height: row.height,
  moderation: row.moderation as Moderation,
  hiddenReason: row.hidden_reason,
})

/** The photos of a group: the cover first, then in their order. */
export const listPhotos = async (scope: Scope, groupId: string): Promise<readonly Photo[]> => {
  const rows = await scope.db
    .selectFrom('group_photos')
    .select(columns)
    .where('city_id', '=', scope.city.id)
    .where('group_id', '=', groupId)
    .orderBy('cover', 'desc')
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(toPhoto)
}

export const insertPhoto = async (
  scope: Scope,
  photo: Pick<Photo, 'groupId' | 'position' | 'cover' | 'alt' | 'altEn' | 'width' | 'height'> & {
    readonly files: Readonly<Record<PhotoSize, string>>
  },
): Promise<string> => {
  const id = newId()
  await scope.db
    .insertInto('group_photos')
    .values({
      city_id: scope.city.id,
      id,
      group_id: photo.groupId,
      position: photo.position,
      cover: photo.cover,
      alt: photo.alt,
      alt_en: photo.altEn,
      small_file: photo.files.small,
      medium_file: photo.files.medium,
      large_file: photo.files.large,
      width: photo.width,
      height: photo.height,
      added_at: scope.now,
    })
    .execute()
  return id
}

/** Stores words, order and cover of photos. No two are the cover, not even for a moment. */
export const updatePhotos = async (
  scope: Scope,
  groupId: string,
  photos: readonly Pick<Photo, 'id' | 'alt' | 'altEn' | 'position' | 'cover'>[],
): Promise<void> => {
  const own = scope.db
    .updateTable('group_photos')
    .where('city_id', '=', scope.city.id)
    .where('group_id', '=', groupId)
  await own.set({ cover: false }).execute()
  for (const { id, alt, altEn, position, cover } of photos)
    await own.set({ alt, alt_en: altEn, position, cover }).where('id', '=', id).execute()
}

/** Takes photos out. @returns the files that were behind them */
export const deletePhotos = async (
  scope: Scope,
  groupId: string,
  ids: readonly string[],
): Promise<readonly string[]> => {
  if (ids.length === 0) return []
  const rows = await scope.db
    .deleteFrom('group_photos')
    .where('city_id', '=', scope.city.id)
    .where('group_id', '=', groupId)
    .where('id', 'in', [...ids])
    .returning(['small_file', 'medium_file', 'large_file'])
    .execute()
  return rows.flatMap((row) => [row.small_file, row.medium_file, row.large_file])
}

/** One copy of a photo, and whether everyone may see it now. */
export type PhotoFile = {
  readonly sha256: string
  readonly mediaType: string
  readonly public: boolean
}

const fileColumns = {
  small: 'p.small_file',
  medium: 'p.medium_file',
  large: 'p.large_file',
} as const

/** The copy of that size, asked for by its group and its own id. */
export const findPhotoFile = async (
  scope: Scope,
  asked: { readonly groupId: string; readonly id: string; readonly size: PhotoSize },
): Promise<PhotoFile | undefined> => {
  const row = await scope.db
    .selectFrom('group_photos as p')
    .innerJoin('groups as g', (on) =>
      on.onRef('g.city_id', '=', 'p.city_id').onRef('g.id', '=', 'p.group_id'),
    )
    .innerJoin('files as f', (on) =>
      on.onRef('f.city_id', '=', 'p.city_id').onRef('f.id', '=', fileColumns[asked.size]),
    )
    .select(['f.sha256', 'f.media_type', 'p.moderation', 'g.state'])
    .where('p.city_id', '=', scope.city.id)
    .where('p.group_id', '=', asked.groupId)
    .where('p.id', '=', asked.id)
    .executeTakeFirst()
  return (
    row && {
      sha256: row.sha256,
      mediaType: row.media_type,
      public: row.moderation === 'shown' && row.state === 'approved',
    }
  )
}
