import { JsonLd, type LinkedData } from '#web/html/json-ld.ts'
import type { Frame } from './frame.ts'
import { canonicalPath, feedsOf, pathInLanguage } from './navigation.ts'
import { sentences } from './sentences.ts'

/** A picture that stands for a page elsewhere. */
export interface PageImage {
  /** From the root of the site. */
  path: string
  alt: string
  width: number
  height: number
}

interface DocumentHeadProps extends Frame {
  title: string
  /** The form came back: said first in the title (WCAG G83). */
  failed?: boolean | undefined
  description?: string | undefined
  data?: readonly LinkedData[] | undefined
  image?: PageImage | undefined
  feed?: { readonly title: string; readonly href: string } | undefined
  /** Pages for one person are kept out of search engines. */
  unlisted?: boolean | undefined
}

function titleOf({ lang, title, failed, city }: DocumentHeadProps): string {
  const say = sentences[lang]
  const owner = city ? `${city.name[lang]} ${say.product}` : say.product
  const whole = title === owner ? title : `${title}｜${owner}`
  return failed ? say.errorTitle(whole) : whole
}

/** What a message or another site shows beside a link to the page (Open Graph). */
function LinkPreview(props: DocumentHeadProps) {
  const { lang, site, path, title, description, city, image } = props
  const facts: Record<`og:${string}`, string> = {
    'og:type': 'website',
    'og:title': title,
    'og:site_name': city
      ? `${city.name[lang]} ${sentences[lang].product}`
      : sentences[lang].product,
    'og:url': `${site.publicUrl}${canonicalPath(path)}`,
    'og:locale': lang === 'ja' ? 'ja_JP' : 'en_GB',
    ...(description ? { 'og:description': description } : {}),
    ...(image
      ? {
          'og:image': `${site.publicUrl}${image.path}`,
          'og:image:alt': image.alt,
          'og:image:width': String(image.width),
          'og:image:height': String(image.height),
        }
      : {}),
  }
  return (
    <>
      {Object.entries(facts).map(([property, content]) => (
        <meta key={property} property={property as `og:${string}`} content={content} />
      ))}
    </>
  )
}

/** What browsers and search engines read. */
export function DocumentHead(props: DocumentHeadProps) {
  const { lang, city, site, path, description, unlisted, person, data, feed } = props
  const address = (to: string) => `${site.publicUrl}${to}`
  return (
    <head>
      <meta charset="utf-8" />
      <title>{titleOf(props)}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      {description && <meta name="description" content={description} />}
      {description && !unlisted && <LinkPreview {...props} />}
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
      {feed && (
        <link
          rel="alternate"
          type="application/atom+xml"
          title={feed.title}
          href={address(feed.href)}
        />
      )}
      {data?.map((one, at) => (
        <JsonLd key={at} data={one} />
      ))}
    </head>
  )
}
