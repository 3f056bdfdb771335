import { addDays, type PlainDate, tokyoDayOf } from '#kernel/calendar.ts'
import { parseDate } from '#kernel/date-input.ts'
import { NotFound } from '#kernel/refusals.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { pageAsked } from '#web/paging.ts'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import type { FieldError } from '#web/ui/index.ts'
import { countRegistrationMoves, getRegistrationPreset } from '../../groups/index.ts'
import { callOffCampaign } from '../actions/call-off.ts'
import { moveCampaign, openCampaign } from '../actions/campaigns.ts'
import { campaignYear, isFitting, isUnanswered, outcomes, usualDays } from '../campaign.ts'
import { paths } from '../paths.ts'
import { canRunCampaigns } from '../policy.ts'
import {
  countOutcomes,
  getCampaign,
  listCampaignLines,
  listCampaigns,
  listInvitees,
} from '../queries/campaigns.ts'
import { sentences } from '../sentences.ts'
import { CampaignPage, type CampaignProps } from '../views/campaign-page.tsx'
import { campaignName, namesOf, type Opening, RenewalsPage } from '../views/renewals-page.tsx'

const staff = ['centre', 'office'] as const
const pageSize = 50
const printedAtMost = 5_000

type Failed = {
  readonly class: string
  readonly fiscalYear: number
  readonly errors: readonly FieldError[]
}

/** A year that nobody opened in time is opened from today on, for as long as a reminder takes. */
const lateDays = (today: PlainDate) => ({ opensOn: today, closesOn: addDays(today, 30) })

/** What could be opened: this year's renewals of every class, and last year's where groups were never asked. */
const openingsFor = async (
  { scope, form }: PageRequest,
  failed?: Failed,
): Promise<readonly Opening[]> => {
  const { classes } = await getRegistrationPreset(scope)
  const campaigns = await listCampaigns(scope)
  const today = tokyoDayOf(scope.now)
  const year = campaignYear(today)
  const openings: Opening[] = []
  for (const one of classes)
    for (const fiscalYear of [year - 1, year]) {
      const of = { class: one.code, fiscalYear }
      const isOpen = campaigns.some(
        (campaign) => campaign.class === of.class && campaign.fiscalYear === fiscalYear,
      )
      const isLate = fiscalYear < year
      const endsByItself = one.validity.kind !== 'unlimited'
      if (!one.renewal || isOpen || (isLate && !endsByItself)) continue
      const concerned = (await listInvitees(scope, of)).length
      if (isLate && concerned === 0) continue
      const mine = failed?.class === one.code && failed.fiscalYear === fiscalYear
      const days = isLate ? lateDays(today) : usualDays(one.renewal, fiscalYear)
      openings.push({
        class: one,
        fiscalYear,
        concerned,
        opensOn: mine ? form.text('opens_on') : days.opensOn,
        closesOn: mine ? form.text('closes_on') : days.closesOn,
        errors: mine ? failed.errors : [],
      })
    }
  return openings
}

const renewalsPage = async (request: PageRequest, failed?: Failed): Promise<Answer> => {
  const { scope, city, language } = request
  const words = sentences[language]
  const { classes } = await getRegistrationPreset(scope)
  const openings = await openingsFor(request, failed)
  const isShown = openings.some(({ errors }) => errors.length > 0)
  return page(
    request,
    {
      title: words.renewals.title,
      width: 'wide',
      unlisted: true,
      done: { 'called-off': words.renewals.calledOff },
      breadcrumb: [
        { label: words.desk.title, href: paths.desk(city.slug) },
        { label: words.renewals.title },
      ],
      ...(failed ? { status: 422 } : {}),
    },
    <RenewalsPage
      lang={language}
      city={city}
      campaigns={await listCampaigns(scope)}
      classNames={namesOf(classes, language)}
      openings={openings}
      errors={isShown ? [] : (failed?.errors ?? [])}
      classes={classes}
      mayRun={canRunCampaigns(scope.actor).ok}
      moves={(await countRegistrationMoves(scope)).toReversed()}
      newKey={newFormKey}
    />,
  )
}

/** The two days as they were typed, or what is wrong with them. */
const readDays = ({ form, language }: PageRequest, prefix = '') => {
  const words = sentences[language].renewals
  const [opens, closes] = [parseDate(form.text('opens_on')), parseDate(form.text('closes_on'))]
  const errors: FieldError[] = []
  if (!opens.ok) errors.push({ id: `${prefix}opens_on`, message: words.opensWrong })
  const fits =
    closes.ok && (!opens.ok || isFitting({ opensOn: opens.value, closesOn: closes.value }))
  if (!fits) errors.push({ id: `${prefix}closes_on`, message: words.closesWrong })
  return opens.ok && closes.ok && fits
    ? { days: { opensOn: opens.value, closesOn: closes.value }, errors }
    : { days: undefined, errors }
}

const open = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form, language } = request
  const code = form.text('class')
  const asked = Number(form.text('fiscal_year') || campaignYear(tokyoDayOf(scope.now)))
  const { classes } = await getRegistrationPreset(scope)
  if (!classes.some((one) => one.code === code && one.renewal)) throw new NotFound('class')
  const possible = (await openingsFor(request)).some(
    (one) => one.class.code === code && one.fiscalYear === asked,
  )
  const { days, errors } = readDays(request, `${code}-${asked}-`)
  const failed = { class: code, fiscalYear: asked }
  if (possible && !days) return renewalsPage(request, { ...failed, errors })
  const opened =
    possible && days
      ? await openCampaign(scope, { class: code, fiscalYear: asked, ...days })
      : undefined
  if (opened?.ok) return redirect(`${paths.campaign(city.slug, opened.value)}?done=opened`)
  const message = sentences[language].renewals.thereIsOne
  return renewalsPage(request, { ...failed, errors: [{ id: 'list', message }] })
}

const askedOf = (query: URLSearchParams): CampaignProps['asked'] => ({
  outcome: outcomes.find((outcome) => outcome === query.get('outcome')) ?? '',
  page: pageAsked(query),
  all: query.get('all') === 'yes',
})

const campaignPage = async (
  request: PageRequest,
  failed?: CampaignProps['failed'],
): Promise<Answer> => {
  const { scope, city, language, query } = request
  const words = sentences[language]
  const campaign = await getCampaign(scope, request.params.id ?? '')
  const { classes } = await getRegistrationPreset(scope)
  const classNames = namesOf(classes, language)
  const today = tokyoDayOf(scope.now)
  const isOn = !campaign.calledOff && today <= campaign.closesOn
  const counts = await countOutcomes(scope, campaign.id)
  const title = campaignName({ classNames, lang: language }, campaign)
  const asked = askedOf(query)
  const slice = asked.all
    ? { limit: printedAtMost, offset: 0 }
    : { limit: pageSize, offset: (asked.page - 1) * pageSize }
  return page(
    request,
    {
      title,
      width: 'wide',
      unlisted: true,
      done: { moved: words.renewals.moved, opened: words.renewals.opened },
      breadcrumb: [
        { label: words.renewals.title, href: paths.renewals(city.slug) },
        { label: title },
      ],
      ...(failed ? { status: 422 } : {}),
    },
    <CampaignPage
      lang={language}
      city={city}
      campaign={campaign}
      classNames={classNames}
      counts={counts}
      today={today}
      toInvite={isOn ? (await listInvitees(scope, campaign)).length : 0}
      endless={classes.find(({ code }) => code === campaign.class)?.validity.kind === 'unlimited'}
      mayCallOff={isOn && canRunCampaigns(scope.actor).ok && isUnanswered(counts)}
      lines={await listCampaignLines(scope, campaign.id, { outcome: asked.outcome, ...slice })}
      asked={asked}
      pageSize={pageSize}
      mayRun={!campaign.calledOff && canRunCampaigns(scope.actor).ok}
      newKey={newFormKey}
      {...(failed ? { failed } : {})}
    />,
  )
}

const moveDays = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  const campaign = await getCampaign(scope, request.params.id ?? '')
  const { days, errors } = readDays(request)
  if (!days) {
    const typed = { opensOn: form.text('opens_on'), closesOn: form.text('closes_on') }
    return campaignPage(request, { ...typed, errors })
  }
  await moveCampaign(scope, campaign, days)
  return redirect(`${paths.campaign(city.slug, campaign.id)}?done=moved`)
}

const callOff = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language } = request
  const campaign = await getCampaign(scope, request.params.id ?? '')
  const done = await callOffCampaign(scope, campaign)
  if (done.ok) return redirect(`${paths.renewals(city.slug)}?done=called-off`)
  const message = sentences[language].renewals.callOffNot
  return campaignPage(request, { ...campaign, errors: [{ id: 'groups', message }] })
}

/** The campaigns of renewals: the staff see how they go, the office runs them. */
export const campaignRoutes: readonly Route[] = [
  get('/:city/desk/renewals', 'revisions.renewals', staff, (request) => renewalsPage(request)),
  post('/:city/desk/renewals', 'revisions.open-renewals', ['office'], open),
  get('/:city/desk/renewals/:id', 'revisions.campaign', staff, (request) => campaignPage(request)),
  post('/:city/desk/renewals/:id/days', 'revisions.move-days', ['office'], moveDays),
  post('/:city/desk/renewals/:id/calling-off', 'revisions.call-off-renewals', ['office'], callOff),
]
