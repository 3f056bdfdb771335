import { inBrackets, type Language, say } from '#kernel/bilingual.ts'
import { formatDate } from '#kernel/date-text.ts'
import type { Scale } from '#kernel/scale.ts'
import type { Description } from '#web/ui/index.ts'
import { ChipLabel } from '#web/ui/index.ts'
import type { Draft, FigureValue, ItemMark, RoundItem } from '../report.ts'
import { sentences } from '../sentences.ts'
import { figureText, gradeText, markText } from '../words.ts'

/** What the plan had set for the year. */
export const PlannedMark = ({ lang, mark }: { lang: Language; mark: ItemMark }) => (
  <ChipLabel tone="info">
    {sentences[lang].planned} {markText(mark, lang)}
  </ChipLabel>
)

type About = { readonly lang: Language; readonly scale: Scale; readonly item: RoundItem }

const figureFact = (
  { lang }: About,
  figure: RoundItem['figures'][number],
  given: FigureValue,
): string => {
  const { counted } = given
  const text = figureText(given.value, figure, lang)
  return counted
    ? `${text}${inBrackets(sentences[lang].countedBySite(formatDate(counted.asOf, lang)), lang)}`
    : text
}

/** What a department has written of an item, row by row; what is empty has no row. */
export const reportFacts = (about: About, draft: Draft): Description[] => {
  const { lang, scale, item } = about
  const words = sentences[lang]
  const figures = item.figures.flatMap((figure) => {
    const given = draft.figures[figure.code]
    return given
      ? [{ term: say(figure.label, lang), description: figureFact(about, figure, given) }]
      : []
  })
  return [
    {
      term: words.results,
      description:
        draft.results === '' ? words.nothingWritten : <p class="prose">{draft.results}</p>,
    },
    ...figures,
    ...(draft.grade === ''
      ? []
      : [{ term: words.grade, description: gradeText(scale, draft.grade, lang) }]),
    ...(draft.next === ''
      ? []
      : [{ term: words.next, description: <p class="prose">{draft.next}</p> }]),
  ]
}
