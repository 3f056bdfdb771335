import type { Route } from '../route.ts'

const segmentsOf = (path: string): readonly string[] => path.split('/').filter(Boolean)

const matches = (pattern: string, path: string): boolean => {
  const wanted = segmentsOf(pattern)
  const given = segmentsOf(path)
  return (
    wanted.length === given.length &&
    wanted.every((segment, at) => segment.startsWith(':') || segment === given[at])
  )
}

/** Whether a page, and not only a form, answers at that path. */
export const isPage = (routes: readonly Route[], path: string): boolean =>
  routes.some((route) => route.method === 'GET' && matches(route.path, path))

const isPlain = (text: string): boolean => /^[\x21-\x7e]*$/.test(text) && !/\/\/|\\/.test(text)

const refererIn = (
  referer: string | null,
  own: { readonly host: string | null; readonly publicUrl: string },
): { readonly path: string; readonly whole: string } | undefined => {
  if (!referer || !URL.canParse(referer)) return undefined
  const from = new URL(referer)
  if (from.host !== own.host && from.origin !== new URL(own.publicUrl).origin) return undefined
  const whole = `${from.pathname}${from.search}`
  return isPlain(whole) ? { path: from.pathname, whole } : undefined
}

const nearestPage = (routes: readonly Route[], path: string): string | undefined => {
  const segments = segmentsOf(path)
  for (let length = segments.length; length > 1; length -= 1) {
    const shorter = `/${segments.slice(0, length).join('/')}`
    if (isPage(routes, shorter)) return shorter
  }
  return undefined
}

/**
 * The page on which a form stands that was sent to `path`: where the browser says it comes from, else the
 * address itself or the nearest one above it that has a page, else the person's own page of the city.
 */
export const findFormPage = (
  routes: readonly Route[],
  sent: { readonly path: string; readonly headers: Headers },
  publicUrl: string,
): string => {
  const city = segmentsOf(sent.path)[0] ?? ''
  const host = sent.headers.get('host')
  const from = refererIn(sent.headers.get('referer'), { host, publicUrl })
  const isHere = from?.path.startsWith(`/${city}/`) && isPage(routes, from.path)
  if (from && isHere) return from.whole
  return (isPlain(sent.path) && nearestPage(routes, sent.path)) || `/${city}/me`
}

/**
 * Where to go from an address that takes only a form: it stays in the address bar when a form comes back,
 * and is opened again, kept or shared. The nearest page above it holds the form, or leads to it.
 */
export const pageOfFormAddress = (routes: readonly Route[], path: string): string | undefined => {
  const takesForm = routes.some((route) => route.method === 'POST' && matches(route.path, path))
  if (!takesForm || !isPlain(path)) return undefined
  return nearestPage(routes, path) ?? `/${segmentsOf(path)[0]}`
}
