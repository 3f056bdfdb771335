import type { Answer } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, postFromMail, type Route } from '#web/route.ts'
import { openStop } from '../../mails/index.ts'
import { chooseMailPace } from '../actions/mails.ts'
import { findAccount } from '../queries/accounts.ts'
import { mailSentences } from '../sentences/mails.ts'
import { MailStopPage, MailStoppedPage } from '../views/mail-choice.tsx'

const accountOf = async ({ scope, params }: PageRequest) => {
  const id = openStop(scope, params.token ?? '')
  return id ? findAccount(scope, id) : undefined
}

/** The address without the name before its mark: a mail may have been passed on. */
const hintOf = (email: string): string => email.replace(/^(.{1,2}).*@/u, '$1…@')

const ended = (request: PageRequest, known: boolean): Answer => {
  const { language: lang, city } = request
  const words = mailSentences[lang]
  const title = known ? words.stopped : words.unknownTitle
  return page(
    request,
    { title, breadcrumb: [{ label: title }], unlisted: true, ...(known ? {} : { status: 422 }) },
    <MailStoppedPage lang={lang} city={city} known={known} />,
  )
}

const showStop = async (request: PageRequest): Promise<Answer> => {
  const { language: lang, city, params } = request
  const account = await accountOf(request)
  if (!account) return ended(request, false)
  const title = mailSentences[lang].stopTitle
  return page(
    request,
    { title, breadcrumb: [{ label: title }], unlisted: true },
    <MailStopPage
      lang={lang}
      city={city}
      token={params.token ?? ''}
      email={hintOf(account.email)}
      formKey={newFormKey()}
    />,
  )
}

/** A program of RFC 8058 reads nothing but the status; a person reads the page. */
const doStop = async (request: PageRequest): Promise<Answer> => {
  const account = await accountOf(request)
  if (!account) return ended(request, false)
  await chooseMailPace(request.scope, account.id, 'none')
  return ended(request, true)
}

/** Stopping mails from a mail, without signing in. */
export const mailStopRoutes: readonly Route[] = [
  get('/:city/mail-stop/:token', 'accounts.show-mail-stop', ['everyone'], showStop),
  postFromMail('/:city/mail-stop/:token', 'accounts.stop-mails', doStop),
]
