import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, postUnseen, type Route } from '#web/route.ts'
import { sendAgain } from '../actions/sign-up.ts'
import { paths } from '../paths.ts'
import { openSentMail } from '../sent-mail.ts'
import { sentences } from '../sentences.ts'
import { SentPage } from '../views/sent-page.tsx'

/** Says that a mail is on its way: the same whether or not the address is known. */
const showSent = async (request: PageRequest): Promise<Answer> => {
  const { language, city, site, query, scope } = request
  const words = sentences[language]
  const locked = query.get('to') ?? ''
  const sent = openSentMail(scope, locked)
  return page(
    request,
    {
      title: words.sentTitle,
      breadcrumb: [{ label: words.sentTitle }],
      done: words.done,
      unlisted: true,
    },
    <SentPage
      lang={language}
      citySlug={city.slug}
      formKey={newFormKey()}
      sent={sent && { ...sent, locked }}
      outbox={
        site.sampleWorld && !site.sendsMail ? (site.operatorCommand ?? 'bin/tsunagu') : undefined
      }
    />,
  )
}

/** Sends the link once more; who presses often gets the same answer, and no more mails than an hour allows. */
const doSendAgain = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  const locked = form.text('to')
  const sent = openSentMail(scope, locked)
  if (!sent) return redirect(paths.signIn(city.slug))
  await sendAgain(scope, city, sent)
  const to =
    sent.purpose === 'confirm'
      ? paths.signUpDone(city.slug, locked)
      : paths.resetDone(city.slug, locked)
  return redirect(`${to}&done=sent-again`)
}

/** What stands after a mail with a link was sent. */
export const sentMailRoutes: readonly Route[] = [
  get('/:city/sign-up/sent', 'accounts.show-sent', ['everyone'], showSent),
  get('/:city/reset/sent', 'accounts.show-reset-sent', ['everyone'], showSent),
  postUnseen('/:city/sign-up/sent', 'accounts.send-again', ['everyone'], doSendAgain),
]
