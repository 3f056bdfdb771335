import type { Language } from '#kernel/bilingual.ts'
import { momentText } from '#web/moment.ts'
import {
  Button,
  Disclosure,
  Form,
  HiddenInput,
  NotificationBanner,
  type Option,
  RadioGroup,
  Section,
  Select,
} from '#web/ui/index.ts'
import type { DraftItem } from '../draft.ts'
import { draftSentences } from '../draft-sentences.ts'
import { idsBelow, inPrintedOrder } from '../draft-tree.ts'
import { paths } from '../paths.ts'
import type { Writing } from '../queries/draft-parts.ts'
import { MarkedText } from './marked-text.tsx'

interface ItemToolsProps {
  lang: Language
  citySlug: string
  draftId: string
  item: DraftItem
  items: readonly DraftItem[]
  writings: readonly Writing[]
  formKey: () => string
  /** Why it could not be moved. */
  placing?: string | undefined
  /** Why it could not be taken out, and what is in the way. */
  removal?: { readonly text: string; readonly items: readonly DraftItem[] } | undefined
}

const placesFor = ({ items, item }: ItemToolsProps): Option[] => {
  const own = idsBelow(items, item.id)
  return inPrintedOrder(items)
    .filter((node) => !own.has(node.item.id))
    .map(({ item: { id, values }, depth }) => ({
      value: id,
      label: `${'　'.repeat(depth)}${values.no ?? ''} ${values.title_ja ?? ''}`,
    }))
}

function Place(props: ItemToolsProps) {
  const { lang, citySlug, draftId, item, formKey, placing } = props
  const words = draftSentences[lang].item
  return (
    <Section id="place" title={words.place}>
      <p>{words.placeText}</p>
      <Form action={paths.placing(citySlug, draftId, item.id)} idempotencyKey={formKey()}>
        <Select
          lang={lang}
          name="target"
          label={words.target}
          emptyLabel={words.top}
          options={placesFor(props)}
          error={placing}
        />
        <RadioGroup
          lang={lang}
          name="how"
          label={words.how}
          options={(['after', 'first', 'last'] as const).map((how) => ({
            value: how,
            label: words.placeHow[how],
          }))}
          value="last"
        />
        <Button kind="secondary">{words.move}</Button>
      </Form>
    </Section>
  )
}

function Removal({ lang, citySlug, draftId, item, formKey, removal }: ItemToolsProps) {
  const words = draftSentences[lang].item
  return (
    <Section id="removal" title={words.remove}>
      {removal && (
        <NotificationBanner lang={lang} kind="error" heading={removal.text}>
          <ul>
            {removal.items.map(({ id, values }) => (
              <li key={id}>
                <a href={paths.draftItem(citySlug, draftId, id)}>
                  {values.no} {values.title_ja}
                </a>
              </li>
            ))}
          </ul>
        </NotificationBanner>
      )}
      <p>{words.removeText}</p>
      <Form action={paths.removal(citySlug, draftId, item.id)} idempotencyKey={formKey()}>
        <HiddenInput name="seen" value={String(item.version)} />
        <Button kind="danger">{words.remove}</Button>
      </Form>
    </Section>
  )
}

const textFields = [
  'no',
  'title_ja',
  'purpose_ja',
  'present_ja',
  'content_ja',
  'points_ja',
] as const

function Writings({ lang, writings }: Pick<ItemToolsProps, 'lang' | 'writings'>) {
  const words = draftSentences[lang].item
  if (writings.length < 2) return null
  return (
    <Disclosure id="writings" summary={words.writings(writings.length)}>
      <ul>
        {writings.map((writing, at) => {
          const before = writings[at + 1]?.values
          const changed = textFields.filter(
            (name) => before && (before[name] ?? '') !== (writing.values[name] ?? ''),
          )
          return (
            <li key={writing.version}>
              <p>{words.writingBy(writing.writtenBy, momentText(writing.writtenAt, lang).text)}</p>
              {!before && <p class="note">{words.firstWriting}</p>}
              {changed.map((name) => {
                const [was, is] = [before?.[name] ?? '', writing.values[name] ?? '']
                return (
                  <MarkedText
                    key={name}
                    lang={lang}
                    before={{ ja: was, en: was }}
                    after={{ ja: is, en: is }}
                  />
                )
              })}
            </li>
          )
        })}
      </ul>
    </Disclosure>
  )
}

/** What else can be done with an item: move it, take it out, read what was saved before. */
export const ItemTools = (props: ItemToolsProps) => (
  <>
    <Writings {...props} />
    <Place {...props} />
    <Removal {...props} />
  </>
)
