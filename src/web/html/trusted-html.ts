import { jsxTemplate } from 'preact/jsx-runtime'
import type { View } from './jsx-runtime.ts'

/**
 * Puts HTML into a page as it is. The only door for it: give it nothing but what we made ourselves
 * (rendered Markdown without raw HTML, drawings), never what someone typed.
 */
export const trustedHtml = (html: string): View => jsxTemplate([html])
