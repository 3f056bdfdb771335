import type { Language } from '#kernel/bilingual.ts'
import { sentences } from './sentences.ts'

export interface NavItem {
  label: string
  href: string
}

const mainPlaces = ['groups', 'issues', 'programmes', 'projects', 'plans', 'statistics'] as const

/** The main menu of a city, in the order of a newcomer's questions. */
export const cityNavigation = (slug: string, lang: Language): NavItem[] =>
  mainPlaces.map((place) => ({ label: sentences[lang].nav[place], href: `/${slug}/${place}` }))

/** Pages about the site itself, at the end of every page. */
export const aboutNavigation = (slug: string, lang: Language): NavItem[] => {
  const { about } = sentences[lang]
  return [
    { label: about.guide, href: `/${slug}/guide` },
    { label: about.about, href: `/${slug}/about` },
    { label: about.facilities, href: `/${slug}/facilities` },
    { label: about.departments, href: `/${slug}/departments` },
    { label: about.accessibility, href: `/${slug}/accessibility` },
    { label: about.privacy, href: `/${slug}/privacy` },
    { label: about.terms, href: `/${slug}/terms` },
    { label: about.openData, href: `/${slug}/open-data` },
  ]
}

/** What is new in a city, for feed readers. */
export const feedsOf = (slug: string, lang: Language) =>
  [
    { type: 'application/atom+xml', href: `/${slug}/feed.atom?lang=${lang}` },
    { type: 'application/rss+xml', href: `/${slug}/feed.rss?lang=${lang}` },
    { type: 'application/feed+json', href: `/${slug}/feed.json?lang=${lang}` },
  ] as const

/** True when the page lies at this place of the menu or below it. */
export const isWithin = (path: string, href: string): boolean => {
  const [pathname = ''] = path.split('?')
  return pathname === href || pathname.startsWith(`${href}/`)
}

/** The same page in another language; everything else that was asked stays asked. */
export function pathInLanguage(path: string, lang: Language): string {
  const [pathname = '', query = ''] = path.split('?')
  const asked = new URLSearchParams(query)
  asked.set('lang', lang)
  return `${pathname}?${asked}`
}

/** The address under which a page is known to search engines: without the language. */
export function canonicalPath(path: string): string {
  const [pathname = '', query = ''] = path.split('?')
  const asked = new URLSearchParams(query)
  asked.delete('lang')
  return asked.size === 0 ? pathname : `${pathname}?${asked}`
}
