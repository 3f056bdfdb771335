import type { Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { formatNumber } from '#kernel/number.ts'
import { ButtonLink, ButtonRow } from '#web/ui/index.ts'
import { deskSentences } from '../desk-sentences.ts'
import { paths } from '../paths.ts'
import { type TextPart, type TextsAsked, textParts } from '../queries/texts.ts'

export interface TextPartsProps {
  lang: Language
  city: City
  surveyId: string
  slot: number
  asked: TextsAsked
  /** After which text the next page begins; undefined on the last. */
  next: string | undefined
  counts: { readonly all: number; readonly read: number }
}

const hrefOf = ({ city, surveyId, slot }: TextPartsProps, part: TextPart, after = ''): string =>
  `${paths.texts(city.slug, surveyId)}?slot=${slot}&part=${part}${after && `&after=${after}`}#texts`

/** The texts that wait and those that were read, with how many they are. */
export function TextParts(props: TextPartsProps) {
  const { lang, asked, counts } = props
  const words = deskSentences[lang]
  const numbers = { unread: counts.all - counts.read, read: counts.read }
  return (
    <ul>
      {textParts.map((part) => {
        const label = words.parts[part](formatNumber(numbers[part]))
        return (
          <li key={part}>
            {part === asked.part ? (
              <strong aria-current="page">{label}</strong>
            ) : (
              <a href={hrefOf(props, part)}>{label}</a>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** The next page of the list, and its first. */
export function FurtherTexts(props: TextPartsProps) {
  const { lang, asked, next } = props
  const words = deskSentences[lang]
  return (
    <ButtonRow>
      {next && (
        <ButtonLink kind="secondary" href={hrefOf(props, asked.part, next)}>
          {words.nextTexts}
        </ButtonLink>
      )}
      {asked.after && (
        <ButtonLink kind="text" href={hrefOf(props, asked.part)}>
          {words.firstTexts}
        </ButtonLink>
      )}
    </ButtonRow>
  )
}
