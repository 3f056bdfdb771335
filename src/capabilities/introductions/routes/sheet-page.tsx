import type { Answer } from '#web/answer.ts'
import type { Child } from '#web/html/jsx-runtime.ts'
import { newFormKey, page } from '#web/page.tsx'
import type { PageRequest } from '#web/route.ts'
import {
  type Answers,
  type Clash,
  clashProblems,
  dayAnswer,
  emptySheet,
  type Filled,
  findSheet,
  getForm,
  getFormFor,
  readForm,
  type SheetKey,
} from '../../forms/index.ts'
import type { WriteRefusal } from '../actions/write.ts'
import { pastDayBox } from '../past-days.ts'
import { sentences } from '../sentences.ts'
import { SheetFormPage } from '../views/sheet-form.tsx'
import { crumbs } from './access.ts'

/** A form of the group's page, about to be shown. */
export type ShownSheet = {
  readonly group: { readonly id: string; readonly name: string }
  readonly kind: 'introduction' | 'news' | 'offer'
  readonly action: string
  /** Left out for a form that is begun with it. */
  readonly key?: SheetKey
  readonly formCode: string
  /** What a form that was never written begins with. */
  readonly first?: Answers
  /** Something to know before one writes. */
  readonly note?: ((answers: Answers) => Child) | undefined
  readonly live: boolean
  readonly hiddenReason: string | null
  readonly refusal?: WriteRefusal | undefined
  readonly children?: Child
}

const filledBy = (refusal: WriteRefusal): { filled: Filled; clash?: Clash } => {
  if (refusal.kind === 'clash') {
    const { answers, visibility } = refusal.clash.reading
    return {
      filled: { answers, visibility, problems: clashProblems(refusal.clash) },
      clash: refusal.clash,
    }
  }
  const { answers, visibility } = refusal.reading
  return { filled: { answers, visibility, problems: refusal.problems } }
}

const pastDayAsked = (refusal: WriteRefusal | undefined, answers: Answers) =>
  refusal?.kind === 'incomplete' && refusal.problems.some(({ name }) => name === pastDayBox)
    ? (dayAnswer(answers, 'event_on') ?? undefined)
    : undefined

/** Shows the form: as it is stored, or again with what was typed and what is to be mended. */
export const sheetPage = async (request: PageRequest, shown: ShownSheet): Promise<Answer> => {
  const { scope, city, language, form: sent } = request
  const { key, formCode, refusal, kind, group } = shown
  const words = sentences[language].form
  const form = key ? await getFormFor(scope, key, formCode) : await getForm(scope, formCode)
  const stored = key && (await findSheet(scope, key))
  const typed = sent.names().length > 0 ? readForm(form.definition, sent, city) : undefined
  const fresh: Filled = stored ?? typed ?? { answers: shown.first ?? {} }
  const again = refusal ? filledBy(refusal) : { filled: fresh }
  return page(
    request,
    {
      title: words[kind],
      unlisted: true,
      done: { saved: words.saved },
      breadcrumb: crumbs(request, group, words[kind]),
      // What was typed is kept as a draft, whatever is still to be mended.
      ...(refusal ? { status: 422, keep: refusal.kind === 'incomplete' } : {}),
    },
    <SheetFormPage
      lang={language}
      city={city}
      group={group}
      kind={kind}
      action={shown.action}
      definition={form.definition}
      filled={again.filled}
      stored={stored ?? emptySheet}
      clash={again.clash}
      formKey={newFormKey()}
      live={shown.live}
      hiddenReason={shown.hiddenReason}
      note={shown.note?.(again.filled.answers)}
      pastDay={pastDayAsked(refusal, again.filled.answers)}
    >
      {shown.children}
    </SheetFormPage>,
  )
}
