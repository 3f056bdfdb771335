import type { ListedGroup } from '../directory.ts'
import type { EmptyProps } from './directory-empty.tsx'

/** Everything that the page of 団体をさがす shows. */
export type DirectoryProps = EmptyProps & {
  readonly groups: readonly ListedGroup[]
  /** What is to be marked in the texts. */
  readonly marks: readonly string[]
  /** The parts of one long word that as a whole found nothing. */
  readonly parted: readonly string[]
  /** True where what was typed holds no letter and no digit. */
  readonly signsOnly?: boolean | undefined
}
