import type { Language } from '#kernel/bilingual.ts'
import { momentText } from '#web/moment.ts'
import {
  Button,
  ButtonLink,
  ButtonRow,
  Card,
  EmptyState,
  Form,
  Heading,
  Lead,
  NotificationBanner,
  ResourceList,
  Section,
} from '#web/ui/index.ts'
import type { PlanDraft } from '../draft.ts'
import { draftSentences } from '../draft-sentences.ts'
import { paths } from '../paths.ts'
import type { Plan } from '../plan.ts'

interface DraftListProps {
  lang: Language
  citySlug: string
  drafts: readonly PlanDraft[]
  /** Plans whose next version nobody writes yet. */
  revisable: readonly Plan[]
}

/** Drafts that are being written, and what can be begun. */
export function DraftList({ lang, citySlug, drafts, revisable }: DraftListProps) {
  const words = draftSentences[lang]
  return (
    <>
      <Heading level={1}>{words.title}</Heading>
      <Lead>{words.lead}</Lead>
      {drafts.length === 0 ? (
        <EmptyState title={words.none}>
          <p>{words.noneHelp}</p>
        </EmptyState>
      ) : (
        <ResourceList>
          {drafts.map((draft) => (
            <Card
              key={draft.id}
              title={draft.title[lang]}
              href={paths.draft(citySlug, draft.id)}
              level={2}
            >
              <p>{draft.baseId ? words.revision : words.brandNew}</p>
              <p class="note">{words.touched(momentText(draft.updatedAt, lang).text)}</p>
            </Card>
          ))}
        </ResourceList>
      )}
      <ButtonRow>
        <ButtonLink icon="plus" href={paths.begin(citySlug)}>
          {words.newPlan}
        </ButtonLink>
      </ButtonRow>
      {revisable.length > 0 && (
        <Section id="revise" title={words.toRevise}>
          <ul>
            {revisable.map((plan) => (
              <li key={plan.id}>
                <a href={paths.begin(citySlug, plan.id)}>{words.reviseOf(plan.title[lang])}</a>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

interface BeginRevisionProps {
  lang: Language
  citySlug: string
  plan: Plan
  count: number
  /** The draft that somebody has begun already. */
  begun?: PlanDraft | undefined
  formKey: string
}

/** Before a revision is begun: what it copies, and that nothing public changes. */
export function BeginRevision({ lang, citySlug, plan, count, begun, formKey }: BeginRevisionProps) {
  const words = draftSentences[lang]
  return (
    <>
      <Heading level={1} over={plan.title[lang]}>
        {words.beginRevisionTitle}
      </Heading>
      {begun ? (
        <NotificationBanner lang={lang} kind="info" heading={words.begunAlready}>
          <p>
            <a href={paths.draft(citySlug, begun.id)}>{words.toDraft}</a>
          </p>
        </NotificationBanner>
      ) : (
        <>
          <p>{words.beginRevisionText(plan.title[lang], count)}</p>
          <Form action={paths.begin(citySlug, plan.id)} idempotencyKey={formKey}>
            <Button>{words.beginRevision}</Button>
          </Form>
        </>
      )}
    </>
  )
}
