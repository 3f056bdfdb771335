import { Button, ButtonLink, ButtonRow, Form, ProgressIndicator, Section } from '#web/ui/index.ts'
import { paths } from '../paths.ts'
import { sentences } from '../sentences.ts'
import type { RowsProps } from './row-details.tsx'

/** How far a job has come, and a way to stop it. */
export const UnderWay = ({
  lang,
  city,
  one,
  formKey,
}: Pick<RowsProps, 'lang' | 'city' | 'one' | 'formKey'>) => {
  const words = sentences[lang]
  const titles = {
    checking: words.checkingTitle,
    running: words.runningTitle,
    reverting: words.revertingTitle,
  }
  const title = titles[one.state as keyof typeof titles]
  const whole = one.state === 'running' && one.mode === 'all'
  return (
    <Section id="under-way" title={title}>
      {whole ? (
        <p>{words.runningWhole}</p>
      ) : (
        <ProgressIndicator
          lang={lang}
          id="progress"
          label={words.progress}
          done={one.progress}
          all={one.rowCount || one.facts.rows}
        />
      )}
      <p>{words.underWayText}</p>
      <ButtonRow>
        <ButtonLink href={paths.one(city.slug, one.id)} kind="secondary">
          {words.refresh}
        </ButtonLink>
      </ButtonRow>
      {one.cancelAsked ? (
        <p>{words.cancelAsked}</p>
      ) : (
        one.state !== 'reverting' && (
          <Form action={paths.cancellation(city.slug, one.id)} idempotencyKey={formKey()}>
            {one.state === 'running' && <p>{whole ? words.cancelWhole : words.cancelText}</p>}
            <Button kind="danger">{words.cancel}</Button>
          </Form>
        )
      )}
    </Section>
  )
}
