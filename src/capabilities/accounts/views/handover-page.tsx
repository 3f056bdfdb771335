import type { Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import {
  Button,
  ButtonLink,
  ButtonRow,
  DescriptionList,
  EmptyState,
  ErrorSummary,
  Form,
  Heading,
  Lead,
  RadioGroup,
  Section,
} from '#web/ui/index.ts'
import type { Fault } from '../form.ts'
import type { Handover } from '../handover.ts'
import { paths } from '../paths.ts'
import type { Member } from '../queries/memberships.ts'
import { memberSentences } from '../sentences/members.ts'
import { sentences } from '../sentences.ts'
import { errorOf, summaryOfFaults } from './faults.ts'

export type HandoverPageProps = {
  readonly lang: Language
  readonly city: City
  readonly group: { readonly id: string; readonly name: string }
  readonly representative: Member | undefined
  /** Members who could take over. */
  readonly candidates: readonly Member[]
  readonly handover: Handover | undefined
  /** What the reader is in it. */
  readonly asked: boolean
  readonly mayName: boolean
  readonly mayCallOff: boolean
  readonly newKey: () => string
  readonly chosen: string
  readonly faults: readonly Fault[]
}

const Facts = ({ lang, representative, handover }: HandoverPageProps) => {
  const words = memberSentences[lang]
  return (
    <DescriptionList
      items={[
        { term: words.now, description: representative?.name ?? '—' },
        ...(handover ? [{ term: words.next, description: handover.to.name }] : []),
        { term: words.after, description: words.afterText },
      ]}
    />
  )
}

const Choose = (props: HandoverPageProps) => {
  const { lang, city, group, candidates, newKey, chosen, faults } = props
  const words = memberSentences[lang]
  if (candidates.length === 0)
    return (
      <EmptyState
        title={words.nobody}
        action={
          <ButtonLink href={`${paths.members(city.slug, group.id)}#invite`}>
            {words.invite}
          </ButtonLink>
        }
      >
        {words.nobodyHelp}
      </EmptyState>
    )
  return (
    <Form action={paths.handover(city.slug, group.id)} idempotencyKey={newKey()}>
      <RadioGroup
        lang={lang}
        name="successor"
        label={words.choose}
        hint={words.chooseHint}
        required
        value={chosen}
        options={candidates.map((one) => ({
          value: one.accountId,
          label: one.name,
          hint: sentences[lang].groupRoles[one.role],
        }))}
        error={errorOf(faults, 'successor', lang)}
      />
      <Button>{words.nameButton}</Button>
    </Form>
  )
}

const CallOff = ({ city, group, newKey, label }: HandoverPageProps & { label: string }) => (
  <Form action={paths.handoverWithdrawal(city.slug, group.id)} idempotencyKey={newKey()}>
    <Button kind="secondary">{label}</Button>
  </Form>
)

const Asked = (props: HandoverPageProps & { handover: Handover }) => {
  const { lang, city, group, newKey, handover } = props
  const words = memberSentences[lang]
  return (
    <>
      <Heading level={1}>{words.askedTitle}</Heading>
      <Lead>{words.askedLead(group.name, handover.from.name)}</Lead>
      <p>{words.askedText}</p>
      <Facts {...props} />
      <Form action={paths.handoverConfirmation(city.slug, group.id)} idempotencyKey={newKey()}>
        <Button size="large">{words.confirm}</Button>
      </Form>
      <CallOff {...props} label={words.decline} />
    </>
  )
}

const Waiting = (props: HandoverPageProps & { handover: Handover }) => {
  const words = memberSentences[props.lang]
  return (
    <Section id="waiting" title={words.openTitle}>
      <p>{words.openLead(props.handover.to.name)}</p>
      {props.mayCallOff && <CallOff {...props} label={words.callOff} />}
    </Section>
  )
}

/** 代表者の引継ぎ: naming the new one, waiting, and the new one's answer. */
export const HandoverPage = (props: HandoverPageProps) => {
  const { lang, city, group, handover, asked, mayName, faults } = props
  const words = memberSentences[lang]
  if (handover && asked) return <Asked {...props} handover={handover} />
  return (
    <>
      <ErrorSummary lang={lang} errors={summaryOfFaults(faults, lang)} />
      <Heading level={1}>{words.handoverTitle}</Heading>
      <Lead>{words.handoverLead}</Lead>
      <Facts {...props} />
      {handover && <Waiting {...props} handover={handover} />}
      {!handover && mayName && <Choose {...props} />}
      {!handover && !mayName && <p>{words.onlyThose}</p>}
      <p>{words.history}</p>
      <ButtonRow>
        <ButtonLink href={paths.members(city.slug, group.id)} kind="secondary">
          {words.titleOf(group.name)}
        </ButtonLink>
      </ButtonRow>
    </>
  )
}
