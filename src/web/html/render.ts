import { renderToString } from 'preact-render-to-string'
import type { View } from './jsx-runtime.ts'

/** The whole document as it is sent. */
export const renderPage = (page: View): string => `<!doctype html>${renderToString(page)}`

/** A piece of a page, for mails and tests. */
export const renderPart = (part: View): string => renderToString(part)
