import { type Language, say } from '#kernel/bilingual.ts'
import { type IntroductionPhoto, type PhotoSize, photoWidths } from '../introduction.ts'
import { paths } from '../paths.ts'

export type GroupPhotoProps = {
  readonly lang: Language
  readonly city: { readonly slug: string }
  readonly groupId: string
  readonly photo: IntroductionPhoto
  /** How wide it stands on the page, as `sizes` of an image says it. */
  readonly sizes: string
  /** True for the one that is seen first. */
  readonly first?: boolean | undefined
}

/** A photo of a group in the copy that fits the screen; its place is kept while it loads. */
export const GroupPhoto = ({ lang, city, groupId, photo, sizes, first }: GroupPhotoProps) => {
  const address = (size: PhotoSize): string => paths.photo(city.slug, groupId, photo.id, size)
  const copies = (Object.keys(photoWidths) as PhotoSize[]).map(
    (size) => `${address(size)} ${Math.min(photoWidths[size], photo.width)}w`,
  )
  return (
    <img
      src={address('medium')}
      srcset={[...new Map(copies.map((copy) => [copy.split(' ')[1], copy])).values()].join(', ')}
      sizes={sizes}
      width={photo.width}
      height={photo.height}
      alt={say(photo.alt, lang)}
      loading={first ? 'eager' : 'lazy'}
      decoding="async"
      {...(first ? { fetchpriority: 'high' as const } : {})}
    />
  )
}
