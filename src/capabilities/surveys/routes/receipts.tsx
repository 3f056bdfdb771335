import type { Answer } from '#web/answer.ts'
import { page } from '#web/page.tsx'
import { get, type PageRequest, type Route } from '#web/route.ts'
import { getReceiptKey } from '../queries/surveys.ts'
import { isReceipt, placeOfReceipts } from '../sealing.ts'
import { sentences } from '../sentences.ts'
import { ReceiptCheckPage } from '../views/receipt-check.tsx'
import { crumbsOf, getKeptOne, getPublic } from './request.ts'

/**
 * Only looked up, nothing is written: whose number was asked for stands nowhere. Like everywhere, the number stands
 * behind the `?`, which no log keeps.
 */
const check = async (request: PageRequest): Promise<Answer> => {
  await getPublic(request)
  const survey = await getKeptOne(request)
  const { scope, city, language, query } = request
  const title = sentences[language].answering.checkTitle
  const typed = (query.get('number') ?? '').trim()
  const isOurs = async (): Promise<boolean> => {
    const locked = await getReceiptKey(scope, survey.id)
    return isReceipt(scope.outside.secrets.unlock(locked, placeOfReceipts(survey.id)), typed)
  }
  return page(
    request,
    {
      title,
      breadcrumb: [...crumbsOf(request, survey), { label: title }],
      unlisted: true,
    },
    <ReceiptCheckPage
      lang={language}
      city={city}
      survey={survey}
      checked={typed === '' ? undefined : { typed, isOurs: await isOurs() }}
    />,
  )
}

/** Somebody shows the number of a receipt: did an answer come in? */
export const receiptRoutes: readonly Route[] = [
  get(
    '/:city/surveys/:id/receipts',
    'surveys.check-receipt',
    ['office', 'centre', 'department'],
    check,
  ),
]
