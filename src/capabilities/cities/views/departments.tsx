import { type Language, say } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { formatDate } from '#kernel/date-text.ts'
import { formatNumber } from '#kernel/number.ts'
import {
  Button,
  ButtonLink,
  ButtonRow,
  Checkbox,
  ChipLabel,
  ChipRow,
  type Column,
  DateInput,
  DescriptionList,
  Disclosure,
  EmptyState,
  ErrorSummary,
  Form,
  Heading,
  Lead,
  Section,
  Table,
  TextInput,
} from '#web/ui/index.ts'
import { type Department, hasEnded, levelNames } from '../department.ts'
import { paths } from '../paths.ts'
import { sentences } from '../sentences.ts'

type ListProps = {
  readonly lang: Language
  readonly city: City
  readonly today: string
  readonly departments: readonly Department[]
  readonly keeps: boolean
}

const periodOf = ({ startsOn, endsOn }: Department, lang: Language): string => {
  const words = sentences[lang]
  return [
    startsOn && words.from(formatDate(startsOn as PlainDate, lang)),
    endsOn && words.until(formatDate(endsOn as PlainDate, lang)),
  ]
    .filter(Boolean)
    .join(' ')
}

/** A column that says something of one of them at least; none where all its cells would be empty. */
const toldBySome = (
  rows: readonly Department[],
  column: Column<Department>,
): readonly Column<Department>[] => (rows.some((row, at) => column.cell(row, at)) ? [column] : [])

const Rows = ({
  props,
  id,
  rows,
}: {
  props: ListProps
  id: string
  rows: readonly Department[]
}) => {
  const { lang, city, keeps } = props
  const words = sentences[lang]
  return (
    <Table
      lang={lang}
      id={id}
      caption={words.title}
      captionHidden
      stacks
      dense
      rows={rows}
      columns={[
        {
          label: words.name,
          heading: true,
          cell: (one) => <a href={paths.department(city.slug, one.code)}>{say(one.name, lang)}</a>,
        },
        ...toldBySome(rows, { label: words.above, cell: ({ above }) => above.join(' ') }),
        { label: words.level, cell: ({ level }) => say(levelNames[level], lang) },
        ...toldBySome(rows, { label: words.phone, cell: ({ phone }) => phone }),
        ...toldBySome(rows, { label: words.period, cell: (one) => periodOf(one, lang) }),
        ...(keeps
          ? [
              {
                label: words.listed,
                cell: ({ listed }: Department) => (listed ? words.listed : words.notListed),
              },
            ]
          : []),
      ]}
    />
  )
}

/** Every department, those of today first. */
export const DepartmentListPage = (props: ListProps) => {
  const { lang, city, today, departments, keeps } = props
  const words = sentences[lang]
  const ended = departments.filter((one) => hasEnded(one, today))
  const now = departments.filter((one) => !hasEnded(one, today))
  return (
    <>
      <Heading level={1}>{words.title}</Heading>
      <Lead>{words.lead(formatNumber(now.length))}</Lead>
      {keeps && (
        <ButtonRow>
          <ButtonLink href={`/${city.slug}/desk/imports?kind=departments`} kind="secondary">
            {words.import}
          </ButtonLink>
        </ButtonRow>
      )}
      {now.length === 0 ? (
        <EmptyState title={words.none}>{''}</EmptyState>
      ) : (
        <Rows props={props} id="departments" rows={now} />
      )}
      {ended.length > 0 && (
        <Disclosure summary={`${words.ended} (${formatNumber(ended.length)})`}>
          <Rows props={props} id="ended" rows={ended} />
        </Disclosure>
      )}
      <p>
        <a href={`/${city.slug}/open-data/departments`}>{words.openData}</a>
      </p>
    </>
  )
}

export type DepartmentValues = {
  readonly name: string
  readonly nameEn: string
  readonly phone: string
  readonly startsOn: string
  readonly endsOn: string
  readonly listed: boolean
}

type PageProps = {
  readonly lang: Language
  readonly city: City
  readonly today: string
  readonly department: Department
  readonly below: readonly Department[]
  readonly keeps: boolean
  readonly formKey: string
  readonly values: DepartmentValues
  readonly problems: Readonly<Record<string, string>>
}

const DeskForm = ({ lang, city, department, formKey, values, problems }: PageProps) => {
  const words = sentences[lang]
  return (
    <Section id="desk" title={words.desk}>
      <Form
        action={paths.department(city.slug, department.code)}
        idempotencyKey={formKey}
        keepsChanges
      >
        <TextInput
          lang={lang}
          name="name"
          label={words.name}
          required
          value={values.name}
          error={problems.name}
        />
        <TextInput
          lang={lang}
          name="name_en"
          label={words.nameEn}
          required={false}
          value={values.nameEn}
        />
        <TextInput
          lang={lang}
          name="phone"
          label={words.phone}
          required={false}
          width="medium"
          value={values.phone}
          error={problems.phone}
        />
        <DateInput
          lang={lang}
          name="starts_on"
          label={words.startsOn}
          required={false}
          value={values.startsOn}
          error={problems.starts_on}
        />
        <DateInput
          lang={lang}
          name="ends_on"
          label={words.endsOn}
          required={false}
          hint={words.endsHint}
          value={values.endsOn}
          error={problems.ends_on}
        />
        <Checkbox
          lang={lang}
          name="listed"
          label={words.offer}
          hint={words.offerHint}
          checked={values.listed}
        />
        <Button>{words.save}</Button>
      </Form>
    </Section>
  )
}

/** One department, also after it has ended. */
export const DepartmentPage = (props: PageProps) => {
  const { lang, city, today, department, below, keeps, problems } = props
  const words = sentences[lang]
  const items = [
    { term: words.above, description: department.above.join(' ') },
    { term: words.phone, description: department.phone },
    { term: words.period, description: periodOf(department, lang) },
    { term: words.code, description: department.sourceCode ?? '' },
  ].filter(({ description }) => description !== '')
  return (
    <>
      <ErrorSummary
        lang={lang}
        errors={Object.entries(problems).map(([id, message]) => ({ id, message }))}
      />
      <Heading level={1}>{say(department.name, lang)}</Heading>
      <ChipRow>
        <ChipLabel>{say(levelNames[department.level], lang)}</ChipLabel>
        {hasEnded(department, today) && <ChipLabel tone="error">{words.ended}</ChipLabel>}
      </ChipRow>
      {items.length > 0 && <DescriptionList items={items} />}
      {below.length > 0 && (
        <Section id="below" title={words.below}>
          <ul>
            {below.map((one) => (
              <li key={one.code}>
                <a href={paths.department(city.slug, one.code)}>{say(one.name, lang)}</a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {keeps && <DeskForm {...props} />}
    </>
  )
}
