import type { Person } from '#kernel/actor.ts'
import type { Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { Forbidden, NotFound } from '#kernel/refusals.ts'
import type { PageAnswer } from './answer.ts'
import { BadBody } from './form-data.ts'
import { readableStack } from './readable-stack.ts'
import type { Problem, SiteParts } from './site-parts.ts'

/** What is known of a request before its city or person is. */
export type PageContext = {
  readonly language: Language
  readonly requestId: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: Headers
  readonly address: string
  readonly city?: City
}

type Known = {
  readonly language: Language
  readonly requestId: string
  readonly path: string
  readonly address: string
  readonly city?: City
  readonly person?: Person | undefined
}

/** The page that says what went wrong and what to do now. */
export const problemOf = (
  parts: SiteParts,
  known: Known,
  status: Problem['status'],
  reason?: string,
): PageAnswer => ({
  kind: 'page',
  status,
  html: parts.showProblem({
    status,
    language: known.language,
    requestId: known.requestId,
    path: known.path,
    city: known.city,
    person: known.person,
    ...(reason ? { reason } : {}),
  }),
})

const unreachable = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08001',
  '53300',
])

const isUnreachable = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false
  const code = (error as { code?: string }).code
  return (
    (code !== undefined && unreachable.has(code)) ||
    /Connection terminated|timeout exceeded when trying to connect/.test(error.message)
  )
}

/** The one place where what was thrown becomes a page. What nobody expected is logged and shown as 500. */
export const troublePage = (parts: SiteParts, known: Known, error: unknown): PageAnswer => {
  if (error instanceof NotFound) return problemOf(parts, known, 404)
  if (error instanceof Forbidden) return problemOf(parts, known, 403, error.reason)
  if (error instanceof BadBody) return problemOf(parts, known, error.status)
  const down = isUnreachable(error)
  parts.log.error(
    {
      requestId: known.requestId,
      path: known.path,
      error: readableStack(String((error as Error)?.stack ?? error)),
    },
    down ? 'database unreachable' : 'unexpected',
  )
  return problemOf(parts, known, down ? 503 : 500)
}
