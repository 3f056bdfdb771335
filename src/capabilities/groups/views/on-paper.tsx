import { colon, type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { Section } from '#web/ui/index.ts'
import { sentences } from '../sentences.ts'

/** Where paper is taken: at the centre and at the office, each as far as it says how it is reached. */
export const OnPaper = ({ lang, city }: { readonly lang: Language; readonly city: City }) => {
  const words = sentences[lang].guide
  const { office, address, phone } = city.contact
  const centre = city.centreContact
  return (
    <Section id="on-paper" title={words.onPaper}>
      <p>{words.onPaperText}</p>
      <p>
        {say(city.centre, lang)}
        {centre?.address && (
          <>
            <br />
            {say(centre.address, lang)}
          </>
        )}
        {centre?.phone && (
          <>
            <br />
            {words.phone}
            {colon[lang]}
            {centre.phone}
          </>
        )}
        {centre?.hours && (
          <>
            <br />
            {say(centre.hours, lang)}
          </>
        )}
      </p>
      <p>
        {say(office, lang)}
        {address && (
          <>
            <br />
            {say(address, lang)}
          </>
        )}
        {phone && (
          <>
            <br />
            {words.phone}
            {colon[lang]}
            {phone}
          </>
        )}
      </p>
    </Section>
  )
}
