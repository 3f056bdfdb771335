import { type Answer, type BytesAnswer, type StreamAnswer, statusOf } from './answer.ts'
import { downloadPolicy } from './guard/headers.ts'
import type { Reply } from './reply.ts'

const disposition = (name: string): string => {
  const plain = name.replace(/[^\x20-\x7e]|["\\]/g, '_')
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)}`
}

const noStore = { 'cache-control': 'no-store' }

// Nothing of it depends on who asks, and no cookie is read with `*`.
const openToAll = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
}

const sharedFor = (seconds: number): string =>
  seconds > 0 ? `public, max-age=${seconds}` : 'public, max-age=0, must-revalidate'

/** The headers of a file. */
export const fileHeaders = (
  answer: Omit<BytesAnswer, 'kind' | 'body'>,
): Readonly<Record<string, string>> => ({
  'content-type': answer.type,
  'cache-control': answer.shared ? sharedFor(answer.keptFor ?? 0) : 'private, no-store',
  ...(answer.fileName
    ? {
        'content-disposition': disposition(answer.fileName),
        'content-security-policy': downloadPolicy,
      }
    : {}),
  ...(answer.open ? openToAll : {}),
})

/** Turns a handler's answer into HTTP. Pages made for a person are never kept by anyone. */
export const respond = (answer: Exclude<Answer, StreamAnswer>): Reply => {
  if (answer.kind === 'redirect') {
    const headers = { location: answer.to, ...noStore }
    return { status: statusOf(answer), body: null, headers, cookies: answer.cookies ?? [] }
  }
  if (answer.kind === 'page') {
    const headers = { 'content-type': 'text/html; charset=utf-8', ...noStore }
    return { status: answer.status, body: answer.html, headers }
  }
  return { status: answer.status, body: answer.body, headers: fileHeaders(answer) }
}
