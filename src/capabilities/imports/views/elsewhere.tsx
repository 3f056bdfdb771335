import { type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { formatNumber } from '#kernel/number.ts'
import { Checkbox, NotificationBanner } from '#web/ui/index.ts'
import type { Import } from '../import.ts'
import { sentences } from '../sentences.ts'

type Props = { readonly lang: Language; readonly city: City; readonly one: Import }

const kinds = { 市: 'city', 町: 'town', 村: 'village', 区: 'ward' } as const

const kindOf = (place: string) => kinds[place.at(-1) as keyof typeof kinds] ?? ('any' as const)

/** Says that the list seems to be another municipality's, with the numbers that say so. */
export const ElsewhereBanner = ({ lang, city, one }: Props) => {
  const { elsewhere } = one.facts
  if (!elsewhere) return null
  const words = sentences[lang]
  const { place, rows, all, by } = elsewhere
  return (
    <NotificationBanner
      lang={lang}
      kind="warning"
      heading={words.elsewhere(words.elsewhereKinds[kindOf(place)], place)}
    >
      <p>
        {words.elsewhereBy[by](formatNumber(rows), formatNumber(all))}{' '}
        {words.elsewhereThen(say(city.name, lang))}
      </p>
    </NotificationBanner>
  )
}

/** The box without which such a list is not written. */
export const ElsewhereBox = ({ lang, city, one }: Props) => {
  const { elsewhere } = one.facts
  if (!elsewhere) return null
  return (
    <Checkbox
      lang={lang}
      name="elsewhere"
      label={sentences[lang].elsewhereConfirm(elsewhere.place, say(city.name, lang))}
      required
    />
  )
}
