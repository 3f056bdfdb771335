import { type Language, say } from '#kernel/bilingual.ts'
import { dayText } from '#web/moment.ts'
import { ChipLabel, type Description, When } from '#web/ui/index.ts'
import type { Group } from '../group.ts'
import { registration } from '../registration.ts'
import { registrationSentences } from '../registration-sentences.ts'

/** Where a registration stands: state, numbers, days; for the desk how it came. */
export const registrationFacts = ({
  lang,
  group,
  may,
  classNames,
}: {
  readonly lang: Language
  readonly group: Group
  readonly classNames?: ReadonlyMap<string, string> | undefined
  readonly may: { readonly desk: boolean }
}): Description[] => {
  const words = registrationSentences[lang].page
  const channels = registrationSentences[lang].paper.channels
  const facts: Description[] = [
    {
      term: words.state,
      description: (
        <ChipLabel tone="key" filled>
          {say(registration.states[group.state][may.desk ? 'staff' : 'applicant'], lang)}
        </ChipLabel>
      ),
    },
  ]
  if (classNames && classNames.size > 1)
    facts.push({ term: words.class, description: classNames.get(group.class) ?? group.class })
  if (group.receiptNumber)
    facts.push({ term: words.receiptNumber, description: group.receiptNumber })
  if (group.number) facts.push({ term: words.number, description: group.number })
  if (group.registeredOn)
    facts.push({
      term: words.registeredOn,
      description: <When time={dayText(group.registeredOn, lang)} />,
    })
  if (group.number)
    facts.push({
      term: words.validUntil,
      description: group.validUntil ? <When time={dayText(group.validUntil, lang)} /> : words.noEnd,
    })
  if (may.desk)
    facts.push({
      term: words.channel,
      description:
        group.channel === 'web'
          ? words.channelWeb
          : (channels[group.channel] ?? words.channelImport),
    })
  if (may.desk && group.receivedOn)
    facts.push({
      term: registrationSentences[lang].paper.receivedOn,
      description: <When time={dayText(group.receivedOn, lang)} />,
    })
  return facts
}
