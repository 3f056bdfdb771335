import type { Kysely } from 'kysely'
import type { Actor } from '#kernel/actor.ts'
import type { DomainEvent } from '#kernel/event.ts'
import type { FileStore } from './files.ts'
import type { JobQueue } from './jobs.ts'
import type { Secrets } from './secrets.ts'
import type { DB } from './tables.ts'

/** The city of a scope: its municipal code as a number, and its part of the address. */
export type CityKey = { readonly id: number; readonly slug: string }

/** How much may be given in files, in bytes: by one account within 24 hours, and in one city altogether. */
export type UploadLimits = { readonly perAccountDay: number; readonly perCity: number }

/** What lies outside the transaction but belongs to the work: queue, files, the site's address. */
export type Outside = {
  readonly jobs: Pick<JobQueue, 'send'>
  readonly files: FileStore
  /** Deletes bytes that no city's file names any more; called after what named them is committed. */
  readonly forgetBytes: (sha256s: readonly string[], now: Date) => Promise<void>
  readonly secrets: Secrets
  readonly uploadLimits: UploadLimits
  /** Address of the site without a path, for links in mails. */
  readonly publicUrl: string
  /** Tells later capabilities what happened, inside the transaction of the scope. */
  readonly announce: (scope: Scope, event: DomainEvent) => Promise<void>
}

/**
 * What every query and action is given first: one city, one actor, one moment, one transaction.
 * It is built once per request (or job, or command) and never stored.
 */
export type Scope = {
  readonly db: Kysely<DB>
  readonly city: CityKey
  readonly actor: Actor
  /** The moment of the request; rules read this and never the clock. */
  readonly now: Date
  readonly requestId: string
  readonly outside: Outside
  /** True in a transaction that may write. */
  readonly writing: boolean
  /**
   * Says that something counted under this key of versions changes besides the city's own data: what the
   * portal shows, the directory of cities.
   */
  readonly touch: (versionKey: number) => void
  /** True while the work may throw `MakeReadyFirst` and be begun again; see again.ts. */
  readonly restarts?: boolean
}

/** Throws when an action is called from a page that only reads. */
export const assertWriting = (scope: Scope): void => {
  if (!scope.writing)
    throw new Error('This scope only reads; a change needs a writing transaction.')
}
