import { type PlainDate, tokyoDayOf } from '#kernel/calendar.ts'
import { parseDate } from '#kernel/date-input.ts'
import { allow } from '#kernel/refusals.ts'
import { cleanLine, countCharacters } from '#kernel/text.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import type { FieldError } from '#web/ui/index.ts'
import { draftLimit, startRegistration } from '../actions/start.ts'
import { paths } from '../paths.ts'
import { canEnterPaper } from '../policy.ts'
import type { RegistrationPreset } from '../preset.ts'
import { listMyGroups } from '../queries/members.ts'
import { getRegistrationPreset } from '../queries/settings.ts'
import { registrationSentences } from '../registration-sentences.ts'
import { sentences } from '../sentences.ts'
import { type PaperChannel, PaperPage, paperChannels, StartPage } from '../views/start.tsx'

const crumbs = ({ city, language }: PageRequest, title: string) => [
  { label: sentences[language].directory.crumb, href: paths.directory(city.slug) },
  { label: sentences[language].guide.title, href: paths.guide(city.slug) },
  { label: title },
]

const nameErrors = (name: string, lang: PageRequest['language']): FieldError[] => {
  const words = registrationSentences[lang].start
  if (name === '') return [{ id: 'name', message: words.nameMissing }]
  return countCharacters(name) > 100 ? [{ id: 'name', message: words.nameLong }] : []
}

const typedName = (request: PageRequest): string => cleanLine(request.form.text('name'))

const statusFor = (errors: readonly FieldError[]) => (errors.length > 0 ? { status: 422 } : {})

/** The class that was chosen, here or in the guide; the only one where the city has one. */
const classAsked = (request: PageRequest, { classes }: RegistrationPreset): string => {
  const asked = request.form.text('class') || (request.query.get('class') ?? '')
  if (classes.some(({ code }) => code === asked)) return asked
  return classes.length === 1 ? classes[0]!.code : ''
}

const classErrors = (chosen: string, lang: PageRequest['language']): FieldError[] =>
  chosen === '' ? [{ id: 'class', message: registrationSentences[lang].start.classMissing }] : []

const startPage = async (request: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const { scope, city, language, person } = request
  const { title } = registrationSentences[language].start
  const mine = person ? await listMyGroups(scope, person) : []
  const preset = await getRegistrationPreset(scope)
  const unfinished = mine.filter(({ state }) => state === 'draft' || state === 'returned')
  return page(
    request,
    { title, unlisted: true, breadcrumb: crumbs(request, title), ...statusFor(errors) },
    <StartPage
      lang={language}
      citySlug={city.slug}
      formKey={newFormKey()}
      name={request.form.text('name')}
      errors={errors}
      mine={unfinished}
      classes={preset.classes}
      chosen={classAsked(request, preset)}
    />,
  )
}

const start = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language } = request
  const name = typedName(request)
  const chosen = classAsked(request, await getRegistrationPreset(scope))
  const errors = [...nameErrors(name, language), ...classErrors(chosen, language)]
  if (errors.length > 0) return startPage(request, errors)
  const begun = { name, channel: 'web', class: chosen } as const
  const started = await startRegistration(scope, city, begun)
  if (started.ok) return redirect(paths.edit(city.slug, started.value))
  const { tooMany } = registrationSentences[language].start
  return startPage(request, [{ id: 'name', message: tooMany(draftLimit) }])
}

const channelSent = (request: PageRequest): PaperChannel | undefined =>
  paperChannels.find((channel) => channel === request.form.text('channel'))

/** The day on which the paper came: today unless another was written; what has not come yet is none. */
const receivedSent = ({ form, scope }: PageRequest): PlainDate | undefined => {
  const today = tokyoDayOf(scope.now)
  if (form.text('received_on').trim() === '') return today
  const read = parseDate(form.text('received_on'))
  return read.ok && read.value <= today ? read.value : undefined
}

const paperPage = async (request: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const { scope, city, language } = request
  const preset = await getRegistrationPreset(scope)
  const { title } = registrationSentences[language].paper
  return page(
    request,
    {
      title,
      unlisted: true,
      breadcrumb: [
        { label: registrationSentences[language].list.title, href: paths.desk(city.slug) },
        { label: title },
      ],
      ...statusFor(errors),
    },
    <PaperPage
      lang={language}
      citySlug={city.slug}
      formKey={newFormKey()}
      name={request.form.text('name')}
      channel={request.form.text('channel') || 'counter'}
      receivedOn={request.form.text('received_on') || tokyoDayOf(scope.now)}
      errors={errors}
      classes={preset.classes}
      chosen={classAsked(request, preset)}
    />,
  )
}

const showPaper = async (request: PageRequest): Promise<Answer> => {
  allow(canEnterPaper(request.scope.actor))
  return paperPage(request, [])
}

const startFromPaper = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language } = request
  allow(canEnterPaper(scope.actor))
  const name = typedName(request)
  const channel = channelSent(request)
  const { channelMissing, receivedWrong } = registrationSentences[language].paper
  const received = receivedSent(request)
  const chosen = classAsked(request, await getRegistrationPreset(scope))
  const errors = [
    ...nameErrors(name, language),
    ...classErrors(chosen, language),
    ...(channel ? [] : [{ id: 'channel', message: channelMissing }]),
    ...(received ? [] : [{ id: 'received_on', message: receivedWrong }]),
  ]
  if (!channel || !received || errors.length > 0) return paperPage(request, errors)
  const begun = { name, channel, class: chosen, receivedOn: received }
  const started = await startRegistration(scope, city, begun)
  if (!started.ok) throw new Error('paper is never counted as a draft of the person')
  return redirect(paths.edit(city.slug, started.value))
}

/** Beginning a registration, on the web or from paper. */
export const startRoutes: readonly Route[] = [
  get('/:city/groups/registration/new', 'groups.start-form', ['person'], (request) =>
    startPage(request, []),
  ),
  post('/:city/groups/registration/new', 'groups.start', ['person'], start),
  get('/:city/groups/registration/paper', 'groups.paper-form', ['centre', 'office'], showPaper),
  post('/:city/groups/registration/paper', 'groups.paper', ['centre', 'office'], startFromPaper),
]
