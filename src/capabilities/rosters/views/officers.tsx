import { type Language, say } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { formatDate } from '#kernel/date-text.ts'
import { Button, DescriptionList, Form, HiddenInput, Section } from '#web/ui/index.ts'
import { groupPaths } from '../../groups/index.ts'
import { rosterPaths as paths } from '../paths.ts'
import type { RosterHead } from '../queries/on-a-day.ts'
import type { PublicOfficer } from '../queries/public-officers.ts'
import { sentences } from '../sentences.ts'

/** 役員 on the group's own page, with the day for which it is true. */
export const OfficersPanel = ({
  lang,
  officers,
  day,
}: {
  lang: Language
  officers: readonly PublicOfficer[]
  day: PlainDate
}) => {
  const words = sentences[lang].officers
  return (
    <Section id="officers" title={words.panel}>
      <DescriptionList
        items={officers.map(({ office, name }) => ({ term: say(office, lang), description: name }))}
      />
      <p>
        <small>{words.asOf(formatDate(day, lang))}</small>
      </p>
    </Section>
  )
}

/** Whether everyone may read who the officers are: the leader decides. */
export const OfficersForm = ({
  lang,
  city,
  head,
  newKey,
}: {
  lang: Language
  city: City
  head: RosterHead
  newKey: () => string
}) => {
  const words = sentences[lang].officers
  return (
    <Section id="officers-open" title={words.title}>
      <p>{head.officersOpen ? words.open : words.shut}</p>
      <Form action={paths.officers(city.slug, head.id)} idempotencyKey={newKey()}>
        <HiddenInput name="open" value={head.officersOpen ? 'no' : 'yes'} />
        <Button kind="secondary">{head.officersOpen ? words.shutButton : words.openButton}</Button>
      </Form>
      {head.officersOpen && (
        <p>
          <a href={groupPaths.group(city.slug, head.id)}>{words.look}</a>
        </p>
      )}
    </Section>
  )
}
