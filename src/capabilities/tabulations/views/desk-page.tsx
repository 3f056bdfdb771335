import type { Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { formatDate } from '#kernel/date-text.ts'
import { formatNumber } from '#kernel/number.ts'
import {
  Button,
  ErrorSummary,
  Form,
  Heading,
  Lead,
  NotificationBanner,
  Section,
  Table,
  Textarea,
} from '#web/ui/index.ts'
import { read, type Slot, type Survey, slotsOf } from '../../surveys/index.ts'
import { deskSentences } from '../desk-sentences.ts'
import type { FormProblem, SettingsForm } from '../form.ts'
import { paths } from '../paths.ts'
import { sentences } from '../sentences.ts'
import { type ModeCount, type TabulationHead, tabulationWorkflow } from '../tabulation.ts'
import { type EarlierSurvey, SettingsFormView } from './settings-form.tsx'

export interface DeskPageProps {
  lang: Language
  city: City
  survey: Survey
  ended: boolean
  modes: readonly ModeCount[]
  tabulations: readonly TabulationHead[]
  texts: ReadonlyMap<number, { readonly all: number; readonly read: number }>
  form: Pick<SettingsForm, 'settings' | 'population'>
  earlier: readonly EarlierSurvey[]
  problems: readonly FormProblem[]
  /** The reason for counting again as it was typed. */
  typedReason: string
  refusal?: string | undefined
  formKey: () => string
}

function Progress({ lang, modes, ended }: Pick<DeskPageProps, 'lang' | 'modes' | 'ended'>) {
  const words = deskSentences[lang]
  const labels: Readonly<Record<string, string>> = sentences[lang].modes
  const total = modes.reduce((sum, { valid }) => sum + valid, 0)
  return (
    <Section id="progress" title={words.progress}>
      {!ended && <p class="note">{words.progressOpen}</p>}
      {modes.length === 0 ? (
        <p>{words.noAnswers}</p>
      ) : (
        <Table
          lang={lang}
          id="modes"
          caption={words.progress}
          captionHidden
          columns={[
            {
              label: sentences[lang].mode,
              heading: true,
              cell: ({ code }) => labels[code] ?? code,
            },
            { label: words.answers, numeric: true, cell: ({ valid }) => formatNumber(valid) },
          ]}
          rows={modes}
          foot={[sentences[lang].total, formatNumber(total)]}
        />
      )}
    </Section>
  )
}

function Make(props: DeskPageProps) {
  const { lang, city, survey, tabulations, problems, formKey } = props
  const words = deskSentences[lang]
  return (
    <Form action={paths.desk(city.slug, survey.id)} idempotencyKey={formKey()}>
      <p>{words.makeHelp}</p>
      <p>
        <a href="#settings">{words.settingsFirst}</a>
      </p>
      {tabulations.length > 0 && (
        <Textarea
          lang={lang}
          name="reason"
          label={words.reason}
          hint={words.reasonHint}
          rows={2}
          required
          value={props.typedReason}
          error={problems.includes('reason') ? words.problems.reason : undefined}
        />
      )}
      <Button kind={tabulations.length === 0 ? 'primary' : 'secondary'}>{words.make}</Button>
    </Form>
  )
}

function Versions(props: DeskPageProps) {
  const { lang, city, survey, tabulations, ended } = props
  const words = deskSentences[lang]
  return (
    <Section id="versions" title={words.versions}>
      {tabulations.length === 0 && <p>{words.noVersions}</p>}
      {tabulations.length > 0 && (
        <Table
          lang={lang}
          id="tabulations"
          caption={words.versions}
          captionHidden
          stacks
          columns={[
            {
              label: words.number,
              heading: true,
              cell: ({ number }) => (
                <a href={paths.tabulation(city.slug, survey.id, number)}>
                  {words.numberOf(number)}
                </a>
              ),
            },
            { label: words.countedOn, cell: ({ countedOn }) => formatDate(countedOn, lang) },
            {
              label: words.answers,
              numeric: true,
              cell: ({ answers }) => `n=${formatNumber(answers)}`,
            },
            {
              label: words.state,
              cell: ({ state }) => tabulationWorkflow.states[state].staff[lang],
            },
            { label: words.reason, cell: ({ reason }) => reason },
          ]}
          rows={tabulations}
        />
      )}
      {ended ? <Make {...props} /> : <p class="note">{words.refused['still-open']}</p>}
    </Section>
  )
}

function Texts({ lang, city, survey, texts, ended }: DeskPageProps) {
  const words = deskSentences[lang]
  const slots: readonly Slot[] = slotsOf(survey.questionnaire).filter(({ slot }) => texts.has(slot))
  return (
    <Section id="texts" title={words.texts}>
      <p>{ended ? words.textsLead : words.textsOpen}</p>
      {ended && slots.length === 0 && <p>{words.textsNone}</p>}
      {ended && slots.length > 0 && (
        <ul>
          {slots.map(({ slot, question }) => (
            <li key={slot}>
              <a href={`${paths.texts(city.slug, survey.id)}?slot=${slot}`}>
                {read(question.text, lang)}
              </a>{' '}
              {words.textsOf(
                formatNumber(texts.get(slot)?.read ?? 0),
                formatNumber(texts.get(slot)?.all ?? 0),
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

/** Where staff follow the returns, count, read what was written and publish. */
export function DeskPage(props: DeskPageProps) {
  const { lang, city, survey, tabulations, refusal } = props
  const words = deskSentences[lang]
  const isPublic = tabulations.some(({ state }) => state === 'published')
  return (
    <>
      <ErrorSummary
        lang={lang}
        errors={
          props.problems.includes('reason')
            ? [{ id: 'reason', message: words.problems.reason }]
            : []
        }
      />
      <Heading level={1} over={words.title}>
        {read(survey.texts.title, lang)}
      </Heading>
      {refusal && <NotificationBanner lang={lang} kind="error" heading={refusal} announced />}
      <Lead>{words.lead}</Lead>
      {isPublic && (
        <p>
          <a href={paths.results(city.slug, survey.id)}>{words.toPublic}</a>
        </p>
      )}
      <Progress {...props} />
      <Versions {...props} />
      <Texts {...props} />
      <Section id="settings" title={words.settings}>
        <SettingsFormView
          lang={lang}
          city={city}
          survey={survey}
          form={props.form}
          problems={props.problems.filter((problem) => problem !== 'reason')}
          earlier={props.earlier}
          formKey={props.formKey()}
        />
      </Section>
    </>
  )
}
