import type { Frame } from './frame.ts'
import { canonicalPath, pathInLanguage } from './navigation.ts'
import { sentences } from './sentences.ts'

interface DocumentHeadProps extends Frame {
  title: string
  /** The form came back: said first in the title (WCAG G83). */
  failed?: boolean | undefined
  description?: string | undefined
  /** Pages for one person are kept out of search engines. */
  unlisted?: boolean | undefined
}

function titleOf({ lang, title, failed, city }: DocumentHeadProps): string {
  const say = sentences[lang]
  const owner = city ? `${city.name[lang]} ${say.product}` : say.product
  const whole = title === owner ? title : `${title}｜${owner}`
  return failed ? say.errorTitle(whole) : whole
}

/** What browsers and search engines read. */
export function DocumentHead(props: DocumentHeadProps) {
  const { site, path, description, unlisted, person } = props
  const address = (to: string) => `${site.publicUrl}${to}`
  return (
    <head>
      <meta charset="utf-8" />
      <title>{titleOf(props)}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      {description && <meta name="description" content={description} />}
      {(unlisted || person) && <meta name="robots" content="noindex" />}
      <link rel="stylesheet" href={site.css} />
      <script type="module" src={site.js} />
      <link rel="icon" type="image/svg+xml" href="/assets/icon.svg" />
      <link rel="canonical" href={address(canonicalPath(path))} />
      <link rel="alternate" hreflang="ja" href={address(pathInLanguage(path, 'ja'))} />
      <link rel="alternate" hreflang="en" href={address(pathInLanguage(path, 'en'))} />
    </head>
  )
}
