import { type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { formatDate } from '#kernel/date-text.ts'
import type { Child } from '#web/html/jsx-runtime.ts'
import { Button, ChipLabel, Form, HiddenInput, Section, type Tone } from '#web/ui/index.ts'
import { groupPaths } from '../../groups/index.ts'
import { programmePaths } from '../../programmes/index.ts'
import { type Condition, conditionId } from '../conditions.ts'
import type { Consultation } from '../consultation.ts'
import { paths } from '../paths.ts'
import type { Proposal } from '../proposal.ts'
import type { TalkedOver } from '../queries/consultations.ts'
import { sentences } from '../sentences.ts'
import { ConsultationChip } from './labels.tsx'

type ConditionsProps = {
  readonly lang: Language
  readonly city: City
  readonly proposal: Pick<Proposal, 'id' | 'groupId' | 'callId'>
  readonly conditions: readonly Condition[]
  /** Consultations about this proposal, and those of which the group may say so here. */
  readonly talkedOver?: TalkedOver | undefined
  readonly newKey?: (() => string) | undefined
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

/** One sentence and one press: that an earlier consultation was about this proposal. */
const Claim = ({
  lang,
  city,
  proposal,
  consultation,
  formKey,
}: Pick<ConditionsProps, 'lang' | 'city' | 'proposal'> & {
  readonly consultation: Consultation
  readonly formKey: string
}) => {
  const words = sentences[lang].conditions
  return (
    <Form action={paths.relateConsultation(city.slug, consultation.id)} idempotencyKey={formKey}>
      <p>
        {words.claim} <Topic lang={lang} city={city} consultation={consultation} />
      </p>
      <HiddenInput name="proposal" value={proposal.id} />
      <Button kind="secondary" size="small">
        {words.claimButton}
      </Button>
    </Form>
  )
}

const Topic = ({
  lang,
  city,
  consultation,
}: Pick<ConditionsProps, 'lang' | 'city'> & { readonly consultation: Consultation }) => (
  <>
    <a href={paths.consultation(city.slug, consultation.id)}>{consultation.topic}</a>{' '}
    <ConsultationChip lang={lang} consultation={consultation} />
    {consultation.heldOn && ` ${formatDate(consultation.heldOn, lang)}`}
  </>
)

/** Which consultations count for this proposal, and which may be said to. */
const Talks = ({ lang, city, proposal, talkedOver, newKey }: ConditionsProps) => {
  const words = sentences[lang].conditions
  if (!talkedOver) return null
  const { counted, claimable } = talkedOver
  return (
    <>
      {counted.map((one) => (
        <p key={one.id}>
          {words.counted} <Topic lang={lang} city={city} consultation={one} />
        </p>
      ))}
      {newKey &&
        claimable.map((one) => (
          <Claim
            key={one.id}
            lang={lang}
            city={city}
            proposal={proposal}
            consultation={one}
            formKey={newKey()}
          />
        ))}
    </>
  )
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
            {condition.code === 'consultation' && <Talks {...props} />}
          </li>
        ))}
      </ul>
    </Section>
  )
}
