import { JsonLd, type LinkedData } from '#web/html/json-ld.ts'
import type { Frame } from './frame.ts'
import { canonicalPath, feedsOf, pathInLanguage } from './navigation.ts'
import { sentences } from './sentences.ts'

interface DocumentHeadProps extends Frame {
  title: string
  /** The form came back: said first in the title (WCAG G83). */
  failed?: boolean | undefined
  description?: string | undefined
  data?: readonly LinkedData[] | undefined
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
  const { lang, city, site, path, description, unlisted, person, data } = props
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
      {city &&
        feedsOf(city.slug, lang).map(({ type, href }) => (
          <link
            key={type}
            rel="alternate"
            type={type}
            title={sentences[lang].feed(city.name[lang])}
            href={address(href)}
          />
        ))}
      {data?.map((one, at) => (
        <JsonLd key={at} data={one} />
      ))}
    </head>
  )
}
