import type { LinkedData } from '#web/html/json-ld.ts'
import type { Child, View } from '#web/html/jsx-runtime.ts'
import { Breadcrumb, type Crumb } from '../ui/breadcrumb.tsx'
import { type NoticeKind, NotificationBanner } from '../ui/notification-banner.tsx'
import type { TimeText } from '../ui/when.tsx'
import { DocumentHead, type PageImage } from './document-head.tsx'
import { Footer } from './footer.tsx'
import { type Frame, homeOf } from './frame.ts'
import { Header } from './header.tsx'
import { aboutNavigation, cityNavigation, type NavItem } from './navigation.ts'
import { sentences } from './sentences.ts'

/** Something to tell once, above the page: what has just been done. */
export interface Notice {
  kind: NoticeKind
  heading: string
  text?: Child
}

export interface LayoutProps extends Frame {
  /** Said in the window's title and in the list of open pages; the page writes its own `<h1>`. */
  title: string
  /** True when a form came back with errors. */
  failed?: boolean | undefined
  description?: string | undefined
  /** The page's facts for machines. */
  data?: readonly LinkedData[] | undefined
  image?: PageImage | undefined
  feed?: { readonly title: string; readonly href: string } | undefined
  unlisted?: boolean | undefined
  /** From below the home page to this page; the home page is put before it. None on the home page. */
  breadcrumb?: readonly Crumb[] | undefined
  /** The main menu; the city's own when left out. */
  nav?: readonly NavItem[] | undefined
  /** Where the search box sends to; the city's search when left out. */
  searchAction?: string | undefined
  updated?: TimeText | undefined
  notice?: Notice | undefined
  /** An {@link EmergencyBanner}. */
  emergency?: View | undefined
  /** `text` for reading and forms, `wide` for lists and tables, `full` for pages that set their own bands. */
  width?: 'text' | 'wide' | 'full' | undefined
  children: Child
}

const hueOf = (hue: string | undefined): string => `hue-${hue ?? 'blue'}`

function NoticeBand({ lang, notice }: Pick<LayoutProps, 'lang' | 'notice'>) {
  if (!notice) return null
  return (
    <NotificationBanner lang={lang} kind={notice.kind} heading={notice.heading} announced>
      {notice.text && <p>{notice.text}</p>}
    </NotificationBanner>
  )
}

/** The whole document around a page's content. */
export function Layout(props: LayoutProps) {
  const { lang, city, breadcrumb, notice, emergency, width = 'text', children } = props
  const say = sentences[lang]
  const nav = props.nav ?? (city ? cityNavigation(city.slug, lang) : [])
  const search = props.searchAction ?? (city ? `/${city.slug}/search` : undefined)
  return (
    <html lang={lang} class={hueOf(city?.hue)}>
      <DocumentHead {...props} />
      <body>
        <a class="skip" href="#main">
          {say.skip}
        </a>
        {emergency && <aside aria-label={say.emergency}>{emergency}</aside>}
        <Header {...props} nav={nav} searchAction={search} />
        {breadcrumb && (
          <Breadcrumb
            lang={lang}
            items={[{ label: say.home, href: homeOf(city) }, ...breadcrumb]}
          />
        )}
        <main id="main" tabindex={-1} data-width={width}>
          <NoticeBand lang={lang} notice={notice} />
          {children}
        </main>
        <Footer {...props} about={city ? aboutNavigation(city.slug, lang) : []} />
      </body>
    </html>
  )
}
