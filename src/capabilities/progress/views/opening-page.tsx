import { type Language, say } from '#kernel/bilingual.ts'
import { type City, nameOfCode } from '#kernel/city.ts'
import { formatFiscalYear } from '#kernel/era.ts'
import {
  Button,
  ButtonRow,
  DateInput,
  ErrorSummary,
  type FieldError,
  Form,
  Heading,
  Lead,
  Section,
  Select,
  Table,
} from '#web/ui/index.ts'
import type { Plan, PlanItem } from '../../plans/index.ts'
import type { Assignment } from '../assign.ts'
import { paths } from '../paths.ts'
import { sentences } from '../sentences.ts'
import type { ProgressSettings } from '../settings.ts'
import { ScaleTable } from './scale-table.tsx'

export type Share = Assignment & { readonly item: PlanItem }

type OpeningPageProps = {
  readonly lang: Language
  readonly city: City
  readonly plan: Plan
  readonly settings: ProgressSettings
  readonly shares: readonly Share[]
  readonly years: readonly number[]
  readonly typed: { readonly year: string; readonly due: string }
  readonly errors: readonly FieldError[]
  readonly newKey: () => string
}

/** Who will be asked for what, before anybody is. */
const Shares = ({ lang, city, shares, settings }: OpeningPageProps) => {
  const words = sentences[lang]
  const name = (code: string) => say(nameOfCode(city.departments, code), lang)
  const unnamed = shares.filter(({ item }) => item.departments.length === 0)
  return (
    <Section id="shares" title={words.sharesTitle(shares.length)}>
      {unnamed.length > 0 && <p>{words.unnamed(unnamed.length, name(settings.fallback))}</p>}
      {shares.some(({ related }) => related) && <p>{words.relatedNote}</p>}
      <Table
        lang={lang}
        id="shares-table"
        caption={words.sharesTitle(shares.length)}
        captionHidden
        stacks
        columns={[
          {
            label: words.item,
            heading: true,
            cell: ({ item }) => `${item.no} ${say(item.title, lang)}`,
          },
          { label: words.lead, cell: ({ lead }) => name(lead) },
          {
            label: words.others,
            cell: ({ others }) => (others.length === 0 ? '―' : others.map(name).join('、')),
          },
          { label: words.printed, cell: ({ item }) => item.departmentsAsPrinted ?? '―' },
        ]}
        rows={shares}
      />
    </Section>
  )
}

/** Opens a fiscal year's report. */
export const OpeningPage = (props: OpeningPageProps) => {
  const { lang, city, plan, settings, years, typed, errors, newKey } = props
  const words = sentences[lang]
  const errorOf = (id: string) => errors.find((one) => one.id === id)?.message
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <Heading level={1} over={say(plan.title, lang)}>
        {words.openTitle}
      </Heading>
      <Lead>{words.openLead}</Lead>
      <Form action={paths.begin(city.slug, plan.id)} idempotencyKey={newKey()}>
        <Select
          lang={lang}
          name="year"
          label={words.fiscalYear}
          required
          options={years.map((year) => ({
            value: String(year),
            label: formatFiscalYear(year, lang),
          }))}
          value={typed.year}
          error={errorOf('year')}
        />
        <DateInput
          lang={lang}
          name="due_on"
          label={words.due}
          hint={words.dueHint}
          required
          value={typed.due}
          error={errorOf('due_on')}
        />
        <ButtonRow>
          <Button>{words.open}</Button>
        </ButtonRow>
      </Form>
      <Section
        id="scale"
        title={words.scaleTitle}
        more={{ href: paths.settings(city.slug, plan.id), label: words.changeSettings }}
      >
        <ScaleTable lang={lang} scale={settings.scale} id="scale-table" />
      </Section>
      <Shares {...props} />
    </>
  )
}
