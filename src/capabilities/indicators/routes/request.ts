import { allow, NotFound } from '#kernel/refusals.ts'
import type { PageRequest } from '#web/route.ts'
import type { Crumb } from '#web/ui/index.ts'
import { planPaths } from '../../plans/index.ts'
import type { Indicator } from '../indicator.ts'
import { paths } from '../paths.ts'
import { canEnter } from '../policy.ts'
import { findIndicator, lockIndicator } from '../queries/indicators.ts'
import { sentences } from '../sentences.ts'

const isCode = (text: string): boolean => /^[a-z0-9-]{1,40}$/.test(text)

const foundOr404 = (indicator: Indicator | undefined): Indicator => {
  if (!indicator) throw new NotFound('indicator')
  return indicator
}

/** The indicator of the address. @throws NotFound */
export const getIndicator = async ({ scope, params }: PageRequest): Promise<Indicator> => {
  const code = params.code ?? ''
  return foundOr404(isCode(code) ? await findIndicator(scope, code) : undefined)
}

/** The same, for whoever may enter its values. @throws NotFound, Forbidden */
export const getOwnIndicator = async (request: PageRequest): Promise<Indicator> => {
  const indicator = await getIndicator(request)
  allow(canEnter(request.scope.actor, indicator))
  return indicator
}

/** The same, held until the transaction ends: for every form that is sent. */
export const holdIndicator = async (request: PageRequest): Promise<Indicator> => {
  const { scope, params } = request
  const code = params.code ?? ''
  const indicator = foundOr404(isCode(code) ? await lockIndicator(scope, code) : undefined)
  allow(canEnter(scope.actor, indicator))
  return indicator
}

/** From the plans to a page of the indicators. */
export const crumbsTo = (
  { city, language }: PageRequest,
  ...here: readonly Crumb[]
): readonly Crumb[] => {
  const words = sentences[language]
  return [
    { label: words.plans, href: planPaths.plans(city.slug) },
    here.length === 0
      ? { label: words.title }
      : { label: words.title, href: paths.list(city.slug) },
    ...here,
  ]
}
