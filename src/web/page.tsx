import { newToken } from '#kernel/tokens.ts'
import type { PageAnswer } from './answer.ts'
import type { LinkedData } from './html/json-ld.ts'
import type { View } from './html/jsx-runtime.ts'
import { writtenByAnother } from './kept-forms/place.ts'
import { refillForm } from './kept-forms/refill.ts'
import { LeftOver, writtenNotice } from './kept-forms/views.tsx'
import type { PageRequest } from './route.ts'
import { drawPage, type Notice, type PageImage } from './shell/index.ts'
import type { Crumb } from './ui/index.ts'

/** What a page says about itself. */
export type PageHead = {
  readonly title: string
  /** From below the city's home to this page. */
  readonly breadcrumb?: readonly Crumb[]
  readonly width?: 'text' | 'wide' | 'full'
  readonly description?: string
  /** 200 when left out; 422 for a form that comes back, which also marks the title. */
  readonly status?: number
  /** Keeps what was written although the form comes back (drafts, counted failures). */
  readonly keep?: boolean
  /** Not for search engines: pages of a person or of staff. */
  readonly unlisted?: boolean
  /** What has just been done, by the word after `?done=`. */
  readonly done?: Readonly<Record<string, string>>
  readonly notice?: Notice
  /** What stands beside a link to the page in messages and on other sites; a path of this site. */
  readonly image?: PageImage | undefined
  /** A feed of this page's own, beside the city's. */
  readonly feed?: { readonly title: string; readonly href: string } | undefined
  /** The page's facts for machines, by schema.org; only what everyone may see. */
  readonly data?: readonly LinkedData[]
  /** Id of a form of this page that leads to it in the other language; a link does where left out. */
  readonly languageForm?: string | undefined
}

const noticeOf = (request: PageRequest, head: PageHead): Notice | undefined => {
  if (head.notice) return head.notice
  if (request.written) return writtenNotice(request.language, request.written)
  const heading = head.done?.[request.query.get('done') ?? '']
  return heading ? { kind: 'success', heading } : undefined
}

/** A page of the city, in its frame. */
export const page = (request: PageRequest, head: PageHead, body: View): PageAnswer => {
  const { written } = request
  const html = draw(request, head, body)
  if (!written || written === writtenByAnother) return answerWith(head, html)
  const { leftOver } = refillForm(html, written)
  if (leftOver.length === 0) return answerWith(head, refillForm(html, written).html)
  const whole = (
    <>
      {body}
      <LeftOver lang={request.language} texts={leftOver} />
    </>
  )
  return answerWith(head, refillForm(draw(request, head, whole), written).html)
}

const answerWith = (head: PageHead, html: string): PageAnswer => ({
  kind: 'page',
  status: head.status ?? 200,
  html,
  ...(head.keep ? { keep: true as const } : {}),
})

const draw = (request: PageRequest, head: PageHead, body: View): string => {
  const query = request.query.size > 0 ? `?${request.query}` : ''
  return drawPage({
    lang: request.language,
    site: request.site,
    path: `${request.path}${query}`,
    city: request.city,
    person: request.person,
    title: head.title,
    failed: head.status === 422,
    description: head.description,
    data: head.data,
    image: head.image,
    feed: head.feed,
    unlisted: head.unlisted,
    breadcrumb: head.breadcrumb,
    notice: noticeOf(request, head),
    width: head.width,
    languageForm: head.languageForm,
    children: body,
  })
}

/** A fresh key for a form that is about to be shown. */
export const newFormKey = (): string => newToken().slice(0, 22)
