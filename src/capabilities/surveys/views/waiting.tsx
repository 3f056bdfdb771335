import type { Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { countDaysLeft } from '#kernel/deadline.ts'
import { dayText } from '#web/moment.ts'
import { Card, Deadline, ResourceList, Section } from '#web/ui/index.ts'
import { paths } from '../paths.ts'
import { read } from '../questionnaire.ts'
import { sentences } from '../sentences.ts'
import type { OpenedWaiting } from '../waiting.ts'

/** Surveys that wait for the answer of a group, or of somebody of the staff; nothing where there is none. */
export const WaitingSurveys = (props: {
  readonly lang: Language
  readonly city: City
  readonly now: Date
  readonly waiting: readonly OpenedWaiting[]
}) => {
  const { lang, city, now, waiting } = props
  if (waiting.length === 0) return null
  const words = sentences[lang].waiting
  return (
    <Section id="surveys-waiting" title={words.title}>
      <p>{words.text}</p>
      <ResourceList>
        {waiting.map(({ id, texts, closesOn, code, groupName }) => (
          <Card
            key={code}
            title={read(texts.title, lang)}
            href={paths.answer(city.slug, id, { code })}
          >
            <p>{groupName === null ? words.asStaff : words.forGroup(groupName)}</p>
            <Deadline
              lang={lang}
              time={dayText(closesOn, lang)}
              daysLeft={countDaysLeft(closesOn, now)}
            />
          </Card>
        ))}
      </ResourceList>
    </Section>
  )
}
