import { type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import type { Child } from '#web/html/jsx-runtime.ts'
import { ChipLabel, Section, type Tone } from '#web/ui/index.ts'
import { groupPaths } from '../../groups/index.ts'
import { programmePaths } from '../../programmes/index.ts'
import { type Condition, conditionId } from '../conditions.ts'
import { paths } from '../paths.ts'
import type { Proposal } from '../proposal.ts'
import { sentences } from '../sentences.ts'

type ConditionsProps = {
  readonly lang: Language
  readonly city: City
  readonly proposal: Pick<Proposal, 'id' | 'groupId' | 'callId'>
  readonly conditions: readonly Condition[]
}

const tones: Readonly<Record<Condition['level'], Tone>> = {
  met: 'success',
  caution: 'warning',
  unmet: 'error',
}

/** Where one can do something about a condition. */
const wayOut = ({ lang, city, proposal }: ConditionsProps, { way }: Condition): Child => {
  const words = sentences[lang].conditions
  const { id, callId, groupId } = proposal
  if (!way) return null
  const hrefs = {
    'other-calls': programmePaths.programmes(city.slug),
    register: groupPaths.registration(city.slug, groupId),
    registration: groupPaths.registration(city.slug, groupId),
    ask: paths.askConsultation(city.slug, { call: callId, proposal: id, group: groupId }),
    'follow-up': paths.consultations(city.slug),
  }
  return <a href={hrefs[way]}>{words.ways[way]}</a>
}

/** Everything outside the form that must be met before sending, met or not. */
export const Conditions = (props: ConditionsProps) => {
  const { lang, conditions } = props
  const words = sentences[lang].conditions
  return (
    <Section id="conditions" title={words.title}>
      <ul>
        {conditions.map((condition) => (
          <li key={condition.code} id={conditionId(condition.code)}>
            <ChipLabel tone={tones[condition.level]} filled={condition.level === 'unmet'}>
              {words.levels[condition.level]}
            </ChipLabel>{' '}
            {say(condition.text, lang)} {wayOut(props, condition)}
          </li>
        ))}
      </ul>
    </Section>
  )
}
