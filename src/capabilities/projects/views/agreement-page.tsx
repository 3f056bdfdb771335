import type { Person } from '#kernel/actor.ts'
import { inBrackets, type Language } from '#kernel/bilingual.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { momentText } from '#web/moment.ts'
import {
  Button,
  ButtonLink,
  ButtonRow,
  ChipLabel,
  ChipRow,
  DescriptionList,
  ErrorSummary,
  type FieldError,
  Form,
  Heading,
  HiddenInput,
  Lead,
  NotificationBanner,
  Section,
  Table,
  Textarea,
  When,
} from '#web/ui/index.ts'
import { actorText, NextSteps, type Notice, Notices, type Task } from '../../procedures/index.ts'
import { type Agreement, type AgreementVersion, hasBegun, signatureOf } from '../agreement.ts'
import { paths } from '../paths.ts'
import { type Project, type Side, sides } from '../project.ts'
import { sentences } from '../sentences.ts'
import { AgreementBody, Fingerprint } from './agreement-body.tsx'
import { jumpsBelow, Reading, SumsNotice, UnlookedNotice } from './agreement-reading.tsx'
import { agreementStateName } from './labels.tsx'

/** What this person may do with the agreement. */
export type AgreementMay = {
  readonly edit: boolean
  /** The side for which this person says that the text may stand. */
  readonly look: Side | undefined
  readonly settle: boolean
  readonly reopen: boolean
  readonly sign: boolean
}

export type AgreementPageProps = {
  readonly lang: Language
  readonly city: City
  readonly project: Project
  readonly agreement: Agreement
  readonly versions: readonly Omit<AgreementVersion, 'body' | 'content'>[]
  readonly notices: readonly Notice[]
  readonly may: AgreementMay
  readonly person: Person | undefined
  readonly now: Date
  readonly tasks: readonly Task[]
  readonly newKey: () => string
  /** Why the page came back. */
  readonly refusal?: string | undefined
  readonly errors?: readonly FieldError[] | undefined
  readonly typedReason?: string | undefined
}

/** Who has signed, when, how, and under which text. */
export const Signatures = ({
  lang,
  city,
  agreement,
}: Pick<AgreementPageProps, 'lang' | 'city' | 'agreement'>) => {
  const words = sentences[lang]
  const { parties } = agreement.version.content
  const describe = (side: Side) => {
    const signature = signatureOf(agreement, side)
    if (!signature) return words.notSigned
    return (
      <>
        {signature.title}　{signature.name}
        <br />
        <When time={momentText(signature.signedAt, lang)} />
        <br />
        {words.signMethod[signature.method]}
        {inBrackets(actorText(signature.account, city, lang), lang)}
      </>
    )
  }
  return (
    <Section id="signatures" title={words.signatures}>
      <DescriptionList
        items={sides.map((side) => ({
          term: parties[side].name,
          description: describe(side),
        }))}
      />
    </Section>
  )
}

const Versions = ({ lang, city, agreement, versions }: AgreementPageProps) => {
  const words = sentences[lang]
  return (
    <Section id="versions" title={words.versions}>
      <Table
        lang={lang}
        id="version-table"
        caption={words.versions}
        captionHidden
        rows={versions}
        columns={[
          {
            label: words.savedAt,
            heading: true,
            cell: ({ writtenAt }) => <When time={momentText(writtenAt, lang)} />,
          },
          {
            label: words.author,
            cell: ({ authorRole, authorName }) =>
              actorText({ role: authorRole, name: authorName }, city, lang),
          },
          {
            label: words.version,
            cell: ({ sha256 }) => (
              <>
                <code>{sha256.slice(0, 8)}</code>{' '}
                {sha256 === agreement.version.sha256 && (
                  <ChipLabel tone="key">{words.current}</ChipLabel>
                )}
              </>
            ),
          },
        ]}
      />
    </Section>
  )
}

const Settle = ({ lang, city, project, agreement, now, newKey }: AgreementPageProps) => {
  const words = sentences[lang]
  return (
    <Section id="settle" title={words.settleTitle}>
      <p>{words.settleText}</p>
      {hasBegun(agreement.version.content, tokyoDayOf(now)) && (
        <NotificationBanner
          lang={lang}
          kind="warning"
          level={3}
          heading={words.refused['period-begun']}
        />
      )}
      <UnlookedNotice lang={lang} agreement={agreement} />
      <Form action={paths.settlement(city.slug, project.id)} idempotencyKey={newKey()}>
        <HiddenInput name="text" value={agreement.version.sha256} />
        <Button>{words.settle}</Button>
      </Form>
    </Section>
  )
}

const Reopen = ({ lang, city, project, newKey, errors, typedReason }: AgreementPageProps) => {
  const words = sentences[lang]
  return (
    <Section id="reopen" title={words.reopenTitle}>
      <p>{words.reopenText}</p>
      <Form action={paths.reopening(city.slug, project.id)} idempotencyKey={newKey()}>
        <Textarea
          lang={lang}
          name="reason"
          label={words.reason}
          hint={words.reasonHint}
          required
          rows={3}
          max={1_000}
          value={typedReason}
          error={errors?.find(({ id }) => id === 'reason')?.message}
        />
        <Button kind="secondary">{words.reopen}</Button>
      </Form>
    </Section>
  )
}

const Ways = ({ lang, city, project, may }: AgreementPageProps) => {
  const words = sentences[lang]
  if (!may.edit && !may.sign) return null
  return (
    <ButtonRow>
      {may.sign && (
        <ButtonLink href={paths.signature(city.slug, project.id)}>{words.goSign}</ButtonLink>
      )}
      {may.edit && (
        <ButtonLink kind="secondary" href={paths.editAgreement(city.slug, project.id)}>
          {words.editAgreement}
        </ButtonLink>
      )}
    </ButtonRow>
  )
}

/** The agreement with its history and signatures: for those concerned. */
export const AgreementPage = (props: AgreementPageProps) => {
  const { lang, city, project, agreement, may, notices, refusal, errors = [] } = props
  const words = sentences[lang]
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      {refusal && <NotificationBanner lang={lang} kind="error" heading={refusal} announced />}
      <ChipRow>
        <ChipLabel tone={agreement.state === 'signed' ? 'success' : 'info'}>
          {agreementStateName(agreement.state, lang)}
        </ChipLabel>
      </ChipRow>
      <Heading level={1} over={project.title}>
        {words.agreementTitle}
      </Heading>
      <Lead>{agreement.state === 'signed' ? words.agreementLead : words.draftNotice}</Lead>
      {words.englishNote && <p>{words.englishNote}</p>}
      <SumsNotice lang={lang} agreement={agreement} />
      <NextSteps
        lang={lang}
        city={city}
        here={paths.agreement(city.slug, project.id)}
        person={props.person}
        now={props.now}
        tasks={props.tasks}
        jumps={jumpsBelow(lang, may)}
      />
      <Ways {...props} />
      <Section id="text" title={words.textTitle}>
        <AgreementBody content={agreement.version.content} />
      </Section>
      <Reading {...props} side={may.look} />
      <Signatures lang={lang} city={city} agreement={agreement} />
      {may.settle && <Settle {...props} />}
      {may.reopen && <Reopen {...props} />}
      <Section id="fingerprint" title={words.fingerprint}>
        <Fingerprint
          lang={lang}
          citySlug={city.slug}
          projectId={project.id}
          version={agreement.version}
        />
        {agreement.state !== 'signed' && (
          <p>
            <a href={paths.agreementPdf(city.slug, project.id)}>{words.draftPdf}</a>
          </p>
        )}
      </Section>
      {agreement.state === 'signed' && (
        <Notices lang={lang} citySlug={city.slug} notices={notices} />
      )}
      <Versions {...props} />
    </>
  )
}
