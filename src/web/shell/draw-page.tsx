import { renderPage, renderPart } from '#web/html/render.ts'
import { nameJapanese } from '#web/html/written-in.ts'
import { Layout, type LayoutProps } from './layout.tsx'
import { sentences } from './sentences.ts'

/** Said where the page begins, so that nobody looks for a translation that was never written. */
const writtenInJapanese = (): string =>
  renderPart(<p class="only-japanese">{sentences.en.onlyJapanese}</p>)

/** The whole document, as it is sent. On an English page everything Japanese is named as that. */
export const drawPage = (props: LayoutProps): string => {
  const drawn = renderPage(<Layout {...props} />)
  if (props.lang === 'ja') return drawn
  const { html, told } = nameJapanese(drawn)
  if (!told) return html
  return html.replace(/<main [^>]*>/, (main) => `${main}${writtenInJapanese()}`)
}
