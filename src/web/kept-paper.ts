import type { Scope } from '#data/scope.ts'
import type { Bilingual } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'

/** A paper of a group that a capability keeps day by day, so that nobody has to hand it in with a form. */
export type KeptPaper = {
  /** The field of forms in whose place it stands: `roster_file`. */
  readonly field: string
  /** What stood there on that day; undefined where there was nothing yet. */
  readonly find: (
    scope: Scope,
    of: { readonly groupId: string; readonly day: PlainDate },
  ) => Promise<StandingPaper | undefined>
}

/** What a kept paper said on a day. */
export type StandingPaper = {
  /** `名簿に12人（うち役員3人）がのっています`, as the end of a sentence. */
  readonly text: Bilingual
  readonly path: (citySlug: string) => string
}
