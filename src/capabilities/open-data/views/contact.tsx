import { colon, type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import type { View } from '#web/html/jsx-runtime.ts'

/** Who answers questions about the data. */
export const ContactText = ({
  lang,
  city: { contact },
}: {
  readonly lang: Language
  readonly city: City
}): View => (
  <span>
    {say(contact.office, lang)}
    {contact.phone && `　${lang === 'ja' ? '電話' : 'Phone'}${colon[lang]}${contact.phone}`}
    {contact.email && (
      <>
        {'　'}
        <a href={`mailto:${contact.email}`}>{contact.email}</a>
      </>
    )}
  </span>
)
