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

/** Where one can do something about a condition that is not met. */
const wayOut = ({ lang, city, proposal }: ConditionsProps, { code, level }: Condition): Child => {
  const words = sentences[lang].conditions
  if (level === 'met') return null
  if (code === 'consultation')
    return (
      <a
        href={paths.askConsultation(city.slug, {
          call: proposal.callId,
          proposal: proposal.id,
          group: proposal.groupId,
        })}
      >
        {words.ask}
      </a>
    )
  if (code === 'registration')
    return <a href={groupPaths.registration(city.slug, proposal.groupId)}>{words.register}</a>
  if (code === 'window') return <a href={programmePaths.programmes(city.slug)}>{words.calls}</a>
  return null
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
