import type { Language } from '#kernel/bilingual.ts'
import { readCookie } from './cookies.ts'

const isLanguage = (value: string | null | undefined): value is Language =>
  value === 'ja' || value === 'en'

/** `?lang=` first, then what the person chose before, then Japanese unless the browser asks for English only. */
export const languageOf = (query: URLSearchParams, headers: Headers): Language => {
  const asked = query.get('lang')
  if (isLanguage(asked)) return asked
  const remembered = readCookie(headers.get('cookie'), 'lang')
  if (isLanguage(remembered)) return remembered
  const accepted = headers.get('accept-language')?.toLowerCase() ?? ''
  return /(^|,)\s*en/.test(accepted) && !/(^|,)\s*ja/.test(accepted) ? 'en' : 'ja'
}
