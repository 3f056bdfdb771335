import type { Language } from '#kernel/bilingual.ts'
import { say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import {
  Button,
  ButtonLink,
  ButtonRow,
  Checkbox,
  ChipLabel,
  ErrorSummary,
  Form,
  Heading,
  Lead,
  NotificationBanner,
  Section,
} from '#web/ui/index.ts'
import { History, type TimelineEntry } from '../../procedures/index.ts'
import { type DraftItem, factsId, legendsId, type PlanDraft } from '../draft.ts'
import { draftSentences } from '../draft-sentences.ts'
import { type DraftNode, draftTree } from '../draft-tree.ts'
import type { Fault } from '../faults.ts'
import { anchorOf, paths } from '../paths.ts'
import { levelName, type Plan } from '../plan.ts'
import { versionText } from '../plan-text.ts'
import { sentences } from '../sentences.ts'

export interface DraftPageProps {
  lang: Language
  city: City
  draft: PlanDraft
  /** The plan as it would be published now. */
  plan: Plan
  items: readonly DraftItem[]
  faults: readonly Fault[]
  /** A version that came out since the draft was begun. */
  newer?: Plan | undefined
  events: readonly TimelineEntry[]
  formKey: () => string
  /** Why the draft was not thrown away. */
  problem?: string | undefined
}

function ItemRow(props: DraftPageProps & { node: DraftNode<DraftItem> }) {
  const { lang, city, draft, plan, node } = props
  const words = draftSentences[lang]
  const { id, values, version, madeAt } = node.item
  const no = values.no ?? ''
  const isNew = madeAt > draft.createdAt
  return (
    <li id={anchorOf(id)}>
      <div class="draft-item">
        <p class="plan-item">
          <span class="note">{levelName(plan, values.level ?? '')[lang]}</span>{' '}
          <a href={paths.draftItem(city.slug, draft.id, id)}>
            <span class="item-no">{no}</span> {values[`title_${lang}`] ?? values.title_ja}
          </a>{' '}
          {values.alias && <ChipLabel>{sentences[lang].again}</ChipLabel>}
          {draft.baseId && isNew && <ChipLabel tone="success">{words.fresh}</ChipLabel>}
          {draft.baseId && !isNew && version > 1 && (
            <ChipLabel tone="warning">{words.rewritten}</ChipLabel>
          )}
        </p>
        <div class="draft-tools">
          <Button kind="text" size="small" name="up" value={id}>
            <span aria-hidden="true">↑</span>
            <span class="hidden-text">{words.upOf(no)}</span>
          </Button>
          <Button kind="text" size="small" name="down" value={id}>
            <span aria-hidden="true">↓</span>
            <span class="hidden-text">{words.downOf(no)}</span>
          </Button>
          <a href={paths.newItem(city.slug, draft.id, id)}>
            <span aria-hidden="true">{words.item.addBelow}</span>
            <span class="hidden-text">{words.item.addBelowOf(no)}</span>
          </a>
        </div>
      </div>
      <Rows {...props} nodes={node.children} />
    </li>
  )
}

function Rows({ nodes, ...props }: DraftPageProps & { nodes: readonly DraftNode<DraftItem>[] }) {
  if (nodes.length === 0) return null
  return (
    <ul class="plan-items">
      {nodes.map((node) => (
        <ItemRow key={node.item.id} {...props} node={node} />
      ))}
    </ul>
  )
}

function Tree(props: DraftPageProps) {
  const { lang, city, draft, items, formKey } = props
  const words = draftSentences[lang]
  return (
    <Section id="tree" title={words.tree}>
      {items.length === 0 ? (
        <p>{words.noItems}</p>
      ) : (
        <>
          <p class="hint">{words.treeHint}</p>
          <Form action={paths.order(city.slug, draft.id)} idempotencyKey={formKey()}>
            <Rows {...props} nodes={draftTree(items)} />
          </Form>
        </>
      )}
      <ButtonRow>
        <ButtonLink kind="secondary" icon="plus" href={paths.newItem(city.slug, draft.id)}>
          {words.item.addTop}
        </ButtonLink>
      </ButtonRow>
    </Section>
  )
}

const pathOfPart = ({ city, draft }: DraftPageProps, part: string): string => {
  if (part === factsId) return paths.facts(city.slug, draft.id)
  if (part === legendsId) return paths.legends(city.slug, draft.id)
  return part === 'new'
    ? paths.newItem(city.slug, draft.id)
    : paths.draftItem(city.slug, draft.id, part)
}

function Publication(props: DraftPageProps) {
  const { lang, city, draft, plan, faults, newer, formKey } = props
  const words = draftSentences[lang]
  return (
    <Section id="publication" title={words.publish}>
      {faults.length > 0 && (
        <NotificationBanner lang={lang} kind="warning" heading={words.faults}>
          <ul>
            {faults.map((fault) => (
              <li key={`${fault.part} ${fault.text.ja}`}>
                <a href={pathOfPart(props, fault.part)}>{say(fault.text, lang)}</a>
              </li>
            ))}
          </ul>
        </NotificationBanner>
      )}
      {newer && <p>{words.newer(versionText(newer, lang))}</p>}
      {faults.length === 0 && !newer && (
        <>
          <p>{words.publishText(versionText(plan, lang))}</p>
          <Form action={paths.publication(city.slug, draft.id)} idempotencyKey={formKey()}>
            <Button>{words.publishButton}</Button>
          </Form>
        </>
      )}
    </Section>
  )
}

function Discarding({ lang, city, draft, formKey, problem }: DraftPageProps) {
  const words = draftSentences[lang]
  return (
    <Section id="discarding" title={words.discard}>
      <p>{words.discardText}</p>
      <Form action={paths.discarding(city.slug, draft.id)} idempotencyKey={formKey()}>
        <Checkbox lang={lang} name="sure" label={words.discardSure} error={problem} />
        <Button kind="danger">{words.discardButton}</Button>
      </Form>
    </Section>
  )
}

/** A draft: its parts, its tree, what keeps it from being published, and what has happened so far. */
export function DraftPage(props: DraftPageProps) {
  const { lang, city, draft, events, problem } = props
  const words = draftSentences[lang]
  const over = draft.baseId ? words.revision : words.brandNew
  return (
    <>
      {problem && <ErrorSummary lang={lang} errors={[{ id: 'sure', message: problem }]} />}
      <Heading level={1} over={over}>
        {draft.title[lang]}
      </Heading>
      {draft.state === 'published' ? (
        <NotificationBanner lang={lang} kind="success" heading={words.published}>
          <p>
            <a href={paths.plan(city.slug, draft.publishedAs ?? '')}>{words.toPlan}</a>
          </p>
        </NotificationBanner>
      ) : (
        <>
          <Lead>{words.lead}</Lead>
          <ButtonRow>
            <ButtonLink kind="secondary" href={paths.facts(city.slug, draft.id)}>
              {words.factsTitle}
            </ButtonLink>
            <ButtonLink kind="secondary" href={paths.legends(city.slug, draft.id)}>
              {words.legendsTitle}
            </ButtonLink>
            {draft.baseId && (
              <ButtonLink kind="secondary" href={paths.draftComparison(city.slug, draft.id)}>
                {words.compare}
              </ButtonLink>
            )}
          </ButtonRow>
          <Tree {...props} />
          <Publication {...props} />
          <Discarding {...props} />
        </>
      )}
      <History entries={events} lang={lang} city={city} withNames />
    </>
  )
}
