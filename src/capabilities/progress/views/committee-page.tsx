import { colon, type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import {
  Button,
  type FieldError,
  Form,
  HiddenInput,
  Section,
  Select,
  Textarea,
} from '#web/ui/index.ts'
import { longestNext } from '../form.ts'
import { paths, type YearPlace } from '../paths.ts'
import type { YearReport } from '../report-document.ts'
import { sentences } from '../sentences.ts'
import { GradeTallies } from './grade-tallies.tsx'
import { YearFrame } from './year-frame.tsx'
import { Comments, YearItemView } from './year-items.tsx'

type CommitteePageProps = {
  readonly lang: Language
  readonly title: string
  readonly city: City
  readonly at: YearPlace
  readonly report: YearReport
  /** The account of whoever looks: they may take back what they wrote. */
  readonly mine: string | null
  readonly mayComment: boolean
  readonly typed: { readonly no: string; readonly body: string }
  readonly errors: readonly FieldError[]
  readonly newKey: () => string
}

const Writing = ({ lang, at, report, typed, errors, newKey }: CommitteePageProps) => {
  const words = sentences[lang]
  const errorOf = (id: string) => errors.find((one) => one.id === id)?.message
  return (
    <Section id="write" title={words.writeComment}>
      <Form action={paths.committee(at)} idempotencyKey={newKey()} keepsChanges>
        <Select
          lang={lang}
          name="no"
          label={words.commentAbout}
          emptyLabel={words.wholeYear}
          options={report.items.map(({ item }) => ({
            value: item.no,
            label: `${item.no} ${say(item.title, lang)}`,
          }))}
          value={typed.no}
          error={errorOf('no')}
        />
        <Textarea
          lang={lang}
          name="body"
          label={words.comment}
          hint={words.commentHint}
          required
          rows={5}
          max={longestNext}
          value={typed.body}
          error={errorOf('body')}
        />
        <Button>{words.sendComment}</Button>
      </Form>
    </Section>
  )
}

const Mine = ({ lang, at, report, mine, mayComment, newKey }: CommitteePageProps) => {
  const words = sentences[lang]
  const own = report.comments.filter(({ accountId }) => accountId !== null && accountId === mine)
  if (!mayComment || own.length === 0) return null
  return (
    <Section id="mine" title={words.myComments}>
      {own.map(({ id, no, body }) => (
        <Form key={id} action={paths.committee(at)} idempotencyKey={newKey()}>
          <HiddenInput name="take_back" value={id} />
          <p class="prose">{`${no ?? words.wholeYear}${colon[lang]}${body}`}</p>
          <Button kind="text" size="small">
            {words.takeBack}
            <span class="hidden-text"> {body.slice(0, 30)}</span>
          </Button>
        </Form>
      ))}
    </Section>
  )
}

/** The reports as the committee is given them, with what its members say. */
export const CommitteePage = (props: CommitteePageProps) => {
  const { lang, at, report, mayComment } = props
  const words = sentences[lang]
  const { round, items, comments } = report
  return (
    <YearFrame
      {...props}
      round={round}
      lead={mayComment ? words.committeeLead : words.committeeReadLead}
    >
      {mayComment && <Writing {...props} />}
      <Mine {...props} />
      <GradeTallies lang={lang} scale={round.scale} items={items} />
      <Section id="whole" title={words.wholeYearComments}>
        {comments.some(({ no }) => no === null) ? (
          <Comments lang={lang} comments={comments.filter(({ no }) => no === null)} />
        ) : (
          <p>{words.noComments}</p>
        )}
      </Section>
      <Section id="items" title={words.itemsTitle}>
        {items.map((one) => (
          <YearItemView key={one.item.no} {...props} round={round} one={one} comments={comments}>
            {mayComment && (
              <p>
                <a href={`${paths.committee(at)}?no=${encodeURIComponent(one.item.no)}#write`}>
                  {words.writeAbout(one.item.no)}
                </a>
              </p>
            )}
          </YearItemView>
        ))}
      </Section>
    </YearFrame>
  )
}
