import type { Route } from '#web/route.ts'
import { addRowName } from '#web/ui/index.ts'
import { addressOf, kindOf } from '../access/kinds.ts'
import {
  cookieOf,
  forEachAtOnce,
  knock,
  type Outcome,
  type Sent,
  type Site,
} from '../access/knock.ts'
import { judge, listAttempts } from '../access/matrix.ts'
import type { Knocker, Town } from '../access/world/index.ts'
import { hostileTexts } from './hostile.ts'
import { listForms, type PageButton, type PageForm } from './page-forms.ts'

/** A form that somebody can reach, and the page it stands on. */
export type FoundForm = PageForm & { readonly who: Knocker; readonly page: string }

/** Everybody whose pages are searched for forms. */
const writers: readonly Knocker[] = [
  'visitor',
  'resident',
  'rep',
  'manager',
  'dept',
  'reviewer',
  'centre',
  'office',
  'admin',
]

/** What of a form's address differs from one record to the next. */
const shapeOf = ({ action, fields, buttons }: PageForm): string => {
  const names = [...fields, ...buttons].map(({ name }) => name).join()
  return `${action} ${names}`.replace(/[0-9a-hjkmnp-tv-z]{12}/g, ':id')
}

/** Every form of the product that some page shows to somebody, each once. */
export const findForms = async (
  site: Site,
  towns: { readonly here: Town; readonly there: Town },
  routes: readonly Route[],
): Promise<readonly FoundForm[]> => {
  const { here, there } = towns
  const found = new Map<string, FoundForm>()
  const attempts = listAttempts(
    routes.filter(({ method }) => method === 'GET'),
    here,
  ).filter(({ who }) => writers.includes(who))
  await forEachAtOnce(attempts, 12, async ({ route, who, state, params }) => {
    if (/\.pdf$|files/.test(route.path)) return
    const address = addressOf(route, here.here.key.slug, params)
    const cookie = cookieOf(who, here, there)
    const outcome = await knock(site, { method: 'GET', address, cookie })
    if (outcome.kind !== 'seen' || judge({ route, who, state, params }, outcome)) return
    for (const form of listForms(outcome.body.toString())) {
      const shape = shapeOf(form)
      if (!found.has(shape)) found.set(shape, { ...form, who, page: route.action })
    }
  })
  return [...found.values()]
}

/** One sending of a form: by which of its buttons, beginning with which hostile text. */
type Round = {
  readonly form: FoundForm
  readonly button: PageButton | undefined
  readonly round: number
}

/** The form with the `round`-th hostile text in its first field, the next one in its second, and so on. */
const fillHostile = ({ form: { fields }, button, round }: Round): Sent => {
  const sent: Record<string, string> = button ? { [button.name]: button.value } : {}
  let at = round
  for (const { name, kind, value } of fields) {
    if (kind === 'file' || name === 'idempotency_key') continue
    if (kind === 'value') sent[name] = value
    else {
      sent[name] = hostileTexts[at % hostileTexts.length] ?? ''
      at += 1
    }
  }
  return sent
}

/** The buttons by which a form is sent; of those that ask for rows one stands for all. */
const waysOf = ({ buttons }: PageForm): readonly (PageButton | undefined)[] => {
  const rows = buttons.filter(({ name }) => name === addRowName)
  const ways = [...buttons.filter((button) => !rows.includes(button)), ...rows.slice(0, 1)]
  return ways.length > 0 ? ways : [undefined]
}

/** Each way to send the form, gone so often that each of its fields has held every hostile text. */
const roundsOf = (form: FoundForm): readonly Round[] => {
  const count = form.fields.some(({ kind }) => kind === 'text') ? hostileTexts.length : 1
  return waysOf(form).flatMap((button) =>
    Array.from({ length: count }, (_, round) => ({ form, button, round })),
  )
}

/** What of the hostile texts a browser would run if a page showed it as it is. */
const runs = /<script>alert|<img src=x|<svg onload|href="javascript:|href="data:/

/** Whether the form is back with an empty row more in the table for which one was asked. */
const hasMoreRows = ({ form, button }: Round, html: string): boolean => {
  if (button?.name !== addRowName) return false
  const back = listForms(html).find(({ action }) => action === form.action)
  const rows: boolean[] = []
  for (const { name, value } of back?.fields ?? []) {
    const [table, at] = name.split('.')
    if (table === button.value) rows[Number(at)] = (rows[Number(at)] ?? false) || value !== ''
  }
  const empty = rows.length - 1 - rows.lastIndexOf(true)
  return empty >= (rows.includes(true) ? 2 : 3)
}

/** Whether the form is back in the other wording of a questionnaire that was asked for. */
const isWordedAnew = ({ form, button }: Round, html: string): boolean => {
  if (button?.name !== 'go' || !['easy', 'usual'].includes(button.value)) return false
  const other = button.value === 'easy' ? 'usual' : 'easy'
  const back = listForms(html).find(({ action }) => action === form.action)
  return back?.buttons.some(({ name, value }) => name === button.name && value === other) ?? false
}

/** What was done is told on the page itself where a mail program sent it, which follows no redirect (RFC 8058). */
const tellsWhatIsDone = /data-kind="success" role="status"/

/** What is wrong, or a question to whoever sent it: said aloud, unlike the notes that the page has always had. */
const says = /data-kind="error"|data-kind="warning" role="status"/

/** An answer that does not say what became of what was sent. */
const faultOf = (sending: Round, outcome: Outcome): string | undefined => {
  const { status, location } = outcome
  const html = outcome.body.toString()
  if (status >= 500) return 'breaks'
  if (runs.test(html)) return 'shows what was written as code'
  if (status === 303) return location === '' ? 'leads nowhere' : undefined
  if (status === 422) return says.test(html) ? undefined : 'says nothing'
  if (status === 200)
    return hasMoreRows(sending, html) || isWordedAnew(sending, html) || tellsWhatIsDone.test(html)
      ? undefined
      : 'shows a page as if nothing had been sent'
  return status === 403 || status === 404 || status === 413 ? undefined : `answers ${status}`
}

/** Sends every form with every hostile text in every field that can be written in. @returns what went wrong */
export const sendHostile = async (
  site: Site,
  towns: { readonly here: Town; readonly there: Town },
  forms: readonly FoundForm[],
): Promise<{ readonly sent: number; readonly faults: readonly string[] }> => {
  const faults = new Set<string>()
  const rounds = forms.flatMap(roundsOf)
  await forEachAtOnce(rounds, 12, async (sending) => {
    const { form, button, round } = sending
    const outcome = await knock(site, {
      method: 'POST',
      address: form.action,
      cookie: cookieOf(form.who, towns.here, towns.there),
      sent: fillHostile(sending),
    })
    const fault = faultOf(sending, outcome)
    const pressed = button ? `${button.name}=${button.value}` : ''
    if (fault)
      faults.add(
        `${form.page}: ${shapeOf(form).slice(0, 120)} ${pressed} ${fault} (round ${round})`,
      )
  })
  return { sent: rounds.length, faults: [...faults].sort() }
}

/** Everything that addresses ask, by the names under which pages read it. */
const queryNames =
  'q page state kind field recruiting year department mode call group issue theme lang next done who sort order per_page tab order_by email'.split(
    ' ',
  )

/** Asks every page with every hostile text in every part of its address. @returns what went wrong */
export const askHostile = async (
  site: Site,
  towns: { readonly here: Town; readonly there: Town },
  routes: readonly Route[],
): Promise<{ readonly asked: number; readonly faults: readonly string[] }> => {
  const faults = new Set<string>()
  const slug = towns.here.here.key.slug
  const pages = routes.filter(
    ({ method, path }) => method === 'GET' && kindOf({ path }) === undefined,
  )
  const all = pages.flatMap((route) => hostileTexts.map((text) => ({ route, text })))
  await forEachAtOnce(all, 12, async ({ route, text }) => {
    const query = new URLSearchParams(queryNames.map((name) => [name, text.slice(0, 500)]))
    const who = route.audience.includes('everyone') ? 'visitor' : 'office'
    const outcome = await knock(site, {
      method: 'GET',
      address: `${addressOf(route, slug, {})}?${query}`,
      cookie: cookieOf(who, towns.here, towns.there),
    })
    const html = outcome.body.toString()
    const away = /^(https?:)?\/\/(?!localhost)/.test(outcome.location)
    if (outcome.status >= 500 || runs.test(html) || away)
      faults.add(`${route.action} "${text.slice(0, 40)}" → ${outcome.status} ${outcome.location}`)
  })
  return { asked: all.length, faults: [...faults].sort() }
}
