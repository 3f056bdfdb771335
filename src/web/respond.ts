import type { Answer } from './answer.ts'
import { downloadPolicy } from './guard/headers.ts'

const disposition = (name: string): string => {
  const plain = name.replace(/[^\x20-\x7e]|["\\]/g, '_')
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)}`
}

/** Turns a handler's answer into HTTP. Pages made for a person are never kept by anyone. */
export const respond = (answer: Answer): Response => {
  if (answer.kind === 'redirect') {
    const headers = new Headers({ location: answer.to, 'cache-control': 'no-store' })
    for (const cookie of answer.cookies ?? []) headers.append('set-cookie', cookie)
    return new Response(null, { status: 303, headers })
  }
  if (answer.kind === 'page')
    return new Response(answer.html, {
      status: answer.status,
      headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
    })
  const headers: Record<string, string> = {
    'content-type': answer.type,
    'cache-control': answer.shared ? 'public, max-age=0, must-revalidate' : 'private, no-store',
  }
  if (answer.fileName) headers['content-disposition'] = disposition(answer.fileName)
  if (answer.fileName) headers['content-security-policy'] = downloadPolicy
  return new Response(answer.body as BodyInit, { status: answer.status, headers })
}
