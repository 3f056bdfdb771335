import type { View } from './jsx-runtime.ts'
import { trustedHtml } from './trusted-html.ts'

/** What schema.org or DCAT says of a thing, with its `@context`. */
export type LinkedData = Readonly<Record<string, unknown>>

/**
 * Facts of a page for machines. A block of data is no script: no browser runs it, and the policy of the page's
 * content does not ask about it. No sign in it can end the block, whatever people typed.
 */
export const JsonLd = ({ data }: { readonly data: LinkedData }): View => {
  const text = JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return trustedHtml(`<script type="application/ld+json">${text}</script>`)
}
