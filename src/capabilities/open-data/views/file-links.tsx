import { colon, type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import type { Dataset } from '#web/dataset.ts'
import type { View } from '#web/html/jsx-runtime.ts'
import { paths } from '../paths.ts'

/** The data in each form; read aloud, each link says of what. */
export const FileLinks = ({
  lang,
  city,
  dataset,
}: {
  readonly lang: Language
  readonly city: City
  readonly dataset: Dataset
}): View => {
  const files = [
    { label: 'CSV', href: paths.csv(city.slug, dataset.code) },
    {
      label: lang === 'ja' ? 'CSV（Shift_JIS）' : 'CSV (Shift_JIS)',
      href: paths.cp932(city.slug, dataset.code),
    },
    { label: 'JSON', href: paths.json(city.slug, dataset.code) },
  ]
  return (
    <span>
      {files.map(({ label, href }, at) => (
        <span key={href}>
          {at > 0 && '　'}
          <a href={href}>
            {label}
            <span class="hidden-text">
              {colon[lang]}
              {say(dataset.title, lang)}
            </span>
          </a>
        </span>
      ))}
    </span>
  )
}
