import { type Language, say } from '#kernel/bilingual.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import { dayText } from '#web/moment.ts'
import { Button, ChipLabel, Form, HiddenInput, Section, When } from '#web/ui/index.ts'
import type { TimelineEntry } from '../../procedures/index.ts'
import { receiptStep } from '../by-hand.ts'
import type { FormField } from '../definition.ts'
import { sentences } from '../sentences.ts'

type PapersByHandProps = {
  readonly lang: Language
  readonly papers: readonly FormField[]
  readonly events: readonly TimelineEntry[]
  /** Where the desk says that a paper has come; none for everybody else. */
  readonly action?: string | undefined
  readonly newKey: () => string
}

/** Papers that are brought to the counter: which are still to come, and when the others came. */
export const PapersByHand = ({ lang, papers, events, action, newKey }: PapersByHandProps) => {
  const words = sentences[lang].byHand
  if (papers.length === 0) return null
  return (
    <Section id="papers-by-hand" title={words.title}>
      <ul>
        {papers.map(({ code, label }) => {
          const came = events.findLast(({ step }) => step === receiptStep(code))
          return (
            <li key={code}>
              {say(label, lang)}{' '}
              <ChipLabel tone={came ? 'success' : 'warning'}>
                {came ? words.received : words.toCome}
              </ChipLabel>
              {came && (
                <>
                  {' '}
                  <When time={dayText(tokyoDayOf(came.at), lang)} />
                </>
              )}
              {!came && action && (
                <Form action={action} idempotencyKey={newKey()}>
                  <HiddenInput name="field" value={code} />
                  <Button kind="secondary" size="small">
                    {words.receive(say(label, lang))}
                  </Button>
                </Form>
              )}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
