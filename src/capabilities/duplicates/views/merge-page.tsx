import { type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { formatNumber } from '#kernel/number.ts'
import {
  Button,
  ButtonLink,
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
} from '#web/ui/index.ts'
import type { Group } from '../../groups/index.ts'
import type { Foreseen, MergeProblem } from '../merge.ts'
import { duplicatePaths as paths } from '../paths.ts'
import { sentences } from '../sentences.ts'

export type MergePageProps = {
  readonly lang: Language
  readonly city: City
  readonly loser: Group
  readonly winner: Group
  readonly foreseen: readonly Foreseen[]
  readonly problem: MergeProblem | undefined
  readonly typedReason: string
  readonly errors: readonly FieldError[]
  readonly newKey: () => string
}

const WhatMoves = ({ lang, winner, foreseen }: MergePageProps) => {
  const words = sentences[lang].merge
  if (foreseen.length === 0) return <p>{words.nothing}</p>
  return (
    <Table
      lang={lang}
      id="moves"
      caption={words.caption}
      stacks
      columns={[
        { label: words.what, heading: true, cell: ({ label }) => say(label, lang) },
        { label: words.count, numeric: true, cell: ({ count }) => formatNumber(count) },
        {
          label: words.how,
          cell: ({ stays }) => (stays ? say(stays, lang) : words.moves(winner.name)),
        },
      ]}
      rows={foreseen}
    />
  )
}

const Yes = ({ lang, city, loser, winner, typedReason, errors, newKey }: MergePageProps) => {
  const words = sentences[lang].merge
  return (
    <Form action={paths.merge(city.slug, [loser.id, winner.id])} idempotencyKey={newKey()}>
      <HiddenInput name="keep" value={winner.id} />
      <Textarea
        lang={lang}
        name="reason"
        label={words.reason}
        hint={words.reasonHint}
        required
        rows={3}
        value={typedReason}
        error={errors.find(({ id }) => id === 'reason')?.message}
      />
      <Button kind="danger">{words.button}</Button>
    </Form>
  )
}

/** What a merge would do, before it is done. */
export const MergePage = (props: MergePageProps) => {
  const { lang, city, loser, winner, problem, errors } = props
  const words = sentences[lang].merge
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <Heading level={1} over={sentences[lang].title}>
        {words.title}
      </Heading>
      <Lead>{words.over(loser.name, winner.name)}</Lead>
      {problem ? (
        <NotificationBanner lang={lang} kind="error" heading={words.problem[problem]} />
      ) : (
        <>
          <p>{words.lead}</p>
          <WhatMoves {...props} />
          <Section id="after" title={words.always}>
            <ul>
              {words
                .points(loser.name, winner.name)
                .split('\n')
                .map((point) => (
                  <li key={point}>{point}</li>
                ))}
            </ul>
          </Section>
          <Yes {...props} />
        </>
      )}
      <p>
        <ButtonLink href={paths.merge(city.slug, [loser.id, winner.id], loser.id)} kind="text">
          {words.back}
        </ButtonLink>
      </p>
    </>
  )
}
