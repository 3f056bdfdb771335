import type { Context } from 'hono'
import type { Reply } from './reply.ts'
import type { PageContext } from './trouble.ts'

/** So long may a question be. */
export const questionLimit = 64 * 1024

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value)

const fromJson = (text: string): readonly (readonly [string, string])[] | undefined => {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
    return Object.entries(value)
      .filter(([, one]) => one !== null && one !== undefined)
      .map(([name, one]) => [name, textOf(one)])
  } catch {
    return undefined
  }
}

const isJson = (text: string, type: string): boolean =>
  type.includes('json') || /^\s*[{["]/.test(text)

/** What a body asks: an object in JSON, or a form's fields. Undefined for anything else. */
const readBody = (text: string, type: string): URLSearchParams | undefined => {
  if (text.trim() === '') return new URLSearchParams()
  if (!isJson(text, type)) return new URLSearchParams(text)
  const pairs = fromJson(text)
  return pairs && new URLSearchParams(pairs.map(([name, value]) => [name, value]))
}

/**
 * A question that a program sends in a body, as if it stood in the address. Nothing is changed by it and no
 * session is read for it, so any site may send one.
 * @returns undefined for a body that is no question
 */
export const readQuestion = async (
  c: Context,
  page: PageContext,
): Promise<PageContext | undefined> => {
  const text = await c.req.text()
  if (text.length > questionLimit) return undefined
  const asked = readBody(text, page.headers.get('content-type') ?? '')
  if (!asked) return undefined
  const headers = new Headers(page.headers)
  headers.delete('cookie')
  const query = new URLSearchParams(page.query)
  for (const [name, value] of asked) query.set(name, value)
  return { ...page, headers, query }
}

/** Which questions browsers may send here from other sites. */
export const mayAsk: Reply = {
  status: 204,
  body: null,
  headers: {
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'GET, POST',
    'access-control-allow-headers': 'content-type',
    'access-control-max-age': '86400',
  },
}

/** What a program is told whose body cannot be read, in the words of the interface it speaks. */
export const noQuestion: Reply = {
  status: 400,
  body: JSON.stringify('Bad request - JSON Error: Error decoding JSON data'),
  headers: {
    'content-type': 'application/json; charset=utf-8',
    'access-control-allow-origin': '*',
    'cache-control': 'no-store',
  },
}
