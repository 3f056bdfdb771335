import { hasRole, isStaff, type Person } from '#kernel/actor.ts'
import { Icon } from '../ui/icon.tsx'
import { SearchBox } from '../ui/search-box.tsx'
import { type Frame, homeOf } from './frame.ts'
import { Mark } from './mark.tsx'
import { isWithin, type NavItem, pathInLanguage } from './navigation.ts'
import { sentences } from './sentences.ts'

interface HeaderProps extends Frame {
  nav: readonly NavItem[]
  /** Where the search box sends to; no box when left out. */
  searchAction?: string | undefined
}

function Brand({ lang, city }: Frame) {
  return (
    <a class="brand" href={homeOf(city)}>
      <Mark />
      {city ? city.name[lang] : sentences[lang].product}
    </a>
  )
}

const otherLanguage = {
  ja: { lang: 'en', name: 'English' },
  en: { lang: 'ja', name: '日本語' },
} as const

/** The same page in the other language, named as its readers name it. */
function LanguageSwitch({ lang, path, languageForm }: Frame) {
  const other = otherLanguage[lang]
  const face = (
    <>
      <Icon name="globe" />
      {other.name}
    </>
  )
  return languageForm ? (
    <button class="language" type="submit" form={languageForm} lang={other.lang}>
      {face}
    </button>
  ) : (
    <a
      class="language"
      href={pathInLanguage(path, other.lang)}
      lang={other.lang}
      hreflang={other.lang}
    >
      {face}
    </a>
  )
}

/** What this site is, and in which languages. */
function Band(props: Frame) {
  return (
    <div class="header-band">
      <span>{sentences[props.lang].productLine}</span>
      <LanguageSwitch {...props} />
    </div>
  )
}

/** Staff and committee members have work waiting on a page of its own. */
const hasDesk = (person: Person): boolean => isStaff(person) || hasRole(person, 'reviewer')

/** Where to sign in; a page that carries something is the one to sign in on, and must not be left. */
const signInHref = ({ path, languageForm }: Frame, slug: string): string => {
  if (languageForm) return '#main'
  const signIn = `/${slug}/sign-in`
  return isWithin(path, signIn) ? path : `${signIn}?next=${encodeURIComponent(path)}`
}

function PersonLinks(props: Frame) {
  const { lang, city, person } = props
  if (!city) return null
  const say = sentences[lang]
  if (!person) {
    return (
      <a class="header-link" href={signInHref(props, city.slug)}>
        <Icon name="person" />
        {say.signIn}
      </a>
    )
  }
  return (
    <>
      {hasDesk(person) && (
        <div class="header-desk">
          <a class="header-link" href={`/${city.slug}/desk`}>
            <Icon name="document" />
            {say.desk}
          </a>
        </div>
      )}
      <a class="header-link" href={`/${city.slug}/me`} aria-label={say.myPageOf(person.name)}>
        <Icon name="person" />
        {say.myPage}
      </a>
    </>
  )
}

function NavList({ nav, path }: Pick<HeaderProps, 'nav' | 'path'>) {
  return (
    <ul class="nav-list">
      {nav.map(({ label, href }) => (
        <li key={href}>
          <a href={href} aria-current={isWithin(path, href) ? 'page' : undefined}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** The menu stands twice: open on wide screens, folded on phones. Only one of them is ever shown. */
function FoldedMenu(props: HeaderProps) {
  const { lang, city, person, nav, path, searchAction } = props
  const say = sentences[lang]
  const desk =
    city && person && hasDesk(person) ? [{ label: say.desk, href: `/${city.slug}/desk` }] : []
  return (
    <details class="menu">
      <summary>
        <Icon name="menu" />
        {say.menu}
      </summary>
      <div class="menu-body">
        {searchAction && (
          <SearchBox lang={lang} action={searchAction} label={say.searchLabel} id="menu-search" />
        )}
        <nav aria-label={say.mainMenu}>
          <NavList nav={[...desk, ...nav]} path={path} />
        </nav>
      </div>
    </details>
  )
}

/** Whose site this is, where one can go, in which language. */
export function Header(props: HeaderProps) {
  const { lang, nav, path, person, searchAction } = props
  const say = sentences[lang]
  return (
    <header class="header">
      <Band {...props} />
      <div class="header-top" data-desk={person !== undefined && hasDesk(person)}>
        <Brand {...props} />
        <div class="header-tools">
          {searchAction && (
            <div class="header-search">
              <SearchBox
                lang={lang}
                action={searchAction}
                label={say.searchLabel}
                id="header-search"
              />
            </div>
          )}
          <PersonLinks {...props} />
          {nav.length > 0 && <FoldedMenu {...props} />}
        </div>
      </div>
      {nav.length > 0 && (
        <nav class="nav" aria-label={say.mainMenu}>
          <NavList nav={nav} path={path} />
        </nav>
      )}
    </header>
  )
}
