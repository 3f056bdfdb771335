import { type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import type { View } from '#web/html/jsx-runtime.ts'
import { Link } from '#web/ui/index.ts'
import { licenceOf } from '../licence.ts'

/** The city's licence with a way to its text. */
export const LicenceLink = ({
  lang,
  city,
}: {
  readonly lang: Language
  readonly city: City
}): View => {
  const { title, url, summary } = licenceOf(city.settings.openDataLicence)
  const name = say(title, lang)
  return url ? (
    <Link lang={lang} href={summary?.(lang) ?? url}>
      {name}
    </Link>
  ) : (
    <span>{name}</span>
  )
}
