import type { PlainDate } from '#kernel/calendar.ts'
import type { Matter } from './mail.ts'

/** One mail that waits for its reader's digest. */
export type Entry = {
  readonly matter: Matter
  readonly title: string
  readonly body: string
  readonly dueOn: PlainDate | null
  readonly at: Date
}

/** What a digest says about one matter, the newest first. */
export type EntryGroup = {
  readonly matter: Matter
  /** The soonest day until which something is to be done. */
  readonly dueOn: PlainDate | undefined
  readonly entries: readonly Entry[]
}

const newestFirst = (a: Entry, b: Entry): number => b.at.getTime() - a.at.getTime()

const groupOf = (entries: readonly Entry[]): EntryGroup => {
  const sorted = entries.toSorted(newestFirst)
  const [newest] = sorted as [Entry, ...Entry[]]
  const days = sorted.flatMap(({ dueOn }) => (dueOn ? [dueOn] : [])).toSorted()
  return { matter: newest.matter, dueOn: days[0], entries: sorted }
}

/** Matters with a last day come first, the soonest at the top; then those in which something happened last. */
const inOrder = (a: EntryGroup, b: EntryGroup): number =>
  (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9') ||
  newestFirst(a.entries[0] as Entry, b.entries[0] as Entry)

/** The entries of a digest by their matters, in the order in which they are read. */
export const groupEntries = (entries: readonly Entry[]): readonly EntryGroup[] => {
  const byMatter = Map.groupBy(entries, ({ matter }) => `${matter.kind} ${matter.id}`)
  return [...byMatter.values()].map(groupOf).toSorted(inOrder)
}

/** A subject without the city's name before it, which the digest says once. */
export const bareSubject = (subject: string): string =>
  subject.replace(/^(?:【[^】]*】|\[[^\]]*\])\s*/u, '')

/** A mail's text without the greeting (to a person, or to a person of a group) that the digest says once. */
export const bareBody = (body: string): string =>
  body.replace(/^(?:[^\n]{1,200}\n)?(?:[^\n]{1,200} 様|Dear [^\n]{1,200},)\n+/u, '').trim()
