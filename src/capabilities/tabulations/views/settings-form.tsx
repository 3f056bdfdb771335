import type { Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import {
  Button,
  Checkbox,
  CheckboxGroup,
  ErrorSummary,
  Form,
  RadioGroup,
  Select,
  Textarea,
  TextInput,
} from '#web/ui/index.ts'
import { read, type Survey } from '../../surveys/index.ts'
import { deskSentences } from '../desk-sentences.ts'
import { axesOf, type FormProblem, longest, type SettingsForm, thresholds } from '../form.ts'
import { paths } from '../paths.ts'
import { sentences } from '../sentences.ts'
import { respondentUnits } from '../tabulation.ts'

/** A survey that this one can be compared with. */
export type EarlierSurvey = { readonly id: string; readonly title: string }

interface SettingsProps {
  lang: Language
  city: City
  survey: Survey
  form: Pick<SettingsForm, 'settings' | 'population'>
  problems: readonly FormProblem[]
  earlier: readonly EarlierSurvey[]
  formKey: string
}

const fieldOf: Partial<Record<FormProblem, string>> = { note: 'notes' }

function Axes({ lang, survey, form, problems }: SettingsProps) {
  const words = deskSentences[lang]
  const axes = axesOf(survey)
  if (axes.length === 0) return <p class="note">{words.axesNone}</p>
  return (
    <>
      <CheckboxGroup
        lang={lang}
        name="axes"
        label={words.axes}
        hint={words.axesHint}
        options={axes.map(({ slot, question }) => ({
          value: String(slot),
          label: read(question.text, lang),
        }))}
        values={form.settings.axes.map(String)}
        error={problems.includes('axes') ? words.problems.axes : undefined}
      />
      <p class="note">{words.axesBranches}</p>
    </>
  )
}

function Comparison({ lang, form, earlier }: SettingsProps) {
  const words = deskSentences[lang]
  return (
    <>
      <Select
        lang={lang}
        name="earlier"
        label={words.earlier}
        emptyLabel={words.earlierNone}
        options={earlier.map(({ id, title }) => ({ value: id, label: title }))}
        value={form.settings.earlier ?? ''}
      />
      <Textarea
        lang={lang}
        name="earlier_note"
        label={words.earlierNote}
        hint={words.earlierNoteHint}
        rows={2}
        value={form.settings.earlierNote}
      />
    </>
  )
}

function Counting({ lang, form, problems }: SettingsProps) {
  const words = deskSentences[lang]
  const { settings, population } = form
  return (
    <>
      <RadioGroup
        lang={lang}
        name="threshold"
        label={words.threshold}
        hint={words.thresholdHint}
        options={thresholds.map((one) => ({ value: String(one), label: words.thresholds[one] }))}
        value={String(settings.threshold)}
        error={problems.includes('threshold') ? words.problems.threshold : undefined}
      />
      <RadioGroup
        lang={lang}
        name="base"
        label={words.base}
        options={(['asked', 'answered'] as const).map((value) => ({
          value,
          label: words.bases[value],
        }))}
        value={settings.base}
      />
      <RadioGroup
        lang={lang}
        name="unit"
        label={words.unit}
        inline
        options={respondentUnits.map((value) => ({ value, label: sentences[lang].units[value] }))}
        value={settings.unit}
      />
      <TextInput
        lang={lang}
        name="population"
        label={words.population}
        hint={words.populationHint}
        width="short"
        value={population}
        error={problems.includes('population') ? words.problems.population : undefined}
      />
    </>
  )
}

/** How a survey is counted, as staff choose it. */
export function SettingsFormView(props: SettingsProps) {
  const { lang, city, survey, form, problems, formKey } = props
  const words = deskSentences[lang]
  return (
    <>
      <ErrorSummary
        lang={lang}
        errors={problems.map((problem) => ({
          id: fieldOf[problem] ?? problem,
          message: words.problems[problem],
        }))}
      />
      <p>{words.settingsLead}</p>
      <Form action={paths.settings(city.slug, survey.id)} idempotencyKey={formKey} keepsChanges>
        <Counting {...props} />
        <Axes {...props} />
        <Comparison {...props} />
        <Textarea
          lang={lang}
          name="notes"
          label={words.notes}
          rows={3}
          max={longest.notes}
          value={form.settings.notes}
          error={problems.includes('note') ? words.problems.note : undefined}
        />
        <Checkbox
          lang={lang}
          name="keeps_originals"
          label={words.keepsOriginals}
          hint={words.keepsOriginalsHint}
          checked={form.settings.keepsOriginals}
        />
        <Button kind="secondary">{words.save}</Button>
      </Form>
    </>
  )
}
